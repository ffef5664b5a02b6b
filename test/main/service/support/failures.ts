import { ASAP_ENDPOINTS, type EndpointName } from '#core/asap/endpoints.ts'
import type { AsapErrorCode } from '#core/asap/errors.ts'
import { formWith, type Answer, type TestService } from './service.ts'
import { ORDERING, whileContentsAreDamaged, whileNothingCanBeStored } from './walk.ts'

/** What the failing calls work with. */
export interface Scene {
  readonly service: TestService
  /** A package whose board passes, and one whose board is blocked. */
  readonly zip: Uint8Array<ArrayBuffer>
  readonly blockedZip: Uint8Array<ArrayBuffer>
  readonly boardId: string
  readonly runId: string
  /** A draft with everything, one with nothing, and one that was submitted. */
  readonly draft: string
  readonly emptyDraft: string
  readonly submitted: string
  readonly rejectedQuote: string
  readonly orderedQuote: string
  readonly strangersKey: string
  readonly readKey: string
}

type Fail = (scene: Scene) => Promise<Answer>

const bodyText = (answer: Answer, field: string): string => (answer.body as Record<string, string>)[field]!

export const setScene = async (service: TestService, zip: Uint8Array<ArrayBuffer>, blockedZip: Uint8Array<ArrayBuffer>): Promise<Scene> => {
  const { call } = service
  const run = await call('POST', '/v1/dfm-runs', { form: formWith(zip) })
  const runId = bodyText(run, 'dfm_run_id')
  const intent = async (json: object): Promise<string> => bodyText(await call('POST', '/v1/order-intents', { json }), 'order_intent_id')
  const submitted = await intent({ ...ORDERING, dfm_run_id: runId })
  await call('POST', `/v1/order-intents/${submitted}/submit`)
  const orderedQuote = bodyText(await call('POST', '/v1/quotes', { json: { ...ORDERING, dfm_run_id: runId } }), 'quote_id')
  await call('POST', '/v1/orders', { json: { quote_id: orderedQuote, po_number: 'PO-1' } })
  const texts = { quantity: '10', lead_time: 'standard' }
  return {
    service,
    zip,
    blockedZip,
    boardId: bodyText(run, 'board_id'),
    runId,
    draft: await intent({ ...ORDERING, dfm_run_id: runId }),
    emptyDraft: await intent({ quantity: 1, lead_time: 'standard' }),
    submitted,
    rejectedQuote: bodyText(await call('POST', '/v1/quotes', { form: formWith(blockedZip, texts) }), 'quote_id'),
    orderedQuote,
    strangersKey: (await service.key('other')).key,
    readKey: (await service.key('acme', ['read'])).key,
  }
}

const NOT_A_ZIP = new TextEncoder().encode('G04 not a zip*') as Uint8Array<ArrayBuffer>
const EMPTY = new Uint8Array(0) as Uint8Array<ArrayBuffer>
const UNKNOWN = '0000000000000000'

const post =
  (path: string, options: (scene: Scene) => Parameters<TestService['call']>[2]): Fail =>
  (scene) =>
    scene.service.call('POST', path, options(scene))

const upload = (path: string, texts: Readonly<Record<string, string>> = {}): Readonly<Partial<Record<AsapErrorCode, Fail>>> => ({
  invalid_file: post(path, () => ({ form: formWith(NOT_A_ZIP, texts) })),
  empty_file: post(path, () => ({ form: formWith(EMPTY, texts) })),
})

const dfmInputs = (path: string): Readonly<Partial<Record<AsapErrorCode, Fail>>> => ({
  ...upload(path),
  missing_input: post(path, () => ({ form: formWith(null, { options_json: '{}' }) })),
  invalid_options: post(path, ({ zip }) => ({ form: formWith(zip, { options_json: '{"check_ids":"all"}' }) })),
  board_not_found: post(path, () => ({ form: formWith(null, { board_id: `brd_${UNKNOWN}` }) })),
  dfm_failed: ({ service, boardId }) =>
    whileContentsAreDamaged(service, () => service.call('POST', path, { form: formWith(null, { board_id: boardId }) })),
})

