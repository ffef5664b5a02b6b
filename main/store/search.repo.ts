import type { Database } from 'better-sqlite3'
import type { Finding } from '#core/checks/finding.ts'
import type { SearchHitShape } from '#core/ipc/library.ipc.ts'

export interface SearchRepo {
  /** Makes a board's name findable. */
  board(board: string, name: string): void
  /** Makes what a revision holds findable, in place of what was there before. */
  revision(row: {
    readonly board: string
    readonly revision: string
    readonly paths: readonly string[]
    readonly nets: readonly string[]
    readonly findings: readonly Finding[]
  }): void
  /** Makes a board's notes findable as they are now. */
  notes(board: string): void
  /** @returns hits, best first, on boards that are not deleted, and how many there are */
  find(text: string, board: string | null, limit: number): { readonly hits: readonly SearchHitShape[]; readonly total: number }
  /** @returns boards that hold all words, anywhere in them */
  boardsWith(text: string): readonly string[]
  /** Writes the index anew from its rows. */
  rebuild(): void
  /** @returns false when the index does not agree with its rows */
  isSound(): boolean
}

/** More of one kind say nothing more about a revision. */
const MOST_PER_REVISION = 5000
/** Words as the index splits them, each to be found by its beginning. */
const prefixesOf = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}_]+/gu) ?? []).map((word) => `"${word}"*`)

interface HitRow {
  readonly kind: SearchHitShape['kind']
  readonly board_id: string
  readonly name: string
  readonly number: number | null
  readonly ref: string
  readonly marked: string
}

const HITS = `
  FROM search_index JOIN search_row ON search_row.id = search_index.rowid JOIN board ON board.id = search_row.board_id
  LEFT JOIN revision ON revision.id = search_row.revision_id
  WHERE search_index MATCH ? AND board.deleted_at IS NULL AND (? IS NULL OR board.id = ?)`

export const searchRepo = (db: Database): SearchRepo => {
  const add = db.prepare('INSERT INTO search_row (board_id, revision_id, kind, ref, text) VALUES (?, ?, ?, ?, ?)')
  const clearBoard = db.prepare("DELETE FROM search_row WHERE board_id = ? AND kind = 'board'")
  const clearRevision = db.prepare("DELETE FROM search_row WHERE revision_id = ? AND kind IN ('file', 'net', 'finding')")
  const clearNotes = db.prepare("DELETE FROM search_row WHERE board_id = ? AND kind = 'note'")
  const addNotes = db.prepare(`
    INSERT INTO search_row (board_id, revision_id, kind, ref, text) SELECT board_id, revision_id, 'note', id, text FROM note WHERE board_id = ?`)
  const hits = db.prepare<[string, string | null, string | null, number], HitRow>(`
    SELECT search_row.kind, search_row.board_id, board.name, revision.number, search_row.ref,
      snippet(search_index, 0, char(1), char(2), '…', 24) AS marked ${HITS} ORDER BY rank, search_row.id LIMIT ?`)
  const count = db.prepare<[string, string | null, string | null], { n: number }>(`SELECT count(*) AS n ${HITS}`)
  const boards = db.prepare<[string], { board_id: string }>(
    'SELECT DISTINCT board_id FROM search_index JOIN search_row ON search_row.id = search_index.rowid WHERE search_index MATCH ?',
  )
  return {
    board(board, name) {
      clearBoard.run(board)
      add.run(board, null, 'board', board, name)
    },
    revision({ board, revision, paths, nets, findings }) {
      clearRevision.run(revision)
      for (const path of paths.slice(0, MOST_PER_REVISION)) add.run(board, revision, 'file', path, path)
      for (const net of nets.slice(0, MOST_PER_REVISION)) add.run(board, revision, 'net', net, net)
      for (const f of findings.slice(0, MOST_PER_REVISION))
        add.run(board, revision, 'finding', f.fingerprint, [f.message, ...f.objects, ...f.nets, ...f.layers, f.checkId].join(' '))
    },
    notes(board) {
      clearNotes.run(board)
      addNotes.run(board)
    },
    find(text, board, limit) {
      const query = prefixesOf(text).join(' ')
      if (query === '') return { hits: [], total: 0 }
      const rows = hits.all(query, board, board, limit)
      return {
        total: count.get(query, board, board)!.n,
        hits: rows.map(({ kind, board_id, name, number, ref, marked }) => ({
          kind,
          board: board_id,
          boardName: name,
          revision: number,
          ref,
          // Between char(1) and char(2) stands a word that was found: no text of a file holds these.
          pieces: marked.split(/[\u0001\u0002]/),
        })),
      }
    },
    boardsWith(text) {
      const [first, ...rest] = prefixesOf(text).map((word) => new Set(boards.all(word).map((row) => row.board_id)))
      return first ? [...first].filter((board) => rest.every((found) => found.has(board))) : []
    },
    rebuild: () => void db.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')"),
    isSound() {
      try {
        db.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        return true
      } catch (error) {
        if ((error as { code?: string }).code?.startsWith('SQLITE_CORRUPT')) return false
        throw error
      }
    },
  }
}
