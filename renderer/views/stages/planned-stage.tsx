import { ClipboardCheck, ShoppingCart } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AppState } from '#renderer/state/app-state.ts'
import { unsureFilesOf } from '#renderer/state/slices/import.slice.ts'
import { counted } from '#renderer/ui/format-value.ts'
import { coverageText, verdictText } from '#renderer/ui/verdict.tsx'

interface Condition {
  readonly text: string
  readonly state: 'met' | 'open' | 'unknown'
}

/** @returns what approval will ask for and how the board stands today */
export const approvalConditions = (s: Pick<AppState, 'files' | 'board' | 'review' | 'reviewFinal'>): readonly Condition[] => {
  const unsure = unsureFilesOf(s.files).length
  const facts = s.board?.facts
  const summary = s.review?.summary
  const notRun = summary ? summary.checksSkipped + summary.checksCrashed : 0
  return [
    {
      text: unsure ? `${counted(unsure, 'file')} whose role is not sure` : 'Every file has a role',
      state: !s.board ? 'unknown' : unsure ? 'open' : 'met',
    },
    {
      text: facts?.gaps.length || facts?.widthMm === null ? 'The outline is not closed' : 'The outline is closed',
      state: !facts ? 'unknown' : facts.gaps.length || facts.widthMm === null ? 'open' : 'met',
    },
    { text: summary ? verdictText(summary) : 'No review yet', state: !summary ? 'unknown' : summary.errors > 0 ? 'open' : 'met' },
    {
      text: summary ? `${coverageText(summary, s.reviewFinal)}${notRun ? `, ${notRun} did not` : ''}` : 'Checks have not run',
      state: !summary ? 'unknown' : notRun > 0 ? 'open' : 'met',
    },
  ]
}

const STATE_WORD = { met: 'met', open: 'open', unknown: 'not known yet' } as const

/** Approving and ordering are not part of this version: the page says so and shows what they will need. */
export const PlannedStage = ({ stage }: { stage: 'approve' | 'order' }): ReactNode => {
  const store = useApp((s) => s)
  const conditions = approvalConditions(store)
  const Icon = stage === 'approve' ? ClipboardCheck : ShoppingCart
  return (
    <section className="planned scroll" data-pane tabIndex={0} aria-label={stage === 'approve' ? 'Approve' : 'Order'}>
      <div className="planned-inner">
        <Icon size={40} strokeWidth={1.3} aria-hidden />
        <h2>{stage === 'approve' ? 'Approving is not available in this version' : 'Ordering is not available in this version'}</h2>
        <p className="muted">
          {stage === 'approve'
            ? 'An approval will record who approved which files, by hash, with which capability, findings and waivers. This is how the board stands against its conditions today:'
            : 'An order will be placed from an approved board only. Nothing of this board has left this computer. These conditions come first:'}
        </p>
        <ul className="conditions">
          {conditions.map(({ text, state }) => (
            <li key={text} data-state={state}>
              <span>{text}</span>
              <span className="chip">{STATE_WORD[state]}</span>
            </li>
          ))}
          {stage === 'order' && (
            <>
              <li data-state="open">
                <span>The board is approved</span>
                <span className="chip">open</span>
              </li>
              <li data-state="open">
                <span>An account with a fab, a quote and an address</span>
                <span className="chip">open</span>
              </li>
            </>
          )}
        </ul>
      </div>
    </section>
  )
}
