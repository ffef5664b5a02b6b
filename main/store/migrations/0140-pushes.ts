import type { Migration } from './migration.ts'

/** Approved packages that become projects at a provider: recorded before anything is sent, with what has arrived so far. */
export const migration: Migration = {
  version: 140,
  up(db) {
    db.exec(`
      CREATE TABLE push (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        account_id TEXT NOT NULL REFERENCES account (id),
        board_id TEXT NOT NULL,
        board_name TEXT NOT NULL,
        revision INTEGER NOT NULL,
        approval_id TEXT NOT NULL,
        package_sha256 TEXT NOT NULL,
        reference TEXT NOT NULL,
        workspace TEXT NOT NULL,
        project_id INTEGER,
        project_name TEXT NOT NULL,
        files TEXT NOT NULL,
        step TEXT NOT NULL DEFAULT 'upload' CHECK (step IN ('upload', 'create', 'import', 'done')),
        state TEXT NOT NULL DEFAULT 'sending' CHECK (state IN ('sending', 'waiting', 'stopped', 'complete', 'failed', 'forgotten')),
        -- Revisions that were there before ours was asked for; null = it was not asked for yet.
        before TEXT,
        may_be_there INTEGER NOT NULL DEFAULT 0 CHECK (may_be_there IN (0, 1)),
        made TEXT,
        -- The provider's storage had cleared the files away, and they were sent once more.
        renewed INTEGER NOT NULL DEFAULT 0 CHECK (renewed IN (0, 1)),
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at INTEGER NOT NULL,
        says TEXT NOT NULL,
        reason TEXT CHECK (reason IN ('signed-out', 'refused', 'not-offered', 'approval', 'by-you')),
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        CHECK ((state = 'stopped') = (reason IS NOT NULL))
      ) STRICT;
      CREATE UNIQUE INDEX push_once ON push (account_id, approval_id) WHERE state NOT IN ('failed', 'forgotten');
      CREATE INDEX push_by_board ON push (board_id);
    `)
  },
}
