import { isSecure, originOf } from '#core/provider/wire/address.ts'
import { allProviders } from '#core/provider/index.ts'
import { UsageError } from '#main/cli/command.ts'
import { openAddress } from '#main/providers/open-address.ts'
import type { AccountRow } from '#main/store/accounts.repo.ts'
import { oneWhere, type ProviderOptions } from './arguments.ts'
import { listLibraries } from './libraries.ts'
import { moduleNamed, withDesk, type ProviderDesk } from './provider-desk.ts'
import { pushBoard } from './push.ts'
import { listResources } from './resources.ts'
import { readSecret } from './read-secret.ts'
import { itemLine, tell, tellFailure } from './tell.ts'

type Verb = (desk: ProviderDesk, args: readonly string[], options: ProviderOptions) => Promise<number>

const list: Verb = async (desk, _args, { json }) => {
  const accounts = desk.accounts
    .list()
    .map(({ id, provider, name, baseUrl, state, who, says }) => ({ id, provider, name, baseUrl, state, who, says }))
  const providers = allProviders.map(({ id, name, defaultBaseUrl, signIn, capabilities }) => ({
    id,
    name,
    defaultBaseUrl,
    signIn: signIn.kind,
    capabilities,
  }))
  return tell(json, { accounts, providers }, [
    ...accounts.map(
      ({ provider, name, state, who, says }) =>
        `${provider.padEnd(12)}${name.padEnd(20)}${state.padEnd(12)}${who ?? ''}${says ? ` ${says}` : ''}`,
    ),
    ...(accounts.length > 0 ? [''] : ['no accounts yet', '']),
    ...providers.map(({ id, name, capabilities }) => `${id.padEnd(12)}${name}: ${capabilities.join(', ')}`),
  ])
}

const accountToSignIn = (desk: ProviderDesk, where: string, { url, name }: ProviderOptions): AccountRow => {
  const known = desk.maybeAccount(name ?? where)
  if (known) {
    if (url && url !== known.baseUrl) throw new UsageError(`the account "${known.name}" is at ${known.baseUrl}; give another one a --name`)
    return known
  }
  const module = moduleNamed(where)
  if (!module) throw new UsageError(`there is no provider or account "${where}"`)
  const baseUrl = url ?? module.defaultBaseUrl
  if (baseUrl === null) throw new UsageError(`${module.name} has no server of its own: --url names yours`)
  if (originOf(baseUrl) === null) throw new UsageError(`"${baseUrl}" is no address`)
  if (!isSecure(baseUrl)) throw new UsageError('a key only goes out encrypted: the address has to start with https://')
  return desk.service.add(module, name ?? module.name, baseUrl)
}

const signIn: Verb = async (desk, args, options) => {
  const account = accountToSignIn(desk, oneWhere(args), options)
  const module = moduleNamed(account.provider)!
  const open = async (address: string): Promise<boolean> => {
    console.error(`Sign in here: ${address}`)
    if (!options.browser) await openAddress(address)
    // Without a browser here, a person opens it elsewhere on this computer.
    return true
  }
  const fieldsFor = async (): Promise<Readonly<Record<string, string>>> => {
    switch (module.signIn.kind) {
      case 'api-key':
        return { key: await readSecret('key') }
      case 'password': {
        const first = module.signIn.fields.find((field) => field !== 'password')!
        if (!options.user) throw new UsageError(`--user names the ${first}`)
        return { [first]: options.user, password: await readSecret('password') }
      }
      default:
        return {}
    }
  }
  const who =
    module.signIn.kind === 'browser'
      ? await desk.service.signInByBrowser(account.id, open, null)
      : await desk.service.signIn(account.id, await fieldsFor(), null)
  if (!who.ok) return tellFailure(options.json, who.error)
  return tell(options.json, { account: account.id, name: account.name, provider: account.provider, who: who.value }, [
    `${account.name}: ${who.value}`,
  ])
}

const signOut: Verb = async (desk, args, { json }) => {
  const account = desk.accountFor(oneWhere(args))
  const done = await desk.service.signOut(account.id, null)
  return done.ok ? tell(json, { account: account.id }, [`${account.name}: signed out`]) : tellFailure(json, done.error)
}

const status: Verb = async (desk, args, { json, board }) => {
  const account = desk.accountFor(oneWhere(args))
  const cancel = new AbortController().signal
  if (board !== undefined) {
    const found = await desk.service.find(account.id, await desk.approvedBoard(board), cancel)
    if (!found.ok) return tellFailure(json, found.error)
    const { value } = found
    return tell(json, { board, found: value }, [
      value ? `${value.id}: ${value.state}${value.url ? ` ${value.url}` : ''}` : 'it never arrived there',
    ])
  }
  const items = await desk.service.productionOf(account.id, cancel)
  if (!items.ok) return tellFailure(json, items.error)
  return tell(
    json,
    { account: account.id, items: items.value },
    items.value.length > 0 ? items.value.map(itemLine) : ['nothing in production'],
  )
}

/** What `boardproof providers` can do. */
export const VERBS = {
  list,
  'sign-in': signIn,
  'sign-out': signOut,
  push: pushBoard,
  status,
  libraries: listLibraries,
  resources: listResources,
} satisfies Readonly<Record<string, Verb>>

/** Runs one of them on a data folder. @returns the exit code */
export const runProviders = (verb: keyof typeof VERBS, args: readonly string[], options: ProviderOptions): Promise<number> =>
  withDesk(options.data, (desk) => VERBS[verb](desk, args, options))
