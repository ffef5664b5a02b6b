import type { Migration } from '#main/store/migrations/migration.ts'

/** The service's own database: boards and orders of organisations, apart from the boards of this computer's user. */
const first: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE api_key (
        id TEXT PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        shown TEXT NOT NULL,
        label TEXT NOT NULL,
        org_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        last_used_at INTEGER,
        revoked_at INTEGER
      ) STRICT;

      CREATE TABLE board (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        filename TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (org_id, sha256)
      ) STRICT;
      CREATE INDEX board_by_content ON board (sha256);

      CREATE TABLE run (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        board_id TEXT NOT NULL REFERENCES board (id),
        check_ids TEXT,
        capability TEXT NOT NULL,
        include_gerber INTEGER NOT NULL CHECK (include_gerber IN (0, 1)),
        version TEXT NOT NULL,
        result TEXT,
        figures TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX run_by_board ON run (board_id, created_at DESC);

      CREATE TABLE job (
        id TEXT PRIMARY KEY,
        run_id TEXT NOT NULL UNIQUE REFERENCES run (id) ON DELETE CASCADE,
        org_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
        attempts INTEGER NOT NULL DEFAULT 0,
        error_code TEXT,
        error_message TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX job_by_state ON job (state, created_at);
      CREATE INDEX job_by_org ON job (org_id);

      CREATE TABLE idempotency (
        org_id TEXT NOT NULL,
        key TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        request_id TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        filename TEXT,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (org_id, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX idempotency_by_age ON idempotency (created_at);

      CREATE TABLE intent (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('draft', 'submitted')),
        board_id TEXT,
        dfm_run_id TEXT,
        quantity INTEGER NOT NULL,
        lead_time TEXT NOT NULL,
        ship_to TEXT NOT NULL,
        build TEXT NOT NULL,
        policy_id TEXT,
        notes TEXT,
        latest_quote_id TEXT,
        latest_order_id TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX intent_by_org ON intent (org_id);

      CREATE TABLE quote (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        intent_id TEXT REFERENCES intent (id),
        run_id TEXT NOT NULL REFERENCES run (id),
        status TEXT NOT NULL CHECK (status IN ('approved', 'rejected', 'ordered')),
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX quote_by_intent ON quote (intent_id);

      CREATE TABLE fab_order (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        quote_id TEXT NOT NULL UNIQUE REFERENCES quote (id),
        status TEXT NOT NULL,
        tracking TEXT,
        po_number TEXT,
        contact_name TEXT NOT NULL,
        contact_email TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX order_by_org ON fab_order (org_id);

      CREATE TABLE order_step (
        order_id TEXT NOT NULL REFERENCES fab_order (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        status TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (order_id, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE webhook (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL,
        url TEXT NOT NULL,
        secret BLOB NOT NULL,
        events TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;

      CREATE TABLE delivery (
        id TEXT PRIMARY KEY,
        webhook_id TEXT NOT NULL REFERENCES webhook (id),
        event TEXT NOT NULL,
        body TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'given-up')),
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at INTEGER NOT NULL,
        last_answer TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX delivery_by_due ON delivery (state, due_at);
    `)
  },
}

/** When a board's files came last: boards that nobody needs any more are told by it. */
const lastUse: Migration = {
  version: 20,
  up(db) {
    db.exec(`
      ALTER TABLE board ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
      UPDATE board SET used_at = created_at;
      CREATE INDEX board_by_use ON board (used_at);
      CREATE INDEX quote_by_run ON quote (run_id);
    `)
  },
}

/** In order; only ever added, never edited once released. */
export const serviceMigrations: readonly Migration[] = [first, lastUse]
