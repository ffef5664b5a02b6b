/** When things are tried again; ms. */
export interface SyncTiming {
  readonly firstRetry: number
  readonly longestRetry: number
  /** Failures in a row after which an account is left alone. */
  readonly breakerAfter: number
  readonly breakerFirst: number
  readonly breakerLongest: number
  /** Between two looks at a review that the server has not finished. */
  readonly analysisPoll: number
  /** Between two looks at open orders. */
  readonly orderPoll: number
  /** A submit that was sent and not answered may still arrive for that long. */
  readonly mayStillArrive: number
  /** Between two tries to write on a full disk. */
  readonly diskRetry: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND

export const TIMING: SyncTiming = {
  firstRetry: 2 * SECOND,
  longestRetry: 15 * MINUTE,
  breakerAfter: 5,
  breakerFirst: 15 * SECOND,
  breakerLongest: 10 * MINUTE,
  analysisPoll: 3 * SECOND,
  orderPoll: 10 * MINUTE,
  mayStillArrive: 2 * MINUTE,
  diskRetry: 15 * SECOND,
}

/**
 * How long to wait before the next try: doubling, with jitter ("equal jitter": half of it fixed, half by chance), so that many clients
 * that failed together do not come back together. A server's own word counts as the least.
 * @param attempts tries so far, from 1
 * @param chance 0 to 1
 */
export const waitBeforeRetry = (attempts: number, afterMs: number | null, chance: number, timing: SyncTiming): number => {
  const full = Math.min(timing.longestRetry, timing.firstRetry * 2 ** Math.min(30, Math.max(0, attempts - 1)))
  const wait = full / 2 + (full / 2) * chance
  // Not exactly when it says: others were told the same.
  return Math.round(afterMs === null ? wait : Math.max(wait, afterMs + timing.firstRetry * chance))
}
