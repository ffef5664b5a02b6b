import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { ProviderCapability, ProviderId } from '#core/provider/provider.ts'

/** A screen of an account's sheet, one for each thing that a provider may be able to do. */
export interface AccountPlace {
  readonly id: string
  /** On its tab, and on the account's row in the list of accounts. */
  readonly title: string
  /** What the account must be able to do; where it can't, the place is not offered. */
  readonly needs: ProviderCapability
  /** Providers that the screen is made for; left out = all. */
  readonly providers?: readonly ProviderId[]
  /** The approved board goes there: what leads to it, with the account's name. */
  readonly offer?: (account: string) => string
  readonly Screen: (props: { readonly account: AccountShape }) => ReactNode
}

/** @returns the places that an account offers, in the order of the list */
export const placesOf = (places: readonly AccountPlace[], account: AccountShape): readonly AccountPlace[] =>
  places.filter(({ needs, providers }) => account.capabilities.includes(needs) && (providers?.includes(account.provider) ?? true))

/** @returns for each account that takes the approved board: where it does, and what leads there */
export const takersOf = (
  places: readonly AccountPlace[],
  accounts: readonly AccountShape[],
): readonly { readonly account: AccountShape; readonly place: string; readonly says: string }[] =>
  accounts.flatMap((account) => {
    const taking = placesOf(places, account).find(({ offer }) => offer)
    return taking?.offer ? [{ account, place: taking.id, says: taking.offer(account.name) }] : []
  })
