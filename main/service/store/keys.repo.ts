import type { Database } from 'better-sqlite3'
import type { Scope } from '#core/asap/endpoints.ts'

export interface KeyRow {
  readonly id: string
  /** The first characters, to tell keys apart in a list. */
  readonly shown: string
  readonly label: string
  readonly orgId: string
  readonly userId: string
  readonly scopes: readonly Scope[]
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
}

export interface NewKey {
  readonly id: string
  readonly hash: string
  readonly shown: string
  readonly label: string
  readonly orgId: string
  readonly userId: string
  readonly scopes: readonly Scope[]
}

export interface KeysRepo {
  add(key: NewKey): void
  /** @returns the key with this hash unless it was revoked */
  find(hash: string): KeyRow | null
  /** Oldest first, revoked ones included. */
  list(): readonly KeyRow[]
  /** @returns false when there is none that is in force */
  revoke(id: string): boolean
  touch(id: string): void
}

interface Row {
  readonly id: string
  readonly shown: string
  readonly label: string
  readonly org_id: string
  readonly user_id: string
  readonly scopes: string
  readonly created_at: number
  readonly last_used_at: number | null
  readonly revoked_at: number | null
}

const keyOf = (row: Row): KeyRow => ({
  id: row.id,
  shown: row.shown,
  label: row.label,
  orgId: row.org_id,
  userId: row.user_id,
  scopes: row.scopes.split(' ') as Scope[],
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})

export const keysRepo = (db: Database, now: () => number): KeysRepo => {
  const add = db.prepare(
    'INSERT INTO api_key (id, hash, shown, label, org_id, user_id, scopes, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const find = db.prepare<[string], Row>('SELECT * FROM api_key WHERE hash = ? AND revoked_at IS NULL')
  const list = db.prepare<[], Row>('SELECT * FROM api_key ORDER BY created_at, rowid')
  const revoke = db.prepare('UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  const touch = db.prepare('UPDATE api_key SET last_used_at = ? WHERE id = ?')
  return {
    add: (key) => void add.run(key.id, key.hash, key.shown, key.label, key.orgId, key.userId, key.scopes.join(' '), now()),
    find(hash) {
      const row = find.get(hash)
      return row ? keyOf(row) : null
    },
    list: () => list.all().map(keyOf),
    revoke: (id) => revoke.run(now(), id).changes > 0,
    touch: (id) => void touch.run(now(), id),
  }
}
