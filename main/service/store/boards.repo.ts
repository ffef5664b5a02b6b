import type { Database } from 'better-sqlite3'
import type { ServiceIds } from './ids.ts'
import { idempotencyRepo, type Replayed, type Reservation } from './idempotency.repo.ts'

export interface BoardRow {
  readonly id: string
  readonly orgId: string
  readonly sha256: string
  readonly filename: string
  readonly bytes: number
}

export interface ServiceBoardsRepo {
  /** @returns the organisation's board with this content, made when there is none */
  keep(orgId: string, content: { readonly sha256: string; readonly filename: string; readonly bytes: number }): BoardRow
  /** As `keep`, under an idempotency key, in one transaction. */
  keepOnce(
    reservation: Reservation,
    content: { readonly sha256: string; readonly filename: string; readonly bytes: number },
  ): Replayed & { readonly board: BoardRow }
  find(orgId: string, id: string): BoardRow | null
  isUsed(sha256: string): boolean
  /**
   * Removes boards with their runs and quotes that were last used before `before`: no files came for them, no run was asked
   * for and no draft was changed since. What was ordered, and what a job still works on, stays.
   * @returns how many boards
   */
  forget(before: number): number
}

interface Row {
  readonly id: string
  readonly org_id: string
  readonly sha256: string
  readonly filename: string
  readonly bytes: number
}

const boardOf = ({ org_id, ...row }: Row): BoardRow => ({
  id: row.id,
  orgId: org_id,
  sha256: row.sha256,
  filename: row.filename,
  bytes: row.bytes,
})

export const serviceBoardsRepo = (db: Database, { id, now }: ServiceIds): ServiceBoardsRepo => {
  const findContent = db.prepare<[string, string], Row>('SELECT * FROM board WHERE org_id = ? AND sha256 = ?')
  const findId = db.prepare<[string, string], Row>('SELECT * FROM board WHERE org_id = ? AND id = ?')
  const add = db.prepare('INSERT INTO board (id, org_id, sha256, filename, bytes, created_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const use = db.prepare('UPDATE board SET used_at = max(used_at, ?) WHERE id = ?')
  const findUse = db.prepare<[string], unknown>('SELECT 1 FROM board WHERE sha256 = ? LIMIT 1')
  const findIdle = db.prepare<{ before: number }, { id: string }>(`
    SELECT id FROM board WHERE used_at < @before
      AND NOT EXISTS (
        SELECT 1 FROM run JOIN job ON job.run_id = run.id
        WHERE run.board_id = board.id AND (run.created_at >= @before OR job.state IN ('queued', 'running')))
      AND NOT EXISTS (
        SELECT 1 FROM run JOIN quote ON quote.run_id = run.id
        WHERE run.board_id = board.id
          AND (quote.created_at >= @before OR EXISTS (SELECT 1 FROM fab_order WHERE fab_order.quote_id = quote.id)))
      AND NOT EXISTS (
        SELECT 1 FROM intent
        WHERE (intent.board_id = board.id OR intent.dfm_run_id IN (SELECT id FROM run WHERE run.board_id = board.id))
          AND (intent.status = 'submitted' OR intent.updated_at >= @before))`)
  const DRAFTS = `SELECT id FROM intent WHERE board_id = @id OR dfm_run_id IN (SELECT id FROM run WHERE run.board_id = @id)`
  const removals = [
    `DELETE FROM quote WHERE run_id IN (SELECT id FROM run WHERE board_id = @id)`,
    // A draft may have been quoted with another board before.
    `UPDATE quote SET intent_id = NULL WHERE intent_id IN (${DRAFTS})`,
    `DELETE FROM intent WHERE id IN (${DRAFTS})`,
    `DELETE FROM run WHERE board_id = @id`,
    `DELETE FROM board WHERE id = @id`,
  ].map((sql) => db.prepare<{ id: string }>(sql))
  const forget = db.transaction((before: number): number => {
    const idle = findIdle.all({ before })
    for (const board of idle) for (const removal of removals) removal.run(board)
    return idle.length
  })
  const idempotency = idempotencyRepo(db, { id, now })

  const keep: ServiceBoardsRepo['keep'] = (orgId, { sha256, filename, bytes }) => {
    const known = findContent.get(orgId, sha256)
    if (known) {
      use.run(now(), known.id)
      return boardOf(known)
    }
    const row = { id: id('board'), orgId, sha256, filename, bytes }
    add.run(row.id, orgId, sha256, filename, bytes, now(), now())
    return row
  }
  const keepOnce = db.transaction((reservation: Reservation, content: { sha256: string; filename: string; bytes: number }) => {
    const board = keep(reservation.orgId, content)
    return { ...idempotency.reserve(reservation, board.id, content.filename), board }
  })
  return {
    keep,
    keepOnce: (reservation, content) => keepOnce(reservation, content),
    find(orgId, boardId) {
      const row = findId.get(orgId, boardId)
      return row ? boardOf(row) : null
    },
    forget: (before) => forget(before),
    isUsed: (sha256) => findUse.get(sha256) !== undefined,
  }
}