/** Makes a draft with these fields, then carries out the call on it. */
const withDraft =
  (fields: object, action: string): Fail =>
  async ({ service }) => {
    const made = await service.call('POST', '/v1/order-intents', { json: { ...ORDERING, ...fields } })
    return service.call('POST', `/v1/order-intents/${bodyText(made, 'order_intent_id')}/${action}`)
  }

const intentCalls = (method: string, action = '', json?: object): Readonly<Partial<Record<AsapErrorCode, Fail>>> => ({
  order_intent_not_found: ({ service }) => service.call(method, `/v1/order-intents/oi_${UNKNOWN}${action}`, { json }),
  forbidden: ({ service, draft, strangersKey }) => service.call(method, `/v1/order-intents/${draft}${action}`, { json, key: strangersKey }),
})

const pricing = (action: string): Readonly<Partial<Record<AsapErrorCode, Fail>>> => ({
  missing_design: ({ service, emptyDraft }) => service.call('POST', `/v1/order-intents/${emptyDraft}/${action}`),
  missing_shipping: async (scene) => withDraft({ dfm_run_id: scene.runId, ship_to: { country: 'US' } }, action)(scene),
  dfm_run_not_found: withDraft({ dfm_run_id: `dfm_${UNKNOWN}` }, action),
  board_not_found: withDraft({ board_id: `brd_${UNKNOWN}` }, action),
})

const quoting = (json: object): Fail => post('/v1/quotes', () => ({ json: { ...ORDERING, ...json } }))

