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
  const add = db.prepare('INSERT INTO board (id, org_id, sha256, filename, bytes, created_at) VALUES (?, ?, ?, ?, ?, ?)')
  const findUse = db.prepare<[string], unknown>('SELECT 1 FROM board WHERE sha256 = ? LIMIT 1')
  const idempotency = idempotencyRepo(db, { id, now })

  const keep: ServiceBoardsRepo['keep'] = (orgId, { sha256, filename, bytes }) => {
    const known = findContent.get(orgId, sha256)
    if (known) return boardOf(known)
    const row = { id: id('board'), orgId, sha256, filename, bytes }
    add.run(row.id, orgId, sha256, filename, bytes, now())
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
    isUsed: (sha256) => findUse.get(sha256) !== undefined,
  }
}
