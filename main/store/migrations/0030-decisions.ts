import type { Migration } from './migration.ts'

/** What people decide on a board: waivers, notes, marks, checklist; and what places are known again by. */
export const migration: Migration = {
  version: 30,
  up(db) {
    db.exec(`
      ALTER TABLE board ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE board ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE board ADD COLUMN activity TEXT NOT NULL DEFAULT 'opened';
      ALTER TABLE board ADD COLUMN deleted_at INTEGER;
      UPDATE board SET
        created_at = coalesce((SELECT min(created_at) FROM revision WHERE board_id = board.id), opened_at),
        active_at = opened_at;
      CREATE INDEX board_by_active ON board (active_at DESC);

      -- Verdict and text with waivers taken out; null until something was decided.
      ALTER TABLE review ADD COLUMN effective_verdict TEXT CHECK (effective_verdict IN ('clear', 'review', 'blocked'));
      ALTER TABLE review ADD COLUMN effective_text TEXT;

      CREATE TABLE landmark (
        revision_id TEXT PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
        body BLOB NOT NULL
      ) STRICT;

      CREATE TABLE waiver (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        scope TEXT NOT NULL CHECK (scope IN ('place', 'group', 'check')),
        check_id TEXT NOT NULL,
        cause TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        expiry TEXT NOT NULL,
        covered TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX waiver_by_board ON waiver (board_id);

      CREATE TABLE note (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        anchor TEXT,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER,
        resolved INTEGER NOT NULL CHECK (resolved IN (0, 1))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX note_by_board ON note (board_id);

      CREATE TABLE mark (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        anchor TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'fix')),
        assignee TEXT,
        author TEXT NOT NULL,
        changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mark_by_board ON mark (board_id);

      CREATE TABLE checklist_item (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
        done_by TEXT,
        done_at INTEGER,
        done_revision_id TEXT REFERENCES revision (id) ON DELETE SET NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX checklist_by_board ON checklist_item (board_id);

      CREATE TABLE alignment_choice (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        from_revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        to_revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        refused INTEGER NOT NULL CHECK (refused IN (0, 1))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX alignment_by_board ON alignment_choice (board_id);
    `)
  },
}
