/** Longest that a server's own word is followed: what is longer is asked again then. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000
const EPOCH_SECONDS = 1e9

type Headers = Readonly<Record<string, string>>

const bounded = (ms: number): number | null => (Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_WAIT_MS) : null)

/** @returns the server's own time by its `Date` header, ms since 1970; null when it does not say */
export const serverTime = (headers: Headers): number | null => {
  const at = Date.parse(headers['date'] ?? '')
  return Number.isNaN(at) ? null : at
}

/**
 * How long a server asks to be left alone: `Retry-After` in seconds or as a date, which is taken against the server's own
 * clock, never ours.
 * @returns ms, null when it does not say
 * @source RFC 9110, 10.2.3
 */
export const retryAfterMs = (headers: Headers): number | null => {
  const text = headers['retry-after']?.trim()
  if (!text) return null
  if (/^\d+$/.test(text)) return bounded(Number(text) * 1000)
  const now = serverTime(headers)
  const until = Date.parse(text)
  return now === null || Number.isNaN(until) ? null : bounded(Math.max(0, until - now))
}

/**
 * When the allowance is used up: how long until there is a new one. `X-RateLimit-Reset` is seconds from now or, when it is
 * that large, seconds since 1970.
 * @returns ms, null while something is left or nothing is said
 */
export const rateLimitMs = (headers: Headers): number | null => {
  if (Number(headers['x-ratelimit-remaining'] ?? 1) > 0) return null
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  if (!Number.isFinite(reset)) return null
  if (reset < EPOCH_SECONDS) return bounded(reset * 1000)
  const now = serverTime(headers)
  return now === null ? null : bounded(Math.max(0, reset * 1000 - now))
}
