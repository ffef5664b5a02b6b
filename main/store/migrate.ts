import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Migration } from './migrations/migration.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const KEPT_BACKUPS = 5

/** @returns every migration beside this file, in order: adding one is adding a file */
export const allMigrations = async (): Promise<readonly Migration[]> => {
  const names = readdirSync(fileURLToPath(FOLDER))
    .filter((name) => /^\d{4}-[\w-]+\.(ts|js)$/.test(name))
    .sort()
  const found: Migration[] = []
  for (const name of names) {
    const { migration } = (await import(new URL(name, FOLDER).href)) as { migration: Migration }
    if (migration.version !== Number(name.slice(0, 4))) throw new Error(`${name} holds migration ${migration.version}`)
    // The second of two would be left out wherever the first has run already.
    if (found.at(-1)?.version === migration.version) throw new Error(`there are two migrations ${migration.version}`)
    found.push(migration)
  }
  return found
}

const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Copies the database before its shape changes; the oldest copies go. */
const backUp = (db: Database, folder: string, version: number, now: number): void => {
  mkdirSync(folder, { recursive: true })
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  db.prepare('VACUUM INTO ?').run(join(folder, `boardproof-${String(version).padStart(4, '0')}-${stamp}.sqlite`))
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
  for (const name of copies.slice(0, -KEPT_BACKUPS)) rmSync(join(folder, name))
}

/**
 * Brings a database to the newest shape, one transaction a step, after a copy of it was made.
 * @returns the version it has now
 * @fails `newer-database` when a newer application has written it: it is left untouched
 */
export const migrate = (
  db: Database,
  migrations: readonly Migration[],
  backups: string,
  now: number,
): Result<number, { code: 'newer-database'; message: string }> => {
  const newest = migrations.at(-1)?.version ?? 0
  const before = versionOf(db)
  if (before > newest) {
    const message = `The data of Boardproof on this computer were written by a newer version (database ${before}; this one knows up to ${newest}). Install the newer version, or start with another data folder (--data).`
    return err({ code: 'newer-database', message })
  }
  const pending = migrations.filter((m) => m.version > before)
  if (pending.length && before > 0) backUp(db, backups, before, now)
  for (const { version, up } of pending) {
    db.transaction(() => {
      up(db)
      db.pragma(`user_version = ${version}`)
    }).exclusive()
  }
  return ok(newest)
}
