import {
  orderIntentChange,
  orderIntentDraft,
  QUANTITY,
  type OrderIntent,
  type OrderIntentChange,
  type OrderIntentShort,
} from '#core/asap/order-intent.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import type { Caller } from '#main/service/http/caller.ts'
import { readBody } from '#main/service/http/read-json.ts'
import { makeQuote, QUOTE_MS, REQUOTE_MS, type QuoteWish } from '#main/service/quoting/make-quote.ts'
import type { Service } from '#main/service/service.ts'
import { isoTime } from '#main/service/store/ids.ts'
import type { IntentFields, IntentRow } from '#main/service/store/intents.repo.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

type Names =
  'listOrderIntents' | 'createOrderIntent' | 'readOrderIntent' | 'changeOrderIntent' | 'listIntentQuotes' | 'requoteIntent' | 'submitIntent'

const short = (row: IntentRow): OrderIntentShort => ({
  order_intent_id: row.id,
  status: row.status,
  created_at: isoTime(row.createdAt),
  updated_at: isoTime(row.updatedAt),
  quantity: row.quantity,
  lead_time: row.leadTime,
  latest_quote_id: row.latestQuoteId,
  latest_order_id: row.latestOrderId,
})

const full = (row: IntentRow): OrderIntent => ({
  ...short(row),
  org_id: row.orgId,
  user_id: row.userId,
  board_id: row.boardId,
  dfm_run_id: row.dfmRunId,
  ship_to: row.shipTo,
  build: row.build,
  policy_id: row.policyId,
  notes: row.notes,
})

const EMPTY: Omit<IntentFields, 'quantity' | 'leadTime'> = {
  boardId: null,
  dfmRunId: null,
  shipTo: {},
  build: { type: 'bare_pcb' },
  policyId: null,
  notes: null,
}

/** @returns the fields with the changes made; a field that is not in the change stays, null clears it */
const changed = (before: IntentFields, change: OrderIntentChange): IntentFields => ({
  boardId: change.board_id === undefined ? before.boardId : change.board_id,
  dfmRunId: change.dfm_run_id === undefined ? before.dfmRunId : change.dfm_run_id,
  quantity: change.quantity ?? before.quantity,
  leadTime: change.lead_time ?? before.leadTime,
  shipTo: change.ship_to ?? before.shipTo,
  build: change.build ?? before.build,
  policyId: change.policy_id === undefined ? before.policyId : change.policy_id,
  notes: change.notes === undefined ? before.notes : change.notes,
})

/** What an intent asks a price for. @throws ApiError `missing_design`, `invalid_quantity`, `missing_shipping` */
const wishOf = (row: IntentRow, validMs: number): QuoteWish => {
  if (row.boardId === null && row.dfmRunId === null)
    throw new ApiError('missing_design', 'The intent names no design: set dfm_run_id or board_id.')
  if (row.quantity < QUANTITY.least) throw new ApiError('invalid_quantity', 'The quantity is below 1.')
  const { country, postal_code } = row.shipTo
  const missing = [...(country ? [] : ['country']), ...(postal_code ? [] : ['postal_code'])]
  if (missing.length) throw new ApiError('missing_shipping', `ship_to lacks ${missing.join(' and ')}.`, { missing })
  const { orgId, boardId, dfmRunId, quantity, leadTime, shipTo, build, policyId } = row
  return { orgId, intentId: row.id, boardId, dfmRunId, quantity, leadTime, shipTo, build, policyId, validMs }
}

/** How often a price is made anew for an intent that is changed meanwhile. */
const MOST_TRIES = 5

/** Orders that are being prepared. */
export const orderIntentHandlers = (service: Service): Pick<EndpointHandlers, Names> => {
  const { intents, orders } = service.store

  const find = (caller: Caller, params: Readonly<Record<string, string>>): IntentRow => {
    const id = params['order_intent_id']!
    const row = intents.find(id)
    if (!row) throw new ApiError('order_intent_not_found', `There is no order intent ${id}.`)
    if (row.orgId !== caller.orgId) throw new ApiError('forbidden', 'This order intent belongs to another organisation.')
    return row
  }

  return {
    async listOrderIntents({ caller }) {
      return intents.list(caller.orgId).map(short)
    },
    async createOrderIntent({ request, caller }) {
      const draft = readBody(orderIntentDraft, request.body)
      const fields = changed({ ...EMPTY, quantity: draft.quantity, leadTime: draft.lead_time }, draft)
      return full(intents.create(caller.orgId, caller.userId, fields))
    },
    async readOrderIntent({ caller, params }) {
      return full(find(caller, params))
    },
    async changeOrderIntent({ request, caller, params }) {
      const row = find(caller, params)
      if (row.status !== 'draft') throw new ApiError('not_editable', 'The order intent was submitted and can no longer be changed.')
      const change = readBody(orderIntentChange, request.body)
      const after = intents.change(row.id, changed(row, change))
      if (!after) throw new ApiError('not_editable', 'The order intent was submitted and can no longer be changed.')
      return full(after)
    },
    async listIntentQuotes({ caller, params }) {
      return [...orders.quotesOf(find(caller, params).id)]
    },
    async requoteIntent({ caller, params }) {
      const row = find(caller, params)
      const quote = orders.addQuote(await makeQuote(service, wishOf(row, REQUOTE_MS)))
      return { order_intent_id: row.id, ...quote }
    },
    async submitIntent({ caller, params }) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const row = find(caller, params)
        if (row.status !== 'draft')
          throw new ApiError('invalid_state', 'The order intent was submitted before.', { latest_order_id: row.latestOrderId })
        const quote = await makeQuote(service, wishOf(row, QUOTE_MS))
        if (!quote.approved) {
          const { gates } = quote.body
          throw new ApiError('quote_not_approved', 'The gates did not pass: nothing was ordered. Requote shows why.', { gates })
        }
        const contact = { name: row.shipTo.name ?? '', email: '' }
        // Null when the intent was changed while the price was made: what is ordered is what was priced.
        if (orders.submit(row, quote, { orgId: row.orgId, poNumber: null, contact })) return short(find(caller, params))
      }
      throw new ApiError('unavailable', 'The order intent keeps changing.', {}, 1)
    },
  }
}
