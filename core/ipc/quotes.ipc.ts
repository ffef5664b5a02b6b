import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const account = z.strictObject({ account: accountId })
const money = z.number()

export const quoteOfferShape = z.object({
  quantity: z.int(),
  /** Business days. */
  leadTimeDays: z.int(),
  shipDate: z.string(),
  board: money,
  parts: money,
  assembly: money,
  total: money,
  unit: money,
  currency: z.string(),
})
export type QuoteOfferShape = z.infer<typeof quoteOfferShape>

const chosenOffer = quoteOfferShape.extend({ quote: z.int(), expiresAt: z.string() })

export const quoteCalls = {
  /** CircuitHub: a quote of a project's newest revision or of one revision, good for an hour. `not-offered` while the server does not have it. */
  'quotes.get': call({
    input: account.extend({ project: z.int().nonnegative(), revision: z.int().nonnegative().nullable() }),
    output: z.object({
      id: z.int(),
      revision: z.int(),
      expiresAt: z.string(),
      offers: z.array(quoteOfferShape),
      /** The offer that was chosen for this revision, as it was then. */
      chosen: chosenOffer.nullable(),
    }),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: what an offer is made of. */
  'quotes.breakdown': call({
    input: account.extend({ quote: z.int(), quantity: z.int().positive(), leadTimeDays: z.int().nonnegative() }),
    output: z.object({
      total: money,
      currency: z.string(),
      lines: z.array(
        z.object({
          type: z.string(),
          description: z.string(),
          mpn: z.string().nullable(),
          manufacturer: z.string().nullable(),
          supplier: z.string().nullable(),
          /** With what is lost in assembly, and rounded up to price breaks. */
          quantity: z.int(),
          unit: money,
          total: money,
        }),
      ),
    }),
    errors: PROVIDER_ERRORS,
  }),
  /** Keeps which offer was chosen for a revision; nothing is ordered. Null takes the choice back. */
  'quotes.choose': call({
    input: account.extend({ project: z.int().nonnegative(), revision: z.int().nonnegative(), offer: chosenOffer.nullable() }),
    output: z.null(),
    errors: ['gone'],
  }),
  'issues.list': call({
    input: account.extend({
      workspace: z.string().min(1).max(200),
      order: z.int().nullable(),
      status: z.enum(['open', 'closed']).nullable(),
    }),
    output: z.array(
      z.object({
        id: z.int(),
        order: z.int(),
        title: z.string(),
        status: z.string(),
        by: z.string(),
        createdAt: z.string(),
        updatedAt: z.string(),
      }),
    ),
    errors: PROVIDER_ERRORS,
  }),
  /** Files an issue on an order; where no answer came it is looked up before it is said to be unclear. */
  'issues.file': call({
    input: account.extend({
      workspace: z.string().min(1).max(200),
      order: z.int(),
      title: z.string().trim().min(1).max(200),
      comment: z.string().max(10_000),
    }),
    output: z.object({ id: z.int() }),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: an order with everything that the provider says of it, in its own words. */
  'orders.remote': call({
    input: account.extend({ order: z.int() }),
    output: z.object({
      name: z.string(),
      urn: z.string(),
      status: z.string(),
      quantity: z.int(),
      value: money,
      paymentStatus: z.string(),
      poNumber: z.string(),
      project: z.object({ id: z.int(), name: z.string(), revision: z.int() }),
      createdAt: z.string(),
      updatedAt: z.string(),
      quotedShipping: z.string(),
      estimatedShipping: z.string().nullable(),
      shipped: z.string().nullable(),
      tracking: z.string().nullable(),
      service: z.string().nullable(),
    }),
    errors: PROVIDER_ERRORS,
  }),
}
