import type { Migration } from './migration.ts'

/** What was last read of an account's production, so that it can be shown while the server is out of reach. */
export const migration: Migration = {
  version: 120,
  up(db) {
    db.exec(`
      CREATE TABLE last_read (
        account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, subject)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
