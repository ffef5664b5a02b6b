import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deviations } from './conformity.ts'
import type { Contract, Operation } from './operation.ts'
import { sampleAnswer } from './sample.ts'

/** A request as it came. */
export interface Received {
  /** Id of the operation. */
  readonly id: string
  readonly params: Readonly<Record<string, string>>
  /** Values of the places in the order of the path. */
  readonly places: readonly string[]
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
  readonly body: unknown
  /** The address of this server with its base path. */
  readonly base: string
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON, or bytes as they are; undefined = the contract's sample. */
  readonly body?: unknown
}

export type Rule = (received: Received) => Reply | undefined

/** What a server does instead of answering well. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /**
   * Reads the request and closes the connection without an answer; `acted` = after doing what was asked, `skip` = that many
   * requests are answered well before.
   */
  | { readonly kind: 'cut'; readonly acted?: boolean; readonly skip?: number }
  /** Sends half of the answer. */
  | { readonly kind: 'cut-answer' }
  /** Reads the request and says nothing. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'garbage' }

export interface ServerOptions {
  readonly contract: Contract
  readonly rules?: Readonly<Record<string, Rule>>
  /** Says whether the credentials are good; null = no account is needed. */
  readonly isSignedIn: ((received: Received) => boolean) | null
  /** Body of a refusal. */
  readonly refusal: (code: string, message: string) => unknown
  /** Calls that are announced are answered with 404 unless this says so. */
  readonly servesPlanned?: () => boolean
  readonly plannedStatus?: number
  /** Headers of every answer. */
  readonly headers?: () => Readonly<Record<string, string>>
}

export interface ContractServer {
  readonly url: string
  /** Every request that came, in order. */
  readonly received: readonly Received[]
  /** Where requests or this server's own answers differ from the contract. */
  readonly violations: readonly string[]
  /** The next request to this operation (or any, `*`) meets the fault. */
  fail(id: string, fault: Fault, times?: number): void
  calls(id: string): readonly Received[]
  close(): Promise<void>
}

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}

/** @returns how a request differs from what was agreed */
const requestViolations = (operation: Operation, received: Received): readonly string[] => {
  const found: string[] = []
  const query = Object.fromEntries(received.query)
  for (const [name, value] of Object.entries(query)) {
    const field = operation.query.find((each) => each.name === name)
    if (!field && !operation.freeQuery?.test(name)) found.push(`query ${name} is not in the contract`)
    if (field?.type === 'integer' && !/^\d+$/.test(value)) found.push(`query ${name} is no integer`)
    if (field?.maximum !== undefined && Number(value) > field.maximum) found.push(`query ${name} is above ${field.maximum}`)
    if (field?.enum && !field.enum.includes(value)) found.push(`query ${name} is "${value}"`)
  }
  for (const { name, required } of operation.query) if (required && !(name in query)) found.push(`query ${name} is missing`)
  if (operation.body === null && received.bytes.length > 0) found.push('a body was not agreed')
  if (Array.isArray(operation.body)) {
    if (!/^application\/json\b/.test(received.headers['content-type'] ?? '')) found.push('the body is not declared as JSON')
    found.push(...deviations(received.body ?? {}, operation.body, 'sent'))
    const chosen = operation.oneOf.filter((name) => Object.hasOwn((received.body ?? {}) as object, name))
    if (operation.oneOf.length > 0 && chosen.length !== 1) found.push(`exactly one of ${operation.oneOf.join(', ')} was agreed`)
  }
  return found.map((each) => `${operation.id}: ${each}`)
}

const answerViolations = (operation: Operation, reply: Reply): readonly string[] => {
  if (operation.answer === null || (reply.status ?? operation.status) >= 300) return []
  if (reply.body === null && operation.isNullable) return []
  return deviations(reply.body, operation.answer, 'answered').map((each) => `${operation.id} answered: ${each}`)
}

/** More fixed parts first, so that `/shipment/split/` is not taken for an item. */
const bySpecificity = (a: Operation, b: Operation): number => a.places.length - b.places.length

