import type { CheckDefinition, Severity } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { allChecks } from '#core/checks/index.ts'
import type { ReportSource } from '#core/report/source.ts'

/** A finding with its number in the report, 1, 2, 3 … in reading order. */
export interface ListedFinding {
  readonly number: number
  readonly finding: Finding
  /** Has a picture of its own. */
  readonly isPictured: boolean
}

/** Findings of one check with one cause. */
export interface FindingGroup {
  readonly total: number
  readonly listed: readonly ListedFinding[]
}

/** A check with its findings, worst first. */
export interface CheckSection {
  readonly outcome: CheckOutcome
  /** Null for a check that this version does not have. */
  readonly check: CheckDefinition | null
  readonly severity: Severity
  readonly counts: Readonly<Record<Severity, number>>
  readonly total: number
  readonly listed: number
  readonly groups: readonly FindingGroup[]
}

/** How much of very many findings is written out; the counts always tell of all. */
export interface ReportBounds {
  readonly listedPerCheck: number
  readonly picturesPerCheck: number
  readonly picturesInAll: number
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

const checkOf = (id: string): CheckDefinition | null => allChecks.find((check) => check.id === id) ?? null

/** Every cause gets its turn before one of them fills the list. */
const chosen = (findings: readonly Finding[], most: number): ReadonlySet<Finding> => {
  const byCause = [...Map.groupBy(findings, (f) => f.cause).values()]
  const out = new Set<Finding>()
  for (let round = 0; out.size < Math.min(most, findings.length); round++)
    for (const group of byCause) if (out.size < most && group[round]) out.add(group[round]!)
  return out
}

/** @returns flagged checks with the findings to list: checks that block first, then catalogue order; numbered through */
export const checkSections = ({ review }: ReportSource, bounds: ReportBounds): readonly CheckSection[] => {
  const byCheck = Map.groupBy(review.findings, (f) => f.checkId)
  const flagged = review.outcomes.flatMap((outcome) => {
    const findings = byCheck.get(outcome.id) ?? []
    const severity = SEVERITIES.find((s) => findings.some((f) => f.severity === s))
    return severity ? [{ outcome, findings, severity }] : []
  })
  const ordered = SEVERITIES.flatMap((severity) => flagged.filter((entry) => entry.severity === severity))
  let number = 0
  let pictures = bounds.picturesInAll
  return ordered.map(({ outcome, findings, severity }) => {
    const listed = chosen(findings, bounds.listedPerCheck)
    const pictured = new Set([
      ...chosen(
        [...listed].filter((f) => f.at !== null),
        Math.min(bounds.picturesPerCheck, pictures),
      ),
    ])
    pictures -= pictured.size
    const groups = [...Map.groupBy(findings, (f) => f.cause).values()].map((group): FindingGroup => ({
      total: group.length,
      listed: group
        .filter((finding) => listed.has(finding))
        .map((finding) => ({ number: ++number, finding, isPictured: pictured.has(finding) })),
    }))
    const count = (s: Severity): number => findings.filter((f) => f.severity === s).length
    return {
      outcome,
      check: checkOf(outcome.id),
      severity,
      counts: { error: count('error'), warning: count('warning'), info: count('info') },
      total: findings.length,
      listed: listed.size,
      groups,
    }
  })
}
