import { err, ok, type Result } from '#core/base/result.ts'
import type { ComparisonShape, MessageShape, SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { Message } from '#core/sync/message.ts'
import type { SyncTiming } from '#core/sync/timing.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import type { LogRow, OutboxRepo } from '#main/store/outbox.repo.ts'
import type { SyncEngine } from '#main/sync/sync-engine.ts'
import { canCancel, messageShapeOf } from './shapes.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }
const gone = { code: 'gone', message: 'There is no such message.' } as const
const alreadySent = {
  code: 'already-sent',
  message: 'It was sent and may have been ordered. It can be cancelled when the server says that it was not.',
} as const

export interface OutboxService {
  shapeOf(message: Message): MessageShape
  list(all: boolean): { messages: MessageShape[]; status: SyncStatusShape }
  get(id: string): Result<{ message: MessageShape; log: LogRow[]; comparison: ComparisonShape | null }, Failure<'gone'>>
  retry(id: string): Result<MessageShape, Failure<'gone'>>
  pause(id: string, paused: boolean): Result<MessageShape, Failure<'gone'>>
  cancel(id: string): Result<MessageShape, Failure<'gone' | 'already-sent'>>
  resolve(
    id: string,
    conflict: string,
    answer: 'accept' | 'cancel',
  ): Result<MessageShape, Failure<'gone' | 'changed' | 'cannot-accept' | 'already-sent'>>
  edit(id: string, ceiling: number, expiresAt: number): Result<MessageShape, Failure<'gone' | 'already-sent' | 'invalid'>>
}

const LISTED_CLOSED = 200

/** The queue as a person works with it. */
export const outboxService = (parts: {
  readonly outbox: OutboxRepo
  readonly accounts: AccountsRepo
  readonly engine: SyncEngine
  readonly timing: SyncTiming
  readonly now: () => number
  readonly onMessage: (id: string) => void
}): OutboxService => {
  const { outbox, accounts, engine, timing, now, onMessage } = parts

  const shape = (message: Message, heads: ReadonlyMap<string, string>): MessageShape =>
    messageShapeOf(message, {
      accountName: accounts.find(message.accountId)?.name ?? '',
      isSending: engine.isSending(message.id),
      progress: engine.progressOf(message.id),
      head: heads.get(message.boardId) ?? null,
      now: now(),
      mayStillArrive: timing.mayStillArrive,
    })
  const headsOf = (open: readonly Message[]): Map<string, string> => {
    const heads = new Map<string, string>()
    for (const { boardId, id } of open) if (!heads.has(boardId)) heads.set(boardId, id)
    return heads
  }
  const shapeOf = (message: Message): MessageShape => shape(message, headsOf(outbox.open()))
  /** The message after a change, with what follows from it set going. */
  const changed = (id: string): { readonly ok: true; readonly value: MessageShape } => {
    onMessage(id)
    engine.nudge()
    return ok(shapeOf(outbox.find(id)!))
  }
  const cancel = (id: string): Result<MessageShape, Failure<'gone' | 'already-sent'>> => {
    const message = outbox.find(id)
    if (!message) return err(gone)
    if (message.state === 'cancelled') return ok(shapeOf(message))
    return outbox.cancel(id, timing.mayStillArrive) ? changed(id) : err(alreadySent)
  }

  return {
    shapeOf,
    list(all) {
      const open = outbox.open()
      const heads = headsOf(open)
      const messages = all ? [...open, ...outbox.closed(LISTED_CLOSED)] : open
      return { messages: messages.map((message) => shape(message, heads)), status: engine.status() }
    },
    get(id) {
      const message = outbox.find(id)
      if (!message) return err(gone)
      return ok({ message: shapeOf(message), log: [...outbox.log(id)], comparison: message.refs.comparison ?? null })
    },
    retry(id) {
      if (!outbox.find(id)) return err(gone)
      engine.retry(id)
      return changed(id)
    },
    pause(id, paused) {
      if (!outbox.find(id)) return err(gone)
      outbox.pause(id, paused)
      return changed(id)
    },
    cancel,
    resolve(id, conflictId, answer) {
      const message = outbox.find(id)
      if (!message) return err(gone)
      const { conflict, request } = message
      if (conflict?.id !== conflictId) return err({ code: 'changed', message: 'It stands otherwise by now. Look again.' })
      if (answer === 'cancel') return cancel(id)
      if (!conflict.canAccept) return err({ code: 'cannot-accept', message: 'This cannot be accepted: try again once its cause is gone, or cancel it.' }) // prettier-ignore
      if (conflict.price && request) outbox.edit(id, conflict.price.total, conflict.price.currency, request.expiresAt)
      outbox.resume(id, `Accepted: ${conflict.now}.`, conflict.id)
      engine.gate.reset(message.accountId)
      return changed(id)
    },
    edit(id, ceiling, expiresAt) {
      const message = outbox.find(id)
      if (!message?.request) return err(gone)
      if (expiresAt <= now()) return err({ code: 'invalid', message: 'The time until which it is to be ordered is over already.' })
      if (!canCancel(message, now(), timing.mayStillArrive)) return err(alreadySent)
      outbox.edit(id, ceiling, message.request.currency, expiresAt)
      const kind = message.conflict?.kind
      if (kind === 'expired' || kind === 'price') outbox.resume(id, 'Limit or time changed.')
      return changed(id)
    },
  }
}
