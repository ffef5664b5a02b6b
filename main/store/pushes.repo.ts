import type { Database } from 'better-sqlite3'
import type { PushedAs, PushShape } from '#core/ipc/push.ipc.ts'
import type { Ids } from './boards.repo.ts'

export interface PushedFile {
  readonly path: string
  /** What it is called there, each name once. */
  readonly name: string
  readonly as: PushedAs
  readonly bytes: number
  /** Where it lies in the provider's storage; null = not there yet. */
  readonly key: string | null
}

export type PushReason = NonNullable<PushShape['reason']>

export interface Push {
  readonly id: string
  readonly accountId: string
  readonly boardId: string
  readonly boardName: string
  readonly revision: number
  readonly approvalId: string
  readonly packageSha256: string
  /** Part of a new project's name, so that a lost answer can be looked up. */
  readonly reference: string
  readonly workspace: string
  /** Null = a new one. */
  readonly projectId: number | null
  readonly projectName: string
  readonly files: readonly PushedFile[]
  readonly step: PushShape['step']
  readonly state: PushShape['state'] | 'forgotten'
  readonly before: readonly number[] | null
  /** The request that makes it there was sent, and what came of it is not known. */
  readonly mayBeThere: boolean
  readonly made: PushShape['made']
  /** The files were sent once more, because the provider's storage had cleared them away. */
  readonly renewed: boolean
  /** Where the server says how the import is; null after a look-up. */
  readonly statusUrl: string | null
  readonly attempts: number
  readonly dueAt: number
  readonly says: string
  readonly reason: PushReason | null
  readonly createdAt: number
  readonly updatedAt: number
}

export type NewPush = Pick<
  Push,
  'accountId' | 'boardId' | 'boardName' | 'revision' | 'approvalId' | 'packageSha256' | 'workspace' | 'projectId' | 'projectName' | 'files'
>

/** Pushes with how far they are. Each is recorded before anything is sent. */
export interface PushesRepo {
  /** @returns the push; the one that is there when the approval was begun for the account before */
  add(push: NewPush, referenceOf: (earlier: number) => string): Push
  find(id: string): Push | null
  /** The newest of an approval at an account that was not forgotten, null when there is none. */
  ofApproval(account: string, approval: string): Push | null
  /** Newest first, forgotten ones left out. */
  list(account: string | null, board: string | null): readonly Push[]
  /** Those that go on by themselves, oldest first. */
  going(): readonly Push[]
  /** Stopped ones of an account that wait for a sign-in. */
  signedOut(account: string): readonly string[]
  /** A file lies in the provider's storage now. */
  stored(id: string, name: string, key: string): void
  /** The provider does not know its storage's keys any more: everything is sent again. */
  forgetKeys(id: string): void
  /** Says that the request that makes it goes out now. @param before revisions that are there already */
  begin(id: string, before: readonly number[]): void
  /** That request was answered, and made nothing. */
  settle(id: string): void
  made(id: string, made: NonNullable<Push['made']>, statusUrl: string | null): void
  move(id: string, step: Push['step'], says: string): void
  wait(id: string, dueAt: number, says: string, countsAsAttempt: boolean): void
  stop(id: string, reason: PushReason, says: string): void
  resume(id: string): void
  end(id: string, state: 'complete' | 'failed', made: NonNullable<Push['made']>, says: string): void
  /** @returns false while it may be there unseen, or still goes on */
  forget(id: string): boolean
}

interface Row {
  readonly id: string
  readonly account_id: string
  readonly board_id: string
  readonly board_name: string
  readonly revision: number
  readonly approval_id: string
  readonly package_sha256: string
  readonly reference: string
  readonly workspace: string
  readonly project_id: number | null
  readonly project_name: string
  readonly files: string
  readonly step: Push['step']
  readonly state: Push['state']
  readonly before: string | null
  readonly may_be_there: 0 | 1
  readonly made: string | null
  readonly renewed: 0 | 1
  readonly attempts: number
  readonly due_at: number
  readonly says: string
  readonly reason: PushReason | null
  readonly created_at: number
  readonly updated_at: number
}

type Made = NonNullable<Push['made']> & { readonly statusUrl: string | null }

