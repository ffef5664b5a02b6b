import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { INVOICE_STATES, type InvoiceShape } from '#core/ipc/billing.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { savePdf } from '#renderer/bridge/save-pdf.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { dayText } from '#renderer/ui/day.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { PeriodFields, type Period } from '#renderer/ui/period-fields.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { BillingPart, CURRENCY } from './billing-part.tsx'

const ANY = 'any'
type Wanted = typeof ANY | (typeof INVOICE_STATES)[number]

/** The provider's own words, without its underscores. */
const words = (state: string): string => state.replaceAll('_', ' ')

const InvoiceRow = ({ invoice, onSave }: { invoice: InvoiceShape; onSave: () => void }): ReactNode => (
  <tr>
    <td>
      {invoice.name} <span className="muted">{words(invoice.type)}</span>
      <div className="muted">{invoice.description}</div>
    </td>
    <td className="num">{invoice.order}</td>
    <td className="num">{dayText(invoice.date)}</td>
    <td className="num">{dayText(invoice.due)}</td>
    <td>{words(invoice.status)}</td>
    <td className="amount num" title={`${moneyText(invoice.net, CURRENCY)} and ${moneyText(invoice.tax, CURRENCY)} tax`}>
      {moneyText(invoice.total, CURRENCY)}
    </td>
    <td className="amount num">{invoice.unpaid > 0 ? <b>{moneyText(invoice.unpaid, CURRENCY)}</b> : 'paid'}</td>
    <td className="line-action">
      <IconButton label={`Save ${invoice.name} as PDF`} onPress={onSave}>
        <Download size={15} />
      </IconButton>
    </td>
  </tr>
)

/** Invoices of a workspace, each to be saved as a PDF. */
export const Invoices = ({ account, workspace }: { account: AccountShape; workspace: string }): ReactNode => {
  const { backend } = useParts()
  const notify = useApp((s) => s.notify)
  const [status, setStatus] = useState<Wanted>(ANY)
  const [period, setPeriod] = useState<Period>({ from: '', to: '' })
  const invoices = useAnswer(
    'billing.invoices',
    { account: account.id, workspace, status: status === ANY ? null : status, from: period.from || null, to: period.to || null },
    account.checkedAt,
  )
  const save = async (invoice: InvoiceShape): Promise<void> => {
    const reply = await backend.ask('billing.invoicePdf', { account: account.id, workspace, invoice: invoice.id })
    if (!reply.ok) return notify('error', `${invoice.name} was not saved.`, reply.error.message)
    savePdf(reply.value)
    notify('success', `Saved ${reply.value.fileName}.`)
  }
  return (
    <BillingPart title="Invoices" account={account} answer={invoices}>
      {(rows) => (
        <>
          <div className="push-places">
            <Choice
              label="Show"
              value={status}
              options={[{ id: ANY, name: 'All' }, ...INVOICE_STATES.map((id) => ({ id, name: words(id) }))]}
              onChange={setStatus}
            />
            <PeriodFields period={period} onChange={setPeriod} />
          </div>
          {rows.length === 0 ? (
            <p className="muted">No invoice of this kind.</p>
          ) : (
            <table className="approve-files">
              <thead>
                <tr>
                  <th scope="col">Invoice</th>
                  <th scope="col">Order</th>
                  <th scope="col">Date</th>
                  <th scope="col">Due</th>
                  <th scope="col">State</th>
                  <th scope="col" className="amount">
                    Total
                  </th>
                  <th scope="col" className="amount">
                    Unpaid
                  </th>
                  <th scope="col">
                    <span className="sr-only">Save</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((invoice) => (
                  <InvoiceRow key={invoice.id} invoice={invoice} onSave={() => void save(invoice)} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </BillingPart>
  )
}
