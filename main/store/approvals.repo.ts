import type { Database } from 'better-sqlite3'
import { sha256Of } from './sha256.ts'

/** What each subject of an approval hashed to. */
export interface Subjects {
  readonly files: string
  readonly roles: string
  readonly capability: string
  readonly waivers: string
}

export interface StoredApproval {
  readonly id: string
  readonly boardId: string
  readonly revisionId: string
  readonly revision: number
  readonly decision: 'approved' | 'rejected'
  readonly at: number
  readonly actor: string
  readonly capability: string
  readonly subjects: Subjects
  /** The record as canonical JSON. */
  readonly record: string
  readonly sha256: string
}

/** Approval records are written once: the database refuses to change or remove them, also when their board is purged. */
export interface ApprovalsRepo {
  add(approval: StoredApproval): void
  /** Newest first. */
  ofBoard(board: string): readonly StoredApproval[]
  find(id: string): StoredApproval | null
  /** Keeps what has changed since a record was written, for the start page. */
  setChanged(id: string, changed: readonly string[]): void
  /** @returns records whose text no longer hashes to what was written */
  tampered(): readonly { readonly id: string; readonly sha256: string }[]
  all(): readonly { readonly id: string; readonly boardId: string; readonly sha256: string }[]
}

interface Row {
  readonly id: string
  readonly board_id: string
  readonly revision_id: string
  readonly revision_number: number
  readonly decision: 'approved' | 'rejected'
  readonly at: number
  readonly actor: string
  readonly capability: string
  readonly subjects: string
  readonly record: string
  readonly sha256: string
}

const approvalOf = (row: Row): StoredApproval => ({
  id: row.id,
  boardId: row.board_id,
  revisionId: row.revision_id,
  revision: row.revision_number,
  decision: row.decision,
  at: row.at,
  actor: row.actor,
  capability: row.capability,
  subjects: JSON.parse(row.subjects) as Subjects,
  record: row.record,
  sha256: row.sha256,
})

export const approvalsRepo = (db: Database): ApprovalsRepo => {
  const add = db.prepare(`
    INSERT INTO approval (id, board_id, revision_id, revision_number, decision, at, actor, capability, subjects, record, sha256)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ofBoard = db.prepare<[string], Row>('SELECT * FROM approval WHERE board_id = ? ORDER BY at DESC, id')
  const find = db.prepare<[string], Row>('SELECT * FROM approval WHERE id = ?')
  const putChanged = db.prepare(
    'INSERT INTO approval_standing (approval_id, changed) VALUES (?, ?) ON CONFLICT (approval_id) DO UPDATE SET changed = excluded.changed',
  )
  const all = db.prepare<[], Row>('SELECT * FROM approval ORDER BY at, id')
  return {
    add: (a) =>
      void add.run(
        a.id,
        a.boardId,
        a.revisionId,
        a.revision,
        a.decision,
        a.at,
        a.actor,
        a.capability,
        JSON.stringify(a.subjects),
        a.record,
        a.sha256,
      ),
    ofBoard: (board) => ofBoard.all(board).map(approvalOf),
    find(id) {
      const row = find.get(id)
      return row ? approvalOf(row) : null
    },
    setChanged: (id, changed) => void putChanged.run(id, JSON.stringify(changed)),
    tampered: () => all.all().filter((row) => sha256Of(row.record) !== row.sha256),
    all: () => all.all().map(({ id, board_id, sha256 }) => ({ id, boardId: board_id, sha256 })),
  }
}
