import { z } from 'zod'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { HttpFault, HttpResponse } from '#core/provider/http.ts'
import { rateLimitMs, retryAfterMs } from '#core/provider/waiting-time.ts'

/**
 * What a second sending of the same request would do: `read` and `keyed` nothing that the first has not done (reads, and
 * writes with an Idempotency-Key); `once` perhaps the same thing twice.
 */
export type Repeat = 'read' | 'keyed' | 'once'

const DEFAULT_RATE_LIMIT_MS = 30_000
/** Refused before anything was done, whoever answered. */
const NOT_DONE = new Set(['unavailable', 'rate_limited'])

const contractError = z.object({ detail: z.object({ code: z.string().max(200), message: z.string(), details: z.unknown().optional() }) })
/** What frameworks answer before the application sees the request: one sentence, or a list of what is wrong with the body. */
const frameworkError = z.object({ detail: z.union([z.string(), z.array(z.object({ msg: z.string() }))]) })

/** No answer: either nothing left, or nobody knows. */
export const failureOfFault = (fault: HttpFault, repeat: Repeat): ProviderFailure => {
  if (fault.sent && repeat === 'once') return { code: 'unclear', message: fault.message }
  if (fault.code === 'cancelled') return { code: 'cancelled', message: fault.message }
  return { code: 'retry', message: fault.message, afterMs: null }
}

/** An answer that the contract does not know: from something in between, or cut. What it says about the request is unknown. */
export const notUnderstood = (message: string, repeat: Repeat): ProviderFailure =>
  repeat === 'once' ? { code: 'unclear', message } : { code: 'retry', message, afterMs: null }

const refused = (status: number, reason: string, message: string, headers: HttpResponse['headers'], repeat: Repeat): ProviderFailure => {
  if (status === 401 || reason === 'invalid_api_key' || reason === 'missing_auth') return { code: 'signed-out', message }
  if (status === 429) return rateLimited(headers, message)
  if (status >= 500 && repeat === 'once' && !NOT_DONE.has(reason)) return { code: 'unclear', message }
  if (status >= 500 || status === 408 || status === 425) return { code: 'retry', message, afterMs: retryAfterMs(headers) }
  return { code: 'rejected', reason, status, message }
}

const rateLimited = (headers: HttpResponse['headers'], message: string): ProviderFailure => ({
  code: 'rate-limited',
  message,
  afterMs: retryAfterMs(headers) ?? rateLimitMs(headers) ?? DEFAULT_RATE_LIMIT_MS,
})

/** @returns why an answer other than 2xx did not do what was asked. `json` is its body, undefined when it is none */
export const failureOfAnswer = (response: HttpResponse, json: unknown, repeat: Repeat): ProviderFailure => {
  const { status, headers } = response
  const error = contractError.safeParse(json)
  if (error.success) return refused(status, error.data.detail.code, error.data.detail.message, headers, repeat)
  if (status === 401) return { code: 'signed-out', message: 'The server does not accept the API key.' }
  if (status === 429) return rateLimited(headers, 'The server asks for fewer requests.')
  const framework = frameworkError.safeParse(json)
  if (framework.success && (status === 404 || status === 405))
    return { code: 'not-offered', message: 'This server does not have the call.' }
  if (framework.success && (status === 400 || status === 422)) {
    const { detail } = framework.data
    const message = typeof detail === 'string' ? detail : detail.map(({ msg }) => msg).join('; ')
    return { code: 'rejected', reason: 'invalid_request', status, message: message.slice(0, 500) }
  }
  const message =
    status >= 300 && status < 400
      ? `The server answered with a redirect (${status}), which is not followed. Is the address of the account right?`
      : `The server answered ${status}, not in the words of the ASAP contract.`
  const failure = notUnderstood(message, repeat)
  return failure.code === 'retry' ? { ...failure, afterMs: retryAfterMs(headers) } : failure
}
