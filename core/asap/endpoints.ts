import type { z } from 'zod'
import { boardAnswer, checkList } from './board.ts'
import { dfmAnswer, dfmOptions, dfmRun, dfmRunAnswer, dfmRunPending } from './dfm.ts'
import type { AsapErrorCode } from './errors.ts'
import { job, jobList, retryAnswer } from './job.ts'
import { order, orderAnswer, orderList, orderRequest } from './order.ts'
import { build, orderIntent, orderIntentChange, orderIntentDraft, orderIntentList, orderIntentShort, shipTo } from './order-intent.ts'
import { quote, quoteAnswer, quoteList, quoteRequest, requoteAnswer } from './quote.ts'

/** What a key may be allowed: to read, to upload and analyse, to prepare and place orders. */
export const SCOPES = ['read', 'dfm', 'order'] as const
export type Scope = (typeof SCOPES)[number]

/** Names of parts of a multipart body; `file` is the package, the others are texts. */
export interface MultipartBody {
  readonly file: 'required' | 'optional'
  /** Text parts, with the words for the documentation. */
  readonly texts: Readonly<Record<string, string>>
  /** What the text of a part is JSON of. */
  readonly jsonTexts?: Readonly<Record<string, z.ZodType>>
}

/** One call of the contract. Paths are relative to the base (`…/api`). */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly summary: string
  readonly scope: Scope
  readonly json?: z.ZodType
  readonly multipart?: MultipartBody
  /** Takes an Idempotency-Key. */
  readonly idempotent?: true
  readonly answer: z.ZodType
  /** Answer with status 202, where there is one. */
  readonly pending?: z.ZodType
  /** Answers with server-sent events of this shape instead of JSON. */
  readonly events?: z.ZodType
  /** Own codes; `GENERAL_CODES` are possible for every call, `BODY_CODES` for every call with a body. */
  readonly errors: readonly AsapErrorCode[]
  /** Ours, not in the contract. */
  readonly beyond?: true
}

/** Codes that every call may answer with. */
export const GENERAL_CODES = [
  'missing_auth', 'invalid_api_key', 'forbidden', 'invalid_request', 'not_found', 'rate_limited', 'internal_error', 'unavailable',
] as const satisfies readonly AsapErrorCode[] // prettier-ignore

/** Codes that every call with a body may answer with beside them. */
export const BODY_CODES = ['payload_too_large', 'unsupported_media_type', 'request_timeout'] as const satisfies readonly AsapErrorCode[]

const DESIGN_PARTS = {
  board_id: 'id of a stored board; this or file',
  options_json: 'JSON text of DfmOptions',
}
const UPLOAD_CODES = ['invalid_file', 'empty_file'] as const
const INTENT_CODES = ['order_intent_not_found', 'forbidden'] as const
const PRICE_CODES = [
  'missing_design',
  'invalid_quantity',
  'missing_shipping',
  'dfm_run_not_found',
  'board_not_found',
  'dfm_failed',
  'invalid_file',
] as const

const endpoint = <const E extends Endpoint>(entry: E): E => entry

