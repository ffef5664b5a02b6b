import type { ReactNode } from 'react'
import type { ProductionItemShape } from '#core/ipc/providers.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { dayText } from '#renderer/ui/day.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useAnswer } from '../account/use-answer.ts'

/** An order at CircuitHub, with its states in CircuitHub's own words. */
export const OrderDetail = ({ account: id, item }: { account: string; item: ProductionItemShape }): ReactNode => {
  const account = useApp((s) => s.accounts.find((each) => each.id === id))
  const order = useAnswer('orders.remote', { account: id, order: Number(item.id) }, account?.checkedAt)
  if (order.failure && account) return <PlaceFailure account={account} failure={order.failure} onAgain={order.again} />
  if (!order.value) return <p className="muted">Asking…</p>
  const { value } = order
  const facts: readonly (readonly [string, string | null])[] = [
    ['Order', `${value.name}, ${value.urn}`],
    ['State', value.status],
    ['Payment', value.paymentStatus],
    ['Value', moneyText(value.value, 'USD')],
    ['Boards', `${value.quantity} of ${value.project.name}, revision ${value.project.revision}`],
    ['Purchase order', value.poNumber],
    ['Ordered', dayText(value.createdAt)],
    ['Shipping, as quoted', dayText(value.quotedShipping)],
    ['Shipping, expected', value.estimatedShipping && dayText(value.estimatedShipping)],
    ['Shipped', value.shipped && dayText(value.shipped)],
    ['Tracking', value.tracking && `${value.service ?? ''} ${value.tracking}`.trim()],
  ]
  return (
    <dl className="fact-rows order-facts">
      {facts.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{text}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
