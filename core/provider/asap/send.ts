import type { z } from 'zod'
import { err, ok, type Result } from '#core/base/result.ts'
import { utf8Bytes } from '#core/base/utf8.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel, HttpRequest } from '#core/provider/http.ts'
import type { Multipart } from '#core/provider/multipart.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { rateLimitMs, serverTime } from '#core/provider/waiting-time.ts'
import { decodeText } from '#core/read/text/decode-text.ts'
import { failureOfAnswer, failureOfFault, notUnderstood, type Repeat } from './failure-of.ts'

export interface AsapRequest<T, P = never> {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Below the account's address, with its ids filled in. */
  readonly path: string
  readonly repeat: Repeat
  readonly answer: z.ZodType<T>
  /** Shape of an answer with status 202; without it 202 is read as `answer`. */
  readonly pending?: z.ZodType<P>
  readonly json?: unknown
  readonly multipart?: Multipart
  readonly idempotencyKey?: string
  readonly onSent?: HttpRequest['onSent']
}

const parsed = (body: Uint8Array): unknown => {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(decodeText(body)) as unknown
  } catch {
    return undefined
  }
}

const bodyOf = (request: AsapRequest<unknown, unknown>): { headers: Record<string, string>; body: Uint8Array | null } => {
  if (request.multipart) return { headers: { 'content-type': request.multipart.contentType }, body: request.multipart.body }
  if (request.json === undefined) return { headers: {}, body: null }
  return { headers: { 'content-type': 'application/json' }, body: utf8Bytes(JSON.stringify(request.json)) }
}

const isHeaderText = (text: string): boolean => /^[\x21-\x7e]+$/.test(text)

/** Makes one call of the ASAP contract for an account. Every answer is checked before it counts. */
export const sender =
  (account: ProviderAccount) =>
  async <T, P = never>(request: AsapRequest<T, P>, cancel: Cancel | null): Answer<T | P> => {
    const secret = await account.secret()
    if (!secret || !isHeaderText(secret)) return err({ code: 'signed-out', message: 'There is no API key for this account.' })
    const { headers, body } = bodyOf(request)
    const sent = await account.http({
      method: request.method,
      url: `${account.baseUrl.replace(/\/+$/, '')}${request.path}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${secret}`,
        ...headers,
        ...(request.idempotencyKey ? { 'idempotency-key': request.idempotencyKey } : {}),
      },
      body,
      cancel,
      ...(request.onSent ? { onSent: request.onSent } : {}),
    })
    if (!sent.ok) return err(failureOfFault(sent.error, request.repeat))
    const response = sent.value
    account.observe?.({ serverTime: serverTime(response.headers), allowanceInMs: rateLimitMs(response.headers) })
    const json = parsed(response.body)
    if (response.status < 200 || response.status > 299) return err(failureOfAnswer(response, json, request.repeat))
    const shape = response.status === 202 && request.pending ? request.pending : request.answer
    return understood<T | P>(shape, json, request.repeat)
  }

const understood = <T>(shape: z.ZodType<T>, json: unknown, repeat: Repeat): Result<T, ProviderFailure> => {
  const read = shape.safeParse(json)
  if (read.success) return ok(read.data)
  const issue = read.error.issues[0]
  const where = json === undefined ? 'is not JSON' : `is not as agreed at "${issue?.path.join('.') ?? ''}"`
  return err(notUnderstood(`The server's answer ${where}.`, repeat))
}
