import type { ReactNode } from 'react'
import type { ProviderId } from '#core/provider/provider.ts'
import type { ProductionItemShape } from '#core/ipc/providers.ipc.ts'
import { OrderDetail } from '../circuithub/order-detail.tsx'

export interface ItemDetail {
  /** Kinds of item that it is about. */
  readonly kinds: readonly ProductionItemShape['kind'][]
  readonly Detail: (props: { readonly account: string; readonly item: ProductionItemShape }) => ReactNode
}

/** What an item of production unfolds to, by provider; one that is not here has only its line. */
export const itemDetails: Readonly<Partial<Record<ProviderId, ItemDetail>>> = {
  circuithub: { kinds: ['order'], Detail: OrderDetail },
}
