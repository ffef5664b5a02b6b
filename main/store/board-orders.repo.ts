import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { OrderStep } from '#core/provider/authentise/board-order.ts'
import type { Ids } from './boards.repo.ts'

/** What an order is made with, as it was chosen. */
const optionsShape = z.object({
  bureau: z.string(),
  workflow: z.string(),
  shipping: z.string().nullable(),
  materials: z.array(z.string()),
  quantity: z.int().positive(),
  /** Given when the quote was agreed to. */
  purchaseOrder: z.string().nullable(),
  /** Production was agreed to. */
  isConfirmed: z.boolean(),
})
export type BoardOrderOptions = z.infer<typeof optionsShape>

export interface BoardOrder {
  readonly accountId: string
  readonly approvalId: string
  readonly reference: string
  readonly boardName: string
  readonly revision: string
  readonly options: BoardOrderOptions
  readonly createdAt: number
}

export interface StepRow {
  readonly step: OrderStep
  readonly begunAt: number
  readonly doneAt: number | null
  readonly uri: string | null
}

/** Orders of approved boards and how far they are; one for each account and approval. */
export interface BoardOrdersRepo {
  /** Records an order; one that is there already stays as it is. */
  add(order: Omit<BoardOrder, 'createdAt'>): BoardOrder
  find(accountId: string, approvalId: string): BoardOrder | null
  setOptions(order: BoardOrder, options: BoardOrderOptions): void
  steps(order: BoardOrder): readonly StepRow[]
  /** Notes that a step is about to be taken; the first time counts. */
  begin(order: BoardOrder, step: OrderStep): void
  finish(order: BoardOrder, step: OrderStep, uri: string | null): void
}

interface Row {
  readonly account_id: string
  readonly approval_id: string
  readonly reference: string
  readonly board_name: string
  readonly revision: string
  readonly options: string
  readonly created_at: number
}

const orderOf = (row: Row): BoardOrder => ({
  accountId: row.account_id,
  approvalId: row.approval_id,
  reference: row.reference,
  boardName: row.board_name,
  revision: row.revision,
  options: optionsShape.parse(JSON.parse(row.options)),
  createdAt: row.created_at,
})

export const boardOrdersRepo = (db: Database, { now }: Pick<Ids, 'now'>): BoardOrdersRepo => {
  const insert = db.prepare(`
    INSERT INTO board_order (account_id, approval_id, reference, board_name, revision, options, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const find = db.prepare<[string, string], Row>('SELECT * FROM board_order WHERE account_id = ? AND approval_id = ?')
  const setOptions = db.prepare('UPDATE board_order SET options = ? WHERE account_id = ? AND approval_id = ?')
  const steps = db.prepare<[string, string], { step: OrderStep; begun_at: number; done_at: number | null; uri: string | null }>(
    'SELECT step, begun_at, done_at, uri FROM board_order_step WHERE account_id = ? AND approval_id = ?',
  )
  const begin = db.prepare(
    'INSERT INTO board_order_step (account_id, approval_id, step, begun_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const finish = db.prepare('UPDATE board_order_step SET done_at = ?, uri = ? WHERE account_id = ? AND approval_id = ? AND step = ?')
  const read = (accountId: string, approvalId: string): BoardOrder | null => {
    const row = find.get(accountId, approvalId)
    return row ? orderOf(row) : null
  }
  return {
    add({ accountId, approvalId, reference, boardName, revision, options }) {
      insert.run(accountId, approvalId, reference, boardName, revision, JSON.stringify(options), now())
      return read(accountId, approvalId)!
    },
    find: read,
    setOptions: ({ accountId, approvalId }, options) => void setOptions.run(JSON.stringify(options), accountId, approvalId),
    steps: ({ accountId, approvalId }) =>
      steps.all(accountId, approvalId).map((row) => ({ step: row.step, begunAt: row.begun_at, doneAt: row.done_at, uri: row.uri })),
    begin: ({ accountId, approvalId }, step) => void begin.run(accountId, approvalId, step, now()),
    finish: ({ accountId, approvalId }, step, uri) => void finish.run(now(), uri, accountId, approvalId, step),
  }
}
