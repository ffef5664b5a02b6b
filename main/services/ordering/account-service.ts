import { err, ok, type Result } from '#core/base/result.ts'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { allProviders } from '#core/provider/index.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import { isSecure, originOf } from '#core/provider/wire/address.ts'
import type { SecretStore } from '#main/secrets/secret-store.ts'
import type { AccountRow, AccountsRepo } from '#main/store/accounts.repo.ts'
import type { OutboxRepo } from '#main/store/outbox.repo.ts'
import { secretName, type Connections } from '#main/sync/connections.ts'
import type { SyncEngine } from '#main/sync/sync-engine.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }
type AddressFailure = Failure<'bad-address' | 'insecure-address'>
const gone = { code: 'gone', message: 'There is no such account any more.' } as const

export interface AccountService {
  list(): Promise<AccountShape[]>
  add(wanted: {
    readonly provider: string
    readonly name: string
    readonly baseUrl: string | null
    readonly secret: string | null
  }): Promise<Result<AccountShape, Failure<'no-such-provider'> | AddressFailure>>
  change(
    id: string,
    change: { readonly name: string; readonly baseUrl: string; readonly syncsApproved: boolean },
  ): Promise<Result<AccountShape, Failure<'gone'> | AddressFailure>>
  signIn(id: string, secret: string): Promise<Result<AccountShape, Failure<'gone'>>>
  test(id: string): Promise<Result<AccountShape, Failure<'gone'>>>
  signOut(id: string): Promise<Result<AccountShape, Failure<'gone'>>>
  remove(id: string): Result<null, Failure<'gone' | 'in-use'>>
}

export interface AccountParts {
  readonly accounts: AccountsRepo
  readonly outbox: OutboxRepo
  readonly secrets: SecretStore
  readonly connections: Connections
  readonly engine: SyncEngine
  readonly now: () => number
  readonly clock: () => number
  readonly onChange: () => void
}

const addressProblem = (address: string): AddressFailure | null => {
  if (originOf(address) === null) return { code: 'bad-address', message: 'An address starts with https:// and names a server.' }
  if (!isSecure(address)) return { code: 'insecure-address', message: 'A key only goes out encrypted: the address has to start with https://, except on this computer.' } // prettier-ignore
  return null
}

const standing = (failure: ProviderFailure): AccountRow['state'] => {
  if (failure.code === 'signed-out') return 'signed-out'
  return failure.code === 'rejected' || failure.code === 'not-offered' ? 'refused' : 'unreachable'
}

/** Accounts at providers. Their secrets go into the secret store and never come out of here again. */
export const accountService = (parts: AccountParts): AccountService => {
  const { accounts, outbox, secrets, connections, engine, now, clock, onChange } = parts

  const shapeOf = async (row: AccountRow): Promise<AccountShape> => {
    const module = allProviders.find(({ id }) => id === row.provider)
    const secret = await secrets.get(secretName(row.id))
    const wait = engine.gate.opensAt(row.id) - clock()
    return {
      ...row,
      providerName: module?.name ?? row.provider,
      hasSecret: secret.ok && secret.value !== null,
      heldUntil: wait > 0 && Number.isFinite(wait) ? now() + wait : null,
      capabilities: [...(module?.capabilities ?? [])],
    }
  }
  const there = (id: string): AccountRow | null => accounts.list().find((row) => row.id === id) ?? null

  const test = async (id: string): Promise<Result<AccountShape, Failure<'gone'>>> => {
    const provider = there(id) && connections.connect(id)
    if (!provider) return err(gone)
    const who = await provider.whoAmI(AbortSignal.timeout(30_000))
    if (who.ok) accounts.setState(id, 'ok', '', who.value)
    else accounts.setState(id, standing(who.error), who.error.message)
    if (who.ok) {
      outbox.resumeAccount(id)
      engine.gate.reset(id)
      engine.nudge()
    }
    onChange()
    const row = there(id)
    return row ? ok(await shapeOf(row)) : err(gone)
  }

  return {
    list: () => Promise.all(accounts.list().map(shapeOf)),
    async add({ provider, name, baseUrl, secret }) {
      const module = allProviders.find(({ id }) => id === provider)
      const address = (baseUrl ?? module?.defaultBaseUrl ?? '').trim()
      if (!module) return err({ code: 'no-such-provider', message: `There is no provider "${provider}".` })
      const problem = addressProblem(address)
      if (problem) return err(problem)
      const row = accounts.add({ provider: module.id, name, baseUrl: address })
      if (secret !== null) await secrets.set(secretName(row.id), secret.trim())
      const tested = await test(row.id)
      return tested.ok ? tested : ok(await shapeOf(row))
    },
    async change(id, change) {
      const before = there(id)
      if (!before) return err(gone)
      const problem = addressProblem(change.baseUrl)
      if (problem) return err(problem)
      // A key is meant for one server: at another one it is asked for again.
      if (originOf(change.baseUrl) !== originOf(before.baseUrl)) secrets.forget(secretName(id))
      accounts.change(id, change)
      connections.drop(id)
      onChange()
      return ok(await shapeOf(there(id)!))
    },
    async signIn(id, secret) {
      if (!there(id)) return err(gone)
      await secrets.set(secretName(id), secret.trim())
      return test(id)
    },
    test,
    async signOut(id) {
      if (!there(id)) return err(gone)
      secrets.forget(secretName(id))
      accounts.setState(id, 'signed-out', 'Signed out.')
      onChange()
      return ok(await shapeOf(there(id)!))
    },
    remove(id) {
      if (!there(id)) return err(gone)
      if (!accounts.remove(id)) return err({ code: 'in-use', message: 'Messages are queued for this account. Cancel them first.' })
      secrets.forget(secretName(id))
      connections.drop(id)
      onChange()
      return ok(null)
    },
  }
}