const pushOf = (row: Row): Push => {
  const made = row.made === null ? null : (JSON.parse(row.made) as Made)
  return {
    id: row.id,
    accountId: row.account_id,
    boardId: row.board_id,
    boardName: row.board_name,
    revision: row.revision,
    approvalId: row.approval_id,
    packageSha256: row.package_sha256,
    reference: row.reference,
    workspace: row.workspace,
    projectId: row.project_id,
    projectName: row.project_name,
    files: JSON.parse(row.files) as PushedFile[],
    step: row.step,
    state: row.state,
    before: row.before === null ? null : (JSON.parse(row.before) as number[]),
    mayBeThere: row.may_be_there === 1,
    made: made && { project: made.project, revision: made.revision, number: made.number },
    renewed: row.renewed === 1,
    statusUrl: made?.statusUrl ?? null,
    attempts: row.attempts,
    dueAt: row.due_at,
    says: row.says,
    reason: row.reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export const pushesRepo = (db: Database, { uuid, now }: Ids): PushesRepo => {
  const insert = db.prepare(`
    INSERT INTO push (id, account_id, board_id, board_name, revision, approval_id, package_sha256, reference, workspace, project_id,
      project_name, files, due_at, says, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Begins.', ?, ?)`)
  const find = db.prepare<[string], Row>('SELECT * FROM push WHERE id = ?')
  const ofApproval = db.prepare<[string, string], Row>(
    `SELECT * FROM push WHERE account_id = ? AND approval_id = ? AND state <> 'forgotten' ORDER BY seq DESC LIMIT 1`,
  )
  // Also one that was taken off the list: what it became there still bears its reference.
  const earlier = db.prepare<[string, string], { n: number }>(
    'SELECT count(*) AS n FROM push WHERE account_id = ? AND approval_id = ? AND made IS NOT NULL',
  )
  const list = db.prepare<[string | null, string | null, string | null, string | null], Row>(
    `SELECT * FROM push WHERE (? IS NULL OR account_id = ?) AND (? IS NULL OR board_id = ?) AND state <> 'forgotten' ORDER BY seq DESC`,
  )
  const going = db.prepare<[], Row>(`SELECT * FROM push WHERE state IN ('sending', 'waiting') ORDER BY seq`)
  const signedOut = db.prepare<[string], { id: string }>(
    `SELECT id FROM push WHERE account_id = ? AND state = 'stopped' AND reason = 'signed-out'`,
  )
  const setFiles = db.prepare('UPDATE push SET files = ?, updated_at = ? WHERE id = ?')
  const backToUpload = db.prepare(
    `UPDATE push SET files = ?, step = 'upload', renewed = 1, may_be_there = 0, before = NULL, updated_at = ? WHERE id = ?`,
  )
  const begin = db.prepare('UPDATE push SET before = coalesce(before, ?), may_be_there = 1, updated_at = ? WHERE id = ?')
  const settle = db.prepare('UPDATE push SET may_be_there = 0, before = NULL, updated_at = ? WHERE id = ?')
  const made = db.prepare(
    `UPDATE push SET made = ?, may_be_there = 0, step = 'import', attempts = 0, says = 'Created there.', updated_at = ? WHERE id = ?`,
  )
  const move = db.prepare('UPDATE push SET step = ?, attempts = 0, says = ?, updated_at = ? WHERE id = ?')
  const wait = db.prepare(
    `UPDATE push SET state = 'waiting', reason = NULL, due_at = ?, says = ?, attempts = attempts + ?, updated_at = ? WHERE id = ?`,
  )
  const stop = db.prepare(`UPDATE push SET state = 'stopped', reason = ?, says = ?, updated_at = ? WHERE id = ?`)
  const resume = db.prepare(
    `UPDATE push SET state = 'sending', reason = NULL, updated_at = ? WHERE id = ? AND state IN ('waiting', 'stopped')`,
  )
  const end = db.prepare(
    `UPDATE push SET state = ?, reason = NULL, step = 'done', made = ?, may_be_there = 0, says = ?, updated_at = ? WHERE id = ?`,
  )
  const forget = db.prepare(
    `UPDATE push SET state = 'forgotten', reason = NULL, updated_at = ?
     WHERE id = ? AND may_be_there = 0 AND (state = 'failed' OR (state = 'stopped' AND (made IS NULL OR reason = 'refused')))`,
  )

  const known = (account: string, approval: string): Push | null => {
    const row = ofApproval.get(account, approval)
    return row ? pushOf(row) : null
  }
  const changeFiles = (id: string, change: (file: PushedFile) => PushedFile): string =>
    JSON.stringify(pushOf(find.get(id)!).files.map(change))
  const add = db.transaction((push: NewPush, referenceOf: (earlier: number) => string): Push => {
    const before = known(push.accountId, push.approvalId)
    if (before && before.state !== 'failed') return before
    const id = uuid()
    const reference = referenceOf(earlier.get(push.accountId, push.approvalId)!.n)
    const { accountId, boardId, boardName, revision, approvalId, packageSha256, workspace, projectId, projectName, files } = push
    const values = [accountId, boardId, boardName, revision, approvalId, packageSha256, reference, workspace, projectId, projectName]
    insert.run(id, ...values, JSON.stringify(files), now(), now(), now())
    return pushOf(find.get(id)!)
  })
  const stored = db.transaction((id: string, name: string, key: string): void => {
    setFiles.run(
      changeFiles(id, (file) => (file.name === name ? { ...file, key } : file)),
      now(),
      id,
    )
  })

  return {
    add: (push, referenceOf) => add.immediate(push, referenceOf),
    find(id) {
      const row = find.get(id)
      return row ? pushOf(row) : null
    },
    ofApproval: known,
    list: (account, board) => list.all(account, account, board, board).map(pushOf),
    going: () => going.all().map(pushOf),
    signedOut: (account) => signedOut.all(account).map(({ id }) => id),
    stored: (id, name, key) => stored.immediate(id, name, key),
    forgetKeys: (id) =>
      void backToUpload.run(
        changeFiles(id, (file) => ({ ...file, key: null })),
        now(),
        id,
      ),
    begin: (id, before) => void begin.run(JSON.stringify(before), now(), id),
    settle: (id) => void settle.run(now(), id),
    made: (id, found, statusUrl) => void made.run(JSON.stringify({ ...found, statusUrl }), now(), id),
    move: (id, step, says) => void move.run(step, says, now(), id),
    wait: (id, dueAt, says, counts) => void wait.run(Math.round(dueAt), says, counts ? 1 : 0, now(), id),
    stop: (id, reason, says) => void stop.run(reason, says, now(), id),
    resume: (id) => void resume.run(now(), id),
    end: (id, state, found, says) => void end.run(state, JSON.stringify({ ...found, statusUrl: null }), says, now(), id),
    forget: (id) => forget.run(now(), id).changes > 0,
  }
}
