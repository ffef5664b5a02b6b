import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { productionItemShape, productionStateShape, PROVIDER_ERRORS } from './providers.ipc.ts'

export const timelineEntryShape = z.object({
  kind: z.enum(['order', 'line-item', 'piece', 'run', 'shipment', 'quote', 'project', 'event', 'comment']),
  id: z.string(),
  title: z.string(),
  /** Null for events and comments. */
  state: productionStateShape.nullable(),
  original: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  /** A link of the service, to be followed by `resources.get`. */
  uri: z.string().nullable(),
})
export type TimelineEntryShape = z.infer<typeof timelineEntryShape>

/** When something that is shown was read, and why it could not be read anew. */
const freshness = {
  /** ms since 1970; null = never read. */
  readAt: z.number().nullable(),
  /** Null when what is shown was read just now. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The server asked to wait: it is not asked again before (ms since 1970). */
  heldUntil: z.number().nullable(),
}

const account = z.strictObject({ account: accountId })
/** An item as `production.list` named it. */
const followed = account.extend({ kind: productionItemShape.shape.kind, id: z.string().max(500), url: z.string().max(2000).nullable() })

/** Following what was ordered, at every provider. */
export const productionCalls = {
  /**
   * Orders, runs and shipments of all accounts, or of one. An account that cannot be asked keeps none of the others: it shows
   * what was read last, with `failure`.
   */
  'production.list': call({
    input: z.strictObject({ account: accountId.nullable() }),
    output: z.array(
      z.object({
        account: accountId,
        accountName: z.string(),
        provider: z.string(),
        items: z.array(productionItemShape),
        /** More is known of its items than their state: `production.timeline` tells it. */
        hasTimeline: z.boolean(),
        /** Kinds of item that take comments. */
        commented: z.array(productionItemShape.shape.kind),
        ...freshness,
      }),
    ),
    errors: ['gone'],
  }),
  /** Everything that happened to an item, oldest first; what was read last, with `failure`, when it cannot be read now. */
  'production.timeline': call({
    input: followed,
    output: z.object({ entries: z.array(timelineEntryShape), ...freshness }),
    errors: ['gone'],
  }),
  'production.comment': call({
    input: followed.extend({ text: z.string().trim().min(1).max(10_000) }),
    output: z.null(),
    errors: PROVIDER_ERRORS,
  }),
  /** Authentise: agrees to an order's quote with a purchase order's number. */
  'production.acceptQuote': call({
    input: account.extend({ order: z.string().max(2000), purchaseOrder: z.string().trim().min(1).max(100) }),
    output: z.null(),
    errors: PROVIDER_ERRORS,
  }),
  /** Authentise: confirms all line items of an order. */
  'production.confirm': call({ input: account.extend({ order: z.string().max(2000) }), output: z.null(), errors: PROVIDER_ERRORS }),
}
