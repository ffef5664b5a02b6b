import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { moneyText } from '#renderer/ui/money.ts'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { timeText } from '../review/notes.tsx'

/** The live price with its parts, or the limit for an order without one. */
export const OfferPanel = (): ReactNode => {
  const offer = useApp((s) => s.offer)
  const ceiling = useApp((s) => s.ceiling)
  const setCeiling = useApp((s) => s.setCeiling)
  const last = useApp((s) => s.orderDraft?.last ?? null)
  if (!offer) {
    return (
      <section className="approve-part" aria-label="Price">
        <h3>Price</h3>
        <TextInput
          label="Without a live price: order up to, in the account's currency"
          type="number"
          min={0}
          value={ceiling === null ? '' : String(ceiling)}
          onChange={(text) => setCeiling(Number(text) > 0 ? Number(text) : null)}
          note={
            last ? `last time ${moneyText(last.total, last.currency)} for ${last.quantity}` : 'queued, and sent when the price is within it'
          }
        />
      </section>
    )
  }
  const { pricing, leadTime, obstacles, warnings, expiresAt } = offer
  const parts: readonly (readonly [string, number])[] =
    offer.lines.length > 0
      ? offer.lines.map(({ label, amount }) => [label, amount] as const)
      : [
          ['Set-up', pricing.setupFee],
          [`${pricing.quantity} boards`, pricing.subtotal],
          ['Expedite', pricing.expediteFee],
          ['Shipping', pricing.shipping],
        ]
  return (
    <section className="approve-part" aria-label="Price">
      <h3>Price</h3>
      <dl className="fact-rows price-rows">
        {parts.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{moneyText(amount, pricing.currency)}</dd>
          </div>
        ))}
        <div className="price-total">
          <dt>Total</dt>
          <dd className="num">{moneyText(pricing.total, pricing.currency)}</dd>
        </div>
      </dl>
      <p className="muted num">
        {leadTime.days} days, ships {leadTime.shipDate} · holds until {timeText(expiresAt)}
      </p>
      {[...obstacles, ...warnings].map((text) => (
        <p key={text} className="tone-warning">
          {text}
        </p>
      ))}
    </section>
  )
}
