import type { DfmOptions } from '#core/asap/dfm.ts'
import type { OrderRequest } from '#core/asap/order.ts'
import type { OrderIntentChange, OrderIntentDraft } from '#core/asap/order-intent.ts'
import type { QuoteRequest } from '#core/asap/quote.ts'
import type { Cancel } from '#core/provider/http.ts'
import { multipart, type Multipart } from '#core/provider/multipart.ts'
import type { ProviderAccount } from '#core/provider/provider.ts'
import { sender } from './send.ts'
import { wire } from './wire.ts'

export interface AsapFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The design of a DFM call or a quote: a zip, or a board that is stored there. */
export type AsapDesign = { readonly file: AsapFile } | { readonly boardId: string }
export type SentProgress = (sent: number, total: number) => void

const zip = ({ fileName, bytes }: AsapFile) => ({ name: 'file', fileName: /\.zip$/i.test(fileName) ? fileName : `${fileName}.zip`, type: 'application/zip', bytes }) // prettier-ignore

const dfmBody = (design: AsapDesign, options: Partial<DfmOptions>): Multipart => {
  const texts = { options_json: JSON.stringify({ check_ids: null, include_gerber_b64: false, ...options }) }
  return 'file' in design ? multipart(texts, zip(design.file)) : multipart({ board_id: design.boardId, ...texts }, null)
}

const quoteBody = (file: AsapFile, request: Omit<QuoteRequest, 'board_id' | 'dfm_run_id'>): Multipart =>
  multipart(
    {
      quantity: String(request.quantity),
      lead_time: request.lead_time,
      ...(request.ship_to ? { ship_to_json: JSON.stringify(request.ship_to) } : {}),
      ...(request.build ? { build_json: JSON.stringify(request.build) } : {}),
      ...(request.policy_id ? { policy_id: request.policy_id } : {}),
    },
    zip(file),
  )

const id = encodeURIComponent

/**
 * The 18 calls of the ASAP contract v1, in its order. Idempotency keys are handed in and never made here. A call that is
 * neither a read nor keyed answers `unclear` when it was sent and no answer that counts came back.
 */
export const asapClient = (account: ProviderAccount) => {
  const send = sender(account)
  return {
    uploadBoard: (file: AsapFile, idempotencyKey: string, cancel: Cancel | null = null, onSent?: SentProgress) =>
      send({ method: 'POST', path: '/v1/boards', repeat: 'keyed', answer: wire.board, multipart: multipart({}, zip(file)), idempotencyKey, ...(onSent ? { onSent } : {}) }, cancel), // prettier-ignore
    listChecks: (cancel: Cancel | null = null) => send({ method: 'GET', path: '/v1/checks', repeat: 'read', answer: wire.checks }, cancel),
    /** Keeps nothing: safe to repeat. */
    runDfm: (design: AsapDesign, options: Partial<DfmOptions>, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/dfm', repeat: 'read', answer: wire.dfm, multipart: dfmBody(design, options) }, cancel),
    /** A run that is not over yet is answered as pending where the server works in the background. */
    createDfmRun: (design: AsapDesign, options: Partial<DfmOptions>, idempotencyKey: string, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/dfm-runs', repeat: 'keyed', answer: wire.dfmRunMade, pending: wire.dfmRunPending, multipart: dfmBody(design, options), idempotencyKey }, cancel), // prettier-ignore
    readDfmRun: (runId: string, cancel: Cancel | null = null) =>
      send({ method: 'GET', path: `/v1/dfm-runs/${id(runId)}`, repeat: 'read', answer: wire.dfmRun, pending: wire.dfmRunPending }, cancel),
    listOrderIntents: (cancel: Cancel | null = null) =>
      send({ method: 'GET', path: '/v1/order-intents', repeat: 'read', answer: wire.intentShorts }, cancel),
    createOrderIntent: (draft: OrderIntentDraft, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/order-intents', repeat: 'once', answer: wire.intent, json: draft }, cancel),
    readOrderIntent: (intentId: string, cancel: Cancel | null = null) =>
      send({ method: 'GET', path: `/v1/order-intents/${id(intentId)}`, repeat: 'read', answer: wire.intent }, cancel),
    /** Sets fields to values: doing it twice is doing it once. */
    changeOrderIntent: (intentId: string, change: OrderIntentChange, cancel: Cancel | null = null) =>
      send(
        { method: 'PATCH', path: `/v1/order-intents/${id(intentId)}`, repeat: 'keyed', answer: wire.intentChanged, json: change },
        cancel,
      ),
    listIntentQuotes: (intentId: string, cancel: Cancel | null = null) =>
      send({ method: 'GET', path: `/v1/order-intents/${id(intentId)}/quotes`, repeat: 'read', answer: wire.quotes }, cancel),
    /** Another price of the same draft binds nobody: safe to repeat. */
    requoteIntent: (intentId: string, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: `/v1/order-intents/${id(intentId)}/requote`, repeat: 'keyed', answer: wire.requote }, cancel),
    submitIntent: (intentId: string, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: `/v1/order-intents/${id(intentId)}/submit`, repeat: 'once', answer: wire.intentShort }, cancel),
    listOrders: (cancel: Cancel | null = null) => send({ method: 'GET', path: '/v1/orders', repeat: 'read', answer: wire.orders }, cancel),
    createOrder: (request: OrderRequest, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/orders', repeat: 'once', answer: wire.orderMade, json: request }, cancel),
    readOrder: (orderId: string, cancel: Cancel | null = null) =>
      send({ method: 'GET', path: `/v1/orders/${id(orderId)}`, repeat: 'read', answer: wire.order }, cancel),
    /** A price binds nobody, and the same input gives the same price: safe to repeat. */
    createQuote: (request: QuoteRequest, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/quotes', repeat: 'keyed', answer: wire.quoteMade, json: request }, cancel),
    quotePackage: (file: AsapFile, request: Omit<QuoteRequest, 'board_id' | 'dfm_run_id'>, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: '/v1/quotes', repeat: 'keyed', answer: wire.quoteMade, multipart: quoteBody(file, request) }, cancel),
    readQuote: (quoteId: string, cancel: Cancel | null = null) =>
      send({ method: 'GET', path: `/v1/quotes/${id(quoteId)}`, repeat: 'read', answer: wire.quote }, cancel),
    /** A failed job that runs twice has the same result. */
    retryJob: (jobId: string, cancel: Cancel | null = null) =>
      send({ method: 'POST', path: `/v1/jobs/${id(jobId)}/retry`, repeat: 'keyed', answer: wire.retried }, cancel),
  }
}

export type AsapClient = ReturnType<typeof asapClient>
