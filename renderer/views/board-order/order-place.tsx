import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { NotApproved } from '../account/not-approved.tsx'
import { OrderPlan } from './order-plan.tsx'
import { OrderState } from './order-state.tsx'
import { useBoardOrder } from './use-board-order.ts'

const OpenBoard = ({ account, board }: { account: AccountShape; board: string }): ReactNode => {
  const { draft, failure, show, again } = useBoardOrder(account.id, board)
  if (failure?.code === 'not-approved') return <NotApproved message={failure.message} />
  if (failure) return <PlaceFailure account={account} failure={failure} onAgain={again} />
  if (!draft) return <p className="muted">Reading the approved package…</p>
  if (draft.order) return <OrderState account={account} board={board} order={draft.order} onChange={show} />
  return <OrderPlan account={account} board={board} draft={draft} onBegun={show} />
}

/** Makes an order of the approved board that is open, step by step. */
export const OrderPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const board = useApp((s) => s.boardId)
  if (board === null) return <p className="muted">Open a board and approve it: it becomes an order here.</p>
  return <OpenBoard key={board} account={account} board={board} />
}
