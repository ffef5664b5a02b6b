import type { OrderRequest, Message, MessageState, Refs, Step } from '#core/sync/message.ts'

/** A row of the queue joined with its order. */
export interface MessageRow {
  readonly seq: number
  readonly id: string
  readonly kind: 'order' | 'push'
  readonly board_id: string
  readonly board_name: string
  readonly account_id: string
  readonly approval_id: string
  readonly package_name: string
  readonly package_sha256: string
  readonly content_sha256: string
  readonly area_mm2: number | null
  readonly ours: string
  readonly checks: string
  readonly key: string
  readonly state: MessageState
  readonly paused: 0 | 1
  readonly step: Step
  readonly in_flight: 0 | 1
  readonly attempts: number
  readonly due_at: number
  readonly says: string
  readonly conflict: string | null
  readonly accepted: string
  readonly refs: string
  readonly created_at: number
  readonly updated_at: number
  readonly form: string | null
  readonly agreed: string | null
  readonly ceiling: number | null
  readonly currency: string | null
  readonly expires_at: number | null
}

export const MESSAGE_COLUMNS =
  'outbox.*, form, agreed, ceiling, currency, expires_at FROM outbox LEFT JOIN order_request ON order_request.id = request_id'

const parse = <T>(json: string): T => JSON.parse(json) as T

const requestOf = (row: MessageRow): OrderRequest | null =>
  row.form === null
    ? null
    : {
        form: parse(row.form),
        agreed: row.agreed === null ? null : parse(row.agreed),
        ceiling: row.ceiling!,
        currency: row.currency!,
        expiresAt: row.expires_at!,
      }

export const messageOf = (row: MessageRow): Message => ({
  seq: row.seq,
  id: row.id,
  kind: row.kind,
  boardId: row.board_id,
  boardName: row.board_name,
  accountId: row.account_id,
  approvalId: row.approval_id,
  packageName: row.package_name,
  packageSha256: row.package_sha256,
  contentSha256: row.content_sha256,
  areaMm2: row.area_mm2,
  ours: parse(row.ours),
  checkIds: parse(row.checks),
  key: row.key,
  state: row.state,
  paused: row.paused === 1,
  step: row.step,
  inFlight: row.in_flight === 1,
  attempts: row.attempts,
  dueAt: row.due_at,
  says: row.says,
  conflict: row.conflict === null ? null : parse(row.conflict),
  accepted: parse(row.accepted),
  refs: parse<Refs>(row.refs),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  request: requestOf(row),
})
