import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { Result } from '#core/base/result.ts'
import { UsageError } from '#main/cli/command.ts'
import type { AccountService } from '#main/services/ordering/account-service.ts'
import type { OpenOrdering } from './open-ordering.ts'
import type { OrderingAnswer, OrderingCall } from './run-ordering-command.ts'

const MOST_KEY_BYTES = 10_000

/** A key on the command line would be in the history and in the list of processes: it is read from standard input. */
const readKey = async (): Promise<string> => {
  let text = ''
  for await (const piece of process.stdin) {
    text += String(piece)
    if (text.length > MOST_KEY_BYTES) throw new UsageError('this is too long for a key')
  }
  const key = text.trim()
  if (key === '') throw new UsageError('write the key to standard input, for instance: boardproof accounts add NAME < key.txt')
  return key
}

const line = ({ name, providerName, baseUrl, state, says, who, id }: AccountShape): string =>
  [id, name, providerName, baseUrl, state, ...(who ? [who] : []), ...(says ? [says] : [])].join('  ')

const value = <T>(result: Result<T, { code: string; message: string }>): T => {
  if (!result.ok) throw new UsageError(result.error.message)
  return result.value
}

const named = async (accounts: AccountService, wanted: string | undefined): Promise<AccountShape> => {
  const all = await accounts.list()
  const found = all.filter(({ id, name }) => id === wanted || name === wanted)
  if (found.length === 1) return found[0]!
  throw new UsageError(found.length ? `"${wanted}" names several accounts; name the id` : `there is no account "${wanted ?? ''}"`)
}

export const runAccounts = async ({ positionals, provider, url }: OrderingCall, { ordering }: OpenOrdering): Promise<OrderingAnswer> => {
  const { accounts } = ordering
  const [action = 'list', wanted] = positionals
  const shown = (account: AccountShape): OrderingAnswer => ({ json: account, text: line(account), exit: account.state === 'ok' ? 0 : 1 })
  switch (action) {
    case 'list': {
      const all = await accounts.list()
      return { json: all, text: all.map(line).join('\n') || 'no accounts' }
    }
    case 'add': {
      if (!wanted) throw new UsageError('name the account: boardproof accounts add NAME')
      return shown(value(await accounts.add({ provider, name: wanted, baseUrl: url ?? null, secret: await readKey() })))
    }
    case 'sign-in': {
      const { id } = await named(accounts, wanted)
      return shown(value(await accounts.signIn(id, await readKey())))
    }
    case 'test':
      return shown(value(await accounts.test((await named(accounts, wanted)).id)))
    case 'sign-out': {
      const account = value(await accounts.signOut((await named(accounts, wanted)).id))
      return { json: account, text: line(account) }
    }
    case 'remove':
      value(accounts.remove((await named(accounts, wanted)).id))
      return { json: null, text: 'removed' }
    default:
      throw new UsageError(`unknown action "${action}"; boardproof accounts --help shows them`)
  }
}
