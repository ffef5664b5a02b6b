import type { ReactNode } from 'react'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { dayText } from '#renderer/ui/day.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { CURRENCY } from './billing-part.tsx'

/** Payments with what each was for. */
export const Payments = ({ payments }: { payments: AskOutput<'billing.payments'> }): ReactNode =>
  payments.length === 0 ? (
    <p className="muted">No payment yet.</p>
  ) : (
    <table className="approve-files">
      <thead>
        <tr>
          <th scope="col">Payment</th>
          <th scope="col">Date</th>
          <th scope="col">By</th>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col" className="amount">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map(({ id, name, date, method, invoices, orders, status, amount }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="num">{dayText(date)}</td>
            <td>{method}</td>
            <td>{[...invoices, ...orders].join(', ')}</td>
            <td>{status}</td>
            <td className="amount num">{moneyText(amount, CURRENCY)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

/** Cards and terms; which one is used. */
export const Methods = ({ methods }: { methods: AskOutput<'billing.methods'> }): ReactNode =>
  methods.length === 0 ? (
    <p className="muted">No payment method is set up.</p>
  ) : (
    <ul className="approve-list">
      {methods.map(({ id, type, says, isDefault }) => (
        <li key={id}>
          {says} <span className="muted">{type.replaceAll('_', ' ')}</span>
          {isDefault && (
            <span className="chip" data-tone="note">
              default
            </span>
          )}
        </li>
      ))}
    </ul>
  )
