import { z } from 'zod'
import { orderId, orderIntentId, quoteId, timestamp } from './ids.ts'
import { named } from './registry.ts'

export const LEAD_TIMES = ['standard', 'expedite'] as const
export const leadTime = z.enum(LEAD_TIMES)
export type LeadTime = z.infer<typeof leadTime>

export const INTENT_STATES = ['draft', 'submitted'] as const
export const intentState = z.enum(INTENT_STATES)
export type IntentState = z.infer<typeof intentState>

export const QUANTITY = { least: 1, most: 100_000 } as const
export const quantity = z.int().min(QUANTITY.least).max(QUANTITY.most)

/** Delivery address. What is missing is only asked for when a price is made. */
export const shipTo = named(
  'ShipTo',
  'Delivery address; country is a two-letter code (ISO 3166-1).',
  z.object({
    country: z
      .string()
      .regex(/^([A-Za-z]{2})?$/)
      .optional(),
    postal_code: z.string().max(32).optional(),
    name: z.string().max(200).optional(),
  }),
)
export type ShipTo = z.infer<typeof shipTo>

export const FINISHES = ['hasl', 'lead_free_hasl', 'enig', 'immersion_silver', 'immersion_tin', 'osp', 'hard_gold'] as const

/** What to make. `finish` is ours; a service that does not know it ignores it. */
export const build = named(
  'Build',
  'What to make; bare_pcb is the only type made.',
  z.object({
    type: z.string().min(1).max(64),
    layers: z.int().min(1).max(64).optional(),
    thickness_mm: z.number().positive().max(20).optional(),
    finish: z.enum(FINISHES).optional(),
  }),
)
export type Build = z.infer<typeof build>

const reference = z.string().min(1).max(80)

const changeable = {
  board_id: reference.nullable().optional(),
  dfm_run_id: reference.nullable().optional(),
  ship_to: shipTo.optional(),
  build: build.optional(),
  policy_id: z.string().min(1).max(64).nullable().optional(),
  notes: z.string().max(4000).nullable().optional(),
}

/** Body of `POST /v1/order-intents`. Design and address may follow later. */
export const orderIntentDraft = named(
  'OrderIntentDraft',
  'A new order intent; dfm_run_id or board_id names the design.',
  z.object({ ...changeable, quantity, lead_time: leadTime }),
)
export type OrderIntentDraft = z.infer<typeof orderIntentDraft>

/** Body of `PATCH /v1/order-intents/{order_intent_id}`: the changed fields only. */
export const orderIntentChange = named(
  'OrderIntentChange',
  'Changed fields of a draft.',
  z.object({ ...changeable, quantity: quantity.optional(), lead_time: leadTime.optional() }),
)
export type OrderIntentChange = z.infer<typeof orderIntentChange>

const short = {
  order_intent_id: orderIntentId,
  status: intentState,
  created_at: timestamp,
  updated_at: timestamp,
  quantity: z.int(),
  lead_time: leadTime,
  latest_quote_id: quoteId.nullable(),
  latest_order_id: orderId.nullable(),
}

/** An entry of `GET /v1/order-intents`, and the answer of submit. */
export const orderIntentShort = named('OrderIntentShort', 'An order intent in a list.', z.object(short))
export const orderIntentList = z.array(orderIntentShort)
export type OrderIntentShort = z.infer<typeof orderIntentShort>

export const orderIntent = named(
  'OrderIntent',
  'An order that is being prepared.',
  z.object({
    ...short,
    org_id: z.string(),
    user_id: z.string(),
    board_id: z.string().nullable(),
    dfm_run_id: z.string().nullable(),
    ship_to: shipTo,
    build,
    policy_id: z.string().nullable(),
    notes: z.string().nullable(),
  }),
)
export type OrderIntent = z.infer<typeof orderIntent>
