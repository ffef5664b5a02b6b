import type { CheckDefinition, Severity } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { decidedOn, waiverLine, waiverOf, type ReportedWaiver } from '#core/report/decisions.ts'
import type { ReportSource } from '#core/report/source.ts'

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const ruleOf = (check: CheckDefinition): Record<string, unknown> => ({
  id: check.id,
  name: check.title,
  shortDescription: { text: check.title },
  fullDescription: { text: check.why },
  help: { text: `${check.fix} Source: ${check.source}.` },
  defaultConfiguration: { level: LEVEL[check.severity] },
  properties: { category: check.category, tier: check.tier },
})

/** Where a finding is: its own file and line, else the artwork file of its first layer, else the package. */
const locationOf = (finding: Finding, layerPath: (id: string) => string | undefined, packageName: string): Record<string, unknown> => {
  const file = finding.files[0]
  const path = file?.path ?? (finding.layers[0] ? layerPath(finding.layers[0]) : undefined) ?? packageName
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(file && file.line > 0 ? { region: { startLine: file.line } } : {}),
    },
    ...(finding.layers.length ? { logicalLocations: finding.layers.map((name) => ({ name, kind: 'layer' })) } : {}),
    ...(finding.at ? { message: { text: `x ${finding.at.x.toFixed(4)} mm, y ${finding.at.y.toFixed(4)} mm` } } : {}),
  }
}

/** A waived finding stays in the log, suppressed: viewers and build servers then do not count it. @source SARIF 2.1.0, 3.35 */
const suppressionOf = (waiver: ReportedWaiver): Record<string, unknown> => ({
  kind: 'external',
  status: 'accepted',
  justification: waiverLine(waiver),
  properties: waiver,
})

const resultOf = (
  finding: Finding,
  ruleIndex: number,
  location: Record<string, unknown>,
  decisions: ReportSource['decisions'],
): Record<string, unknown> => ({
  ruleId: finding.checkId,
  ruleIndex,
  level: LEVEL[finding.severity],
  kind: 'fail',
  message: { text: finding.message },
  locations: [location],
  partialFingerprints: { 'boardproof/v1': finding.fingerprint },
  ...(decisions ? { suppressions: [waiverOf(decisions, finding)].filter((w) => w !== null).map(suppressionOf) } : {}),
  properties: {
    tier: finding.tier,
    measured: finding.measured,
    limit: finding.limit,
    unit: finding.unit,
    at: finding.at,
    witness: finding.witness,
    layers: finding.layers,
    nets: finding.nets,
    basis: finding.basis,
    ...(decisions ? decidedOn(decisions, finding) : {}),
  },
})

const notRun = (outcome: CheckOutcome): Record<string, unknown> => ({
  descriptor: { id: outcome.id },
  level: outcome.outcome === 'crashed' ? 'error' : 'warning',
  message: { text: `${outcome.id} did not run: ${(outcome.reason ?? '').split('\n')[0]}` },
})

/**
 * The review as a SARIF log. Checks that did not run are tool notifications, so that a viewer shows them too.
 * @source SARIF 2.1.0 (OASIS Standard, 27 March 2020)
 */
export const sarifReport = (
  input: ReportSource['input'],
  review: ReportSource['review'],
  checks: readonly CheckDefinition[],
  version: string,
  decisions: ReportSource['decisions'] = null,
): string => {
  const rules = checks.map(ruleOf)
  const index = new Map(checks.map((check, i) => [check.id, i]))
  const layerPath = (id: string): string | undefined => review.board.layers.find((layer) => layer.id === id)?.path
  const crashed = review.outcomes.some((o) => o.outcome === 'crashed')
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Boardproof', semanticVersion: version, rules } },
          artifacts: review.board.files.map((file) => ({
            location: { uri: uriOf(file.path) },
            length: file.bytes,
            hashes: { 'sha-256': file.sha256 },
          })),
          invocations: [
            {
              executionSuccessful: !crashed,
              toolExecutionNotifications: review.outcomes.filter((o) => o.outcome === 'skipped' || o.outcome === 'crashed').map(notRun),
            },
          ],
          results: review.findings.map((finding) =>
            resultOf(finding, index.get(finding.checkId)!, locationOf(finding, layerPath, input.name), decisions),
          ),
          columnKind: 'utf16CodeUnits',
          properties: {
            summary: review.summary,
            ...(decisions ? { verdict: decisions.verdict, says: decisions.text } : {}),
            package: { name: input.name, sha256: input.sha256 },
          },
        },
      ],
    },
    null,
    1,
  )
}
