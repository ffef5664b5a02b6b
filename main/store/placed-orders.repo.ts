import type { Database } from 'better-sqlite3'
import type { Offer, TrackedOrder } from '#core/provider/ordering.ts'
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './outbox-rows.ts'
import type { Message } from '#core/sync/message.ts'

export interface PlacedOrder {
  readonly message: Message
  readonly order: TrackedOrder
  readonly offer: Offer | null
  readonly placedAt: number
  readonly changedAt: number
  readonly checkedAt: number | null
}

export interface PlacedOrdersRepo {
  /** Keeps an order that the server has. Safe to repeat. */
  save(messageId: string, account: string, order: TrackedOrder, offer: Offer | null, now: number): void
  find(id: string): PlacedOrder | null
  /** Newest first. */
  list(board: string | null, offset: number, limit: number): readonly PlacedOrder[]
  count(board: string | null): number
  /** Orders of an account that may still change. */
  open(account: string): readonly PlacedOrder[]
  accountsWithOpen(): readonly string[]
  /** What the server says now. @returns whether that is something else than before */
  update(id: string, order: TrackedOrder, now: number): boolean
}

/** States after which an order does not change any more. */
const FINAL = `('delivered', 'cancelled')`

interface Row extends MessageRow {
  readonly order_id: string
  readonly quote_id: string
  readonly status: string
  readonly tracking: string | null
  readonly timeline: string
  readonly offer: string | null
  readonly placed_at: number
  readonly changed_at: number
  readonly checked_at: number | null
}

const COLUMNS = MESSAGE_COLUMNS.replace(
  'outbox.*',
  'outbox.*, placed_order.order_id, placed_order.quote_id, status, tracking, timeline, offer, placed_at, changed_at, checked_at',
)
const FROM = `${COLUMNS} JOIN placed_order ON placed_order.id = outbox.id`

const placedOf = (row: Row): PlacedOrder => ({
  message: messageOf(row),
  order: {
    orderId: row.order_id,
    quoteId: row.quote_id,
    status: row.status,
    createdAt: row.placed_at,
    tracking: row.tracking,
    timeline: JSON.parse(row.timeline) as TrackedOrder['timeline'],
  },
  offer: row.offer === null ? null : (JSON.parse(row.offer) as Offer),
  placedAt: row.placed_at,
  changedAt: row.changed_at,
  checkedAt: row.checked_at,
})

export const placedOrdersRepo = (db: Database): PlacedOrdersRepo => {
  const save = db.prepare(`
    INSERT INTO placed_order (id, account_id, order_id, quote_id, status, tracking, timeline, offer, placed_at, changed_at, checked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
  const find = db.prepare<[string], Row>(`SELECT ${FROM} WHERE outbox.id = ?`)
  const list = db.prepare<[string | null, string | null, number, number], Row>(
    `SELECT ${FROM} WHERE (? IS NULL OR board_id = ?) ORDER BY placed_at DESC, seq DESC LIMIT ? OFFSET ?`,
  )
  const count = db.prepare<[string | null, string | null], { n: number }>(
    'SELECT count(*) AS n FROM placed_order JOIN outbox ON outbox.id = placed_order.id WHERE (? IS NULL OR board_id = ?)',
  )
  const open = db.prepare<[string], Row>(
    `SELECT ${FROM} WHERE placed_order.account_id = ? AND status NOT IN ${FINAL} ORDER BY placed_at DESC`,
  )
  const accounts = db.prepare<[], { account_id: string }>(
    `SELECT DISTINCT account_id FROM placed_order JOIN account ON account.id = account_id WHERE status NOT IN ${FINAL} AND removed_at IS NULL`,
  )
  const update = db.prepare('UPDATE placed_order SET status = ?, tracking = ?, timeline = ?, changed_at = ?, checked_at = ? WHERE id = ?')
  return {
    save: (id, account, order, offer, now) =>
      void save.run(id, account, order.orderId, order.quoteId, order.status, order.tracking, JSON.stringify(order.timeline), offer ? JSON.stringify(offer) : null, now, now, now), // prettier-ignore
    find(id) {
      const row = find.get(id)
      return row ? placedOf(row) : null
    },
    list: (board, offset, limit) => list.all(board, board, limit, offset).map(placedOf),
    count: (board) => count.get(board, board)!.n,
    open: (account) => open.all(account).map(placedOf),
    accountsWithOpen: () => accounts.all().map(({ account_id }) => account_id),
    update(id, order, now) {
      const before = find.get(id)
      if (!before) return false
      const timeline = JSON.stringify(order.timeline)
      const isChanged = before.status !== order.status || before.tracking !== order.tracking || before.timeline !== timeline
      update.run(order.status, order.tracking, timeline, isChanged ? now : before.changed_at, now, id)
      return isChanged
    },
  }
}
