import type { Migration } from './migration.ts'

/** Full-text search over boards, findings, nets, notes and files; triggers keep the index with its rows. */
export const migration: Migration = {
  version: 50,
  up(db) {
    db.exec(`
      CREATE TABLE search_row (
        id INTEGER PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
        revision_id TEXT REFERENCES revision (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('board', 'finding', 'net', 'note', 'file')),
        ref TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX search_row_by_board ON search_row (board_id, kind);
      CREATE INDEX search_row_by_revision ON search_row (revision_id, kind);
      CREATE INDEX search_row_by_ref ON search_row (ref, kind);

      CREATE VIRTUAL TABLE search_index USING fts5 (
        text, content = 'search_row', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2 tokenchars '_'", prefix = '2 3'
      );
      CREATE TRIGGER search_row_added AFTER INSERT ON search_row
        BEGIN INSERT INTO search_index (rowid, text) VALUES (new.id, new.text); END;
      CREATE TRIGGER search_row_removed AFTER DELETE ON search_row
        BEGIN INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text); END;
      CREATE TRIGGER search_row_changed AFTER UPDATE OF text ON search_row BEGIN
        INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
      END;

      INSERT INTO search_row (board_id, kind, ref, text) SELECT id, 'board', id, name FROM board;
      INSERT INTO search_row (board_id, revision_id, kind, ref, text)
        SELECT board_id, revision.id, 'file', path, path FROM file JOIN revision ON revision.id = file.revision_id;
      INSERT INTO search_row (board_id, revision_id, kind, ref, text)
        SELECT board_id, revision.id, 'finding', fingerprint, check_id || ' ' || json_extract(body, '$.message')
        FROM finding JOIN revision ON revision.id = finding.revision_id;
    `)
  },
}
