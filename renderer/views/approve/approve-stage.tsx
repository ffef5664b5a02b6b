import { ClipboardCheck } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { VerdictBadge } from '#renderer/ui/verdict.tsx'
import { SendApproved } from '../account/send-approved.tsx'
import { ApprovalFacts } from './approval-facts.tsx'
import { ApprovalFiles } from './approval-files.tsx'
import { ApprovalHistory, staleText } from './approval-history.tsx'
import { ApprovalLists } from './approval-lists.tsx'
import { BoardSides } from './board-sides.tsx'
import { Checklist } from './checklist.tsx'
import { DecisionForm } from './decision-form.tsx'

/** Approving: a page with everything that is signed, not a question in a dialog. */
export const ApproveStage = (): ReactNode => {
  const load = useApp((s) => s.loadApproval)
  const draft = useApp((s) => s.draft)
  const failed = useApp((s) => s.draftFailed)
  const isFinal = useApp((s) => s.reviewFinal)
  const decisions = useApp((s) => s.decisions)
  const capability = useApp((s) => s.capability)
  useEffect(() => {
    if (isFinal) void load()
  }, [load, isFinal, decisions, capability])
  if (!draft) {
    return (
      <section className="approve scroll" data-pane tabIndex={0} aria-label="Approve">
        <div className="planned-inner">
          <ClipboardCheck size={40} strokeWidth={1.3} aria-hidden />
          <h2>{failed && isFinal ? 'There is nothing to approve yet' : 'The review is not through yet'}</h2>
          <p className="muted" role="status">
            {failed && isFinal ? failed : 'What is approved is put together when all checks have run.'}
          </p>
        </div>
      </section>
    )
  }
  const { state, last } = draft
  return (
    <section className="approve scroll" data-pane tabIndex={0} aria-label="Approve">
      <div className="approve-page">
        <header className="approve-head">
          <h2>
            {state.board.name}, revision {state.revision.number}
          </h2>
          <VerdictBadge verdict={state.verdict.verdict}>{state.verdict.text}</VerdictBadge>
          {last && last.changed.length > 0 && (
            <p className="chip" data-tone="warning">
              {staleText(last)}
            </p>
          )}
        </header>
        <BoardSides />
        <ApprovalFacts state={state} />
        <ApprovalLists state={state} />
        <ApprovalFiles state={state} />
        <Checklist />
        <DecisionForm draft={draft} />
        <SendApproved />
        <ApprovalHistory />
      </div>
    </section>
  )
}
