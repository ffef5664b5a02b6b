import type { Migration } from './migration.ts'

/** Offers of a provider that were chosen for a revision there. */
export const migration: Migration = {
  version: 200,
  up(db) {
    db.exec(`
      CREATE TABLE chosen_offer (
        account_id TEXT NOT NULL REFERENCES account (id),
        revision_id INTEGER NOT NULL,
        project_id INTEGER NOT NULL,
        offer TEXT NOT NULL,
        chosen_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, revision_id)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
