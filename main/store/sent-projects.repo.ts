import type { Database } from 'better-sqlite3'
import type { Ids } from './boards.repo.ts'

export interface SentProject {
  readonly id: string
  readonly accountId: string
  /** Of the account, also when it was removed. */
  readonly accountName: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly board: string | null
  readonly url: string
  readonly sentAt: number
}

export interface SentProjectsRepo {
  add(sent: Omit<SentProject, 'id' | 'accountName' | 'sentAt'>): void
  /** Newest first, at most `limit`. */
  list(limit: number): readonly SentProject[]
  find(id: string): SentProject | null
}

const SELECT = `
  SELECT sent_project.id, account_id AS accountId, account.name AS accountName, sent_project.name, sha256, bytes, board, url, sent_at AS sentAt
  FROM sent_project JOIN account ON account.id = account_id`

export const sentProjectsRepo = (db: Database, { uuid, now }: Ids): SentProjectsRepo => {
  const add = db.prepare(
    'INSERT INTO sent_project (id, account_id, name, sha256, bytes, board, url, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const list = db.prepare<[number], SentProject>(`${SELECT} ORDER BY sent_at DESC, sent_project.id LIMIT ?`)
  const find = db.prepare<[string], SentProject>(`${SELECT} WHERE sent_project.id = ?`)
  return {
    add: (sent) => void add.run(uuid(), sent.accountId, sent.name, sent.sha256, sent.bytes, sent.board, sent.url, now()),
    list: (limit) => list.all(limit),
    find: (id) => find.get(id) ?? null,
  }
}
