import { changedFindingLines, countsText } from '#core/report/diff-text.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import { alignmentText } from '#core/review/align.ts'
import { baselineJson, type AgainstBaseline } from '#main/cli/baseline.ts'

/** SARIF 2.1.0, 3.27.24. */
const SARIF_STATES = { new: 'new', worse: 'updated', moved: 'updated', unchanged: 'unchanged' } as const

interface SarifResult {
  partialFingerprints: Readonly<Record<string, string>>
  baselineState?: string
}

/** Results of a run may name a finding by its fingerprint only. */
const sarifWith = (content: string, { compared }: AgainstBaseline): string => {
  const states = new Map(compared.changes.map(({ change, to }) => [`${to.checkId} ${to.fingerprint}`, SARIF_STATES[change]]))
  const log = JSON.parse(content) as { runs: { results: (SarifResult & { ruleId: string })[] }[] }
  for (const result of log.runs.flatMap((run) => run.results)) {
    const state = states.get(`${result.ruleId} ${result.partialFingerprints['boardproof/v1']}`)
    if (state) result.baselineState = state
  }
  return JSON.stringify(log, null, 1)
}

/**
 * Adds to a report how its findings stand against the baseline. Formats that have no place for it stay as they are; the
 * counts are said on standard error for all.
 */
export const withBaseline = (format: ReportFormat, content: string | Uint8Array, against: AgainstBaseline): string | Uint8Array => {
  const { baseline, alignment, compared } = against
  console.error(`against ${baseline.name}: ${countsText(compared)}`)
  if (typeof content !== 'string') return content
  switch (format) {
    case 'text':
      return [
        content,
        '',
        `Against ${baseline.name}: ${countsText(compared)}`,
        alignmentText(alignment),
        ...changedFindingLines(compared),
      ].join('\n')
    case 'json':
      return JSON.stringify({ ...(JSON.parse(content) as object), baseline: baselineJson(against) }, null, 1)
    case 'sarif':
      return sarifWith(content, against)
    default:
      return content
  }
}
