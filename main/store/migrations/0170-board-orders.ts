import type { Migration } from './migration.ts'

/** Approved boards that become orders at a manufacturing system, step by step: recorded before and after each step. */
export const migration: Migration = {
  version: 170,
  up(db) {
    db.exec(`
      CREATE TABLE board_order (
        account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        approval_id TEXT NOT NULL,
        reference TEXT NOT NULL,
        board_name TEXT NOT NULL,
        revision TEXT NOT NULL,
        options TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, approval_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE board_order_step (
        account_id TEXT NOT NULL,
        approval_id TEXT NOT NULL,
        step TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        done_at INTEGER,
        -- What it made, where it makes something.
        uri TEXT,
        PRIMARY KEY (account_id, approval_id, step),
        FOREIGN KEY (account_id, approval_id) REFERENCES board_order (account_id, approval_id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
