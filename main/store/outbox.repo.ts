import type { Database } from 'better-sqlite3'
import type { ConflictShape } from '#core/ipc/order-shapes.ts'
import type { Message, OrderRequest, Refs, Step } from '#core/sync/message.ts'
import type { Ids } from './boards.repo.ts'
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './outbox-rows.ts'

export type NewMessage = Pick<
  Message,
  'boardId' | 'boardName' | 'accountId' | 'approvalId' | 'packageName' | 'packageSha256' | 'contentSha256' | 'areaMm2' | 'ours' | 'checkIds'
>

/** What has to be known to choose what is sent next. */
export type Head = Pick<Message, 'id' | 'boardId' | 'accountId' | 'dueAt'>

export interface Standing {
  readonly accountId: string
  readonly standing: 'waiting' | 'needs-you' | 'paused'
  readonly count: number
  readonly dueAt: number
}

export interface LogRow {
  readonly at: number
  readonly lastAt: number
  readonly step: string
  readonly says: string
  readonly times: number
}

/** The queue. Every change says why in the message's log, in the same transaction. */
export interface OutboxRepo {
  /** The decision to order and its message in one transaction; the key is made here. */
  addOrder(message: NewMessage, request: OrderRequest): Message
  /** @returns the message; the one that is there when the approval was queued for the account before */
  addPush(message: NewMessage): Message
  find(id: string): Message | null
  /** Waiting and stopped ones, oldest first. */
  open(): readonly Message[]
  /** Finished and cancelled ones, newest first. */
  closed(limit: number): readonly Message[]
  /** The oldest open message of each board, oldest first, as far as they wait: the only ones that may be sent. */
  heads(): readonly Head[]
  /** @returns how many open messages there are, by account and standing */
  summary(): readonly Standing[]
  log(id: string): readonly LogRow[]
  /** The next step, with what was learnt. Kept also when the message was paused meanwhile. */
  advance(id: string, step: Step, refs: Refs, says: string): void
  /**
   * Says that the step's request goes out now.
   * @returns false when the message was cancelled, paused or stopped meanwhile: then nothing may be sent
   */
  begin(id: string, refs: Refs): boolean
  /** The request of the step was answered or never left: nothing has to be looked up. */
  settle(id: string): void
  wait(id: string, ms: number, says: string, countsAsAttempt: boolean): void
  ask(id: string, conflict: ConflictShape): void
  finish(id: string, refs: Refs, says: string): void
  /** Goes on with a stopped message, or tries a waiting one at once. */
  resume(id: string, says: string, accepted?: string): void
  pause(id: string, paused: boolean): void
  /** @param mayStillArrive ms that a submit on its way may take. @returns false when it may have been sent */
  cancel(id: string, mayStillArrive: number): boolean
  edit(id: string, ceiling: number, currency: string, expiresAt: number): void
  /** Messages of an account that wait for a sign-in go on; with `all`, those that wait for the server too. */
  resumeAccount(account: string): readonly string[]
  /** Everything that waits is due now. */
  dueNow(): void
  isUsed(contentSha256: string): boolean
  isPaused(): boolean
  setPaused(paused: boolean): void
  /** Writes something. @throws when the disk is full */
  probe(): void
}

