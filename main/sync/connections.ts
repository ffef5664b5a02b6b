import { allProviders } from '#core/provider/index.ts'
import type { Provider } from '#core/provider/provider.ts'
import type { HttpOut } from '#main/provider/http-out.ts'
import type { SecretStore } from '#main/secrets/secret-store.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'

export interface Connections {
  /** @returns the provider of an account, null when the account or its provider is gone */
  connect(accountId: string): Provider | null
  /** The account's address or name changed: connect anew. */
  drop(accountId: string): void
  /** The server's clock minus ours, ms; 0 while it is not known. */
  clockAhead(accountId: string): number
  /** Nothing more may be sent before (monotonic ms); 0 = at once. */
  allowedFrom(accountId: string): number
}

/** Under which name an account's secret is kept. */
export const secretName = (accountId: string): string => `account.${accountId}`

/** The Date header has whole seconds, and the way takes time: less is no difference. */
const SAME_CLOCK_MS = 5000

export const connections = (parts: {
  readonly accounts: AccountsRepo
  readonly secrets: SecretStore
  readonly http: HttpOut
  readonly now: () => number
  readonly clock: () => number
}): Connections => {
  const { accounts, secrets, http, now, clock } = parts
  const connected = new Map<string, Provider>()
  const ahead = new Map<string, number>()
  const allowed = new Map<string, number>()

  const clockAhead = (id: string): number => {
    const known = ahead.get(id) ?? accounts.find(id)?.clockAheadMs ?? 0
    ahead.set(id, known)
    return known
  }
  const observe = (id: string, serverTime: number | null, allowanceInMs: number | null): void => {
    if (allowanceInMs !== null) allowed.set(id, clock() + allowanceInMs)
    if (serverTime === null) return
    const measured = serverTime - now()
    const found = Math.abs(measured) < SAME_CLOCK_MS ? 0 : measured
    const before = ahead.get(id) ?? accounts.find(id)?.clockAheadMs ?? null
    if (before !== null && Math.abs(found - before) < SAME_CLOCK_MS) return
    ahead.set(id, found)
    accounts.setClock(id, found)
  }
  return {
    connect(accountId) {
      const known = connected.get(accountId)
      if (known) return known
      const account = accounts.find(accountId)
      const module = allProviders.find(({ id }) => id === account?.provider)
      if (!account || !module) return null
      const provider = module.connect({
        baseUrl: account.baseUrl,
        async secret() {
          const found = await secrets.get(secretName(accountId))
          return found.ok ? found.value : null
        },
        renew: (secret) => secrets.set(secretName(accountId), secret),
        http,
        clock,
        locale: Intl.DateTimeFormat().resolvedOptions().locale,
        observe: ({ serverTime, allowanceInMs }) => observe(accountId, serverTime, allowanceInMs),
      })
      connected.set(accountId, provider)
      return provider
    },
    drop: (accountId) => void connected.delete(accountId),
    clockAhead,
    allowedFrom: (accountId) => allowed.get(accountId) ?? 0,
  }
}
