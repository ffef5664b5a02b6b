import { z } from 'zod'
import { boardId, factsShape } from './board-shapes.ts'
import { call } from './call.ts'
import {
  accountId,
  fieldProblemShape,
  gateLineShape,
  messageId,
  messageShape,
  offerShape,
  orderDetailShape,
  orderField,
  orderFormShape,
  placedOrderShape,
} from './order-shapes.ts'

const instant = z.number()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What would be ordered: the board's newest approval, and whether it still speaks of what is there. */
export const orderSubjectShape = z.object({
  approval: z.uuid(),
  approvedAt: instant,
  approvedBy: z.string(),
  revision: z.int().positive(),
  packageName: z.string(),
  packageSha256: sha256,
  packageBytes: z.number(),
  capability: z.string(),
  waived: z.int(),
  /** Empty = approved as it is now. */
  changed: z.array(z.enum(['files', 'roles', 'capability', 'waivers', 'revision'])),
})

const judged = { board: boardId, account: accountId, form: orderFormShape }
const SENDING_ERRORS = ['gone', 'not-approved', 'no-such-account', 'invalid'] as const

export const orderCalls = {
  /** The order form, filled from the board and the last order; `from` = an order to order again. */
  'order.draft': call({
    input: z.strictObject({ board: boardId, account: accountId.nullable(), from: messageId.nullable() }),
    output: z.object({
      subject: orderSubjectShape.nullable(),
      boardName: z.string(),
      facts: factsShape,
      form: orderFormShape,
      /** Where a value comes from, for every field that is not the user's own: "guessed: most boards", "measured", "as last time". */
      origins: z.array(z.object({ field: orderField, isGuess: z.boolean(), says: z.string() })),
      /** Chosen when none is given: the one of the last order, else the only one. */
      account: accountId.nullable(),
      problems: z.array(fieldProblemShape),
      gate: z.array(gateLineShape),
      /** Of the same board, else null. */
      last: z.object({ id: messageId, total: z.number(), currency: z.string(), placedAt: instant, quantity: z.int() }).nullable(),
      /** Suggested limit for an order without a live price, from the last order; null without one. */
      ceiling: z.object({ total: z.number(), currency: z.string() }).nullable(),
    }),
    errors: ['gone', 'not-ready'],
  }),
  /** Checks the form and the gate again, without sending anything. */
  'order.check': call({
    input: z.strictObject(judged),
    output: z.object({ problems: z.array(fieldProblemShape), gate: z.array(gateLineShape) }),
    errors: ['gone', 'not-approved', 'no-such-account'],
  }),
  /** Asks the server for a price: the approved package goes there and is reviewed there, nothing is ordered. */
  'order.price': call({
    input: z.strictObject(judged),
    output: z.object({ offer: offerShape, gate: z.array(gateLineShape), differences: z.array(z.string()) }),
    errors: [...SENDING_ERRORS, 'gate', 'offline', 'signed-out', 'refused', 'busy', 'not-offered'],
  }),
  /**
   * Orders: from here on it happens by itself, exactly once. `agreed` is the offer that was shown; without one it is
   * queued and goes when there is a price within the limit. Never more than the limit, never after `expiresAt`.
   */
  'order.place': call({
    input: z.strictObject({
      ...judged,
      approval: z.uuid(),
      agreed: z.strictObject({ quoteId: z.string().max(80), total: z.number().nonnegative(), currency: z.string().length(3) }).nullable(),
      ceiling: z.number().positive().max(100_000_000),
      currency: z.string().length(3),
      expiresAt: instant,
    }),
    output: messageShape,
    errors: [...SENDING_ERRORS, 'gate', 'changed'],
  }),
  'orders.list': call({
    input: z.strictObject({ board: boardId.nullable(), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.object({ orders: z.array(placedOrderShape), total: z.int() }),
    errors: [],
  }),
  'orders.get': call({ input: z.strictObject({ id: messageId }), output: orderDetailShape, errors: ['gone'] }),
  /** Asks the server now; null = every open order. The answer comes as the event `order`. */
  'orders.refresh': call({ input: z.strictObject({ id: messageId.nullable() }), output: z.null(), errors: ['gone'] }),
}
