import type { Database } from 'better-sqlite3'
import type { Build, IntentState, LeadTime, ShipTo } from '#core/asap/order-intent.ts'
import type { ServiceIds } from './ids.ts'

/** What a caller may set. */
export interface IntentFields {
  readonly boardId: string | null
  readonly dfmRunId: string | null
  readonly quantity: number
  readonly leadTime: LeadTime
  readonly shipTo: ShipTo
  readonly build: Build
  readonly policyId: string | null
  readonly notes: string | null
}

export interface IntentRow extends IntentFields {
  readonly id: string
  readonly orgId: string
  readonly userId: string
  readonly status: IntentState
  readonly latestQuoteId: string | null
  readonly latestOrderId: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

export interface IntentsRepo {
  create(orgId: string, userId: string, fields: IntentFields): IntentRow
  /** @returns the intent, whoever owns it */
  find(id: string): IntentRow | null
  /** Newest first. */
  list(orgId: string): readonly IntentRow[]
  /** @returns the changed intent, or null when it is no longer a draft */
  change(id: string, fields: IntentFields): IntentRow | null
}

interface Row {
  readonly id: string
  readonly org_id: string
  readonly user_id: string
  readonly status: IntentState
  readonly board_id: string | null
  readonly dfm_run_id: string | null
  readonly quantity: number
  readonly lead_time: LeadTime
  readonly ship_to: string
  readonly build: string
  readonly policy_id: string | null
  readonly notes: string | null
  readonly latest_quote_id: string | null
  readonly latest_order_id: string | null
  readonly created_at: number
  readonly updated_at: number
}

const intentOf = (row: Row): IntentRow => ({
  id: row.id,
  orgId: row.org_id,
  userId: row.user_id,
  status: row.status,
  boardId: row.board_id,
  dfmRunId: row.dfm_run_id,
  quantity: row.quantity,
  leadTime: row.lead_time,
  shipTo: JSON.parse(row.ship_to) as ShipTo,
  build: JSON.parse(row.build) as Build,
  policyId: row.policy_id,
  notes: row.notes,
  latestQuoteId: row.latest_quote_id,
  latestOrderId: row.latest_order_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const intentsRepo = (db: Database, { id, now }: ServiceIds): IntentsRepo => {
  const add = db.prepare<unknown[], Row>(`
    INSERT INTO intent (board_id, dfm_run_id, quantity, lead_time, ship_to, build, policy_id, notes, id, org_id, user_id, status, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?) RETURNING *`)
  const change = db.prepare<unknown[], Row>(`
    UPDATE intent SET board_id = ?, dfm_run_id = ?, quantity = ?, lead_time = ?, ship_to = ?, build = ?, policy_id = ?, notes = ?,
      updated_at = max(?, updated_at + 1)
    WHERE id = ? AND status = 'draft' RETURNING *`)
  const find = db.prepare<[string], Row>('SELECT * FROM intent WHERE id = ?')
  const list = db.prepare<[string], Row>('SELECT * FROM intent WHERE org_id = ? ORDER BY rowid DESC')
  const values = (f: IntentFields): unknown[] => [
    f.boardId,
    f.dfmRunId,
    f.quantity,
    f.leadTime,
    JSON.stringify(f.shipTo),
    JSON.stringify(f.build),
    f.policyId,
    f.notes,
  ]
  return {
    create: (orgId, userId, fields) => intentOf(add.get(...values(fields), id('orderIntent'), orgId, userId, now(), now())!),
    find(intentId) {
      const row = find.get(intentId)
      return row ? intentOf(row) : null
    },
    list: (orgId) => list.all(orgId).map(intentOf),
    change(intentId, fields) {
      const row = change.get(...values(fields), now(), intentId)
      return row ? intentOf(row) : null
    },
  }
}
