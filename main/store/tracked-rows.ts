import type { Database } from 'better-sqlite3'
import { sha256OfValue } from './sha256.ts'

/** Rows that people change: every change is in the audit log and can be undone. */
const TABLES = {
  waiver: {
    key: ['id'],
    columns: ['board_id', 'revision_id', 'scope', 'check_id', 'cause', 'reason', 'author', 'created_at', 'expiry', 'covered'],
  },
  note: { key: ['id'], columns: ['board_id', 'revision_id', 'target', 'anchor', 'text', 'author', 'created_at', 'changed_at', 'resolved'] },
  mark: { key: ['id'], columns: ['board_id', 'revision_id', 'anchor', 'state', 'assignee', 'author', 'changed_at'] },
  checklist_item: { key: ['id'], columns: ['board_id', 'position', 'text', 'is_required', 'done_by', 'done_at', 'done_revision_id'] },
  alignment_choice: { key: ['id'], columns: ['board_id', 'from_revision_id', 'to_revision_id', 'refused'] },
  accepted_edit: { key: ['id'], columns: ['board_id', 'kind', 'author', 'accepted_at'] },
  package_role: { key: ['package_sha256', 'path'], columns: ['choice', 'chosen_at'] },
  pattern_role: { key: ['pattern'], columns: ['choice', 'chosen_at'] },
  capability: { key: ['id'], columns: ['body', 'saved_at'] },
} as const satisfies Readonly<Record<string, { readonly key: readonly string[]; readonly columns: readonly string[] }>>

export type TrackedTable = keyof typeof TABLES
export type TrackedRow = Readonly<Record<string, string | number | null>>

export const trackedTables = Object.keys(TABLES) as readonly TrackedTable[]

/** Tables whose rows belong to one board and go with it. */
export const boardTables: readonly TrackedTable[] = ['waiver', 'note', 'mark', 'checklist_item', 'alignment_choice', 'accepted_edit']

/** One row before and after; null = not there. */
export interface RowChange {
  readonly table: TrackedTable
  readonly before: TrackedRow | null
  readonly after: TrackedRow | null
}

/** @returns "waiver:2f…", what the audit log calls the row */
export const rowName = (table: TrackedTable, row: TrackedRow): string =>
  `${table}:${TABLES[table].key.map((column) => row[column]).join(':')}`

export const rowHash = (row: TrackedRow | null): string | null => row && sha256OfValue(row)

export interface TrackedRows {
  /** @returns the row with the same key, or null */
  read(table: TrackedTable, key: TrackedRow): TrackedRow | null
  /** Adds or replaces a row. */
  put(table: TrackedTable, row: TrackedRow): void
  remove(table: TrackedTable, key: TrackedRow): void
  all(table: TrackedTable): readonly TrackedRow[]
  ofBoard(table: TrackedTable, board: string): readonly TrackedRow[]
}

export const isTrackedTable = (name: string): name is TrackedTable => Object.hasOwn(TABLES, name)

/** @returns only the columns of the table, all of them */
export const trackedColumns = (table: TrackedTable): readonly string[] => [...TABLES[table].key, ...TABLES[table].columns]

export const trackedRows = (db: Database): TrackedRows => {
  const prepared = Object.fromEntries(
    trackedTables.map((table) => {
      const { key, columns } = TABLES[table]
      const all = trackedColumns(table)
      const match = key.map((column) => `${column} = @${column}`).join(' AND ')
      const values = all.map((column) => `@${column}`).join(', ')
      const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ')
      const list = all.join(', ')
      return [
        table,
        {
          read: db.prepare<[TrackedRow], TrackedRow>(`SELECT ${list} FROM ${table} WHERE ${match}`),
          put: db.prepare<[TrackedRow]>(
            `INSERT INTO ${table} (${list}) VALUES (${values}) ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes}`,
          ),
          remove: db.prepare<[TrackedRow]>(`DELETE FROM ${table} WHERE ${match}`),
          all: db.prepare<[], TrackedRow>(`SELECT ${list} FROM ${table} ORDER BY ${key.join(', ')}`),
        },
      ]
    }),
  )
  const ofBoard = Object.fromEntries(
    boardTables.map((table) => [
      table,
      db.prepare<[string], TrackedRow>(`SELECT ${trackedColumns(table).join(', ')} FROM ${table} WHERE board_id = ? ORDER BY id`),
    ]),
  )
  return {
    read: (table, key) => prepared[table]!.read.get(key) ?? null,
    put: (table, row) => void prepared[table]!.put.run(row),
    remove: (table, key) => void prepared[table]!.remove.run(key),
    all: (table) => prepared[table]!.all.all(),
    ofBoard: (table, board) => ofBoard[table]?.all(board) ?? [],
  }
}
