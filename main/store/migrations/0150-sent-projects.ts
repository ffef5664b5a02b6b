import type { Migration } from './migration.ts'

/** LibrePCB projects that were uploaded to be ordered, and the pages where that goes on. Accounts may go; these stay. */
export const migration: Migration = {
  version: 150,
  up(db) {
    db.exec(`
      CREATE TABLE sent_project (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES account (id),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        board TEXT,
        url TEXT NOT NULL,
        sent_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sent_project_by_time ON sent_project (sent_at DESC);
    `)
  },
}
