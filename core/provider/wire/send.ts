import type { z } from 'zod'
import { err, ok, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel, HttpRequest, HttpResponse } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { rateLimitMs, serverTime } from '#core/provider/waiting-time.ts'
import { baseOf, fillPath, isSecure, queryOf } from './address.ts'
import type { AnswerOf, Endpoint, RequestOf } from './endpoint.ts'
import { failureOfFault, failureOfStatus, type Refusal } from './failures.ts'
import { jsonOf } from './json.ts'

/** What differs between servers that speak JSON over HTTP. */
export interface Speaker {
  readonly name: string
  readonly account: ProviderAccount
  /** Headers with the credentials. @fails `signed-out` when there are none */
  credentials(): Answer<Readonly<Record<string, string>>>
  /** Reads what the server wrote about a refusal. */
  refusal(body: unknown): Refusal
  /** Told of every answer before it is judged. */
  heard?(response: HttpResponse): void
  /** Asked before a request leaves; a failure keeps it here. */
  mayLeave?(): ProviderFailure | null
  /**
   * Makes new credentials after a 401.
   * @param refused the headers that were not accepted: others may have been made meanwhile
   * @returns false when a person has to sign in
   */
  renew?(refused: Readonly<Record<string, string>>, cancel: Cancel | null): Promise<Result<boolean, ProviderFailure>>
}

const readJson = (name: string, response: HttpResponse): Result<unknown, ProviderFailure> => {
  const json = jsonOf(response.body)
  return json.ok
    ? json
    : err({ code: 'rejected', reason: 'unreadable-answer', status: response.status, message: `${name} sent an answer that is no JSON.` })
}

const refusalOf = (speaker: Speaker, response: HttpResponse): Refusal => {
  const json = jsonOf(response.body)
  return json.ok && json.value !== undefined ? speaker.refusal(json.value) : { reason: null, message: null }
}

type Sent = Omit<HttpRequest, 'cancel'>

/** Sends as it is. @fails where no answer came or the answer is no success; any status from 200 to 299 is one */
export const sendPlain = async (
  speaker: Speaker,
  request: Sent,
  cancel: Cancel | null,
  accept: readonly number[] = [],
): Answer<HttpResponse> => {
  const { name, account } = speaker
  if (!isSecure(request.url))
    return err({ code: 'rejected', reason: 'insecure-address', status: 0, message: `${name} named an address without encryption.` })
  const held = speaker.mayLeave?.() ?? null
  if (held) return err(held)
  const reply = await account.http({ ...request, cancel })
  if (!reply.ok) return err(failureOfFault(reply.error, request.method))
  const response = reply.value
  account.observe?.({ serverTime: serverTime(response.headers), allowanceInMs: rateLimitMs(response.headers) })
  speaker.heard?.(response)
  if ((response.status >= 200 && response.status < 300) || accept.includes(response.status)) return ok(response)
  return err(failureOfStatus(response, request.method, name, refusalOf(speaker, response)))
}

/** Sends with the credentials; once more with new ones when the server does not know them any more. */
export const sendSigned = async (
  speaker: Speaker,
  request: Sent,
  cancel: Cancel | null,
  accept: readonly number[] = [],
): Answer<HttpResponse> => {
  const credentials = await speaker.credentials()
  if (!credentials.ok) return credentials
  const attempt = (signed: Readonly<Record<string, string>>): Answer<HttpResponse> =>
    sendPlain(speaker, { ...request, headers: { ...signed, ...request.headers } }, cancel, accept)
  const first = await attempt(credentials.value)
  if (first.ok || first.error.code !== 'signed-out' || !speaker.renew) return first
  const renewed = await speaker.renew(credentials.value, cancel)
  if (!renewed.ok) return renewed
  if (!renewed.value) return first
  const fresh = await speaker.credentials()
  return fresh.ok ? attempt(fresh.value) : fresh
}

/** @returns the answer as its schema has it. @fails `rejected` with `unexpected-answer` where it is something else */
export const conform = <S extends z.ZodType>(name: string, schema: S, value: unknown): Result<z.output<S>, ProviderFailure> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const message = `${name} answered differently than agreed: ${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? 'unreadable'}`
  return err({ code: 'rejected', reason: 'unexpected-answer', status: 0, message })
}

/** `%PDF-` (ISO 32000-1, 7.5.2). */
const PDF_START = [0x25, 0x50, 0x44, 0x46, 0x2d]

interface LooseRequest {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>
  readonly body?: unknown
}

/** A planned call that the server answers with 404 as if the path were unknown. */
const asNotOffered = (planned: boolean, name: string, failure: ProviderFailure): ProviderFailure =>
  planned && failure.code === 'rejected' && failure.status === 404
    ? { code: 'not-offered', message: `${name}: not offered by this server yet.` }
    : failure

/** Sends one call of the contract. Statuses other than the agreed ones from 200 to 299 count as success as well. */
const sendEndpoint = async (
  speaker: Speaker,
  entry: Endpoint,
  { params = {}, query = {}, body }: LooseRequest,
  accept: string,
  cancel: Cancel | null,
  headers: Readonly<Record<string, string>>,
): Answer<HttpResponse> => {
  const sent: Sent = {
    method: entry.method,
    url: `${baseOf(speaker.account.baseUrl)}${fillPath(entry.path, params)}${queryOf(query)}`,
    headers: { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const reply = await (entry.auth === 'none' ? sendPlain : sendSigned)(speaker, sent, cancel, entry.status)
  return reply.ok ? reply : err(asNotOffered(entry.planned, speaker.name, reply.error))
}

/** Makes one call of the contract. @returns what its schema says of the answer, null when it has none */
export const callEndpoint = async <E extends Endpoint>(
  speaker: Speaker,
  entry: E,
  request: RequestOf<E>,
  cancel: Cancel | null,
  headers: Readonly<Record<string, string>> = {},
): Answer<AnswerOf<E>> => {
  const reply = await sendEndpoint(speaker, entry, request as LooseRequest, 'application/json', cancel, headers)
  if (!reply.ok) return reply
  if (entry.answer === null) return ok(null as AnswerOf<E>)
  const json = readJson(speaker.name, reply.value)
  return json.ok ? (conform(speaker.name, entry.answer, json.value) as Result<AnswerOf<E>, ProviderFailure>) : json
}

/** Makes one call whose answer is a PDF. @fails `rejected` with `unexpected-answer` when it is none */
export const callForPdf = async <E extends Endpoint>(
  speaker: Speaker,
  entry: E,
  request: RequestOf<E>,
  cancel: Cancel | null,
): Answer<Uint8Array> => {
  const reply = await sendEndpoint(speaker, entry, request as LooseRequest, 'application/pdf', cancel, {})
  if (!reply.ok) return reply
  const { body, status } = reply.value
  const isPdf = PDF_START.every((byte, k) => body[k] === byte)
  return isPdf
    ? ok(body)
    : err({ code: 'rejected', reason: 'unexpected-answer', status, message: `${speaker.name} sent something that is no PDF.` })
}