/** A call for each code that an endpoint can fail with, beside `missing_auth` and `invalid_api_key`. */
export const FAILURES: Readonly<Record<EndpointName, Readonly<Partial<Record<AsapErrorCode, Fail>>>>> = {
  uploadBoard: {
    ...upload('/v1/boards'),
    board_store_failed: ({ service, zip }) =>
      whileNothingCanBeStored(service, () => service.call('POST', '/v1/boards', { form: formWith(zip) })),
    idempotency_key_reused: async ({ service, zip, blockedZip }) => {
      await service.call('POST', '/v1/boards', { form: formWith(zip), headers: { 'idempotency-key': 'reused-1' } })
      return service.call('POST', '/v1/boards', { form: formWith(blockedZip), headers: { 'idempotency-key': 'reused-1' } })
    },
    forbidden: post('/v1/boards', ({ zip, readKey }) => ({ form: formWith(zip), key: readKey })),
    unsupported_media_type: post('/v1/boards', () => ({ json: {} })),
    invalid_request: post('/v1/boards', ({ zip }) => ({ form: formWith(zip), headers: { 'idempotency-key': 'x'.repeat(300) } })),
  },
  listChecks: {},
  runDfm: dfmInputs('/v1/dfm'),
  createDfmRun: {
    ...dfmInputs('/v1/dfm-runs'),
    board_store_failed: ({ service, zip }) =>
      whileNothingCanBeStored(service, () => service.call('POST', '/v1/dfm-runs', { form: formWith(zip) })),
    idempotency_key_reused: async ({ service, boardId }) => {
      const headers = { 'idempotency-key': 'reused-2' }
      await service.call('POST', '/v1/dfm-runs', { form: formWith(null, { board_id: boardId }), headers })
      const options_json = '{"include_gerber_b64":true}'
      return service.call('POST', '/v1/dfm-runs', { form: formWith(null, { board_id: boardId, options_json }), headers })
    },
  },
  readDfmRun: { dfm_run_not_found: ({ service }) => service.call('GET', `/v1/dfm-runs/dfm_${UNKNOWN}`) },
  listOrderIntents: {},
  createOrderIntent: {
    invalid_quantity: post('/v1/order-intents', () => ({ json: { ...ORDERING, quantity: 100_001 } })),
    invalid_lead_time: post('/v1/order-intents', () => ({ json: { ...ORDERING, lead_time: 'soon' } })),
    invalid_request: post('/v1/order-intents', () => ({ json: { ...ORDERING, notes: 7 } })),
    unsupported_media_type: post('/v1/order-intents', () => ({ form: formWith(null, { quantity: '1' }) })),
    payload_too_large: post('/v1/order-intents', () => ({ json: { ...ORDERING, notes: 'x'.repeat(2_000_000) } })),
  },
  readOrderIntent: intentCalls('GET'),
  changeOrderIntent: {
    ...intentCalls('PATCH', '', { quantity: 5 }),
    invalid_quantity: ({ service, draft }) => service.call('PATCH', `/v1/order-intents/${draft}`, { json: { quantity: 0 } }),
    invalid_lead_time: ({ service, draft }) => service.call('PATCH', `/v1/order-intents/${draft}`, { json: { lead_time: null } }),
    not_editable: ({ service, submitted }) => service.call('PATCH', `/v1/order-intents/${submitted}`, { json: { quantity: 5 } }),
  },
  listIntentQuotes: intentCalls('GET', '/quotes'),
  requoteIntent: { ...intentCalls('POST', '/requote'), ...pricing('requote') },
  submitIntent: {
    ...intentCalls('POST', '/submit'),
    ...pricing('submit'),
    invalid_state: ({ service, submitted }) => service.call('POST', `/v1/order-intents/${submitted}/submit`),
    quote_not_approved: async (scene) => withDraft({ dfm_run_id: scene.runId, build: { type: 'assembly' } }, 'submit')(scene),
  },
  listOrders: {},
  createOrder: {
    invalid_quote_id: post('/v1/orders', () => ({ json: { quote_id: '42' } })),
    quote_not_found: post('/v1/orders', () => ({ json: { quote_id: `quo_${UNKNOWN}` } })),
    quote_not_approved: post('/v1/orders', ({ rejectedQuote }) => ({ json: { quote_id: rejectedQuote } })),
    quote_already_ordered: post('/v1/orders', ({ orderedQuote }) => ({ json: { quote_id: orderedQuote, po_number: 'PO-2' } })),
  },
  readOrder: { order_not_found: ({ service }) => service.call('GET', `/v1/orders/ord_${UNKNOWN}`) },
  createQuote: {
    ...upload('/v1/quotes', { quantity: '10', lead_time: 'standard' }),
    missing_design: quoting({}),
    invalid_quantity: quoting({ quantity: 0 }),
    invalid_lead_time: quoting({ lead_time: 'never' }),
    dfm_run_not_found: quoting({ dfm_run_id: `dfm_${UNKNOWN}` }),
    board_not_found: quoting({ board_id: `brd_${UNKNOWN}` }),
  },
  readQuote: {
    invalid_quote_id: ({ service }) => service.call('GET', '/v1/quotes/42'),
    quote_not_found: ({ service }) => service.call('GET', `/v1/quotes/quo_${UNKNOWN}`),
  },
  retryJob: {
    job_not_found: ({ service }) => service.call('POST', `/v1/jobs/job_${UNKNOWN}/retry`),
    invalid_state: async ({ service }) => {
      const jobs = (await service.call('GET', '/v1/jobs')).body as readonly { job_id: string; status: string }[]
      return service.call('POST', `/v1/jobs/${jobs.find((job) => job.status === 'succeeded')!.job_id}/retry`)
    },
  },
  listJobs: {},
  readJob: { job_not_found: ({ service }) => service.call('GET', `/v1/jobs/job_${UNKNOWN}`) },
  followJob: { job_not_found: ({ service }) => service.call('GET', `/v1/jobs/job_${UNKNOWN}/events`) },
}

/** @returns a path of the endpoint with ids that stand for nothing */
export const anyPath = (name: EndpointName): string => ASAP_ENDPOINTS[name].path.replace(/\{\w+\}/g, 'x_0')
