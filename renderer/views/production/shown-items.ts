import { productionStateShape } from '#core/ipc/providers.ipc.ts'
import type { ProductionState } from '#core/provider/provider.ts'
import type { ProductionFilter, ProductionGroup } from '#renderer/state/slices/production.slice.ts'

/** An item with the account that it is at. */
export interface ShownItem {
  readonly key: string
  readonly group: ProductionGroup
  readonly item: ProductionGroup['items'][number]
}

/** The vocabulary that all providers share, in the order of an order's life. */
export const STATES: readonly ProductionState[] = productionStateShape.options

export const stateName = (state: ProductionState): string => state.replace('-', ' ')

export const kindName = (kind: string): string => (kind === 'event' ? 'change' : kind.replace('-', ' '))

const timeOf = ({ item }: ShownItem): number => {
  const time = Date.parse(item.changedAt ?? '')
  return Number.isNaN(time) ? -Infinity : time
}

const holds = ({ group, item }: ShownItem, words: readonly string[]): boolean => {
  const tracking = item.tracking.map(({ carrier, number }) => `${carrier ?? ''} ${number}`).join(' ')
  const text =
    `${item.title} ${item.kind} ${stateName(item.state)} ${item.original} ${item.id} ${group.accountName} ${tracking}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** @returns the items of all accounts that the filter lets through, newest first; those without a time last */
export const shownItems = (groups: readonly ProductionGroup[], { account, state, words }: ProductionFilter): readonly ShownItem[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .filter((group) => account === null || group.account === account)
    .flatMap((group) => group.items.map((item) => ({ key: `${group.account} ${item.kind} ${item.id}`, group, item })))
    .filter((shown) => (state === null || shown.item.state === state) && holds(shown, wanted))
    .toSorted((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(b) - timeOf(a)))
}