export const outboxRepo = (db: Database, { uuid, now }: Ids): OutboxRepo => {
  const addRequest = db.prepare(`
    INSERT INTO order_request (id, form, agreed, ceiling, currency, expires_at, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const add = db.prepare(`
    INSERT INTO outbox (id, kind, request_id, board_id, board_name, account_id, approval_id, package_name, package_sha256, content_sha256,
      area_mm2, ours, checks, key, state, step, due_at, says, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 'upload', ?, 'Queued.', ?, ?)`)
  const find = db.prepare<[string], MessageRow>(`SELECT ${MESSAGE_COLUMNS} WHERE outbox.id = ?`)
  const pushed = db.prepare<[string, string], MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} WHERE account_id = ? AND approval_id = ? AND kind = 'push' AND state <> 'cancelled'`,
  )
  const open = db.prepare<[], MessageRow>(`SELECT ${MESSAGE_COLUMNS} WHERE state IN ('waiting', 'needs-you') ORDER BY seq`)
  const closed = db.prepare<[number], MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} WHERE state IN ('done', 'cancelled') ORDER BY updated_at DESC, seq DESC LIMIT ?`,
  )
  const heads = db.prepare<[], Head>(`
    SELECT id, board_id AS boardId, account_id AS accountId, due_at AS dueAt FROM outbox
    WHERE state = 'waiting' AND paused = 0 AND seq IN (SELECT min(seq) FROM outbox WHERE state IN ('waiting', 'needs-you') GROUP BY board_id)
    ORDER BY seq`)
  const summary = db.prepare<[], Standing>(`
    SELECT account_id AS accountId, CASE WHEN state = 'needs-you' THEN state WHEN paused = 1 THEN 'paused' ELSE 'waiting' END AS standing,
      count(*) AS count, min(due_at) AS dueAt
    FROM outbox WHERE state IN ('waiting', 'needs-you') GROUP BY 1, 2`)
  const logOf = db.prepare<[string], { at: number; last_at: number; step: string; says: string; times: number }>(
    'SELECT at, last_at, step, says, times FROM outbox_log WHERE message_id = ? ORDER BY number',
  )
  const lastLog = db.prepare<[string], { number: number; step: string; says: string }>(
    'SELECT number, step, says FROM outbox_log WHERE message_id = ? ORDER BY number DESC LIMIT 1',
  )
  const addLog = db.prepare('INSERT INTO outbox_log (message_id, number, at, last_at, step, says, times) VALUES (?, ?, ?, ?, ?, ?, 1)')
  const repeatLog = db.prepare('UPDATE outbox_log SET times = times + 1, last_at = ? WHERE message_id = ? AND number = ?')
  const stepOf = db.prepare<[string], { step: string }>('SELECT step FROM outbox WHERE id = ?')
  const advance = db.prepare('UPDATE outbox SET step = ?, refs = ?, in_flight = 0, attempts = 0, says = ?, updated_at = ? WHERE id = ?')
  const begin = db.prepare(`UPDATE outbox SET in_flight = 1, refs = ?, updated_at = ? WHERE id = ? AND state = 'waiting' AND paused = 0`)
  const settle = db.prepare('UPDATE outbox SET in_flight = 0 WHERE id = ?')
  const wait = db.prepare('UPDATE outbox SET due_at = ?, says = ?, attempts = attempts + ?, updated_at = ? WHERE id = ?')
  const ask = db.prepare(
    `UPDATE outbox SET state = 'needs-you', conflict = ?, says = ?, updated_at = ? WHERE id = ? AND state IN ('waiting', 'needs-you')`,
  )
  const finish = db.prepare(
    `UPDATE outbox SET state = 'done', step = 'done', conflict = NULL, in_flight = 0, refs = ?, says = ?, updated_at = ? WHERE id = ?`,
  )
  const resume = db.prepare(`
    UPDATE outbox SET state = 'waiting', conflict = NULL, accepted = ?, due_at = ?, attempts = 0, says = ?, updated_at = ?
    WHERE id = ? AND state IN ('waiting', 'needs-you')`)
  const acceptedOf = db.prepare<[string], { accepted: string }>('SELECT accepted FROM outbox WHERE id = ?')
  const pause = db.prepare(`UPDATE outbox SET paused = ?, updated_at = ? WHERE id = ? AND state IN ('waiting', 'needs-you')`)
  const cancel = db.prepare(`
    UPDATE outbox SET state = 'cancelled', conflict = NULL, says = 'Cancelled.', updated_at = ?
    WHERE id = ? AND state IN ('waiting', 'needs-you') AND step <> 'confirm' AND NOT (step = 'submit' AND in_flight = 1)
      AND coalesce(json_extract(refs, '$.submitSentAt'), 0) <= ?`)
  const edit = db.prepare('UPDATE order_request SET ceiling = ?, currency = ?, expires_at = ? WHERE id = ?')
  const askedToSignIn = db.prepare<[string], { id: string }>(`
    SELECT id FROM outbox WHERE account_id = ? AND state = 'needs-you' AND json_extract(conflict, '$.kind') = 'signed-out'`)
  const dueNow = db.prepare(`UPDATE outbox SET due_at = ? WHERE state = 'waiting' AND due_at > ?`)
  const used = db.prepare<[string], unknown>('SELECT 1 FROM outbox WHERE content_sha256 = ? LIMIT 1')
  const paused = db.prepare<[], { paused: 0 | 1 }>('SELECT paused FROM sync_switch')
  const setPaused = db.prepare('UPDATE sync_switch SET paused = ?, touched_at = ?')
  const touch = db.prepare('UPDATE sync_switch SET touched_at = ?')

  const note = (id: string, says: string, step = stepOf.get(id)?.step ?? ''): void => {
    const last = lastLog.get(id)
    if (last && last.step === step && last.says === says) repeatLog.run(now(), id, last.number)
    else addLog.run(id, (last?.number ?? 0) + 1, now(), now(), step, says)
  }
  const insert = (kind: 'order' | 'push', id: string, requestId: string | null, m: NewMessage): Message => {
    const values = [m.boardId, m.boardName, m.accountId, m.approvalId, m.packageName, m.packageSha256, m.contentSha256, m.areaMm2]
    add.run(id, kind, requestId, ...values, JSON.stringify(m.ours), JSON.stringify(m.checkIds), uuid(), now(), now(), now())
    note(id, 'Queued.')
    return messageOf(find.get(id)!)
  }
  /** Each change and its line in the log are one transaction, also on a full disk. */
  const noted = <A extends unknown[]>(change: (...args: A) => unknown): ((...args: A) => void) => {
    const run = db.transaction((args: A) => void change(...args))
    return (...args) => run.immediate(args)
  }

  const addOrder = db.transaction((message: NewMessage, request: OrderRequest): Message => {
    const id = uuid()
    const { form, agreed, ceiling, currency, expiresAt } = request
    addRequest.run(id, JSON.stringify(form), agreed ? JSON.stringify(agreed) : null, ceiling, currency, expiresAt, now())
    return insert('order', id, id, message)
  })
  const addPush = db.transaction((message: NewMessage): Message => {
    const known = pushed.get(message.accountId, message.approvalId)
    return known ? messageOf(known) : insert('push', uuid(), null, message)
  })
  const cancelNoted = db.transaction((id: string, mayStillArrive: number): boolean => {
    const isCancelled = cancel.run(now(), id, now() - mayStillArrive).changes > 0
    if (isCancelled) note(id, 'Cancelled.')
    return isCancelled
  })
  const resumeNoted = noted((id: string, says: string, accepted?: string) => {
    const before = JSON.parse(acceptedOf.get(id)?.accepted ?? '[]') as string[]
    resume.run(JSON.stringify(accepted === undefined ? before : [...before, accepted]), now(), says, now(), id)
    note(id, says)
  })

  return {
    addOrder: (message, request) => addOrder.immediate(message, request),
    addPush: (message) => addPush.immediate(message),
    find(id) {
      const row = find.get(id)
      return row ? messageOf(row) : null
    },
    open: () => open.all().map(messageOf),
    closed: (limit) => closed.all(limit).map(messageOf),
    heads: () => heads.all(),
    summary: () => summary.all(),
    log: (id) => logOf.all(id).map(({ last_at, ...row }) => ({ ...row, lastAt: last_at })),
    advance: noted((id: string, step: Step, refs: Refs, says: string) => {
      note(id, says)
      advance.run(step, JSON.stringify(refs), says, now(), id)
    }),
    begin: (id, refs) => begin.run(JSON.stringify(refs), now(), id).changes > 0,
    settle: (id) => void settle.run(id),
    wait: noted((id: string, ms: number, says: string, counts: boolean) => {
      wait.run(now() + Math.round(ms), says, counts ? 1 : 0, now(), id)
      note(id, says)
    }),
    ask: noted((id: string, conflict: ConflictShape) => {
      ask.run(JSON.stringify(conflict), conflict.says, now(), id)
      note(id, [conflict.says, conflict.now].filter(Boolean).join(' '))
    }),
    finish: noted((id: string, refs: Refs, says: string) => {
      note(id, says)
      finish.run(JSON.stringify(refs), says, now(), id)
    }),
    resume: resumeNoted,
    pause: noted((id: string, isPaused: boolean) => {
      pause.run(isPaused ? 1 : 0, now(), id)
      note(id, isPaused ? 'Paused.' : 'Goes on.')
    }),
    cancel: (id, mayStillArrive) => cancelNoted.immediate(id, mayStillArrive),
    edit: noted((id: string, ceiling: number, currency: string, expiresAt: number) => {
      edit.run(ceiling, currency, expiresAt, id)
      note(id, `Limit ${currency} ${ceiling.toFixed(2)}.`)
    }),
    resumeAccount(account) {
      const ids = askedToSignIn.all(account).map(({ id }) => id)
      for (const id of ids) resumeNoted(id, 'Signed in again.')
      return ids
    },
    dueNow: () => void dueNow.run(now(), now()),
    isUsed: (contentSha256) => used.get(contentSha256) !== undefined,
    isPaused: () => paused.get()?.paused === 1,
    setPaused: (isPaused) => void setPaused.run(isPaused ? 1 : 0, now()),
    probe: () => void touch.run(now()),
  }
}
