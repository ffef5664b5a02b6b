import type { Capability } from '#core/capability/capability.ts'
import { formatValue } from '#core/checks/format-value.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { boardLine, filesTable } from '#core/report/board-text.ts'
import type { ReportSource } from '#core/report/source.ts'

const SHOWN_PER_CAUSE = 5

const VERDICT_TEXT = { clear: 'CLEAR', review: 'REVIEW', blocked: 'BLOCKED' } as const

const place = (finding: Finding): string => {
  if (finding.at) return `x ${finding.at.x.toFixed(3)} y ${finding.at.y.toFixed(3)}`
  return finding.files.map((f) => (f.line ? `${f.path}:${f.line}` : f.path)).join(', ')
}

const findingLine = (finding: Finding): string =>
  `    ${finding.severity.padEnd(8)}${finding.message}  ${[
    finding.layers.join(', '),
    place(finding),
    finding.nets.join(' / '),
    ...finding.objects,
  ]
    .filter(Boolean)
    .join(' · ')}`

const measuredText = (outcome: CheckOutcome): string => {
  if (outcome.outcome === 'skipped' || outcome.outcome === 'crashed') return outcome.reason?.split('\n')[0] ?? ''
  if (!outcome.measured) return ''
  const { value, unit, layer, at } = outcome.measured
  return `${formatValue(value, unit)}${layer ? ` on ${layer}` : ''}${at ? ` at x ${at.x.toFixed(3)} y ${at.y.toFixed(3)}` : ''}`
}

const MARK = { clean: '✓', flagged: '✗', skipped: '–', crashed: '!' } as const

const checkBlock = (outcome: CheckOutcome, findings: readonly Finding[]): readonly string[] => {
  const head = `  ${MARK[outcome.outcome]} ${outcome.id.padEnd(30)} ${measuredText(outcome)}`
  const causes = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = causes.get(finding.cause)
    if (group) group.push(finding)
    else causes.set(finding.cause, [finding])
  }
  const lines = [...causes.values()].flatMap((group) => [
    ...group.slice(0, SHOWN_PER_CAUSE).map(findingLine),
    ...(group.length > SHOWN_PER_CAUSE ? [`    … and ${group.length - SHOWN_PER_CAUSE} more of the same kind`] : []),
  ])
  return [head, ...lines]
}

/** @returns the review for a terminal: verdict with coverage first, then files, then every check with its findings */
export const checkText = (
  input: ReportSource['input'],
  review: ReportSource['review'],
  capability: Capability,
  withTimings: boolean,
): string => {
  const { summary } = review
  const total = review.outcomes.length
  return [
    `${VERDICT_TEXT[summary.verdict]}  ${input.name} against ${capability.name}: ${summary.errors} errors, ${summary.warnings} warnings, ${summary.infos} notes · ${summary.checksRun} of ${total} checks ran`,
    boardLine(review.board),
    '',
    ...filesTable(review.board.files),
    '',
    ...review.outcomes.flatMap((outcome) =>
      checkBlock(
        outcome,
        review.findings.filter((f) => f.checkId === outcome.id),
      ),
    ),
    ...(withTimings ? ['', `took ${Math.round(review.timings.totalMs)} ms`] : []),
  ].join('\n')
}
