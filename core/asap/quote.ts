import { z } from 'zod'
import { orderIntentId, plainDate, quoteId, requestId, timestamp } from './ids.ts'
import { build, leadTime, quantity, shipTo } from './order-intent.ts'
import { named } from './registry.ts'

/** States of a quote that we answer with; `approved` is the only one that the contract shows. */
export const QUOTE_STATES = ['approved', 'rejected', 'ordered', 'expired'] as const

/** Body of `POST /v1/quotes` as JSON (shape proposed). The multipart form sends `file`, `ship_to_json`, `build_json`. */
export const quoteRequest = named(
  'QuoteRequest',
  'What to price; dfm_run_id or board_id names the design.',
  z.object({
    board_id: z.string().min(1).max(80).nullable().optional(),
    dfm_run_id: z.string().min(1).max(80).nullable().optional(),
    quantity,
    lead_time: leadTime,
    ship_to: shipTo.optional(),
    build: build.optional(),
    policy_id: z.string().min(1).max(64).nullable().optional(),
  }),
)
export type QuoteRequest = z.infer<typeof quoteRequest>

const amount = z.number().nonnegative()

export const pricing = named(
  'Pricing',
  'subtotal = setup_fee + unit_price × quantity; total = subtotal + shipping + expedite_fee.',
  z.object({
    currency: z.string().length(3),
    setup_fee: amount,
    unit_price: amount,
    quantity: z.int(),
    subtotal: amount,
    shipping: amount,
    expedite_fee: amount,
    total: amount,
  }),
)
export type Pricing = z.infer<typeof pricing>

/** A reason why a gate did not pass, or a warning. Its shape is ours: the contract shows empty lists only. */
export const remark = z.object({ code: z.string(), message: z.string() })
export type Remark = z.infer<typeof remark>

const quoteFields = {
  quote_id: quoteId,
  created_at: timestamp,
  expires_at: timestamp,
  status: z.string(),
  pricing,
  lead_time: z.object({ option: leadTime, estimated_ship_date: plainDate, estimated_days: z.int().nonnegative() }),
  gates: z.object({
    dfm: z.object({ status: z.string() }),
    policy: z.object({ status: z.string(), violations: z.array(z.unknown()) }),
  }),
  warnings: z.array(z.unknown()),
  /** Where the price comes from; ours. */
  boardproof: z
    .object({
      price_table: z.string(),
      dfm_run_id: z.string(),
      lines: z.array(z.object({ label: z.string(), amount: z.number() })),
    })
    .optional(),
}

export const quote = named('Quote', 'A price for a design, valid until expires_at.', z.object(quoteFields))
export const quoteList = z.array(quote)
export type Quote = z.infer<typeof quote>

/** Answer of `POST /v1/quotes`. */
export const quoteAnswer = named('QuoteAnswer', 'A new quote.', z.object({ request_id: requestId, ...quoteFields }))
export type QuoteAnswer = z.infer<typeof quoteAnswer>

/** Answer of `POST /v1/order-intents/{order_intent_id}/requote`. */
export const requoteAnswer = named(
  'RequoteAnswer',
  'A new quote for an order intent.',
  z.object({ order_intent_id: orderIntentId, ...quoteFields }),
)
export type RequoteAnswer = z.infer<typeof requoteAnswer>
