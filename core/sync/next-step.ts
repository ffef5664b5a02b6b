import { unreachable } from '#core/base/result.ts'
import type { ConflictShape } from '#core/ipc/order-shapes.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import { waitBeforeRetry, type SyncTiming } from './timing.ts'

/**
 * What to do after a failure: `wait` and do the same again, `look-up` after a wait what became of it, `ask` a person, `stop`
 * because the application ends.
 */
export type NextStep =
  | { readonly kind: 'wait' | 'look-up'; readonly ms: number; readonly says: string; readonly countsAsAttempt: boolean }
  | { readonly kind: 'ask'; readonly conflict: ConflictShape }
  | { readonly kind: 'stop' }

/** @returns whether the failure says that the server or the way to it does not work */
export const isOutage = ({ code }: ProviderFailure): boolean => code === 'retry' || code === 'unclear'

const asked = (kind: ConflictShape['kind'], id: string, says: string, now: string): NextStep => ({
  kind: 'ask',
  conflict: { id, kind, says, agreed: '', now, canAccept: false },
})

/**
 * Decides for all providers when to try again.
 * @param attempts failed tries of this step so far
 * @param chance 0 to 1
 */
export const afterFailure = (failure: ProviderFailure, attempts: number, chance: number, timing: SyncTiming): NextStep => {
  switch (failure.code) {
    case 'retry':
      return {
        kind: 'wait',
        ms: waitBeforeRetry(attempts + 1, failure.afterMs, chance, timing),
        says: failure.message,
        countsAsAttempt: true,
      }
    case 'rate-limited':
      return { kind: 'wait', ms: waitBeforeRetry(1, failure.afterMs, chance, timing), says: failure.message, countsAsAttempt: false }
    case 'unclear':
      return {
        kind: 'look-up',
        ms: waitBeforeRetry(attempts + 1, null, chance, timing),
        says: `Sent, no answer: looked up before anything is sent again. ${failure.message}`,
        countsAsAttempt: true,
      }
    case 'signed-out':
      return asked(
        'signed-out',
        'signed-out',
        'The account needs you to sign in again. Nothing is lost: it goes on afterwards.',
        failure.message,
      )
    case 'rejected':
      return asked('refused', `refused:${failure.reason}`, 'The server refuses it.', failure.message)
    case 'not-offered':
      return asked('not-offered', 'not-offered', 'This server does not offer it.', failure.message)
    case 'cancelled':
      return { kind: 'stop' }
    default:
      return unreachable(failure)
  }
}
