import type { Migration } from './migration.ts'

/** What has changed since a board was last approved, for the start page; worked out anew with every decision. */
export const migration: Migration = {
  version: 180,
  up(db) {
    db.exec(`
      CREATE TABLE approval_standing (
        approval_id TEXT PRIMARY KEY REFERENCES approval (id),
        -- Subjects as a JSON list; empty = it speaks of what is there.
        changed TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
