import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AppState } from '#renderer/state/app-state.ts'
import { Button } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { moneyText } from '#renderer/ui/money.ts'

/** @returns what the order commits to, in one sentence: "Order 10 boards, USD 217.00" */
export const commitment = ({
  offer,
  orderForm,
  ceiling,
  orderDraft,
}: Pick<AppState, 'offer' | 'orderForm' | 'ceiling' | 'orderDraft'>): string => {
  const boards = counted(orderForm?.quantity ?? 0, 'board')
  if (offer) return `Order ${boards}, ${moneyText(offer.pricing.total, offer.pricing.currency)}`
  return ceiling ? `Queue order of ${boards}, up to ${moneyText(ceiling, orderDraft?.ceiling?.currency ?? 'USD')}` : `Order ${boards}`
}

/** @returns whether an order can be placed as it stands, live price or queued */
export const canOrder = (s: Pick<AppState, 'offer' | 'orderCheck' | 'orderAccount' | 'ceiling'>): boolean =>
  s.orderAccount !== null &&
  s.orderCheck !== null &&
  s.orderCheck.problems.length === 0 &&
  // Without a live price the size and the price are compared when there is one.
  s.orderCheck.gate.every((line) => line.ok || (!s.offer && (line.id === 'size' || line.id === 'price'))) &&
  (s.offer ? s.offer.canBeOrdered : (s.ceiling ?? 0) > 0)

/** The one button; without a price it asks for one first. */
export const OrderButton = (): ReactNode => {
  const offer = useApp((s) => s.offer)
  const pricing = useApp((s) => s.pricing)
  const price = useApp((s) => s.priceOrder)
  const confirm = useApp((s) => s.confirmOrder)
  const text = useApp(commitment)
  const isReady = useApp(canOrder)
  const account = useApp((s) => s.orderAccount)
  const hasProblems = useApp((s) => (s.orderCheck?.problems.length ?? 0) > 0)
  return (
    <div className="card-actions">
      {offer ? (
        <Button kind="primary" size="large" isDisabled={!isReady} onPress={() => confirm(true)}>
          {text}
        </Button>
      ) : (
        <Button kind="primary" size="large" isDisabled={!account || pricing || hasProblems} onPress={() => void price()}>
          {pricing ? 'Asking for a price…' : 'Get price'}
        </Button>
      )}
      {offer ? (
        <Button size="large" kind="plain" isDisabled={pricing} onPress={() => void price()}>
          Ask again
        </Button>
      ) : (
        <Button size="large" kind="plain" isDisabled={!isReady} onPress={() => confirm(true)}>
          {text}
        </Button>
      )}
    </div>
  )
}
