import { CLOSED, maySend, onAnswer, onFailure, onNothing, onSend, type Breaker } from '#core/sync/breaker.ts'
import { isOutage } from '#core/sync/next-step.ts'
import type { SyncTiming } from '#core/sync/timing.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import type { Connections } from './connections.ts'

/** When an account may be asked, and what its answers say about it. */
export interface AccountGate {
  isOpen(account: string): boolean
  /** Monotonic ms from which on it is worth looking again; 0 = now. */
  opensAt(account: string): number
  isFailing(account: string): boolean
  begin(account: string): void
  end(account: string): void
  heard(account: string, failure: ProviderFailure | null): void
  /** A person or a new network says that it is worth a try. */
  reset(account?: string): void
}

export const accountGate = (parts: {
  readonly accounts: AccountsRepo
  readonly connections: Connections
  readonly clock: () => number
  readonly chance: () => number
  readonly timing: SyncTiming
  readonly onAccount: () => void
}): AccountGate => {
  const { accounts, connections, clock, chance, timing, onAccount } = parts
  const breakers = new Map<string, Breaker>()
  const held = new Map<string, number>()
  const breakerOf = (account: string): Breaker => breakers.get(account) ?? CLOSED
  const state = (account: string, code: 'ok' | 'signed-out' | 'unreachable', says: string): void => {
    const before = accounts.find(account)
    if (before?.state === code && (code === 'ok' || before.says === says)) return
    if (accounts.setState(account, code, says)) onAccount()
  }
  const opensAt = (account: string): number => {
    const { openUntil, isTrying } = breakerOf(account)
    const breaker = openUntil === null ? 0 : isTrying ? Number.POSITIVE_INFINITY : openUntil
    return Math.max(breaker, held.get(account) ?? 0, connections.allowedFrom(account))
  }
  return {
    isOpen: (account) => maySend(breakerOf(account), clock()) && opensAt(account) <= clock(),
    opensAt,
    isFailing: (account) => breakerOf(account).openUntil !== null,
    begin: (account) => void breakers.set(account, onSend(breakerOf(account))),
    end: (account) => void breakers.set(account, onNothing(breakerOf(account))),
    heard(account, failure) {
      if (failure === null || !isOutage(failure)) {
        if (failure?.code === 'cancelled') return
        breakers.set(account, onAnswer())
        if (failure?.code === 'signed-out') state(account, 'signed-out', failure.message)
        else if (failure === null) state(account, 'ok', '')
        if (failure?.code === 'rate-limited') held.set(account, clock() + failure.afterMs)
        return
      }
      const after = onFailure(breakerOf(account), clock(), chance(), timing)
      breakers.set(account, after)
      if (after.openUntil !== null) state(account, 'unreachable', failure.message)
    },
    reset(account) {
      if (account === undefined) breakers.clear()
      else {
        breakers.delete(account)
        held.delete(account)
      }
    },
  }
}
