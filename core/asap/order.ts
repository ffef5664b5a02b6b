import { z } from 'zod'
import { orderId, quoteId, requestId, timestamp } from './ids.ts'
import { named } from './registry.ts'

/** States of an order in their usual order, then the two that end or hold it. The contract shows the first two. */
export const ORDER_STATES = ['accepted', 'in_production', 'shipped', 'delivered', 'on_hold', 'cancelled'] as const
export type OrderState = (typeof ORDER_STATES)[number]

export const contact = named('Contact', 'Whom to ask about the order.', z.object({ name: z.string().max(200), email: z.string().max(320) }))
export type Contact = z.infer<typeof contact>

/** Body of `POST /v1/orders`. */
export const orderRequest = named(
  'OrderRequest',
  'Orders an approved quote that has not expired.',
  z.object({
    quote_id: z.string(),
    po_number: z.string().min(1).max(100).nullable().optional(),
    contact: contact.partial().nullable().optional(),
  }),
)
export type OrderRequest = z.infer<typeof orderRequest>

const fields = {
  order_id: orderId,
  quote_id: quoteId,
  status: z.string(),
  created_at: timestamp,
  tracking: z.string().nullable(),
  /** Oldest first. */
  timeline: z.array(z.object({ status: z.string(), at: timestamp })),
}

/** Answer of `POST /v1/orders`. */
export const orderAnswer = named('OrderAnswer', 'A new order.', z.object({ request_id: requestId, ...fields }))
export type OrderAnswer = z.infer<typeof orderAnswer>

export const order = named('Order', 'An order with its way so far.', z.object({ ...fields, po_number: z.string().nullable(), contact }))
export const orderList = z.array(order)
export type Order = z.infer<typeof order>
