import { err, ok, type Result } from '#core/base/result.ts'
import { allProviders } from '#core/provider/index.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { ProductionItem, Provider, ProviderAccount, ProviderModule, PushedReference } from '#core/provider/provider.ts'
import type { HttpOut } from '#main/provider/http-out.ts'
import type { SecretStore } from '#main/secrets/secret-store.ts'
import type { AccountRow, AccountsRepo } from '#main/store/accounts.repo.ts'
import { secretName, type Connections } from '#main/sync/connections.ts'
import { loopbackSignIn } from './loopback-sign-in.ts'
import { pushedBoard, type PushSource } from './pushed-board.ts'
import { typedProvider, type TypedProviders } from './typed-provider.ts'

export type ServiceFailure =
  ProviderFailure | { readonly code: 'gone' | 'timed-out' | 'no-browser' | 'other-provider'; readonly message: string }
type Reply<T> = Promise<Result<T, ServiceFailure>>

/** What one account says of its production; `failure` where it could not be asked. */
export interface AccountProduction {
  readonly account: AccountRow
  readonly items: readonly ProductionItem[]
  readonly failure: ServiceFailure | null
}

/** Signing in, sending and following at every provider, beside the queue for orders. */
export interface ProviderService {
  /** @returns the account, null when it is gone */
  account(id: string): AccountRow | null
  /** Adds an account; nothing is asked yet. `baseUrl` null = the provider's own. */
  add(module: ProviderModule, name: string, baseUrl: string): AccountRow
  /** Signs in with what the provider wants to have filled in. @returns whose account it is */
  signIn(id: string, fields: Readonly<Record<string, string>>, cancel: Cancel | null): Reply<string>
  /** Signs in by the browser: `open` gets the address. @returns whose account it is */
  signInByBrowser(id: string, open: (address: string) => Promise<boolean>, cancel: Cancel | null): Reply<string>
  /** Forgets the secret, after telling the server where it wants to know. */
  signOut(id: string, cancel: Cancel | null): Reply<null>
  /** A call was answered with the wish to sign in: keeps that, so that the account shows it. */
  signedOut(id: string, message: string): void
  /** A call was answered well: an account that was shown as out of reach or signed out is not any more. */
  works(id: string): void
  /** Proves that the account works, and keeps what came of it. @returns whose account it is */
  test(id: string, cancel: Cancel): Reply<string>
  /** Sends a package; again with the same approval finds what was sent before. */
  push(
    id: string,
    source: PushSource,
    options: Readonly<Record<string, unknown>>,
    cancel: Cancel,
    onProgress?: (sent: number, total: number) => void,
  ): Reply<PushedReference>
  /** Looks for what was sent. @returns null when it never arrived */
  find(id: string, source: PushSource, cancel: Cancel): Reply<PushedReference | null>
  /** Orders, runs and shipments of one account, newest first. */
  productionOf(id: string, cancel: Cancel): Reply<readonly ProductionItem[]>
  /** Every account's production, in the order of the accounts; one that cannot be asked does not keep the others. */
  production(cancel: Cancel): Promise<readonly AccountProduction[]>
  /** The provider's own client. @fails `other-provider` when the account is at another one */
  typed<I extends keyof TypedProviders>(id: string, provider: I): Result<TypedProviders[I], ServiceFailure>
}

export interface ProviderServiceParts {
  readonly accounts: AccountsRepo
  readonly secrets: SecretStore
  readonly connections: Connections
  readonly http: HttpOut
  readonly clock: () => number
  readonly onChange: () => void
}

const GONE = { code: 'gone', message: 'There is no such account any more.' } as const

const stateOf = (failure: ProviderFailure): AccountRow['state'] => {
  if (failure.code === 'signed-out') return 'signed-out'
  return failure.code === 'rejected' || failure.code === 'not-offered' ? 'refused' : 'unreachable'
}

