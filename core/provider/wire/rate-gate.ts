import type { ProviderFailure } from '#core/provider/failure.ts'
import type { HttpResponse } from '#core/provider/http.ts'
import { rateLimitMs, retryAfterMs } from '#core/provider/waiting-time.ts'

/** Keeps requests here while the server's allowance is used up. */
export interface RateGate {
  heard(response: HttpResponse): void
  /** @returns null when a request may leave */
  mayLeave(): ProviderFailure | null
}

/** @param clock monotonic milliseconds */
export const rateGate = (name: string, clock: () => number): RateGate => {
  let opensAt = -Infinity
  return {
    heard({ status, headers }) {
      const wait = rateLimitMs(headers) ?? (status === 429 ? retryAfterMs(headers) : null)
      if (wait !== null) opensAt = Math.max(opensAt, clock() + wait)
    },
    mayLeave() {
      const afterMs = opensAt - clock()
      return afterMs > 0
        ? { code: 'rate-limited', message: `${name} lets nothing in for the next seconds.`, afterMs: Math.ceil(afterMs) }
        : null
    },
  }
}
