import type { Database } from 'better-sqlite3'
import type { RevisionShape } from '#core/ipc/decision-shapes.ts'
import { unpackLandmarks, type Landmarks } from '#core/review/landmarks.ts'

export interface RevisionsRepo {
  /** Newest first; empty when there is no such board, or when it is deleted. */
  list(board: string): readonly RevisionShape[]
  /** @returns the revision, by default the newest; null when there is none */
  find(board: string, number?: number | null): RevisionShape | null
  /** @returns where a package is a revision, or null */
  ofPackage(sha256: string): { readonly board: string; readonly number: number } | null
  /** When it was reviewed last, ms since 1970; null = never. */
  reviewedAt(revision: string): number | null
  /** Keeps how a revision stands with what was decided on it. */
  setEffective(revision: string, verdict: string, text: string): void
  /** Null where an older version stored none, or they are damaged. */
  landmarks(revision: string): Landmarks | null
  /** @returns path, hash and size of each file, by path */
  files(revision: string): readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[]
  /** Moves a board's only revision to the end of another board; the rest of the board goes. @returns its new number */
  attach(board: string, to: string): number
  /** Makes a revision the first one of a new board; what was decided on it goes along, ticks and shifts do not. */
  detach(revision: string, to: { readonly id: string; readonly name: string; readonly at: number }): void
  /** @returns every board's newest revision, the board last active first */
  newest(): readonly NewestRevision[]
}

export interface NewestRevision {
  readonly board: string
  /** Of the board. */
  readonly name: string
  readonly revision: RevisionShape
  /** The board as it was read, JSON; null where its review is missing. */
  readonly model: string | null
  readonly paths: readonly string[]
}

interface Row {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly createdAt: number
  readonly verdict: RevisionShape['verdict']
  readonly coverage: string | null
  readonly capability: string | null
}

/** Tables whose rows move along with their revision; what could be undone there no longer can. */
const MOVING = ['waiver', 'note', 'mark', 'checklist_item', 'alignment_choice', 'accepted_edit', 'search_row'] as const
/** Of these the ones that were made on one revision. */
const OF_REVISION = ['waiver', 'note', 'mark', 'search_row'] as const

export const revisionsRepo = (db: Database): RevisionsRepo => {
  const list = db.prepare<[string], Row>(`
    SELECT revision.id, number, revision.name, package_sha256 AS sha256, bytes, revision.created_at AS createdAt,
      coalesce(effective_verdict, verdict) AS verdict, coalesce(effective_text, coverage) AS coverage, capability
    FROM revision JOIN board ON board.id = board_id LEFT JOIN review ON review.revision_id = revision.id
    WHERE board_id = ? AND deleted_at IS NULL ORDER BY number DESC`)
  const ofPackage = db.prepare<[string], { board: string; number: number }>(`
    SELECT board_id AS board, number FROM revision JOIN board ON board.id = board_id WHERE package_sha256 = ? AND deleted_at IS NULL`)
  const reviewedAt = db.prepare<[string], { reviewed_at: number }>('SELECT reviewed_at FROM review WHERE revision_id = ?')
  const setEffective = db.prepare('UPDATE review SET effective_verdict = ?, effective_text = ? WHERE revision_id = ?')
  const landmarks = db.prepare<[string], { body: Buffer }>('SELECT body FROM landmark WHERE revision_id = ?')
  const files = db.prepare<[string], { path: string; sha256: string; bytes: number }>(
    'SELECT path, sha256, bytes FROM file WHERE revision_id = ? ORDER BY path',
  )
  const next = db.prepare<[string], { next: number }>('SELECT 1 + max(number) AS next FROM revision WHERE board_id = ?')
  const moveRevision = db.prepare('UPDATE revision SET board_id = ?, number = ? WHERE board_id = ?')
  const moves = MOVING.map((table) => db.prepare(`UPDATE OR IGNORE ${table} SET board_id = ? WHERE board_id = ?`))
  const dropName = db.prepare("DELETE FROM search_row WHERE board_id = ? AND kind = 'board'")
  const remove = db.prepare('DELETE FROM board WHERE id = ?')
  const attach = db.transaction((board: string, to: string): number => {
    const number = next.get(to)!.next
    moveRevision.run(to, number, board)
    dropName.run(board)
    for (const move of moves) move.run(to, board)
    remove.run(board)
    return number
  })
  const addBoard = db.prepare("INSERT INTO board (id, name, opened_at, created_at, active_at, activity) VALUES (?, ?, ?, ?, ?, 'Opened')")
  const takeRevision = db.prepare('UPDATE revision SET board_id = ?, number = 1 WHERE id = ?')
  const takes = OF_REVISION.map((table) => db.prepare(`UPDATE ${table} SET board_id = ? WHERE revision_id = ?`))
  const dropShifts = db.prepare('DELETE FROM alignment_choice WHERE from_revision_id = ? OR to_revision_id = ?')
  const untick = db.prepare('UPDATE checklist_item SET done_by = NULL, done_at = NULL, done_revision_id = NULL WHERE done_revision_id = ?')
  const newestOf = db.prepare<[], Row & { board: string; boardName: string; model: string | null; paths: string }>(`
    SELECT board.id AS board, board.name AS boardName, revision.id, number, revision.name, package_sha256 AS sha256, bytes,
      revision.created_at AS createdAt, coalesce(effective_verdict, verdict) AS verdict, coalesce(effective_text, coverage) AS coverage,
      capability, model, (SELECT json_group_array(path) FROM file WHERE file.revision_id = revision.id) AS paths
    FROM board
    JOIN revision ON revision.board_id = board.id AND number = (SELECT max(number) FROM revision AS r WHERE r.board_id = board.id)
    LEFT JOIN review ON review.revision_id = revision.id
    WHERE deleted_at IS NULL ORDER BY active_at DESC, board.id`)
  return {
    list: (board) => list.all(board),
    find(board, number) {
      const rows = list.all(board)
      return (number === undefined || number === null ? rows[0] : rows.find((row) => row.number === number)) ?? null
    },
    ofPackage: (sha256) => ofPackage.get(sha256) ?? null,
    reviewedAt: (revision) => reviewedAt.get(revision)?.reviewed_at ?? null,
    setEffective: (revision, verdict, text) => void setEffective.run(verdict, text, revision),
    landmarks(revision) {
      const row = landmarks.get(revision)
      return row ? unpackLandmarks(row.body) : null
    },
    files: (revision) => files.all(revision),
    attach: (board, to) => attach(board, to),
    detach(revision, { id, name, at }) {
      addBoard.run(id, name, at, at, at)
      takeRevision.run(id, revision)
      for (const take of takes) take.run(id, revision)
      dropShifts.run(revision, revision)
      untick.run(revision)
    },
    newest: () =>
      newestOf.all().map(({ board, boardName, model, paths, ...revision }) => ({
        board,
        name: boardName,
        revision,
        model,
        paths: JSON.parse(paths) as string[],
      })),
  }
}
