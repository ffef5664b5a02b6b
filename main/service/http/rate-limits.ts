import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

export interface Rates {
  readonly perMinute: number
  readonly perHour: number
}

export const STANDARD_RATES: Rates = { perMinute: 100, perHour: 1000 }

/**
 * Counts a call in both windows and says in the headers what is left of the tighter one.
 * `X-RateLimit-Reset` is seconds until that window ends.
 * @throws ApiError `rate_limited`
 */
export type CountCall = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** @param keyOf who is counted: the key, or the address of one that has none */
export const rateLimits = (app: FastifyInstance, rates: Rates, keyOf: (request: FastifyRequest) => string): CountCall => {
  const windows = [
    app.createRateLimit({ max: rates.perMinute, timeWindow: 60_000, keyGenerator: keyOf }),
    app.createRateLimit({ max: rates.perHour, timeWindow: 3_600_000, keyGenerator: keyOf }),
  ]
  return async (request, reply) => {
    let tightest: { max: number; remaining: number; ttlInSeconds: number; isExceeded: boolean } | null = null
    for (const count of windows) {
      const state = await count(request)
      if (state.isAllowed) continue
      const isTighter = !tightest || state.isExceeded || state.remaining < tightest.remaining
      if (isTighter && !tightest?.isExceeded) tightest = state
      // A call that the minute refuses does not use up the hour.
      if (state.isExceeded) break
    }
    if (!tightest) return
    void reply.headers({
      'x-ratelimit-limit': String(tightest.max),
      'x-ratelimit-remaining': String(Math.max(0, tightest.remaining)),
      'x-ratelimit-reset': String(tightest.ttlInSeconds),
    })
    if (!tightest.isExceeded) return
    throw new ApiError(
      'rate_limited',
      `More than ${tightest.max} calls; wait ${tightest.ttlInSeconds} s.`,
      { limit: tightest.max },
      Math.max(1, tightest.ttlInSeconds),
    )
  }
}
