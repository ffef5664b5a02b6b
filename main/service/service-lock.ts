import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** Holds the right to run the service on a folder; the system takes it back when the process ends, however it ends. */
export interface ServiceLock {
  release(): void
}

/** @returns null when another process runs the service there */
export const lockService = (folder: string): ServiceLock | null => {
  const db = new SqliteDatabase(join(folder, 'running.sqlite'), { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => void db.close() }
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
