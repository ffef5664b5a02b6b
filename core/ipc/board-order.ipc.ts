import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const link = z.string().min(1).max(2000)
const purchaseOrder = z.string().trim().min(1).max(100)
const choice = z.object({ uri: z.string(), name: z.string() })

export const boardOrderShape = z.object({
  reference: z.string(),
  boardName: z.string(),
  revision: z.string(),
  quantity: z.int(),
  createdAt: z.number(),
  /** `waiting` goes on by itself at `nextAt`; `asks` and `stopped` when a person says so. */
  state: z.enum(['running', 'waiting', 'asks', 'stopped', 'done']),
  steps: z.array(
    z.object({
      step: z.enum(['product', 'line-item', 'order', 'documents', 'scan', 'quote', 'confirm']),
      /** `begun`: it was begun and may have made something. */
      state: z.enum(['open', 'begun', 'done']),
      doneAt: z.number().nullable(),
      /** What it made, to be followed by `resources.follow`. */
      uri: z.string().nullable(),
    }),
  ),
  says: z.string(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  nextAt: z.number().nullable(),
  asks: z.enum(['purchase-order', 'confirmation']).nullable(),
  quote: z.object({ number: z.string(), notes: z.string(), document: z.string().nullable(), uri: z.string().nullable() }).nullable(),
  /** Bytes of the files, while they are sent. */
  sent: z.object({ done: z.int(), total: z.int() }).nullable(),
})
export type BoardOrderShape = z.infer<typeof boardOrderShape>

const place = z.strictObject({ account: accountId, board: boardId })
const ERRORS = [...PROVIDER_ERRORS, 'not-approved', 'not-ready'] as const

/** Authentise: an approved board becomes an order there, step by step; each step is recorded before and after it is taken. */
export const boardOrderCalls = {
  /** What an order can be made with. */
  'boardOrder.choices': call({
    input: z.strictObject({ account: accountId }),
    output: z.object({
      bureaus: z.array(choice),
      workflows: z.array(choice),
      shippings: z.array(choice),
      materials: z.array(choice),
    }),
    errors: PROVIDER_ERRORS,
  }),
  /** What would be sent of the board's approval, and the order that was begun for it. */
  'boardOrder.get': call({
    input: place,
    output: z.object({
      boardName: z.string(),
      revision: z.string(),
      packageSha256: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: z.int() })),
      order: boardOrderShape.nullable(),
    }),
    errors: ERRORS,
  }),
  /** Records the order and begins to make it; again for the same approval it is the one that was begun. */
  'boardOrder.start': call({
    input: place.extend({
      bureau: link,
      workflow: link,
      shipping: link.nullable(),
      materials: z.array(link).max(20),
      quantity: z.int().positive().max(1_000_000),
    }),
    output: boardOrderShape,
    errors: ERRORS,
  }),
  /** Goes on after a stop, or with what was asked for: a purchase order that agrees to the quote, the word for production. */
  'boardOrder.go': call({
    input: place.extend({ purchaseOrder: purchaseOrder.nullable(), isConfirmed: z.boolean() }),
    output: boardOrderShape,
    errors: ERRORS,
  }),
  'boardOrder.stop': call({ input: place, output: boardOrderShape, errors: ERRORS }),
}
