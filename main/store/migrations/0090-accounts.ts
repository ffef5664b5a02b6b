import type { Migration } from './migration.ts'

/** Accounts at providers, without their secrets; what is known of packages there. */
export const migration: Migration = {
  version: 90,
  up(db) {
    db.exec(`
      CREATE TABLE account (
        id TEXT PRIMARY KEY,
        provider TEXT NOT NULL,
        name TEXT NOT NULL,
        base_url TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('untested', 'ok', 'signed-out', 'unreachable', 'refused')),
        says TEXT NOT NULL,
        who TEXT,
        checked_at INTEGER,
        clock_ahead_ms INTEGER,
        syncs_approved INTEGER NOT NULL DEFAULT 0 CHECK (syncs_approved IN (0, 1)),
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;

      CREATE TABLE remote_review (
        account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        content_sha256 TEXT NOT NULL,
        checks TEXT NOT NULL,
        board_id TEXT NOT NULL,
        analysis TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, content_sha256, checks)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE looked_at (
        account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        draft_id TEXT NOT NULL,
        reference TEXT,
        PRIMARY KEY (account_id, draft_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX looked_at_by_reference ON looked_at (account_id, reference) WHERE reference IS NOT NULL;
    `)
  },
}
