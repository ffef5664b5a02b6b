import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { Ids } from './boards.repo.ts'

/** What servers said last, by account and subject (`production`, an order's link). */
export interface LastReadRepo {
  save(account: string, subject: string, value: unknown): number
  /** @returns null when it was never read, or by another version in another form */
  read<T>(account: string, subject: string, shape: z.ZodType<T>): { readonly value: T; readonly readAt: number } | null
}

/** Subjects kept of an account; the oldest go. */
const MOST_SUBJECTS = 200

export const lastReadRepo = (db: Database, { now }: Pick<Ids, 'now'>): LastReadRepo => {
  const save = db.prepare(`
    INSERT INTO last_read (account_id, subject, body, read_at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET body = excluded.body, read_at = excluded.read_at`)
  const trim = db.prepare(`
    DELETE FROM last_read WHERE account_id = ? AND subject NOT IN
      (SELECT subject FROM last_read WHERE account_id = ? ORDER BY read_at DESC LIMIT ${MOST_SUBJECTS})`)
  const find = db.prepare<[string, string], { body: string; read_at: number }>(
    'SELECT body, read_at FROM last_read WHERE account_id = ? AND subject = ?',
  )
  const keep = db.transaction((account: string, subject: string, body: string, at: number) => {
    save.run(account, subject, body, at)
    trim.run(account, account)
  })
  return {
    save(account, subject, value) {
      const at = now()
      keep(account, subject, JSON.stringify(value), at)
      return at
    },
    read(account, subject, shape) {
      const row = find.get(account, subject)
      if (!row) return null
      const parsed = shape.safeParse(JSON.parse(row.body))
      return parsed.success ? { value: parsed.data, readAt: row.read_at } : null
    },
  }
}
