import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'

/** Held by the one process that sends from a data folder. The system lets go of it when the process ends, however it ends. */
export interface SenderLock {
  release(): void
}

/** @returns the lock, null while another process (or another sender in this one) holds it */
export const takeSenderLock = (dataFolder: string, name: 'sender' | 'pushes' | 'board-orders' = 'sender'): SenderLock | null => {
  let db: Database | null = null
  try {
    db = new SqliteDatabase(join(dataFolder, `${name}.lock`), { timeout: 0 })
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  const held = db
  return {
    release() {
      held.exec('ROLLBACK')
      held.close()
    },
  }
}
