import type { Migration } from './migration.ts'

/** What was changed in a provider's list of parts from here: the provider does not say what is not placed, and has no undo. */
export const migration: Migration = {
  version: 190,
  up(db) {
    db.exec(`
      CREATE TABLE part_deed (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id TEXT NOT NULL REFERENCES account (id),
        project_id INTEGER NOT NULL,
        revision_id INTEGER NOT NULL,
        line_id INTEGER NOT NULL,
        -- The placement that was marked; null = a part was assigned to the line.
        ref TEXT,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        at INTEGER NOT NULL,
        undone_at INTEGER
      ) STRICT;
      CREATE INDEX part_deed_by_revision ON part_deed (account_id, revision_id, seq);
    `)
  },
}