export const providerService = (parts: ProviderServiceParts): ProviderService => {
  const { accounts, secrets, connections, http, clock, onChange } = parts
  const there = (id: string): AccountRow | null => accounts.list().find((row) => row.id === id) ?? null
  const moduleOf = (row: AccountRow): ProviderModule | null => allProviders.find(({ id }) => id === row.provider) ?? null
  const connected = (id: string): Provider | null => (there(id) ? connections.connect(id) : null)

  /** For the moments of signing in and out, when there is no connection. */
  const bareAccount = (row: AccountRow): ProviderAccount => ({
    baseUrl: row.baseUrl,
    async secret() {
      const found = await secrets.get(secretName(row.id))
      return found.ok ? found.value : null
    },
    renew: (secret) => secrets.set(secretName(row.id), secret),
    http,
    clock,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
  })

  const test = async (id: string, cancel: Cancel): Reply<string> => {
    const provider = connected(id)
    if (!provider) return err(GONE)
    const who = await provider.whoAmI(cancel)
    if (who.ok) accounts.setState(id, 'ok', '', who.value)
    else if (who.error.code !== 'cancelled') accounts.setState(id, stateOf(who.error), who.error.message)
    onChange()
    return who
  }
  const productionOf = async (id: string, cancel: Cancel): Reply<readonly ProductionItem[]> => {
    const provider = connected(id)
    return provider ? provider.production(cancel) : err(GONE)
  }
  const keep = async (id: string, secret: string, cancel: Cancel | null): Reply<string> => {
    await secrets.set(secretName(id), secret)
    connections.drop(id)
    return test(id, cancel ?? new AbortController().signal)
  }

  return {
    account: there,
    add: ({ id }, name, baseUrl) => accounts.add({ provider: id, name, baseUrl }),
    async signIn(id, fields, cancel) {
      const row = there(id)
      const module = row && moduleOf(row)
      if (!row || !module) return err(GONE)
      if (module.signIn.kind === 'none') return test(id, cancel ?? new AbortController().signal)
      const typed = fields['key'] ?? fields['token'] ?? ''
      const secret = module.exchange ? await module.exchange(bareAccount(row), fields, cancel) : ok(typed)
      return secret.ok ? keep(id, secret.value, cancel) : secret
    },
    async signInByBrowser(id, open, cancel) {
      const row = there(id)
      const module = row && moduleOf(row)
      if (!row || !module) return err(GONE)
      const { signInAddress } = module
      if (!signInAddress) return err({ code: 'not-offered', message: `${module.name} does not sign in by the browser.` })
      const token = await loopbackSignIn({ providerName: module.name, addressFor: (uri) => signInAddress(row.baseUrl, uri), open, cancel })
      return token.ok ? keep(id, token.value, cancel) : token
    },
    async signOut(id, cancel) {
      const row = there(id)
      const module = row && moduleOf(row)
      if (!row || !module) return err(GONE)
      // Whatever the server says: from here on the secret is not used any more.
      await module.signOut?.(bareAccount(row), cancel)
      secrets.forget(secretName(id))
      connections.drop(id)
      accounts.setState(id, 'signed-out', 'Signed out.')
      onChange()
      return ok(null)
    },
    works(id) {
      const row = there(id)
      if (!row || row.state === 'ok') return
      accounts.setState(id, 'ok', '')
      onChange()
    },
    signedOut(id, message) {
      const row = there(id)
      if (!row || row.state === 'signed-out') return
      accounts.setState(id, 'signed-out', message)
      onChange()
    },
    test,
    async push(id, source, options, cancel, onProgress) {
      const provider = connected(id)
      if (!provider) return err(GONE)
      return provider.push(await pushedBoard(source, id, options), cancel, onProgress)
    },
    async find(id, source, cancel) {
      const provider = connected(id)
      return provider ? provider.find(await pushedBoard(source, id, {}), cancel) : err(GONE)
    },
    productionOf,
    production: (cancel) =>
      Promise.all(
        accounts.list().map(async (account) => {
          const items = await productionOf(account.id, cancel)
          return items.ok ? { account, items: items.value, failure: null } : { account, items: [], failure: items.error }
        }),
      ),
    typed(id, provider) {
      const found = connected(id)
      if (!found) return err(GONE)
      const typed = typedProvider(found, provider)
      return typed ? ok(typed) : err({ code: 'other-provider', message: `This account is not at ${provider}.` })
    },
  }
}
