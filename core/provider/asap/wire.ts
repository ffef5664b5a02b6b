import { z } from 'zod'
import { boardAnswer, checkEntry } from '#core/asap/board.ts'
import { dfmAnswer, dfmFiner, dfmResult, dfmRun, dfmRunAnswer, dfmRunPending } from '#core/asap/dfm.ts'
import { retryAnswer } from '#core/asap/job.ts'
import { order, orderAnswer } from '#core/asap/order.ts'
import { orderIntent, orderIntentShort } from '#core/asap/order-intent.ts'
import { quote, quoteAnswer, requoteAnswer } from '#core/asap/quote.ts'

/*
 * The contract's shapes as a client reads them: fields that it does not know are ignored, words that the contract does not
 * list (further states, lead times, builds) are let through, and what only our own service adds may be missing or newer.
 */

const word = z.string().min(1).max(200)
const result = dfmResult.extend({ boardproof: dfmFiner.optional().catch(undefined) })
const build = z.object({
  type: z.string().optional(),
  layers: z.number().nullish(),
  thickness_mm: z.number().nullish(),
  finish: z.string().nullish(),
})
const shipTo = z.object({ country: z.string().nullish(), postal_code: z.string().nullish(), name: z.string().nullish() })
const leadTime = z.object({ option: word, estimated_ship_date: z.string(), estimated_days: z.number() })
const finer = z.object({
  price_table: z.string(),
  dfm_run_id: z.string(),
  lines: z.array(z.object({ label: z.string(), amount: z.number() })),
})
const priced = { lead_time: leadTime, boardproof: finer.optional().catch(undefined) }
const who = z.object({ name: z.string().nullish(), email: z.string().nullish() }).nullish()

const intentShort = orderIntentShort.extend({ status: word, lead_time: word })
const intent = orderIntent.extend({ status: word, lead_time: word, build: build.nullish(), ship_to: shipTo.nullish() })

export const wire = {
  board: boardAnswer,
  checks: z.array(checkEntry.partial({ name: true, description: true, category: true, default_severity: true })),
  dfm: dfmAnswer.extend({ result }),
  dfmRunMade: dfmRunAnswer.extend({ result }),
  dfmRun: dfmRun.extend({ result, check_ids: z.array(z.string()).nullish() }),
  dfmRunPending,
  intentShort,
  intentShorts: z.array(intentShort),
  intent,
  /** The contract's sample of a changed intent is shortened. */
  intentChanged: intent.partial().required({ order_intent_id: true }),
  quote: quote.extend(priced),
  quotes: z.array(quote.extend(priced)),
  quoteMade: quoteAnswer.extend(priced),
  requote: requoteAnswer.extend(priced),
  orderMade: orderAnswer,
  order: order.extend({ po_number: z.string().nullish(), contact: who }),
  orders: z.array(order.extend({ po_number: z.string().nullish(), contact: who })),
  retried: retryAnswer,
} as const

export type AsapIntent = z.infer<typeof wire.intent>
export type AsapIntentShort = z.infer<typeof wire.intentShort>
export type AsapQuote = z.infer<typeof wire.quote>
export type AsapOrder = z.infer<typeof wire.order>
export type AsapDfmResult = z.infer<typeof result>
export type AsapDfmRun = z.infer<typeof wire.dfmRun>
