import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { QuoteOfferShape } from '#core/ipc/quotes.ipc.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/day.ts'
import { moneyText } from '#renderer/ui/money.ts'

const AMOUNTS = ['Board', 'Parts', 'Assembly', 'Total', 'Each'] as const

/** Offers by quantity and lead time, with what makes up the price. */
export const OfferTable = ({
  offers,
  isOpen,
  isChosen,
  onToggle,
  onChoose,
}: {
  offers: readonly QuoteOfferShape[]
  isOpen: (offer: QuoteOfferShape) => boolean
  isChosen: (offer: QuoteOfferShape) => boolean
  onToggle: (offer: QuoteOfferShape) => void
  onChoose: (offer: QuoteOfferShape) => void
}): ReactNode => (
  <table className="approve-files">
    <thead>
      <tr>
        <th scope="col">Boards</th>
        <th scope="col">Lead time</th>
        <th scope="col">Ships</th>
        {AMOUNTS.map((title) => (
          <th key={title} scope="col" className="amount">
            {title}
          </th>
        ))}
        <th scope="col">
          <span className="sr-only">Choose</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {offers.map((offer) => (
        <tr key={`${offer.quantity}/${offer.leadTimeDays}`}>
          <td className="num">
            <button type="button" className="plain-button item-title" aria-expanded={isOpen(offer)} onClick={() => onToggle(offer)}>
              {isOpen(offer) ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
              {offer.quantity}
            </button>
          </td>
          <td className="num">{offer.leadTimeDays} business days</td>
          <td className="num">{dayText(offer.shipDate)}</td>
          {[offer.board, offer.parts, offer.assembly, offer.total, offer.unit].map((amount, k) => (
            <td key={AMOUNTS[k]} className={AMOUNTS[k] === 'Total' ? 'amount num price-total' : 'amount num'}>
              {moneyText(amount, offer.currency)}
            </td>
          ))}
          <td className="line-action">
            {isChosen(offer) ? (
              <span className="chip" data-tone="clean">
                chosen
              </span>
            ) : (
              <Button size="small" onPress={() => onChoose(offer)}>
                Choose
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
