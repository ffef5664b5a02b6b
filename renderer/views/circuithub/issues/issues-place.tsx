import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { dayText } from '#renderer/ui/day.ts'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { WorkspaceFrame } from '../workspace-frame.tsx'
import { IssueForm } from './issue-form.tsx'

type Status = 'all' | 'open' | 'closed'

const STATES: readonly { readonly id: Status; readonly name: string }[] = [
  { id: 'open', name: 'Open' },
  { id: 'closed', name: 'Closed' },
  { id: 'all', name: 'All' },
]
const ANY_ORDER = 'any'
const TONES: Readonly<Record<string, string>> = { open: 'warning', closed: 'clean' }

const Issues = ({ account, workspace }: { account: AccountShape; workspace: string }): ReactNode => {
  const [status, setStatus] = useState<Status>('open')
  const [order, setOrder] = useState(ANY_ORDER)
  const production = useAnswer('production.list', { account: account.id }, account.checkedAt)
  const orders = (production.value?.[0]?.items ?? [])
    .filter(({ kind }) => kind === 'order')
    .map(({ id, title }) => ({ id, name: `Order ${id}`, note: title }))
  const issues = useAnswer(
    'issues.list',
    { account: account.id, workspace, order: order === ANY_ORDER ? null : Number(order), status: status === 'all' ? null : status },
    account.checkedAt,
  )
  if (issues.failure) return <PlaceFailure account={account} failure={issues.failure} onAgain={issues.again} />
  return (
    <>
      <div className="push-places">
        <Choice label="Show" value={status} options={STATES} onChange={setStatus} />
        <Choice label="Of" value={order} options={[{ id: ANY_ORDER, name: 'All orders' }, ...orders]} onChange={setOrder} />
        <span className="spacer" />
        <Button size="small" onPress={issues.again}>
          {issues.isAsking ? 'Asking…' : 'Ask now'}
        </Button>
      </div>
      {issues.value === null && <p className="muted">Asking for issues…</p>}
      {issues.value?.length === 0 && <p className="muted">No issue of this kind.</p>}
      {issues.value && issues.value.length > 0 && (
        <table className="approve-files">
          <thead>
            <tr>
              <th scope="col">Issue</th>
              <th scope="col">State</th>
              <th scope="col">Order</th>
              <th scope="col">Filed by</th>
              <th scope="col">Filed</th>
              <th scope="col">Changed</th>
            </tr>
          </thead>
          <tbody>
            {issues.value.map((issue) => (
              <tr key={issue.id}>
                <td>{issue.title}</td>
                <td>
                  <span className="chip" data-tone={TONES[issue.status] ?? 'plain'}>
                    {issue.status}
                  </span>
                </td>
                <td className="num">{issue.order}</td>
                <td>{issue.by}</td>
                <td className="num">{dayText(issue.createdAt)}</td>
                <td className="num">{dayText(issue.updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <IssueForm account={account} workspace={workspace} orders={orders} onFiled={issues.again} />
    </>
  )
}

/** Engineering questions about orders: those that are open, and a new one. */
export const IssuesPlace = ({ account }: { account: AccountShape }): ReactNode => (
  <WorkspaceFrame account={account}>{(workspace) => <Issues key={workspace} account={account} workspace={workspace} />}</WorkspaceFrame>
)
