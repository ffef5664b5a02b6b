import type { ProviderFailure } from '#core/provider/failure.ts'
import type { HttpFault, HttpRequest, HttpResponse } from '#core/provider/http.ts'
import { rateLimitMs, retryAfterMs } from '#core/provider/waiting-time.ts'

/** What a provider wrote about a refusal: a stable reason and a sentence; either may be missing. */
export interface Refusal {
  readonly reason: string | null
  readonly message: string | null
  /** What it says of single fields, by field. */
  readonly fields?: Readonly<Record<string, string>>
}

const DEFAULT_WAIT_MS = 60_000

/** A request that may be sent twice without doing anything twice (RFC 9110, 9.2.2). */
const isRepeatable = (method: HttpRequest['method']): boolean => method !== 'POST' && method !== 'PATCH'

/** @returns what follows from a request that got no answer */
export const failureOfFault = (fault: HttpFault, method: HttpRequest['method']): ProviderFailure => {
  const mayHaveActed = fault.sent && !isRepeatable(method)
  if (mayHaveActed) return { code: 'unclear', message: fault.message }
  switch (fault.code) {
    case 'cancelled':
      return { code: 'cancelled', message: fault.message }
    case 'too-large':
      return { code: 'rejected', reason: 'answer-too-large', status: 0, message: fault.message }
    case 'no-answer':
      return { code: 'retry', message: fault.message, afterMs: null }
  }
}

/** Answers of a gateway between here and the server: the server itself may have acted. */
const GATEWAY = [502, 504]

/** @returns what follows from an answer that is not the success that was asked for */
export const failureOfStatus = (
  response: HttpResponse,
  method: HttpRequest['method'],
  name: string,
  { reason, message, fields }: Refusal,
): ProviderFailure => {
  const { status, headers } = response
  const said = message ?? `${name} answered with status ${status}.`
  if (status === 401) return { code: 'signed-out', message: message ?? `${name} asks to sign in again.` }
  if (status === 429)
    return {
      code: 'rate-limited',
      message: message ?? `${name} asks to wait.`,
      afterMs: retryAfterMs(headers) ?? rateLimitMs(headers) ?? DEFAULT_WAIT_MS,
    }
  if (status === 405 || status === 501) return { code: 'not-offered', message: `${name}: not offered by this server.` }
  if (GATEWAY.includes(status) && !isRepeatable(method)) return { code: 'unclear', message: said }
  if (status >= 500 || status === 408 || status === 425) return { code: 'retry', message: said, afterMs: retryAfterMs(headers) }
  return {
    code: 'rejected',
    reason: reason ?? `status-${status}`,
    status,
    message: said,
    ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
  }
}
