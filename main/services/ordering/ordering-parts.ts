import type { Result } from '#core/base/result.ts'
import type { BoardShape } from '#core/ipc/board-shapes.ts'
import type { MessageShape } from '#core/ipc/order-shapes.ts'
import type { Message } from '#core/sync/message.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import type { ContentStore } from '#main/store/content-store.ts'
import type { OutboxRepo } from '#main/store/outbox.repo.ts'
import type { PlacedOrdersRepo } from '#main/store/placed-orders.repo.ts'
import type { Connections } from '#main/sync/connections.ts'
import type { OrderTracker } from '#main/sync/order-tracker.ts'
import type { SyncEngine } from '#main/sync/sync-engine.ts'
import type { ApprovedRevisions } from './approved-revisions.ts'

/** What the page calls a board, and what is known of it. */
export interface BoardPlaces {
  locate(id: string): Result<{ readonly board: string }, { readonly code: 'gone' | 'not-ready'; readonly message: string }>
  factsOf(
    id: string,
  ): Result<
    { readonly name: string; readonly copperLayers: number; readonly facts: BoardShape['facts'] },
    { readonly code: 'gone' | 'not-ready'; readonly message: string }
  >
}

export interface OrderingParts extends BoardPlaces {
  readonly approved: ApprovedRevisions
  readonly accounts: AccountsRepo
  readonly contents: ContentStore
  readonly outbox: OutboxRepo
  readonly orders: PlacedOrdersRepo
  readonly connections: Connections
  readonly engine: SyncEngine
  readonly tracker: OrderTracker
  readonly now: () => number
  readonly shapes: { message(message: Message): MessageShape }
}
