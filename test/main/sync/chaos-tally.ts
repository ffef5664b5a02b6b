import { referenceIn } from '#core/provider/asap/map.ts'
import { referenceOf } from '#core/sync/message.ts'
import type { ContractState } from '#test/support/asap/contract-state.ts'
import type { Sender } from './support.ts'

export interface Tally {
  readonly intents: number
  readonly exactlyOne: number
  readonly none: number
  readonly several: number
  /** Orders at the server that no intent of ours asked for. */
  readonly foreign: number
  /** Orders that the store does not know as the server does. */
  readonly wrongInStore: number
  /** Drafts left behind unordered: harmless. */
  readonly strayDrafts: number
}

/** Counts on both sides what became of every approved intent. */
export const tally = (sender: Sender, state: ContractState, ids: readonly string[]): Tally => {
  const orders = new Map<string, string[]>()
  let foreign = 0
  const references = new Map(ids.map((id) => [referenceOf(sender.outbox.find(id)!), id]))
  for (const order of state.orders.values()) {
    const reference = referenceIn(order.intentId === null ? null : state.intent(order.intentId).notes)
    const id = reference === null ? undefined : references.get(reference)
    if (id === undefined) foreign++
    else orders.set(id, [...(orders.get(id) ?? []), order.order_id])
  }
  const counts = ids.map((id) => orders.get(id)?.length ?? 0)
  return {
    intents: ids.length,
    exactlyOne: counts.filter((n) => n === 1).length,
    none: counts.filter((n) => n === 0).length,
    several: counts.filter((n) => n > 1).length,
    foreign,
    wrongInStore: ids.filter((id) => sender.orders.find(id)?.order.orderId !== orders.get(id)?.[0]).length,
    strayDrafts: [...state.intents.values()].filter(({ status }) => status === 'draft').length,
  }
}
