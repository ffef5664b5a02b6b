import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { err, ok, type Result } from '#core/base/result.ts'
import type { HttpFault, HttpRequest, HttpResponse } from '#core/provider/http.ts'

export interface HttpLimits {
  /** Without a byte in either direction for this long, a request is given up. */
  readonly idleMs: number
  /** The whole request. */
  readonly totalMs: number
  readonly mostBytes: number
}

export interface HttpOut {
  (request: HttpRequest): Promise<Result<HttpResponse, HttpFault>>
  /** Closes what is kept open for the next request. */
  close(): void
}

const LIMITS: HttpLimits = { idleMs: 30_000, totalMs: 10 * 60_000, mostBytes: 64 * 1024 * 1024 }
const CHUNK = 64 * 1024

/** What a failed connection means to a person. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at this address.',
  ENOTFOUND: 'The name of the server is not known: no network, or a typing error.',
  EAI_AGAIN: 'The name of the server cannot be looked up: no network.',
  ENETUNREACH: 'There is no network.',
  EHOSTUNREACH: 'The server cannot be reached.',
  ETIMEDOUT: 'The server does not answer.',
  ECONNRESET: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  CERT_HAS_EXPIRED: "The server's certificate has expired, or the clock of this computer is wrong.",
  CERT_NOT_YET_VALID: "The server's certificate is not valid yet, or the clock of this computer is wrong.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is not one that this computer trusts.",
  SELF_SIGNED_CERT_IN_CHAIN: "The server's certificate is not one that this computer trusts.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The server's certificate is not one that this computer trusts.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name.",
}

const messageOf = (error: NodeJS.ErrnoException): string => {
  const words = error.code ? IN_WORDS[error.code] : undefined
  return words ? `${words} (${error.code})` : `The connection failed (${error.code ?? error.message}).`
}

const headersOf = (answer: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]))

/**
 * The way out to other computers: one request, one answer, bounded in time and size; redirects are not followed. A fault
 * says whether anything may have reached the server: only a connection that was never made is sure to have sent nothing.
 */
export const httpOut = (limits: Partial<HttpLimits> = {}): HttpOut => {
  const { idleMs, totalMs, mostBytes } = { ...LIMITS, ...limits }
  const kept = { keepAlive: true, maxSockets: 8, timeout: idleMs }
  const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) }

  const send = (wanted: HttpRequest): Promise<Result<HttpResponse, HttpFault>> =>
    new Promise((resolve) => {
      let sent = false
      let settled = false
      const settle = (result: Result<HttpResponse, HttpFault>): void => {
        if (settled) return
        settled = true
        clearTimeout(total)
        wanted.cancel?.removeEventListener('abort', cancel)
        resolve(result)
      }
      const fault = (code: HttpFault['code'], message: string): void => {
        settle(err({ code, sent, message }))
        request?.destroy()
      }
      const cancel = (): void => fault('cancelled', 'Stopped.')
      const total = setTimeout(() => fault('no-answer', 'The server does not answer.'), totalMs)

      let url: URL
      let request: ReturnType<typeof requestHttp> | null = null
      try {
        url = new URL(wanted.url)
      } catch {
        return fault('no-answer', `"${wanted.url}" is not an address.`)
      }
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return fault('no-answer', `${url.protocol}// is not a way to a server.`)
      if (wanted.cancel?.aborted) return cancel()
      const isSecure = url.protocol === 'https:'
      const body = typeof wanted.body === 'string' ? Buffer.from(wanted.body, 'utf8') : wanted.body
      const headers: Record<string, string | number> = { ...wanted.headers }
      if (body) headers['content-length'] = body.length
      else if (wanted.method !== 'GET') headers['content-length'] = 0
      try {
        request = (isSecure ? requestHttps : requestHttp)(url, {
          method: wanted.method,
          headers,
          agent: isSecure ? agents.https : agents.http,
          timeout: idleMs,
        })
      } catch (error) {
        return fault('no-answer', (error as Error).message)
      }
      wanted.cancel?.addEventListener('abort', cancel)
      request.on('socket', (socket: Socket) => {
        // From here on bytes may leave: whether they arrived nobody can say.
        if (!socket.connecting) sent = true
        else socket.once(isSecure ? 'secureConnect' : 'connect', () => (sent = true))
      })
      request.on('timeout', () => fault('no-answer', 'The server does not answer.'))
      request.on('error', (error) => fault('no-answer', messageOf(error)))
      request.on('response', (answer) => {
        const pieces: Buffer[] = []
        let size = 0
        const said = Number(answer.headers['content-length'])
        answer.on('data', (piece: Buffer) => {
          size += piece.length
          if (size > mostBytes) return fault('too-large', `The answer is larger than ${Math.round(mostBytes / 1024 / 1024)} MB.`)
          pieces.push(piece)
          wanted.onReceived?.(size, said > 0 ? said : null)
        })
        answer.on('error', (error) => fault('no-answer', messageOf(error)))
        answer.on('aborted', () => fault('no-answer', 'The answer was cut off.'))
        answer.on('end', () => {
          if (!answer.complete) return fault('no-answer', 'The answer was cut off.')
          settle(ok({ status: answer.statusCode ?? 0, headers: headersOf(answer), body: new Uint8Array(Buffer.concat(pieces)) }))
        })
      })
      write(request, body, wanted.onSent)
    })

  return Object.assign(send, {
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  })
}

/** Writes piece by piece, so that progress is what has left and not what is queued. */
const write = (request: ReturnType<typeof requestHttp>, body: Uint8Array | null, onSent: HttpRequest['onSent']): void => {
  if (!body) return void request.end()
  let at = 0
  const next = (): void => {
    if (request.destroyed) return
    const piece = body.subarray(at, at + CHUNK)
    at += piece.length
    request.write(piece, () => onSent?.(at, body.length))
    if (at >= body.length) request.end()
    else if (request.writableNeedDrain) request.once('drain', next)
    else setImmediate(next)
  }
  next()
}
