import { useId, useState, type ReactNode } from 'react'
import { MAX_REASON_CHARACTERS } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { ApprovalDraft } from '#renderer/state/slices/approve.slice.ts'
import { Button } from '#renderer/ui/button.tsx'

/** What is still in the way, and the one button. */
export const DecisionForm = ({ draft }: { draft: ApprovalDraft }): ReactNode => {
  const decide = useApp((s) => s.decideApproval)
  const isBusy = useApp((s) => s.deciding)
  const author = useApp((s) => s.decisions?.author ?? '')
  const [reason, setReason] = useState('')
  const reasonId = useId()
  const { conditions, obstacles, state } = draft
  const open = conditions.filter((c) => !c.ticked)
  const isReady = obstacles.length === 0 && open.length === 0
  const send = async (decision: 'approved' | 'rejected'): Promise<void> => {
    if (await decide(decision, reason.trim())) setReason('')
  }
  return (
    <section className="approve-part decision" aria-label="Decision">
      <h3>Decision</h3>
      {obstacles.length > 0 && (
        <div className="obstacles" role="status">
          <p>This keeps the board from being approved:</p>
          <ul>
            {obstacles.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {open.length > 0 && (
        <div className="obstacles" role="status">
          <p>To be ticked on the checklist first:</p>
          <ul>
            {open.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <label htmlFor={reasonId}>Remark; when rejecting, the reason (each line is one thing to do)</label>
      <textarea
        id={reasonId}
        rows={3}
        maxLength={MAX_REASON_CHARACTERS}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="card-actions">
        <Button kind="primary" size="large" isDisabled={!isReady || isBusy} onPress={() => void send('approved')}>
          Approve revision {state.revision.number}
        </Button>
        <Button size="large" isDisabled={isBusy || reason.trim() === ''} onPress={() => void send('rejected')}>
          Reject
        </Button>
        {author && <span className="muted">as {author}</span>}
      </div>
    </section>
  )
}
