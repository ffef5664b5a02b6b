import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { providerDataCalls } from '#core/ipc/provider-data.ipc.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'

const READ_MS = 2 * 60_000

type BillingCalls = Pick<typeof providerDataCalls, 'billing.get' | 'quotes.get' | 'quotes.breakdown' | 'issues.list' | 'issues.file'>

/** Calls that CircuitHub has only announced: they answer `not-offered` until a server has them. */
export const billingHandlers = (service: ProviderService): Handlers<BillingCalls> => {
  const circuithub = (account: string) => service.typed(account, 'circuithub')
  return {
    'billing.get': async ({ account, workspace }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const { billing } = typed.value.client
      const cancel = AbortSignal.timeout(READ_MS)
      const invoices = await billing.invoices(workspace, {}, cancel)
      if (!invoices.ok) return err(callError(invoices.error))
      const payments = await billing.payments(workspace, cancel)
      if (!payments.ok) return err(callError(payments.error))
      const methods = await billing.paymentMethods(workspace, cancel)
      if (!methods.ok) return err(callError(methods.error))
      const balance = await billing.balance(workspace, cancel)
      if (!balance.ok) return err(callError(balance.error))
      return ok({
        invoices: invoices.value.map(({ id, name, type, status, transactionDate, dueDate, total, amountUnpaid, description }) => ({
          id, name, type, status, date: transactionDate, due: dueDate, total, unpaid: amountUnpaid, description,
        })), // prettier-ignore
        payments: payments.value.map(({ id, name, date, amount, method, status, invoices: names }) => ({
          id,
          name,
          date,
          amount,
          method,
          status,
          invoices: names,
        })),
        methods: methods.value.map(({ id, type, brand, last4, terms, isDefault }) => ({
          id,
          type,
          says: type === 'card' ? `${brand ?? 'card'} ending in ${last4 ?? '?'}` : (terms ?? type),
          isDefault,
        })),
        credit: balance.value ? { balance: balance.value.balance, limit: balance.value.creditLimit } : null,
      })
    },
    'quotes.get': async ({ account, project }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.quote({ projectId: project }, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ id, expiresAt, offers }) => ({
        id,
        expiresAt,
        offers: offers.map((offer) => ({
          quantity: offer.quantity,
          leadTimeDays: offer.leadTimeDays,
          shipDate: offer.estimatedShipDate,
          board: offer.boardPrice,
          parts: offer.partsPrice,
          assembly: offer.assemblyPrice,
          total: offer.totalPrice,
          unit: offer.unitPrice,
          currency: offer.currency,
        })),
      }))
    },
    'quotes.breakdown': async ({ account, quote, quantity, leadTimeDays }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.quoteBreakdown(quote, quantity, leadTimeDays, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ total, currency, lines }) => ({
        total,
        currency,
        lines: lines.map((line) => ({
          type: line.type,
          description: line.description,
          mpn: line.resolvedPartMpn,
          manufacturer: line.manufacturer,
          supplier: line.supplier,
          quantity: line.orderQuantity,
          unit: line.unitPrice,
          total: line.lineTotal,
        })),
      }))
    },
    'issues.list': async ({ account, workspace, order, status }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const choice = { ...(order === null ? {} : { order }), ...(status === null ? {} : { status }) }
      return answered(await typed.value.client.issues(workspace, choice, AbortSignal.timeout(READ_MS)), (issues) =>
        issues.map(({ id, orderId, title, status: state, createdBy, updatedAt }) => ({
          id,
          order: orderId,
          title,
          status: state,
          by: createdBy.email,
          updatedAt,
        })),
      )
    },
    'issues.file': async ({ account, order, title, comment }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.fileIssue(order, title, comment === '' ? null : comment, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ id }) => ({ id }))
    },
  }
}
