import type { ChangedSubject } from '#core/order/approved-revision.ts'
import type { ConflictShape } from '#core/ipc/order-shapes.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Message, Refs, Step } from '#core/sync/message.ts'
import type { Ordering } from '#core/provider/ordering.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import type { OutboxRepo } from '#main/store/outbox.repo.ts'
import type { PlacedOrdersRepo } from '#main/store/placed-orders.repo.ts'

/** How a step ended. */
export type StepOutcome =
  | { readonly kind: 'next'; readonly step: Step; readonly refs: Refs; readonly says: string }
  | { readonly kind: 'finished'; readonly refs: Refs; readonly says: string }
  | { readonly kind: 'ask'; readonly conflict: ConflictShape }
  /** The request is known to have done nothing (`settled`), or may have to be looked up. */
  | { readonly kind: 'failed'; readonly failure: ProviderFailure; readonly settled: boolean }
  | { readonly kind: 'later'; readonly ms: number; readonly says: string }
  /** Cancelled, paused or stopped before anything was sent. */
  | { readonly kind: 'dropped' }

/** What the sender has to know of approvals. */
export interface ApprovalStanding {
  /** @returns what changed since; empty = it speaks of what is there. Null: the approval is not known any more */
  changedSince(approvalId: string): readonly ChangedSubject[] | null
}

export interface StepContext {
  readonly message: Message
  readonly ordering: Ordering
  readonly cancel: Cancel
  readonly accounts: AccountsRepo
  readonly outbox: OutboxRepo
  readonly orders: PlacedOrdersRepo
  readonly approvals: ApprovalStanding
  /** The bytes as they were approved, null when they are not there or no longer what they were. */
  readonly bytesOf: (sha256: string) => Uint8Array | null
  /** ms since 1970, by the server's clock. */
  readonly serverNow: () => number
  readonly now: () => number
  readonly analysisPoll: number
  readonly onProgress: (sent: number, total: number) => void
}

export const checksKey = (checkIds: readonly string[] | null): string => (checkIds === null ? '*' : [...checkIds].sort().join(','))

export const failed = (failure: ProviderFailure, settled = failure.code !== 'unclear'): StepOutcome => ({
  kind: 'failed',
  failure,
  settled,
})
