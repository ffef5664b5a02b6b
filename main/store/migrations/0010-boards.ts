import type { Migration } from './migration.ts'

/** Boards, the packages read for them, their files and the last review of each package. */
export const migration: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE board (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        opened_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX board_by_opened ON board (opened_at DESC);

      CREATE TABLE revision (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        package_sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        archive_sha256 TEXT,
        problems TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (board_id, number)
      ) STRICT;

      CREATE TABLE file (
        revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (revision_id, path)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX file_by_content ON file (sha256);

      CREATE TABLE review (
        revision_id TEXT PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
        app_version TEXT NOT NULL,
        capability TEXT NOT NULL,
        model TEXT NOT NULL,
        basis TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('clear', 'review', 'blocked')),
        coverage TEXT NOT NULL,
        reviewed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE raw_outcome (
        revision_id TEXT NOT NULL REFERENCES review (revision_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        check_id TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (revision_id, check_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE finding (
        revision_id TEXT NOT NULL REFERENCES review (revision_id) ON DELETE CASCADE,
        fingerprint TEXT NOT NULL,
        check_id TEXT NOT NULL,
        severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
        body TEXT NOT NULL,
        PRIMARY KEY (revision_id, fingerprint)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE picture (
        board_id TEXT PRIMARY KEY REFERENCES board (id) ON DELETE CASCADE,
        png BLOB NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
