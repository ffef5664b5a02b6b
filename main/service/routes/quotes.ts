import type {} from '@fastify/multipart'
import { build, shipTo } from '#core/asap/order-intent.ts'
import { quoteRequest, type QuoteRequest } from '#core/asap/quote.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import { parseText, readBody } from '#main/service/http/read-json.ts'
import { receiveForm, type ReceivedForm } from '#main/service/http/receive-form.ts'
import { makeQuote, QUOTE_MS } from '#main/service/quoting/make-quote.ts'
import type { Service } from '#main/service/service.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

/** @returns the whole number that a form's text is; anything else as it is, to be refused by the schema */
const wholeNumber = (text: string | undefined): unknown => (text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : text)

/** A form's texts in the shape of the JSON body. @throws ApiError as the JSON body does */
const fromForm = ({ texts }: ReceivedForm): QuoteRequest => {
  const to = parseText('ship_to_json', texts['ship_to_json'], 'invalid_request')
  const what = parseText('build_json', texts['build_json'], 'invalid_request')
  return readBody(quoteRequest, {
    board_id: texts['board_id'] || null,
    dfm_run_id: texts['dfm_run_id'] || null,
    quantity: wholeNumber(texts['quantity']),
    lead_time: texts['lead_time'],
    ship_to: to === undefined ? undefined : readBody(shipTo, to),
    build: what === undefined ? undefined : readBody(build, what),
    policy_id: texts['policy_id'] || null,
  })
}

/** Prices. */
export const quoteHandlers = (service: Service): Pick<EndpointHandlers, 'createQuote' | 'readQuote'> => {
  const { store, maxUploadBytes } = service
  return {
    async createQuote({ request, caller }) {
      const form = request.isMultipart()
        ? await receiveForm(request, store.contents, { maxFileBytes: maxUploadBytes, storeFailed: 'board_store_failed' })
        : null
      const wish = form ? fromForm(form) : readBody(quoteRequest, request.body)
      const uploaded = form?.file ? store.boards.keep(caller.orgId, form.file).id : null
      const boardId = uploaded ?? wish.board_id ?? null
      const dfmRunId = uploaded ? null : (wish.dfm_run_id ?? null)
      if (boardId === null && dfmRunId === null) throw new ApiError('missing_design', 'Name the design: file, dfm_run_id or board_id.')
      const quote = await makeQuote(service, {
        orgId: caller.orgId,
        intentId: null,
        boardId,
        dfmRunId,
        quantity: wish.quantity,
        leadTime: wish.lead_time,
        shipTo: wish.ship_to ?? {},
        build: wish.build ?? { type: 'bare_pcb' },
        policyId: wish.policy_id ?? null,
        validMs: QUOTE_MS,
      })
      return { request_id: store.ids.id('request'), ...store.orders.addQuote(quote) }
    },
    async readQuote({ caller, params }) {
      return requireQuote(service, caller.orgId, params['quote_id']!)
    },
  }
}

/** @throws ApiError `invalid_quote_id`, `quote_not_found` */
const requireQuote = ({ store }: Service, orgId: string, id: string) => {
  if (!id.startsWith('quo_')) throw new ApiError('invalid_quote_id', 'A quote id starts with quo_.')
  const quote = store.orders.quote(orgId, id)
  if (!quote) throw new ApiError('quote_not_found', `There is no quote ${id}.`)
  return quote
}
