import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ASAP_ENDPOINTS, type EndpointName } from '#core/asap/endpoints.ts'
import { dfmOptions } from '#core/asap/dfm.ts'
import { orderRequest } from '#core/asap/order.ts'
import { orderIntentChange, orderIntentDraft, shipTo } from '#core/asap/order-intent.ts'
import { quoteRequest } from '#core/asap/quote.ts'
import { ContractState, Refusal } from './contract-state.ts'
import { readMultipart, type Parts } from './read-multipart.ts'

export interface ContractServer {
  readonly state: ContractState
  readonly baseUrl: string
  readonly port: number
  /** Calls that were answered, by name. */
  readonly calls: Map<EndpointName, number>
  /** Extra headers of every answer. */
  headers: Record<string, string>
  close(): Promise<void>
}

interface Call {
  readonly id: string
  readonly body: Uint8Array
  readonly type: string
  readonly key: string | undefined
}

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const PATTERNS = (Object.keys(ASAP_ENDPOINTS) as EndpointName[]).map((name) => {
  const { method, path } = ASAP_ENDPOINTS[name]
  return { name, method, pattern: new RegExp(`^/api${path.replace(/\{\w+\}/g, '([^/]+)')}$`) }
})

const json = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString('utf8')) as unknown

/** A server of the ASAP contract on loopback, over real HTTP, every answer checked against the contract's own schema. */
export const startContractServer = async (state = new ContractState()): Promise<ContractServer> => {
  const replayed = <T>(name: string, key: string | undefined, make: () => T): T => {
    if (!key) return make()
    const known = state.replays.get(`${name} ${key}`)
    if (known) return known as T
    const made = make()
    state.replays.set(`${name} ${key}`, made)
    return made
  }
  const design = (parts: Parts): string => {
    if (parts.file) return state.storeBoard(parts.file.name, parts.file.bytes).board_id
    if (!parts.texts['board_id']) throw new Refusal('missing_input')
    return parts.texts['board_id']
  }
  const checkIds = (parts: Parts): string[] | null => dfmOptions.parse(JSON.parse(parts.texts['options_json'] ?? '{}')).check_ids

  const handlers: Partial<Record<EndpointName, (call: Call) => unknown>> = {
    uploadBoard: ({ body, type, key }) =>
      replayed('board', key, () => {
        const { file } = readMultipart(body, type)
        if (!file) throw new Refusal('empty_file')
        return state.storeBoard(file.name, file.bytes)
      }),
    listChecks: () => [
      {
        check_id: 'min_trace_width',
        name: 'Minimum trace width',
        description: 'narrow copper',
        category: 'copper',
        default_severity: 'warning',
      },
    ],
    runDfm: ({ body, type }) => {
      design(readMultipart(body, type))
      return { request_id: state.id('req_'), result: state.result() }
    },
    createDfmRun: ({ body, type, key }) =>
      replayed('run', key, () => {
        const parts = readMultipart(body, type)
        return state.run(design(parts), checkIds(parts))
      }),
    readDfmRun: ({ id }) => {
      const run = state.runs.get(id)
      if (!run) throw new Refusal('dfm_run_not_found')
      return { dfm_run_id: id, board_id: run.boardId, check_ids: run.checkIds, created_at: run.createdAt, result: run.result }
    },
    listOrderIntents: () => [...state.intents.values()].reverse(),
    createOrderIntent: ({ body }) => {
      const draft = orderIntentDraft.safeParse(json(body))
      if (!draft.success) throw new Refusal(draft.error.issues[0]?.path[0] === 'lead_time' ? 'invalid_lead_time' : 'invalid_quantity')
      return state.createIntent(draft.data)
    },
    readOrderIntent: ({ id }) => state.intent(id),
    changeOrderIntent: ({ id, body }) => state.change(id, orderIntentChange.parse(json(body)) as object),
    listIntentQuotes: ({ id }) => {
      state.intent(id)
      return [...state.quotes.values()].filter((quote) => quote.intentId === id)
    },
    requoteIntent: ({ id }) => state.requote(id),
    submitIntent: ({ id }) => state.submit(id),
    listOrders: () => [...state.orders.values()].reverse(),
    createOrder: ({ body }) => {
      const wanted = orderRequest.parse(json(body))
      if (!wanted.quote_id.startsWith('quo_')) throw new Refusal('invalid_quote_id')
      if (!state.quotes.has(wanted.quote_id)) throw new Refusal('quote_not_found')
      return { request_id: state.id('req_'), ...state.order(wanted.quote_id, null, wanted.po_number ?? null) }
    },
    readOrder: ({ id }) => {
      const order = state.orders.get(id)
      if (!order) throw new Refusal('order_not_found')
      return order
    },
    createQuote: ({ body, type }) => {
      if (type.startsWith('multipart/')) {
        const { texts, file } = readMultipart(body, type)
        if (!file) throw new Refusal('missing_design')
        shipTo.parse(JSON.parse(texts['ship_to_json'] ?? '{}'))
        const made = state.run(state.storeBoard(file.name, file.bytes).board_id, null)
        return { request_id: state.id('req_'), ...state.quote(null, made.dfm_run_id, Number(texts['quantity']), 'standard') }
      }
      const wanted = quoteRequest.parse(json(body))
      return { request_id: state.id('req_'), ...state.quote(null, wanted.dfm_run_id ?? null, wanted.quantity, wanted.lead_time) }
    },
    readQuote: ({ id }) => {
      const quote = state.quotes.get(id)
      if (!quote) throw new Refusal('quote_not_found')
      return quote
    },
    retryJob: ({ id }) => {
      if (id !== 'job_1') throw new Refusal('job_not_found')
      return { request_id: state.id('req_'), job_id: id, status: 'queued' }
    },
  }

  const calls = new Map<EndpointName, number>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = (status: number, body: unknown): void => {
      const text = JSON.stringify(body)
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        date: new Date(Date.now() + state.clockMs).toUTCString(),
        ...server.headers,
      })
      response.end(text)
    }
    const refuse = ({ code, status, message }: Refusal): void => reply(status, { detail: { code, message, details: {} } })
    try {
      const body = await bodyOf(request)
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
      if (!bearer) return refuse(new Refusal('missing_auth'))
      if (!state.keys.has(bearer)) return refuse(new Refusal('invalid_api_key'))
      for (const { name, method, pattern } of PATTERNS) {
        const found = method === request.method ? pattern.exec(request.url ?? '') : null
        const handler = found && handlers[name]
        if (!handler) continue
        const key = request.headers['idempotency-key'] as string | undefined
        const value = handler({ id: found[1] ?? '', body, type: request.headers['content-type'] ?? '', key })
        // The server of a test that broke the contract would prove nothing.
        const checked = ASAP_ENDPOINTS[name].answer.parse(value)
        calls.set(name, (calls.get(name) ?? 0) + 1)
        return reply(200, checked)
      }
      reply(404, { detail: 'Not Found' })
    } catch (error) {
      if (error instanceof Refusal) refuse(error)
      else reply(422, { detail: [{ msg: String(error) }] })
    }
  }

  const http = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const server: ContractServer = {
    state,
    port,
    baseUrl: `http://127.0.0.1:${port}/api`,
    calls,
    headers: {},
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server
}
