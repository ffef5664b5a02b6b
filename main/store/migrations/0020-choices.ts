import type { Migration } from './migration.ts'

/** What the user chose: roles of files, settings, capabilities of their own. */
export const migration: Migration = {
  version: 20,
  up(db) {
    db.exec(`
      CREATE TABLE package_role (
        package_sha256 TEXT NOT NULL,
        path TEXT NOT NULL,
        choice TEXT NOT NULL,
        chosen_at INTEGER NOT NULL,
        PRIMARY KEY (package_sha256, path)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pattern_role (
        pattern TEXT PRIMARY KEY,
        choice TEXT NOT NULL,
        chosen_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE capability (
        id TEXT PRIMARY KEY,
        body TEXT NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
