import { ok } from '#core/base/result.ts'
import type { billingCalls, InvoiceShape } from '#core/ipc/billing.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { BillingClient } from '#core/provider/circuithub/billing.ts'
import type { Answer } from '#core/provider/provider.ts'
import { circuithubAsking } from '#main/providers/circuithub-asking.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'

type Invoice = Extract<Awaited<ReturnType<BillingClient['invoices']>>, { ok: true }>['value'][number]

const invoiceShape = (invoice: Invoice): InvoiceShape => ({
  id: invoice.id,
  name: invoice.name,
  type: invoice.type,
  status: invoice.status,
  order: invoice.orderId,
  date: invoice.transactionDate,
  due: invoice.dueDate,
  net: invoice.totalNoTax,
  tax: invoice.tax,
  total: invoice.total,
  paid: invoice.amountPaid,
  unpaid: invoice.amountUnpaid,
  description: invoice.description,
})

const pdfOf =
  (fileName: string) =>
  (bytes: Uint8Array): { fileName: string; base64: string } => ({ fileName, base64: Buffer.from(bytes).toString('base64') })

/** Calls that CircuitHub has only announced: each answers `not-offered` until a server has it. */
export const billingHandlers = (service: ProviderService): Handlers<typeof billingCalls> => {
  const asking = circuithubAsking(service)
  const ask = <T, U>(account: string, read: (billing: BillingClient, cancel: AbortSignal) => Answer<T>, then: (value: T) => U) =>
    asking(account, ({ billing }, cancel) => read(billing, cancel), then)
  return {
    'billing.balance': ({ account, workspace }) =>
      ask(
        account,
        (billing, cancel) => billing.balance(workspace, cancel),
        (credit) => credit && { balance: credit.balance, limit: credit.creditLimit },
      ),
    'billing.invoices': ({ account, workspace, status, from, to }) =>
      ask(
        account,
        (billing, cancel) =>
          billing.invoices(
            workspace,
            { ...(status === null ? {} : { status }), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
            cancel,
          ),
        (invoices) => invoices.map(invoiceShape),
      ),
    'billing.invoicePdf': ({ account, workspace, invoice }) =>
      ask(
        account,
        async (billing, cancel) => {
          const read = await billing.invoice(workspace, invoice, cancel)
          if (!read.ok) return read
          const bytes = await billing.invoicePdf(workspace, invoice, cancel)
          return bytes.ok ? ok({ name: read.value.name, bytes: bytes.value }) : bytes
        },
        ({ name, bytes }) => pdfOf(`${name}.pdf`)(bytes),
      ),
    'billing.statement': ({ account, workspace, from, to }) =>
      ask(account, (billing, cancel) => billing.statement(workspace, from, to, cancel), pdfOf(`statement-${workspace}-${from}-${to}.pdf`)),
    'billing.payments': ({ account, workspace }) =>
      ask(
        account,
        (billing, cancel) => billing.payments(workspace, cancel),
        (payments) =>
          payments.map(({ id, name, date, amount, method, status, invoices, orders }) => ({
            id,
            name,
            date,
            amount,
            method,
            status,
            invoices,
            orders: orders.map(({ projectName, id: order }) => `${projectName} (order ${order})`),
          })),
      ),
    'billing.methods': ({ account, workspace }) =>
      ask(
        account,
        (billing, cancel) => billing.paymentMethods(workspace, cancel),
        (methods) =>
          methods.map(({ id, type, brand, last4, terms, isDefault }) => ({
            id,
            type,
            says: type === 'card' ? `${brand ?? 'card'} ending in ${last4 ?? '?'}` : (terms ?? type),
            isDefault,
          })),
      ),
  }
}
