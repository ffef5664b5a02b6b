import type { Migration } from './migration.ts'

/** What was decided to be ordered, what goes out because of it, and what became of it. Boards may go; these stay. */
export const migration: Migration = {
  version: 100,
  up(db) {
    db.exec(`
      CREATE TABLE order_request (
        id TEXT PRIMARY KEY,
        form TEXT NOT NULL,
        agreed TEXT,
        ceiling REAL NOT NULL CHECK (ceiling > 0),
        currency TEXT NOT NULL,
        expires_at INTEGER NOT NULL,
        decided_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('order', 'push')),
        request_id TEXT UNIQUE REFERENCES order_request (id),
        board_id TEXT NOT NULL,
        board_name TEXT NOT NULL,
        account_id TEXT NOT NULL REFERENCES account (id),
        approval_id TEXT NOT NULL,
        package_name TEXT NOT NULL,
        package_sha256 TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        area_mm2 REAL,
        ours TEXT NOT NULL,
        checks TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'needs-you', 'done', 'cancelled')),
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        step TEXT NOT NULL CHECK (step IN ('upload', 'analyse', 'draft', 'price', 'submit', 'confirm', 'done')),
        in_flight INTEGER NOT NULL DEFAULT 0 CHECK (in_flight IN (0, 1)),
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at INTEGER NOT NULL,
        says TEXT NOT NULL,
        conflict TEXT,
        accepted TEXT NOT NULL DEFAULT '[]',
        refs TEXT NOT NULL DEFAULT '{}',
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        CHECK ((kind = 'order') = (request_id IS NOT NULL)),
        CHECK ((state = 'needs-you') = (conflict IS NOT NULL))
      ) STRICT;
      CREATE INDEX outbox_open ON outbox (board_id, seq) WHERE state IN ('waiting', 'needs-you');
      CREATE INDEX outbox_by_content ON outbox (content_sha256);
      CREATE UNIQUE INDEX outbox_pushed_once ON outbox (account_id, approval_id) WHERE kind = 'push' AND state <> 'cancelled';

      CREATE TABLE outbox_log (
        message_id TEXT NOT NULL REFERENCES outbox (id),
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        step TEXT NOT NULL,
        says TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (message_id, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE placed_order (
        id TEXT PRIMARY KEY REFERENCES outbox (id),
        account_id TEXT NOT NULL REFERENCES account (id),
        order_id TEXT NOT NULL,
        quote_id TEXT NOT NULL,
        status TEXT NOT NULL,
        tracking TEXT,
        timeline TEXT NOT NULL,
        offer TEXT,
        placed_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        checked_at INTEGER,
        UNIQUE (account_id, order_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX placed_order_by_time ON placed_order (placed_at DESC);

      CREATE TABLE sync_switch (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
        touched_at INTEGER NOT NULL
      ) STRICT;
      INSERT INTO sync_switch (id, paused, touched_at) VALUES (1, 0, 0);
    `)
  },
}