/** Starts a server for a contract on loopback. */
export const contractServer = async (options: ServerOptions): Promise<ContractServer> => {
  const { contract, rules = {}, refusal } = options
  const operations = [...contract.operations].sort(bySpecificity)
  const received: Received[] = []
  const violations: string[] = []
  const faults: { id: string; fault: Fault; skip: number }[] = []
  let base = ''

  const send = (response: ServerResponse, reply: Reply, type: string | null, isCut = false): void => {
    const isRaw = reply.body instanceof Uint8Array
    const bytes =
      reply.body === undefined ? Buffer.alloc(0) : isRaw ? Buffer.from(reply.body as Uint8Array) : Buffer.from(JSON.stringify(reply.body))
    response.writeHead(reply.status ?? 200, {
      ...(type ? { 'content-type': type } : {}),
      ...(reply.status === 204 ? {} : { 'content-length': bytes.length }),
      ...options.headers?.(),
      ...reply.headers,
    })
    if (!isCut) return void response.end(bytes)
    response.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)), () => response.socket?.destroy())
  }

  const answer = (operation: Operation, request: Received): Reply => {
    if (options.isSignedIn && operation.needsAccount && !options.isSignedIn(request))
      return { status: 401, body: refusal('UNAUTHORIZED', 'sign in first') }
    const bad = requestViolations(operation, request)
    if (bad.length > 0) {
      violations.push(...bad)
      return { status: 400, body: refusal('VALIDATION_ERROR', bad.join('; ')) }
    }
    if (operation.planned && !options.servesPlanned?.())
      return { status: options.plannedStatus ?? 404, body: refusal('NOT_FOUND', 'no such call') }
    const reply = rules[operation.id]?.(request)
    const full = { status: operation.status, ...reply, body: reply && 'body' in reply ? reply.body : sampleAnswer(operation) }
    violations.push(...answerViolations(operation, full))
    return full
  }

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base)
    const path = url.pathname.startsWith(contract.basePath) ? url.pathname.slice(contract.basePath.length) : url.pathname
    const bytes = await readAll(request)
    const operation = operations.find((each) => each.method === request.method && each.pattern.test(path))
    if (!operation) {
      violations.push(`${request.method} ${path} is not in the contract`)
      return send(response, { status: 404, body: refusal('NOT_FOUND', 'no such path') }, 'application/json')
    }
    const places = (operation.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent)
    const params = Object.fromEntries(operation.places.map((name, k) => [name, places[k] ?? '']))
    const isJson = /json/.test(request.headers['content-type'] ?? '')
    const current: Received = {
      id: operation.id,
      params,
      places,
      query: url.searchParams,
      headers: request.headers,
      bytes,
      body: isJson ? parsed(bytes) : undefined,
      base: `${base}${contract.basePath}`,
    }
    received.push(current)
    const at = faults.findIndex(({ id }) => id === operation.id || id === '*')
    const isSkipped = at >= 0 && faults[at]!.skip-- > 0
    const fault = at < 0 || isSkipped ? null : faults.splice(at, 1)[0]!.fault
    switch (fault?.kind) {
      case 'status':
        return send(response, fault, 'application/json')
      case 'cut':
        if (fault.acted) answer(operation, current)
        return void request.socket.destroy()
      case 'cut-answer':
        return send(response, answer(operation, current), operation.contentType, true)
      case 'silence':
        return
      case 'garbage':
        return send(response, { body: Buffer.from('<html>maintenance</html>') }, 'text/html')
    }
    send(response, answer(operation, current), operation.contentType ?? 'application/json')
  }

  const server = createServer((request, response) => {
    onRequest(request, response).catch((error: unknown) => {
      violations.push(`the server itself failed: ${String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${base}${contract.basePath}`,
    received,
    violations,
    fail: (id, fault, times = 1) => {
      for (let k = 0; k < times; k++) faults.push({ id, fault, skip: 'skip' in fault ? (fault.skip ?? 0) : 0 })
    },
    calls: (id) => received.filter((each) => each.id === id),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