/** Every call of the ASAP contract v1, then ours beside it. */
export const ASAP_ENDPOINTS = {
  uploadBoard: endpoint({
    method: 'POST', path: '/v1/boards', summary: 'Store a Gerber zip for later use', scope: 'dfm',
    multipart: { file: 'required', texts: {} }, idempotent: true, answer: boardAnswer,
    errors: [...UPLOAD_CODES, 'board_store_failed', 'idempotency_key_reused'],
  }),
  listChecks: endpoint({
    method: 'GET', path: '/v1/checks', summary: 'List the DFM checks that can be run', scope: 'read', answer: checkList, errors: [],
  }),
  runDfm: endpoint({
    method: 'POST', path: '/v1/dfm', summary: 'Run DFM checks at once, nothing stored', scope: 'dfm',
    multipart: { file: 'optional', texts: DESIGN_PARTS, jsonTexts: { options_json: dfmOptions } }, answer: dfmAnswer,
    errors: [...UPLOAD_CODES, 'missing_input', 'invalid_options', 'board_not_found', 'dfm_failed'],
  }),
  createDfmRun: endpoint({
    method: 'POST', path: '/v1/dfm-runs', summary: 'Run DFM and keep the result under an id', scope: 'dfm',
    multipart: { file: 'optional', texts: DESIGN_PARTS, jsonTexts: { options_json: dfmOptions } }, idempotent: true, answer: dfmRunAnswer, pending: dfmRunPending,
    errors: [...UPLOAD_CODES, 'missing_input', 'invalid_options', 'board_not_found', 'board_store_failed', 'dfm_failed', 'idempotency_key_reused'],
  }),
  readDfmRun: endpoint({
    method: 'GET', path: '/v1/dfm-runs/{dfm_run_id}', summary: 'Read a stored DFM run', scope: 'read', answer: dfmRun, pending: dfmRunPending,
    errors: ['dfm_run_not_found', 'dfm_failed', 'invalid_file'],
  }),
  listOrderIntents: endpoint({
    method: 'GET', path: '/v1/order-intents', summary: "List the order intents of the caller's organisation, newest first", scope: 'read',
    answer: orderIntentList, errors: [],
  }),
  createOrderIntent: endpoint({
    method: 'POST', path: '/v1/order-intents', summary: 'Create a draft order intent', scope: 'order', json: orderIntentDraft,
    answer: orderIntent, errors: ['invalid_quantity', 'invalid_lead_time'],
  }),
  readOrderIntent: endpoint({
    method: 'GET', path: '/v1/order-intents/{order_intent_id}', summary: 'Read one order intent', scope: 'read', answer: orderIntent,
    errors: INTENT_CODES,
  }),
  changeOrderIntent: endpoint({
    method: 'PATCH', path: '/v1/order-intents/{order_intent_id}', summary: 'Change fields of a draft', scope: 'order',
    json: orderIntentChange, answer: orderIntent, errors: [...INTENT_CODES, 'invalid_quantity', 'invalid_lead_time', 'not_editable'],
  }),
  listIntentQuotes: endpoint({
    method: 'GET', path: '/v1/order-intents/{order_intent_id}/quotes', summary: 'List the quote snapshots of an intent', scope: 'read',
    answer: quoteList, errors: INTENT_CODES,
  }),
  requoteIntent: endpoint({
    method: 'POST', path: '/v1/order-intents/{order_intent_id}/requote', summary: 'Price an intent again', scope: 'order',
    answer: requoteAnswer, errors: [...INTENT_CODES, ...PRICE_CODES],
  }),
  submitIntent: endpoint({
    method: 'POST', path: '/v1/order-intents/{order_intent_id}/submit', summary: 'Turn a draft into a quote and an order', scope: 'order',
    answer: orderIntentShort, errors: [...INTENT_CODES, 'invalid_state', 'quote_not_approved', ...PRICE_CODES],
  }),
  listOrders: endpoint({
    method: 'GET', path: '/v1/orders', summary: "List the caller's orders, newest first", scope: 'read', answer: orderList, errors: [],
  }),
  createOrder: endpoint({
    method: 'POST', path: '/v1/orders', summary: 'Order an approved quote', scope: 'order', json: orderRequest, answer: orderAnswer,
    errors: ['invalid_quote_id', 'quote_not_found', 'quote_not_approved', 'quote_already_ordered'],
  }),
  readOrder: endpoint({
    method: 'GET', path: '/v1/orders/{order_id}', summary: 'Read status, timeline and tracking of an order', scope: 'read', answer: order,
    errors: ['order_not_found'],
  }),
  createQuote: endpoint({
    method: 'POST', path: '/v1/quotes', summary: 'Price a Gerber zip or a DFM run, same input gives the same price', scope: 'order',
    json: quoteRequest,
    multipart: {
      file: 'optional',
      texts: {
        board_id: 'id of a stored board', dfm_run_id: 'id of a DFM run', quantity: '1 to 100000', lead_time: 'standard or expedite',
        ship_to_json: 'JSON text of ShipTo', build_json: 'JSON text of Build', policy_id: 'id of a policy',
      },
      jsonTexts: { ship_to_json: shipTo, build_json: build },
    },
    answer: quoteAnswer,
    errors: [...UPLOAD_CODES, 'missing_design', 'invalid_quantity', 'invalid_lead_time', 'dfm_run_not_found', 'board_not_found', 'board_store_failed', 'dfm_failed'],
  }),
  readQuote: endpoint({
    method: 'GET', path: '/v1/quotes/{quote_id}', summary: 'Read one quote', scope: 'read', answer: quote,
    errors: ['invalid_quote_id', 'quote_not_found'],
  }),
  retryJob: endpoint({
    method: 'POST', path: '/v1/jobs/{job_id}/retry', summary: 'Run a failed background job again', scope: 'dfm', answer: retryAnswer,
    errors: ['job_not_found', 'invalid_state'],
  }),
  listJobs: endpoint({
    method: 'GET', path: '/v1/jobs', summary: 'List the newest background jobs', scope: 'read', answer: jobList, errors: [], beyond: true,
  }),
  readJob: endpoint({
    method: 'GET', path: '/v1/jobs/{job_id}', summary: 'Read a background job', scope: 'read', answer: job, errors: ['job_not_found'],
    beyond: true,
  }),
  followJob: endpoint({
    method: 'GET', path: '/v1/jobs/{job_id}/events', summary: 'Follow a background job as server-sent events until it is over',
    scope: 'read', answer: job, events: job, errors: ['job_not_found'], beyond: true,
  }),
} as const // prettier-ignore

export type EndpointName = keyof typeof ASAP_ENDPOINTS
