import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CheckOutcome } from '#core/checks/finding.ts'
import type { Summary, Verdict } from '#core/review/verdict.ts'
import { counted } from './format-value.ts'

const ICONS = { blocked: OctagonAlert, review: TriangleAlert, clear: CircleCheck } as const

/** @returns "28 of 32 checks ran"; while running "so far" */
export const coverageText = ({ checksRun, checksSkipped, checksCrashed }: Summary, final: boolean): string =>
  `${checksRun} of ${checksRun + checksSkipped + checksCrashed} checks ran${final ? '' : ' so far'}`

/** @returns the verdict in words; never without its coverage next to it */
export const verdictText = (summary: Summary): string => {
  if (summary.errors > 0) return `${counted(summary.errors, 'blocker')} open`
  if (summary.warnings > 0) return `No blockers · ${counted(summary.warnings, 'advice', 'advices')}`
  return summary.verdict === 'clear' ? 'No blockers' : 'No blockers, look at what did not run'
}

/** @returns how many checks ended in a way */
export const countOutcomes = (outcomes: readonly CheckOutcome[], outcome: CheckOutcome['outcome']): number =>
  outcomes.filter((o) => o.outcome === outcome).length

/** Verdict as a sign with words. */
export const VerdictBadge = ({ verdict, children }: { verdict: Verdict; children: ReactNode }): ReactNode => {
  const Icon = ICONS[verdict]
  return (
    <span className="verdict" data-verdict={verdict}>
      <Icon size={15} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
