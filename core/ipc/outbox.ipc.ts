import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { call } from './call.ts'
import { accountId, comparisonShape, messageId, messageLogShape, messageShape, syncStatusShape } from './order-shapes.ts'

const one = z.strictObject({ id: messageId })

export const outboxCalls = {
  /** Oldest first; `all` also lists what is done or was cancelled, newest 200. */
  'outbox.list': call({
    input: z.strictObject({ all: z.boolean() }),
    output: z.object({ messages: z.array(messageShape), status: syncStatusShape }),
    errors: [],
  }),
  'outbox.get': call({
    input: one,
    output: z.object({ message: messageShape, log: z.array(messageLogShape), comparison: comparisonShape.nullable() }),
    errors: ['gone'],
  }),
  /** Tries now, whatever it waits for; one that needs you is tried again as it is. */
  'outbox.retry': call({ input: one, output: messageShape, errors: ['gone'] }),
  'outbox.pause': call({ input: z.strictObject({ id: messageId, paused: z.boolean() }), output: messageShape, errors: ['gone'] }),
  /** `already-sent`: the order may be there already. */
  'outbox.cancel': call({ input: one, output: messageShape, errors: ['gone', 'already-sent'] }),
  /** Answers a conflict that was shown. `changed`: it is another one by now; look again. */
  'outbox.resolve': call({
    input: z.strictObject({ id: messageId, conflict: z.string().max(100), answer: z.enum(['accept', 'cancel']) }),
    output: messageShape,
    errors: ['gone', 'changed', 'cannot-accept', 'already-sent'],
  }),
  /** Changes limit and expiry of a queued order. */
  'outbox.edit': call({
    input: z.strictObject({ id: messageId, ceiling: z.number().positive().max(100_000_000), expiresAt: z.number() }),
    output: messageShape,
    errors: ['gone', 'already-sent', 'invalid'],
  }),
  'sync.status': call({ input: z.strictObject({}), output: syncStatusShape, errors: [] }),
  /** Pauses or resumes all sending; stays so after a restart. */
  'sync.pause': call({ input: z.strictObject({ paused: z.boolean() }), output: syncStatusShape, errors: [] }),
  'sync.now': call({ input: z.strictObject({}), output: syncStatusShape, errors: [] }),
  /** Sends the approved package to an account: stored there and reviewed there, not ordered. */
  'sync.push': call({
    input: z.strictObject({ board: boardId, account: accountId }),
    output: messageShape,
    errors: ['gone', 'not-approved', 'no-such-account', 'not-offered'],
  }),
}
