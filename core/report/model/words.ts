import type { Severity } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { formatValue } from '#core/checks/format-value.ts'
import type { Summary, Verdict } from '#core/review/verdict.ts'
import { decidedOn, noteLine, waiverLine, waiverOf } from '#core/report/decisions.ts'
import type { ReportSource } from '#core/report/source.ts'

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Blocks', warning: 'Advice', info: 'Note' }

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { blocked: 'Blocked', review: 'Needs a look', clear: 'Clear' }

export const OUTCOME_WORDS: Readonly<Record<CheckOutcome['outcome'], string>> = {
  clean: 'clean',
  flagged: 'flagged',
  skipped: 'did not run',
  crashed: 'failed',
}

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** @returns "3 blockers, 2 advices, 14 notes" */
export const countsText = (counts: Readonly<Record<Severity, number>>): string =>
  [
    counts.error ? counted(counts.error, 'blocker') : '',
    counts.warning ? counted(counts.warning, 'advice', 'advices') : '',
    counts.info ? counted(counts.info, 'note') : '',
  ]
    .filter(Boolean)
    .join(', ') || 'no findings'

/** @returns the verdict's reason in one sentence, never without the coverage */
export const summaryText = ({ errors, warnings, infos, checksRun, checksSkipped, checksCrashed }: Summary): string =>
  `${countsText({ error: errors, warning: warnings, info: infos })}; ${checksRun} of ${checksRun + checksSkipped + checksCrashed} checks ran.`

/** @returns the verdict that counts: after what was waived, where something was */
export const verdictOf = ({ review, decisions }: ReportSource): Verdict => decisions?.verdict ?? review.summary.verdict

/** @returns "After waivers: no blockers …"; empty where nothing was waived */
export const waivedText = ({ decisions }: ReportSource): string =>
  decisions && decisions.waived > 0 ? `After waivers: ${decisions.text}.` : ''

/** @returns why a finding was waived; empty when it was not */
export const waiverText = ({ decisions }: ReportSource, finding: Pick<Finding, 'fingerprint'>): string => {
  const waiver = waiverOf(decisions, finding)
  return waiver ? waiverLine(waiver) : ''
}

/** @returns what was written about a finding, one text a note */
export const noteTexts = ({ decisions }: ReportSource, finding: Pick<Finding, 'fingerprint'>): readonly string[] =>
  decidedOn(decisions, finding).notes.map(noteLine)

/** @returns what was measured against what is needed: "measured 0.083 mm, needed 0.1 mm, margin −0.017 mm (−17 %)"; empty without figures */
export const figuresText = ({ measured, limit, unit, tier }: Finding): string => {
  if (measured === null || !Number.isFinite(measured)) return ''
  if (limit === null || !Number.isFinite(limit)) return `measured ${formatValue(measured, unit)}`
  if (unit === 'count') return limit === 0 ? '' : `counted ${measured}, allowed ${limit}`
  const signed = (text: string): string => text.replace(/^-/, '−')
  const margin = measured - limit
  const share = limit === 0 ? '' : ` (${signed(String(Math.round((100 * margin) / Math.abs(limit))))} %)`
  return `measured ${signed(formatValue(measured, unit))}, ${tier === 'limit' ? 'needed' : 'advised'} ${formatValue(limit, unit)}, difference ${signed(
    formatValue(margin, unit),
  )}${share}`
}

/** @returns "x 12.400, y 3.100 mm"; empty without a place */
export const placeText = ({ at }: Pick<Finding, 'at'>): string => (at ? `x ${at.x.toFixed(3)}, y ${at.y.toFixed(3)} mm` : '')

/** @returns names of layers as they are shown */
export const layerNames = ({ review }: ReportSource, ids: readonly string[]): readonly string[] =>
  ids.map((id) => review.board.layers.find((layer) => layer.id === id)?.name ?? id)

/** @returns "board.gtl, line 120" for every file of a finding */
export const fileTexts = ({ files }: Pick<Finding, 'files'>): readonly string[] =>
  files.map(({ path, line }) => (line > 0 ? `${path}, line ${line}` : path))

/** @returns a check's reason without the program's own stack */
export const reasonText = (outcome: CheckOutcome): string => (outcome.reason ?? '').split('\n')[0]!

/** @returns who and what the report is about: file, capability, program */
export const aboutText = ({ input, capability, version, date }: ReportSource): string =>
  `${input.name}, judged by ${capability.name}. Boardproof ${version}${date === null ? '' : `, ${date}`}.`
