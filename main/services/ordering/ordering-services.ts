import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import { TIMING, type SyncTiming } from '#core/sync/timing.ts'
import { httpOut } from '#main/provider/http-out.ts'
import type { ProviderServiceParts } from '#main/providers/provider-service.ts'
import type { SecretStore } from '#main/secrets/secret-store.ts'
import type { EventHub } from '#main/services/events.ts'
import type { Log } from '#main/services/log.ts'
import { accountsRepo } from '#main/store/accounts.repo.ts'
import { outboxRepo } from '#main/store/outbox.repo.ts'
import { placedOrdersRepo, type PlacedOrder } from '#main/store/placed-orders.repo.ts'
import type { Store } from '#main/store/store.ts'
import { connections } from '#main/sync/connections.ts'
import { watchNetwork } from '#main/sync/network-watch.ts'
import { orderTracker } from '#main/sync/order-tracker.ts'
import { takeSenderLock } from '#main/sync/sender-lock.ts'
import { syncEngine, type SyncEngine } from '#main/sync/sync-engine.ts'
import { accountService, type AccountService } from './account-service.ts'
import { approvedRevisions, type ApprovedRevisions, type ChangedSince } from './approved-revisions.ts'
import type { BoardPlaces } from './ordering-parts.ts'
import { orderService, type OrderService } from './order-service.ts'
import { outboxService, type OutboxService } from './outbox-service.ts'
import { placedShapeOf } from './shapes.ts'

export interface OrderingServices {
  readonly accounts: AccountService
  readonly orders: OrderService
  readonly outbox: OutboxService
  readonly engine: SyncEngine
  readonly approved: ApprovedRevisions
  /** The same accounts and connections, for what does not go through the queue. */
  readonly reach: ProviderServiceParts
  /** Sends an approved board to the accounts that take every approved board. */
  approvedNow(board: string): Promise<void>
  /** Begins to send and to follow orders. */
  start(): void
  /** Asks for open orders now. */
  followOrders(): Promise<void>
  close(): Promise<void>
}

export interface OrderingOptions {
  readonly dataFolder: string
  readonly store: Store
  readonly secrets: SecretStore
  readonly hub: EventHub
  readonly log: Log
  readonly boards: BoardPlaces
  readonly changedSince: ChangedSince
  readonly timing?: Partial<SyncTiming>
}

const clock = (): number => performance.now()

const says = ({ message, order }: PlacedOrder): string =>
  `Order ${order.orderId} of ${message.boardName}: ${order.status.replaceAll('_', ' ')}${order.tracking ? `, tracking ${order.tracking}` : ''}`

/** Accounts, queue and orders of a data folder, wired together. Nothing is sent before `start`. */
export const orderingServices = (options: OrderingOptions): OrderingServices => {
  const { dataFolder, store, secrets, hub, log, boards } = options
  const timing: SyncTiming = { ...TIMING, ...options.timing }
  const { now } = store.ids
  const accounts = accountsRepo(store.database, store.ids)
  const outbox = outboxRepo(store.database, store.ids)
  const orders = placedOrdersRepo(store.database)
  const http = httpOut()
  const connected = connections({ accounts, secrets, http, now, clock })
  const approved = approvedRevisions(store, options.changedSince)

  const nameOf = (id: string): string => accounts.find(id)?.name ?? 'removed account'
  const onOrder = (placed: PlacedOrder): void =>
    hub.emit({ event: 'order', payload: { order: placedShapeOf(placed, nameOf(placed.message.accountId)), says: says(placed) } })
  const onAccount = (): void => hub.emit({ event: 'accounts', payload: {} })
  const told = new Set<string>()
  const onMessage = (id: string): void => {
    hub.emit({ event: 'outbox', payload: { id } })
    const placed = told.has(id) ? null : orders.find(id)
    if (!placed) return
    told.add(id)
    onOrder(placed)
  }
  const onStatus = (status: SyncStatusShape): void => hub.emit({ event: 'sync', payload: status })

  const engine = syncEngine({
    outbox,
    accounts,
    orders,
    connections: connected,
    approvals: approved,
    bytesOf: (sha256) => store.contents.get(sha256),
    lock: () => takeSenderLock(dataFolder),
    log,
    now,
    clock,
    chance: Math.random,
    onMessage,
    onStatus,
    onAccount,
    timing,
  })
  const tracker = orderTracker({
    orders,
    connections: connected,
    gate: engine.gate,
    timing,
    chance: Math.random,
    now,
    log,
    isSender: () => engine.status().state !== 'elsewhere',
    onOrder,
  })
  const queue = outboxService({ outbox, accounts, engine, timing, now, onMessage })
  const orderings = orderService({
    ...boards,
    approved,
    accounts,
    contents: store.contents,
    outbox,
    orders,
    connections: connected,
    engine,
    tracker,
    now,
    shapes: { message: queue.shapeOf },
  })
  const approvedNow = async (board: string): Promise<void> => {
    const chosen = accounts.list().filter(({ syncsApproved }) => syncsApproved)
    if (chosen.length === 0 || (approved.latest(board)?.changed.length ?? 1) > 0) return
    for (const { id } of chosen) await orderings.push(board, id)
  }
  let endWatch: (() => void) | null = null
  let endListening: (() => void) | null = null

  return {
    accounts: accountService({ accounts, outbox, secrets, connections: connected, engine, now, clock, onChange: onAccount }),
    orders: orderings,
    reach: { accounts, secrets, connections: connected, http, clock, onChange: onAccount },
    outbox: queue,
    engine,
    approved,
    approvedNow,
    start() {
      engine.start()
      tracker.start()
      endWatch = watchNetwork(() => engine.now())
      endListening = hub.listen((event) => {
        if (event.event === 'decisions')
          void approvedNow(event.payload.board).catch((error: unknown) => log.fault('an approved board is not sent', error))
      })
    },
    followOrders: () => tracker.look(),
    async close() {
      endWatch?.()
      endListening?.()
      await tracker.stop()
      await engine.stop()
      http.close()
    },
  }
}
