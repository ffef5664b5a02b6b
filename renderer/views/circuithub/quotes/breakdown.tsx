import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { QuoteOfferShape } from '#core/ipc/quotes.ipc.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'

/** What an offer is made of, line by line. */
export const Breakdown = ({ account, quote, offer }: { account: AccountShape; quote: number; offer: QuoteOfferShape }): ReactNode => {
  const { quantity, leadTimeDays } = offer
  const found = useAnswer('quotes.breakdown', { account: account.id, quote, quantity, leadTimeDays }, account.checkedAt)
  if (found.failure) return <PlaceFailure account={account} failure={found.failure} onAgain={found.again} />
  if (!found.value) return <p className="muted">Asking for its cost lines…</p>
  const { lines, total, currency } = found.value
  return (
    <table className="approve-files breakdown">
      <caption className="muted">
        {quantity} boards in {leadTimeDays} business days
      </caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">What</th>
          <th scope="col">Part</th>
          <th scope="col">Supplier</th>
          <th scope="col" className="amount">
            Quantity
          </th>
          <th scope="col" className="amount">
            Each
          </th>
          <th scope="col" className="amount">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, k) => (
          <tr key={`${k}:${line.description}`}>
            <td>{line.type}</td>
            <td>{line.description}</td>
            <td>
              {line.mpn && <span className="mono">{line.mpn}</span>} <span className="muted">{line.manufacturer ?? ''}</span>
            </td>
            <td>{line.supplier ?? ''}</td>
            <td className="amount num">{line.quantity.toLocaleString('en')}</td>
            <td className="amount num">{moneyText(line.unit, currency)}</td>
            <td className="amount num">{moneyText(line.total, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={6}>
            Total
          </th>
          <td className="amount num price-total">{moneyText(total, currency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
