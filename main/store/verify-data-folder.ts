import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { err, ok, type Result } from '#core/base/result.ts'
import { approvalsRepo } from './approvals.repo.ts'
import { auditRepo } from './audit.repo.ts'
import { DATABASE_NAME } from './database.ts'
import { trackedRows } from './tracked-rows.ts'
import { verifyLog, type LogVerdict } from './verify-log.ts'

/** The first shape of the database that has an audit log. */
const FIRST_WITH_LOG = 40

/**
 * Checks the audit log of a data folder without changing anything in it.
 * @param noted hash of an entry that the log must hold: its end, as it was noted some time ago
 * @fails `no-log` where there is no database, or one from before there was a log; `unreadable` when it cannot be read
 */
export const verifyDataFolder = (
  folder: string,
  noted?: string,
): Result<LogVerdict, { code: 'no-log' | 'unreadable'; message: string }> => {
  const file = join(folder, DATABASE_NAME)
  if (!existsSync(file)) return err({ code: 'no-log', message: `there is no database of Boardproof in ${folder}` })
  let db: SqliteDatabase.Database | null = null
  try {
    db = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    const version = db.pragma('user_version', { simple: true }) as number
    if (version < FIRST_WITH_LOG) return err({ code: 'no-log', message: `${file} was written before there was an audit log` })
    const findBoard = db.prepare<[string], unknown>('SELECT 1 FROM board WHERE id = ?')
    const verdict = verifyLog(auditRepo(db), trackedRows(db), approvalsRepo(db), (id) => findBoard.get(id) !== undefined)
    const isHeld = noted === undefined || db.prepare('SELECT 1 FROM audit_entry WHERE hash = ?').get(noted) !== undefined
    if (verdict.broken || isHeld) return ok(verdict)
    return ok({
      ...verdict,
      broken: { seq: verdict.entries, what: `No entry has the hash ${noted}: the log was written anew since it was noted.` },
    })
  } catch (error) {
    return err({ code: 'unreadable', message: `${file} cannot be read (${error instanceof Error ? error.message : String(error)})` })
  } finally {
    db?.close()
  }
}
