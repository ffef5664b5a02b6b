import type { SyncTiming } from './timing.ts'

/**
 * Keeps an account from being asked while its server does not work. Closed: everything may be sent. Open until a moment:
 * nothing is. After it one message tries; its outcome closes it or opens it for longer.
 */
export interface Breaker {
  readonly failures: number
  /** Monotonic ms; null = closed. */
  readonly openUntil: number | null
  readonly opened: number
  readonly isTrying: boolean
}

export const CLOSED: Breaker = { failures: 0, openUntil: null, opened: 0, isTrying: false }

/** @returns whether a message may be sent now */
export const maySend = (breaker: Breaker, now: number): boolean =>
  breaker.openUntil === null || (now >= breaker.openUntil && !breaker.isTrying)

/** A message is being sent. */
export const onSend = (breaker: Breaker): Breaker => (breaker.openUntil === null ? breaker : { ...breaker, isTrying: true })

/** An answer came, whatever it said: the server works. */
export const onAnswer = (): Breaker => CLOSED

/** It ended without telling anything about the server. */
export const onNothing = (breaker: Breaker): Breaker => ({ ...breaker, isTrying: false })

/** No answer, or the server says that it does not work. */
export const onFailure = (breaker: Breaker, now: number, chance: number, timing: SyncTiming): Breaker => {
  const failures = breaker.failures + 1
  if (failures < timing.breakerAfter) return { ...breaker, failures, isTrying: false }
  // Failures of what was under way when it opened say nothing new.
  if (breaker.openUntil !== null && now < breaker.openUntil && !breaker.isTrying) return { ...breaker, failures }
  const pause = Math.min(timing.breakerLongest, timing.breakerFirst * 2 ** Math.min(20, breaker.opened))
  return { failures, openUntil: now + pause * (0.75 + 0.25 * chance), opened: breaker.opened + 1, isTrying: false }
}
