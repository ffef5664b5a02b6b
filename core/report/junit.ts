import type { Finding } from '#core/checks/finding.ts'
import type { ReportSource } from '#core/report/source.ts'
import { waiverLine, waiverOf } from '#core/report/decisions.ts'
import { escapeXml } from '#core/report/escape.ts'

const SHOWN = 50

const findingLine = (finding: Finding): string =>
  `${finding.severity}: ${finding.message}${finding.layers.length ? ` on ${finding.layers.join(', ')}` : ''}${
    finding.at ? ` at x ${finding.at.x.toFixed(4)} y ${finding.at.y.toFixed(4)} mm` : ''
  }${finding.files[0] ? ` (${finding.files[0].path}${finding.files[0].line ? `:${finding.files[0].line}` : ''})` : ''}`

/**
 * The review for a build server: one test case a check. Findings of severity error fail it, a skipped check is skipped
 * with its reason, a crash is an error; milder findings and waived ones, with why, go to the case's output.
 */
export const junitReport = (
  input: ReportSource['input'],
  review: ReportSource['review'],
  withTimings: boolean,
  decisions: ReportSource['decisions'] = null,
): string => {
  const lineOf = (finding: Finding): string => {
    const waiver = waiverOf(decisions, finding)
    return `${waiver ? 'waived ' : ''}${findingLine(finding)}${waiver ? `: ${waiverLine(waiver)}` : ''}`
  }
  const isFailing = (finding: Finding): boolean => finding.severity === 'error' && !waiverOf(decisions, finding)
  const seconds = (ms: number): string => (withTimings ? ` time="${(ms / 1000).toFixed(3)}"` : '')
  let [failures, errors, skipped] = [0, 0, 0]
  const cases = review.outcomes.map((outcome) => {
    const open = `  <testcase classname="${outcome.category}" name="${outcome.id}"${seconds(outcome.ms)}`
    if (outcome.outcome === 'skipped') {
      skipped++
      return `${open}><skipped message="${escapeXml(outcome.reason ?? '')}"/></testcase>`
    }
    if (outcome.outcome === 'crashed') {
      errors++
      return `${open}><error message="${escapeXml((outcome.reason ?? '').split('\n')[0]!)}"/></testcase>`
    }
    const found = review.findings.filter((f) => f.checkId === outcome.id)
    if (found.length === 0) return `${open}/>`
    const [failing, rest] = [found.filter(isFailing), found.filter((f) => !isFailing(f))]
    const list = (findings: readonly Finding[]): string =>
      escapeXml(
        [...findings.slice(0, SHOWN).map(lineOf), ...(findings.length > SHOWN ? [`… and ${findings.length - SHOWN} more`] : [])].join('\n'),
      )
    if (failing.length === 0) return `${open}><system-out>${list(rest)}</system-out></testcase>`
    failures++
    return `${open}><failure message="${escapeXml(`${failing.length} × ${outcome.title}: ${failing[0]!.message}`)}">${list([...failing, ...rest])}</failure></testcase>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="boardproof ${escapeXml(input.name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"${seconds(review.timings.totalMs)}>`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n')
}
