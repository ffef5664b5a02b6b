import { useEffect, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { PushShape } from '#core/ipc/push.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { NotApproved } from '../account/not-approved.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useAnswer, type Answered } from '../account/use-answer.ts'
import { PushForm } from './push-form.tsx'
import { PushState } from './push-state.tsx'

type Draft = Answered<AskOutput<'push.draft'>>

/** The board that is open: what of its approved revision is sent, or how the sending goes. */
const OpenBoard = ({
  account,
  board,
  draft,
  push,
}: {
  account: AccountShape
  board: string
  draft: Draft
  push: PushShape | null
}): ReactNode => {
  if (draft.failure?.code === 'not-approved') return <NotApproved message={draft.failure.message} />
  if (draft.failure) return <PlaceFailure account={account} failure={draft.failure} onAgain={draft.again} />
  if (!draft.value) return <p className="muted">Reading the approved package…</p>
  if (push) return <PushState account={account} push={push} onForgotten={draft.again} />
  return <PushForm key={board} account={account} board={board} draft={draft.value} onBegun={draft.again} />
}

/** Pushes of other boards and of earlier revisions. */
const Earlier = ({ account, shown }: { account: AccountShape; shown: PushShape | null }): ReactNode => {
  const pushes = useApp((s) => s.pushes)
  const earlier = Object.values(pushes)
    .filter((push) => push.account === account.id && push.id !== shown?.id)
    .sort((a, b) => b.createdAt - a.createdAt)
  if (earlier.length === 0) return null
  return (
    <section className="approve-part" aria-label="Sent before">
      <h3>Sent before</h3>
      <ul className="approve-list">
        {earlier.map((push) => (
          <li key={push.id}>
            <b>{push.boardName}</b>
            <span className="muted num">revision {push.revision}</span>
            <span>{push.says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Sends the approved package to CircuitHub and follows it. */
export const PushPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const board = useApp((s) => s.boardId)
  const load = useApp((s) => s.loadPushes)
  const pushes = useApp((s) => s.pushes)
  const draft = useAnswer('push.draft', board === null ? null : { account: account.id, board })
  useEffect(() => void load(), [load])
  const begun = draft.value?.push ?? null
  const push = begun && (pushes[begun.id] ?? begun)
  return (
    <>
      {board === null ? (
        <p className="muted">No board is open. Open and approve one: its approved package is sent from here.</p>
      ) : (
        <OpenBoard account={account} board={board} draft={draft} push={push} />
      )}
      <Earlier account={account} shown={push} />
    </>
  )
}
