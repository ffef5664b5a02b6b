import type { Migration } from './migration.ts'

/** What must not change any more: the audit log, approvals; and what undo works from. */
export const migration: Migration = {
  version: 40,
  up(db) {
    db.exec(`
      CREATE TABLE audit_entry (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        board_id TEXT,
        body TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_by_board ON audit_entry (board_id, seq);
      CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
      CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

      CREATE TABLE audit_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;

      CREATE TABLE approval (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL,
        revision_id TEXT NOT NULL,
        revision_number INTEGER NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('approved', 'rejected')),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        capability TEXT NOT NULL,
        subjects TEXT NOT NULL,
        record TEXT NOT NULL,
        sha256 TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX approval_by_board ON approval (board_id, at DESC);
      CREATE TRIGGER approval_is_final BEFORE UPDATE ON approval
        BEGIN SELECT RAISE(ABORT, 'an approval record is final'); END;
      CREATE TRIGGER approval_stays BEFORE DELETE ON approval
        BEGIN SELECT RAISE(ABORT, 'an approval record is final'); END;

      CREATE TABLE command (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        says TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
        changes TEXT NOT NULL
      ) STRICT;
      CREATE INDEX command_by_board ON command (board_id, state, id);
    `)
  },
}
