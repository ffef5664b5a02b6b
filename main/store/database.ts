import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { err, ok, type Result } from '#core/base/result.ts'
import { allMigrations, migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

export interface DatabaseError {
  readonly code: 'newer-database' | 'damaged-database' | 'database-unavailable'
  readonly message: string
}

export const DATABASE_NAME = 'boardproof.sqlite'

const failure = (file: string, error: unknown): DatabaseError => {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return {
      code: 'damaged-database',
      message: `The database ${file} is damaged. Move it away to start afresh, or put a copy from the folder "backups" in its place.`,
    }
  }
  return {
    code: 'database-unavailable',
    message: `The database ${file} cannot be opened (${error instanceof Error ? error.message : String(error)}).`,
  }
}

/**
 * Opens the database in a data folder, creating both when needed; checks that it is sound and brings it up to date.
 * Write-ahead log, foreign keys, every commit on disk before it counts.
 */
export const openDatabase = async (
  folder: string,
  now: number,
  migrations?: readonly Migration[],
): Promise<Result<Database, DatabaseError>> => {
  const file = join(folder, DATABASE_NAME)
  const steps = migrations ?? (await allMigrations())
  let db: Database | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    db = new SqliteDatabase(file, { timeout: 5000 })
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    const found = db.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
    const migrated = migrate(db, steps, join(folder, 'backups'), now)
    if (migrated.ok) return ok(db)
    db.close()
    return err(migrated.error)
  } catch (error) {
    db?.close()
    return err(failure(file, error))
  }
}
