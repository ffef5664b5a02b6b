import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { ApprovalRow } from '#renderer/state/slices/approve.slice.ts'
import { timeText } from '../review/notes.tsx'
import { RecordMenu } from './record-menu.tsx'

/** @returns what an approval no longer speaks of: "For an earlier state: files and roles changed since" */
export const staleText = ({ changed }: Pick<ApprovalRow, 'changed'>): string =>
  changed.length === 0
    ? 'speaks of the present state'
    : `for an earlier state: ${new Intl.ListFormat('en-GB').format(changed)} changed since`

/** Every decision that was made, newest first; each can be kept as a file. */
export const ApprovalHistory = (): ReactNode => {
  const approvals = useApp((s) => s.approvals)
  if (approvals.length === 0) return null
  return (
    <section className="approve-part" aria-label="Decisions so far">
      <h3>Decisions so far</h3>
      <ul className="approve-list">
        {approvals.map((row) => (
          <li key={row.id} className="approval-row">
            <span className="chip" data-tone={row.decision === 'rejected' ? 'error' : row.changed.length ? 'warning' : 'clean'}>
              {row.decision}
            </span>
            <span className="num">
              revision {row.revision}, {row.by}, {timeText(row.at)}
            </span>
            <span className="muted">
              {staleText(row)}
              {row.reason && `. “${row.reason}”`}
            </span>
            <span className="spacer" />
            <RecordMenu row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}
