import type { Database } from 'better-sqlite3'
import type { AuditRepo } from './audit.repo.ts'
import { canonicalJson } from '#core/base/canonical-json.ts'
import { rowHash, rowName, trackedRows, type RowChange, type TrackedRow, type TrackedTable } from './tracked-rows.ts'

/** What a use case does to tracked rows; reads see what was written before. */
export interface Recorder {
  put(table: TrackedTable, row: TrackedRow): void
  remove(table: TrackedTable, key: TrackedRow): void
}

export interface Deed {
  /** Null: nothing of one board; then it cannot be undone. */
  readonly board: string | null
  readonly actor: string
  readonly action: string
  /** One sentence for people: what undo names, what the log says. */
  readonly says: string
  /** More facts for the log. */
  readonly facts?: Readonly<Record<string, unknown>>
}

export interface Undone {
  readonly says: string
  readonly tables: readonly TrackedTable[]
}

export interface History {
  /** What undo would take back next; null = nothing. */
  readonly undo: string | null
  readonly redo: string | null
}

export interface CommandsRepo {
  /** Does a deed in one transaction: its rows, the entry in the log, what undo needs, and the board's last activity. */
  record<T>(deed: Deed, work: (rows: Recorder) => T): T
  /** Takes back the last deed on a board. `changed`: its rows are no longer as it left them. */
  undo(board: string, actor: string): Undone | 'nothing' | 'changed'
  redo(board: string, actor: string): Undone | 'nothing' | 'changed'
  history(board: string): History
}

interface CommandRow {
  readonly id: number
  readonly says: string
  readonly changes: string
}

const same = (a: TrackedRow | null, b: TrackedRow | null): boolean => (a && b ? canonicalJson(a) === canonicalJson(b) : a === b)

export const commandsRepo = (db: Database, audit: AuditRepo, now: () => number): CommandsRepo => {
  const rows = trackedRows(db)
  const add = db.prepare("INSERT INTO command (board_id, says, at, actor, state, changes) VALUES (?, ?, ?, ?, 'done', ?)")
  const dropUndone = db.prepare("UPDATE command SET state = 'dropped' WHERE board_id = ? AND state = 'undone'")
  const lastDone = db.prepare<[string], CommandRow>(
    "SELECT id, says, changes FROM command WHERE board_id = ? AND state = 'done' ORDER BY id DESC LIMIT 1",
  )
  const firstUndone = db.prepare<[string], CommandRow>(
    "SELECT id, says, changes FROM command WHERE board_id = ? AND state = 'undone' ORDER BY id LIMIT 1",
  )
  const setState = db.prepare('UPDATE command SET state = ? WHERE id = ?')
  const touch = db.prepare('UPDATE board SET active_at = ?, activity = ? WHERE id = ?')

  const apply = (table: TrackedTable, from: TrackedRow | null, to: TrackedRow | null): void => {
    if (to) rows.put(table, to)
    else if (from) rows.remove(table, from)
  }
  const stated = (changes: readonly RowChange[], side: 'before' | 'after'): Record<string, string | null> =>
    Object.fromEntries(changes.map((c) => [rowName(c.table, (c.after ?? c.before)!), rowHash(c[side])]))
  const note = ({ board, actor, action, says, facts }: Deed, hashes: Record<string, string | null>): void => {
    audit.append({ at: now(), actor, action, board, body: { ...facts, says, rows: hashes } })
    if (board) touch.run(now(), says, board)
  }

  const record = db.transaction((deed: Deed, work: (rows: Recorder) => unknown): unknown => {
    const changes = new Map<string, RowChange>()
    const change = (table: TrackedTable, key: TrackedRow, after: TrackedRow | null): void => {
      const name = rowName(table, key)
      const current = rows.read(table, key)
      const known = changes.get(name)
      changes.set(name, { table, before: known ? known.before : current, after })
      apply(table, current, after)
    }
    const result = work({ put: (table, row) => change(table, row, row), remove: (table, key) => change(table, key, null) })
    const list = [...changes.values()].filter((c) => !same(c.before, c.after))
    if (deed.board && list.length) {
      dropUndone.run(deed.board)
      add.run(deed.board, deed.says, now(), deed.actor, JSON.stringify(list))
    }
    note(deed, stated(list, 'after'))
    return result
  })

  const turn = db.transaction((command: CommandRow, board: string, actor: string, back: boolean): Undone | 'changed' => {
    const changes = JSON.parse(command.changes) as readonly RowChange[]
    const [from, to] = back ? (['after', 'before'] as const) : (['before', 'after'] as const)
    for (const change of changes) if (!same(rows.read(change.table, (change.after ?? change.before)!), change[from])) return 'changed'
    for (const change of back ? [...changes].reverse() : changes) apply(change.table, change[from], change[to])
    setState.run(back ? 'undone' : 'done', command.id)
    const says = `${back ? 'Took back' : 'Did again'}: ${command.says}`
    note({ board, actor, action: back ? 'undo' : 'redo', says }, stated(changes, to))
    return { says: command.says, tables: [...new Set(changes.map((c) => c.table))] }
  })

  return {
    record: <T>(deed: Deed, work: (rows: Recorder) => T) => record.immediate(deed, work) as T,
    undo(board, actor) {
      const command = lastDone.get(board)
      return command ? turn.immediate(command, board, actor, true) : 'nothing'
    },
    redo(board, actor) {
      const command = firstUndone.get(board)
      return command ? turn.immediate(command, board, actor, false) : 'nothing'
    },
    history: (board) => ({ undo: lastDone.get(board)?.says ?? null, redo: firstUndone.get(board)?.says ?? null }),
  }
}
