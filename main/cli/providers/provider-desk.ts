import { allProviders } from '#core/provider/index.ts'
import type { ProviderModule } from '#core/provider/provider.ts'
import { UsageError } from '#main/cli/command.ts'
import { withOrdering, type OpenOrdering } from '#main/cli/ordering/open-ordering.ts'
import { approvedSource } from '#main/providers/approved-source.ts'
import type { PushSource } from '#main/providers/pushed-board.ts'
import { providerService, type ProviderService } from '#main/providers/provider-service.ts'
import type { AccountRow, AccountsRepo } from '#main/store/accounts.repo.ts'
import type { Store } from '#main/store/store.ts'

/** Accounts of a data folder and what can be done with them, for the command line. */
export interface ProviderDesk {
  readonly accounts: AccountsRepo
  readonly service: ProviderService
  /** @returns the account that is meant by a name, an id or a provider. @throws UsageError when none or several are */
  accountFor(where: string): AccountRow
  /** @returns the account that is meant, else null; several are a wrong call */
  maybeAccount(where: string): AccountRow | null
  /** The newest approval of a board by its name or id. @throws UsageError when there is none, or it is not up to date */
  approvedBoard(board: string): Promise<PushSource>
}

export const moduleNamed = (name: string): ProviderModule | null => allProviders.find(({ id }) => id === name) ?? null

const boardIds = (store: Store, wanted: string): readonly string[] => {
  const all = { text: '', verdicts: [], approvals: [], deleted: false, offset: 0, limit: 200 }
  const { boards } = store.library.list({ ...all, sort: 'active', descending: true })
  return boards.filter(({ id, name }) => id === wanted || name === wanted).map(({ id }) => id)
}

const deskOf = ({ ordering, store }: OpenOrdering): ProviderDesk => {
  const { accounts } = ordering.reach
  const maybeAccount = (where: string): AccountRow | null => {
    const all = accounts.list()
    const exact = all.filter(({ id, name }) => id === where || name === where)
    const found = exact.length > 0 ? exact : all.filter(({ provider }) => provider === where)
    if (found.length > 1) throw new UsageError(`"${where}" means several accounts: ${found.map(({ name }) => name).join(', ')}`)
    return found[0] ?? null
  }
  return {
    accounts,
    service: providerService(ordering.reach),
    maybeAccount,
    accountFor(where) {
      const account = maybeAccount(where)
      if (!account) throw new UsageError(`there is no account "${where}"; boardproof providers sign-in adds one`)
      return account
    },
    async approvedBoard(wanted) {
      const ids = boardIds(store, wanted)
      if (ids.length === 0) throw new UsageError(`there is no board "${wanted}"`)
      if (ids.length > 1) throw new UsageError(`"${wanted}" means several boards; use an id: ${ids.join(', ')}`)
      const source = await approvedSource(ordering.approved, ids[0]!)
      if (!source.ok) throw new UsageError(`${wanted}: ${source.error.message}`)
      return source.value
    },
  }
}

/** Opens the accounts of a data folder for one command. @throws UsageError when the folder cannot be used */
export const withDesk = <T>(data: string | undefined, work: (desk: ProviderDesk) => Promise<T>): Promise<T> =>
  withOrdering(data, (open) => work(deskOf(open)))
