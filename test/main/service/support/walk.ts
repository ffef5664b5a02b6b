import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EndpointName } from '#core/asap/endpoints.ts'
import { formWith, type Answer, type TestService } from './service.ts'

export type Steps = Readonly<Partial<Record<EndpointName, Answer>>>

interface Ids {
  readonly board_id: string
  readonly dfm_run_id: string
  readonly order_intent_id: string
  readonly quote_id: string
  readonly order_id: string
}

const idIn = (answer: Answer, name: keyof Ids): string => (answer.body as Ids)[name]

export const ORDERING = { quantity: 10, lead_time: 'standard', ship_to: { country: 'US', postal_code: '97201', name: 'Ada Moss' } } as const

/** Walks through every endpoint once, as a customer would. @returns the answers by endpoint */
export const walkThrough = async (service: TestService, zip: Uint8Array<ArrayBuffer>): Promise<Steps> => {
  const { call } = service
  const uploadBoard = await call('POST', '/v1/boards', { form: formWith(zip) })
  const board_id = idIn(uploadBoard, 'board_id')
  const createDfmRun = await call('POST', '/v1/dfm-runs', { form: formWith(null, { board_id }) })
  const dfm_run_id = idIn(createDfmRun, 'dfm_run_id')
  const createOrderIntent = await call('POST', '/v1/order-intents', { json: { ...ORDERING, dfm_run_id, build: { type: 'bare_pcb' } } })
  const intent = `/v1/order-intents/${idIn(createOrderIntent, 'order_intent_id')}`
  const changeOrderIntent = await call('PATCH', intent, { json: { quantity: 20, notes: 'rush if possible' } })
  const requoteIntent = await call('POST', `${intent}/requote`)
  const listIntentQuotes = await call('GET', `${intent}/quotes`)
  const submitIntent = await call('POST', `${intent}/submit`)
  const createQuote = await call('POST', '/v1/quotes', { json: { ...ORDERING, board_id } })
  const quote_id = idIn(createQuote, 'quote_id')
  const createOrder = await call('POST', '/v1/orders', {
    json: { quote_id, po_number: 'PO-881', contact: { name: 'Ada Moss', email: 'ada@example.com' } },
  })
  return {
    uploadBoard,
    listChecks: await call('GET', '/v1/checks'),
    runDfm: await call('POST', '/v1/dfm', { form: formWith(zip, { options_json: '{"check_ids":["min_trace_width"]}' }) }),
    createDfmRun,
    readDfmRun: await call('GET', `/v1/dfm-runs/${dfm_run_id}`),
    listOrderIntents: await call('GET', '/v1/order-intents'),
    createOrderIntent,
    readOrderIntent: await call('GET', intent),
    changeOrderIntent,
    listIntentQuotes,
    requoteIntent,
    submitIntent,
    listOrders: await call('GET', '/v1/orders'),
    createOrder,
    readOrder: await call('GET', `/v1/orders/${idIn(createOrder, 'order_id')}`),
    createQuote,
    readQuote: await call('GET', `/v1/quotes/${quote_id}`),
    retryJob: await retryFailed(service, zip),
  }
}

/** Damages every stored package while `work` runs. */
export const whileContentsAreDamaged = async <T>(service: TestService, work: () => Promise<T>): Promise<T> => {
  const blobs = join(service.data, 'service', 'blobs')
  const away = `${blobs}-away`
  renameSync(blobs, away)
  mkdirSync(join(blobs, 'incoming'), { recursive: true })
  try {
    return await work()
  } finally {
    rmSync(blobs, { recursive: true })
    renameSync(away, blobs)
  }
}

/** Lets the store refuse new packages while `work` runs. */
export const whileNothingCanBeStored = async <T>(service: TestService, work: () => Promise<T>): Promise<T> => {
  const incoming = join(service.data, 'service', 'blobs', 'incoming')
  for (const name of readdirSync(incoming)) rmSync(join(incoming, name))
  rmSync(incoming, { recursive: true })
  writeFileSync(incoming, 'not a folder')
  try {
    return await work()
  } finally {
    rmSync(incoming)
    mkdirSync(incoming)
  }
}

/** A run that fails because its package is gone, and works when it is tried again. */
const retryFailed = async (service: TestService, zip: Uint8Array<ArrayBuffer>): Promise<Answer> => {
  const board_id = idIn(await service.call('POST', '/v1/boards', { form: formWith(zip) }), 'board_id')
  const failed = await whileContentsAreDamaged(service, () => service.call('POST', '/v1/dfm-runs', { form: formWith(null, { board_id }) }))
  const { job_id } = (failed.body as { detail: { details: { job_id: string } } }).detail.details
  return service.call('POST', `/v1/jobs/${job_id}/retry`)
}
