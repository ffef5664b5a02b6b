import type { Migration } from './migration.ts'

/** Kinds of edits by a fab that are accepted when its files are compared with a board. */
export const migration: Migration = {
  version: 160,
  up(db) {
    db.exec(`
      CREATE TABLE accepted_edit (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        author TEXT NOT NULL,
        accepted_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX accepted_edit_by_board ON accepted_edit (board_id);
    `)
  },
}
