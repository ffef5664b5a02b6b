import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DATABASE_NAME, openDatabase } from '#main/store/database.ts'
import { allMigrations } from '#main/store/migrate.ts'
import type { Migration } from '#main/store/migrations/migration.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const NOW = Date.UTC(2026, 10, 24, 12)

const first: Migration = { version: 10, up: (db) => void db.exec('CREATE TABLE thing (name TEXT NOT NULL) STRICT') }
const second: Migration = { version: 20, up: (db) => void db.exec("ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'") }
const failing: Migration = {
  version: 30,
  up(db) {
    db.exec('CREATE TABLE half (x INTEGER) STRICT')
    throw new Error('broken step')
  },
}

const opened = async (folder: string, migrations?: readonly Migration[]) => {
  const result = await openDatabase(folder, NOW, migrations)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('opening', () => {
  test('a new database is write-ahead, checks references, and has the newest shape', async () => {
    const db = await opened(temporaryFolder())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('user_version', { simple: true })).toBe((await allMigrations()).at(-1)!.version)
    db.close()
  })

  test('every table is strict', async () => {
    const db = await opened(temporaryFolder())
    const tables = db
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as {
      name: string
      strict: number
    }[]
    expect(tables.length).toBeGreaterThanOrEqual(11)
    expect(tables.filter((t) => t.strict !== 1)).toEqual([])
    db.close()
  })

  test.each([
    ['no database at all', 'this is a text, not a database, and long enough to be looked at '.repeat(80)],
    ['a database with a page of nonsense', null],
  ])('%s is named as damaged and left as it is', async (_, content) => {
    const folder = temporaryFolder()
    const file = join(folder, DATABASE_NAME)
    if (content !== null) writeFileSync(file, content)
    else {
      const db = await opened(folder)
      db.exec(`
        WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 300)
        INSERT INTO setting (name, value) SELECT 'k' || n, hex(randomblob(400)) FROM step`)
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
      const bytes = readFileSync(file)
      bytes.fill(0xa5, bytes.length - 4096 * 20, bytes.length - 4096 * 8)
      writeFileSync(file, bytes)
    }
    const before = readFileSync(file)
    const result = await openDatabase(folder, NOW)
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged-database' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a folder that cannot be used is named', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'occupied'), '')
    expect(await openDatabase(join(folder, 'occupied'), NOW)).toMatchObject({ ok: false, error: { code: 'database-unavailable' } })
  })
})

describe('migrations', () => {
  test('are numbered in tens, rising, one a file', async () => {
    const versions = (await allMigrations()).map((m) => m.version)
    expect(versions.length).toBeGreaterThan(1)
    for (const [i, version] of versions.entries()) {
      expect(version % 10).toBe(0)
      if (i > 0) expect(version).toBeGreaterThan(versions[i - 1]!)
    }
  })

  test('keep the data, after a copy was made that can be opened', async () => {
    const folder = temporaryFolder()
    const old = await opened(folder, [first])
    old.exec("INSERT INTO thing VALUES ('one')")
    old.close()
    expect(existsSync(join(folder, 'backups'))).toBe(false)
    const db = await opened(folder, [first, second])
    expect(db.prepare('SELECT * FROM thing').all()).toEqual([{ name: 'one', colour: 'green' }])
    db.close()
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies).toEqual(['boardproof-0010-2026-11-24T12-00-00-000Z.sqlite'])
    const copy = new SqliteDatabase(join(folder, 'backups', copies[0]!), { readonly: true })
    expect(copy.prepare('SELECT * FROM thing').all()).toEqual([{ name: 'one' }])
    copy.close()
  })

  test('a step that fails leaves the shape before it', async () => {
    const folder = temporaryFolder()
    const result = await openDatabase(folder, NOW, [first, failing])
    expect(result).toMatchObject({ ok: false, error: { code: 'database-unavailable' } })
    const db = await opened(folder, [first])
    expect(db.pragma('user_version', { simple: true })).toBe(10)
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([])
    db.close()
  })

  test('a database of a newer version is refused by name and not touched', async () => {
    const folder = temporaryFolder()
    const newer = await opened(folder, [first, second])
    newer.exec("INSERT INTO thing (name) VALUES ('kept')")
    newer.close()
    const result = await openDatabase(folder, NOW, [first])
    expect(result).toMatchObject({ ok: false, error: { code: 'newer-database' } })
    expect(result.ok ? '' : result.error.message).toMatch(/database 20.*up to 10/)
    const again = await opened(folder, [first, second])
    expect(again.prepare('SELECT name FROM thing').all()).toEqual([{ name: 'kept' }])
    again.close()
  })
})
