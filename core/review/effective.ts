import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { Verdict } from './verdict.ts'

/** The verdict with what was waived taken out; always with its coverage. */
export interface Effective {
  readonly verdict: Verdict
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly waived: number
  /** "No blockers · 28 of 32 checks ran · 2 waived". */
  readonly text: string
}

/** @returns "1 blocker", "3 findings" */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/**
 * @param summary verdict over the open findings only
 * @param waived how many findings a waiver covers
 */
export const effectiveOf = (
  summary: { readonly verdict: Verdict; readonly errors: number; readonly warnings: number; readonly infos: number },
  outcomes: readonly Pick<CheckOutcome, 'outcome'>[],
  waived: number,
): Effective => {
  const ran = outcomes.filter((o) => o.outcome === 'clean' || o.outcome === 'flagged').length
  const { verdict, errors, warnings, infos } = summary
  const parts = [
    errors ? counted(errors, 'blocker') : 'No blockers',
    `${ran} of ${outcomes.length} checks ran`,
    ...(waived ? [`${waived} waived`] : []),
  ]
  return { verdict, errors, warnings, infos, waived, text: parts.join(' · ') }
}

/** @returns the findings that no waiver covers, in the order given */
export const openOf = (findings: readonly Finding[], isCovered: (finding: Finding) => boolean): readonly Finding[] =>
  findings.filter((f) => !isCovered(f))
