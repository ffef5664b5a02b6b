import type { Database } from 'better-sqlite3'
import type { Analysis, LookedAt } from '#core/provider/ordering.ts'
import type { ProviderId } from '#core/provider/provider.ts'
import type { Ids } from './boards.repo.ts'

export type AccountState = 'untested' | 'ok' | 'signed-out' | 'unreachable' | 'refused'

/** An account without its secret. */
export interface AccountRow {
  readonly id: string
  readonly provider: ProviderId
  readonly name: string
  readonly baseUrl: string
  readonly state: AccountState
  readonly says: string
  readonly who: string | null
  readonly checkedAt: number | null
  readonly clockAheadMs: number | null
  readonly syncsApproved: boolean
}

export interface RemoteReview {
  readonly boardId: string
  readonly analysis: Analysis
}

export interface AccountsRepo {
  add(account: { readonly provider: ProviderId; readonly name: string; readonly baseUrl: string }): AccountRow
  /** In the order in which they were added; removed ones are left out. */
  list(): readonly AccountRow[]
  /** Also a removed one: its orders still name it. */
  find(id: string): AccountRow | null
  change(id: string, change: { readonly name: string; readonly baseUrl: string; readonly syncsApproved: boolean }): void
  /** What the last try to use it said. @returns whether that is something else than before */
  setState(id: string, state: AccountState, says: string, who?: string | null): boolean
  setClock(id: string, aheadMs: number): void
  /** @returns false while messages wait for it */
  remove(id: string): boolean
  remoteReview(account: string, contentSha256: string, checks: string): RemoteReview | null
  saveRemoteReview(account: string, contentSha256: string, checks: string, review: RemoteReview): void
  forgetRemoteReview(account: string, contentSha256: string): void
  lookedAt(account: string): LookedAt
}

interface Row {
  readonly id: string
  readonly provider: ProviderId
  readonly name: string
  readonly base_url: string
  readonly state: AccountState
  readonly says: string
  readonly who: string | null
  readonly checked_at: number | null
  readonly clock_ahead_ms: number | null
  readonly syncs_approved: 0 | 1
  readonly removed_at: number | null
}

const accountOf = (row: Row): AccountRow => ({
  id: row.id,
  provider: row.provider,
  name: row.name,
  baseUrl: row.base_url,
  state: row.state,
  says: row.says,
  who: row.who,
  checkedAt: row.checked_at,
  clockAheadMs: row.clock_ahead_ms,
  syncsApproved: row.syncs_approved === 1,
})

export const accountsRepo = (db: Database, { uuid, now }: Ids): AccountsRepo => {
  const add = db.prepare<unknown[], Row>(`
    INSERT INTO account (id, provider, name, base_url, state, says, created_at) VALUES (?, ?, ?, ?, 'untested', '', ?) RETURNING *`)
  const list = db.prepare<[], Row>('SELECT * FROM account WHERE removed_at IS NULL ORDER BY created_at, rowid')
  const find = db.prepare<[string], Row>('SELECT * FROM account WHERE id = ?')
  const change = db.prepare('UPDATE account SET name = ?, base_url = ?, syncs_approved = ? WHERE id = ?')
  const setState = db.prepare('UPDATE account SET state = ?, says = ?, who = coalesce(?, who), checked_at = ? WHERE id = ?')
  const setClock = db.prepare('UPDATE account SET clock_ahead_ms = ? WHERE id = ?')
  const isUsed = db.prepare<[string], unknown>(`SELECT 1 FROM outbox WHERE account_id = ? AND state IN ('waiting', 'needs-you') LIMIT 1`)
  const remove = db.prepare('UPDATE account SET removed_at = ?, syncs_approved = 0 WHERE id = ?')
  const review = db.prepare<[string, string, string], { board_id: string; analysis: string }>(
    'SELECT board_id, analysis FROM remote_review WHERE account_id = ? AND content_sha256 = ? AND checks = ?',
  )
  const saveReview = db.prepare(`
    INSERT INTO remote_review (account_id, content_sha256, checks, board_id, analysis, made_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET board_id = excluded.board_id, analysis = excluded.analysis, made_at = excluded.made_at`)
  const forgetReview = db.prepare('DELETE FROM remote_review WHERE account_id = ? AND content_sha256 = ?')
  const hasLooked = db.prepare<[string, string], unknown>('SELECT 1 FROM looked_at WHERE account_id = ? AND draft_id = ?')
  const addLooked = db.prepare('INSERT INTO looked_at (account_id, draft_id, reference) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const withReference = db.prepare<[string, string], { draft_id: string }>(
    'SELECT draft_id FROM looked_at WHERE account_id = ? AND reference = ?',
  )
  return {
    add: ({ provider, name, baseUrl }) => accountOf(add.get(uuid(), provider, name, baseUrl, now())!),
    list: () => list.all().map(accountOf),
    find(id) {
      const row = find.get(id)
      return row ? accountOf(row) : null
    },
    change: (id, { name, baseUrl, syncsApproved }) => void change.run(name, baseUrl, syncsApproved ? 1 : 0, id),
    setState(id, state, says, who = null) {
      const before = find.get(id)
      if (!before) return false
      setState.run(state, says, who, now(), id)
      return before.state !== state || before.says !== says || (who !== null && before.who !== who)
    },
    setClock: (id, aheadMs) => void setClock.run(Math.round(aheadMs), id),
    remove(id) {
      if (isUsed.get(id)) return false
      remove.run(now(), id)
      return true
    },
    remoteReview(account, contentSha256, checks) {
      const row = review.get(account, contentSha256, checks)
      return row ? { boardId: row.board_id, analysis: JSON.parse(row.analysis) as Analysis } : null
    },
    saveRemoteReview: (account, contentSha256, checks, { boardId, analysis }) =>
      void saveReview.run(account, contentSha256, checks, boardId, JSON.stringify(analysis), now()),
    forgetRemoteReview: (account, contentSha256) => void forgetReview.run(account, contentSha256),
    lookedAt: (account) => ({
      has: (draftId) => hasLooked.get(account, draftId) !== undefined,
      add: (draftId, reference) => void addLooked.run(account, draftId, reference),
      withReference: (reference) => withReference.all(account, reference).map(({ draft_id }) => draft_id),
    }),
  }
}
