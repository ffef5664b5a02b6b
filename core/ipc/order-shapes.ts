import { z } from 'zod'
import { boardId } from './board-shapes.ts'

/** ms since 1970. */
const instant = z.number()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const amount = z.number().nonnegative()

export const accountId = z.uuid()
export const messageId = z.uuid()

/** What the user fills in; limits are those of the ASAP contract. What is missing or wrong is said by `order.check`. */
export const orderFormShape = z.strictObject({
  quantity: z.int().min(0).max(1_000_000),
  leadTime: z.enum(['standard', 'expedite']),
  shipTo: z.strictObject({ country: z.string().max(60), postalCode: z.string().max(32), name: z.string().max(200) }),
  build: z.strictObject({
    layers: z.int().min(0).max(64),
    thicknessMm: z.number().nonnegative().max(20).nullable(),
    finish: z.string().max(40).nullable(),
  }),
  policyId: z.string().max(64).nullable(),
  poNumber: z.string().max(100),
  contact: z.strictObject({ name: z.string().max(200), email: z.string().max(320) }),
})
export type OrderFormShape = z.infer<typeof orderFormShape>

export const orderField = z.enum([
  'quantity', 'leadTime', 'shipTo.country', 'shipTo.postalCode', 'shipTo.name', 'build.layers', 'build.thicknessMm', 'build.finish',
  'policyId', 'poNumber', 'contact.name', 'contact.email', 'ceiling', 'expiresAt',
]) // prettier-ignore
export type OrderField = z.infer<typeof orderField>

export const fieldProblemShape = z.object({ field: orderField, says: z.string() })

/** One line of the gate before an order: `ok` or why not. */
export const gateLineShape = z.object({
  id: z.enum(['approved', 'package', 'outline', 'drill', 'roles', 'size', 'price', 'account']),
  ok: z.boolean(),
  says: z.string(),
})
export type GateLineShape = z.infer<typeof gateLineShape>

export const pricingShape = z.object({
  currency: z.string(),
  setupFee: amount,
  unitPrice: amount,
  quantity: z.int(),
  subtotal: amount,
  shipping: amount,
  expediteFee: amount,
  total: amount,
})

export const offerShape = z.object({
  quoteId: z.string(),
  createdAt: instant,
  /** By this computer's clock: the server's, with the difference taken out. */
  expiresAt: instant,
  canBeOrdered: z.boolean(),
  obstacles: z.array(z.string()),
  warnings: z.array(z.string()),
  pricing: pricingShape,
  leadTime: z.object({ option: z.string(), shipDate: z.string(), days: z.number() }),
  lines: z.array(z.object({ label: z.string(), amount: z.number() })),
})
export type OfferShape = z.infer<typeof offerShape>

/** What the review of the server says beside ours. */
export const comparisonShape = z.object({
  runId: z.string(),
  theirs: z.array(z.object({ checkId: z.string(), severity: z.string(), count: z.int() })),
  ours: z.array(z.object({ checkId: z.string(), severity: z.string(), count: z.int() })),
  /** In words, one a line; empty = they agree. */
  differences: z.array(z.string()),
})
export type ComparisonShape = z.infer<typeof comparisonShape>

/** Two states side by side, of which one has to be chosen. */
export const conflictShape = z.object({
  /** Handed back with the answer, so that nobody agrees to what they did not see. */
  id: z.string(),
  kind: z.enum(['price', 'size', 'file', 'capability', 'refused', 'expired', 'signed-out', 'not-offered', 'charged']),
  says: z.string(),
  /** As agreed and as it is now, in words. */
  agreed: z.string(),
  now: z.string(),
  /** Whether "go on with what is now" is a choice; else it can be cancelled, or tried again once the cause is gone. */
  canAccept: z.boolean(),
  /** Of a price: what accepting it agrees to. */
  price: z.object({ total: amount, currency: z.string() }).optional(),
})
export type ConflictShape = z.infer<typeof conflictShape>

export const messageStep = z.enum(['upload', 'analyse', 'draft', 'price', 'submit', 'confirm', 'done'])
export const messageState = z.enum(['waiting', 'sending', 'unclear', 'needs-you', 'paused', 'done', 'cancelled'])

export const messageShape = z.object({
  id: messageId,
  kind: z.enum(['order', 'push']),
  board: boardId,
  boardName: z.string(),
  account: accountId,
  accountName: z.string(),
  /** "Order 10 boards of amp.zip, up to USD 217.00". */
  title: z.string(),
  state: messageState,
  step: messageStep,
  createdAt: instant,
  /** When it is tried next; null when nothing is waited for. */
  nextAt: instant.nullable(),
  attempts: z.int(),
  /** The last answer in words. */
  says: z.string(),
  conflict: conflictShape.nullable(),
  canCancel: z.boolean(),
  /** Waits for an earlier message of the same board. */
  behind: messageId.nullable(),
  packageSha256: sha256,
  /** Of an order. */
  ceiling: z.object({ total: amount, currency: z.string(), expiresAt: instant }).nullable(),
  progress: z.object({ sent: z.number(), total: z.number() }).nullable(),
  orderId: z.string().nullable(),
})
export type MessageShape = z.infer<typeof messageShape>

export const messageLogShape = z.object({ at: instant, lastAt: instant, step: z.string(), says: z.string(), times: z.int() })

export const placedOrderShape = z.object({
  id: messageId,
  board: boardId,
  boardName: z.string(),
  account: accountId,
  accountName: z.string(),
  orderId: z.string(),
  quoteId: z.string(),
  /** The provider's own word. */
  status: z.string(),
  state: z.enum(['draft', 'waiting', 'accepted', 'in-production', 'done', 'shipped', 'delivered', 'cancelled', 'failed', 'unknown']),
  tracking: z.string().nullable(),
  placedAt: instant,
  changedAt: instant,
  checkedAt: instant.nullable(),
  quantity: z.int(),
  total: amount,
  currency: z.string(),
  packageSha256: sha256,
  poNumber: z.string(),
})
export type PlacedOrderShape = z.infer<typeof placedOrderShape>

export const orderDetailShape = placedOrderShape.extend({
  timeline: z.array(z.object({ status: z.string(), at: instant })),
  form: orderFormShape,
  offer: offerShape.nullable(),
  agreed: z.object({ total: amount, currency: z.string() }).nullable(),
  approval: z.uuid(),
  comparison: comparisonShape.nullable(),
  log: z.array(messageLogShape),
})
export type OrderDetailShape = z.infer<typeof orderDetailShape>

export const syncStatusShape = z.object({
  /** `elsewhere`: another Boardproof process on this data folder sends. */
  state: z.enum(['up-to-date', 'waiting', 'sending', 'offline', 'paused', 'needs-you', 'disk-full', 'elsewhere']),
  /** "2 waiting", "Sending 1 of 2", "Offline". */
  says: z.string(),
  waiting: z.int(),
  sending: z.int(),
  needsYou: z.int(),
  paused: z.boolean(),
  nextAt: instant.nullable(),
})
export type SyncStatusShape = z.infer<typeof syncStatusShape>
