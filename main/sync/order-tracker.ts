import type { TrackedOrder } from '#core/provider/ordering.ts'
import type { SyncTiming } from '#core/sync/timing.ts'
import type { Log } from '#main/services/log.ts'
import type { PlacedOrder, PlacedOrdersRepo } from '#main/store/placed-orders.repo.ts'
import type { AccountGate } from './account-gate.ts'
import type { Connections } from './connections.ts'

export interface OrderTracker {
  start(): void
  /** Asks now, for one account or all that have open orders. Settles when the answers are in the store. */
  look(account?: string): Promise<void>
  stop(): Promise<void>
}

export interface TrackerParts {
  readonly orders: PlacedOrdersRepo
  readonly connections: Connections
  readonly gate: AccountGate
  readonly timing: SyncTiming
  readonly chance: () => number
  readonly now: () => number
  readonly log: Log
  /** The sender of this data folder asks; no other does. */
  readonly isSender: () => boolean
  readonly onOrder: (order: PlacedOrder) => void
}

/** Follows open orders: one question for all orders of an account, rarely, and not while its server does not work. */
export const orderTracker = (parts: TrackerParts): OrderTracker => {
  const { orders, connections, gate, timing, chance, now, log } = parts
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> = Promise.resolve()

  const keep = (placed: PlacedOrder, found: TrackedOrder): void => {
    if (!orders.update(placed.message.id, found, now())) return
    const changed = orders.find(placed.message.id)
    if (changed) parts.onOrder(changed)
  }
  const lookAt = async (account: string): Promise<void> => {
    const ordering = connections.connect(account)?.ordering
    const open = orders.open(account)
    if (!ordering || open.length === 0 || !gate.isOpen(account)) return
    const listed = await ordering.listOrders(stopping.signal)
    gate.heard(account, listed.ok ? null : listed.error)
    if (!listed.ok) return
    const byId = new Map(listed.value.map((order) => [order.orderId, order]))
    for (const placed of open) {
      const found = byId.get(placed.order.orderId)
      if (found) keep(placed, found)
      else {
        // A list may be shortened; the order itself still knows.
        const read = await ordering.readOrder(placed.order.orderId, stopping.signal)
        if (read.ok) keep(placed, read.value)
      }
    }
  }
  const look = (account?: string): Promise<void> => {
    looking = looking.then(async () => {
      for (const id of account === undefined ? orders.accountsWithOpen() : [account]) {
        if (!stopping.signal.aborted) await lookAt(id).catch((error: unknown) => log.fault('orders cannot be followed', error))
      }
    })
    return looking
  }
  const later = (ms: number): void => {
    timer = setTimeout(() => {
      void (parts.isSender() ? look() : Promise.resolve()).finally(
        () => stopping.signal.aborted || later(timing.orderPoll * (0.75 + 0.5 * chance())),
      )
    }, ms)
    timer.unref()
  }
  return {
    start: () => later(Math.min(5000, timing.orderPoll) * (0.5 + chance())),
    look,
    async stop() {
      stopping.abort()
      if (timer) clearTimeout(timer)
      await looking
    },
  }
}
