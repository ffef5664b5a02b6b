import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer } from '#core/provider/provider.ts'
import type { AnswerOf, Endpoint } from '#core/provider/wire/endpoint.ts'
import { callEndpoint, callForPdf, type Speaker } from '#core/provider/wire/send.ts'
import {
  getWorkspaceBillingBalance,
  getWorkspaceBillingInvoice,
  getWorkspaceBillingInvoicePdf,
  getWorkspaceBillingInvoices,
  getWorkspaceBillingPaymentMethods,
  getWorkspaceBillingPayments,
  getWorkspaceBillingStatement,
} from './generated/billing.ts'
import type { PlannedCalls } from './speaker.ts'

type Rows<E extends Endpoint, N extends string> = Answer<AnswerOf<E> extends Readonly<Record<N, infer T>> ? T : never>

export interface InvoiceChoice {
  readonly status?: 'open' | 'paid_in_full' | 'approved_for_posting' | 'fully_applied'
  /** ISO 8601 dates. */
  readonly from?: string
  readonly to?: string
}

/** Billing of a workspace: announced, so each call may be `not-offered`. */
export interface BillingClient {
  invoices(workspace: string, choice: InvoiceChoice, cancel: Cancel | null): Rows<typeof getWorkspaceBillingInvoices, 'invoices'>
  invoice(workspace: string, invoiceId: number, cancel: Cancel | null): Answer<AnswerOf<typeof getWorkspaceBillingInvoice>>
  /** @returns a PDF */
  invoicePdf(workspace: string, invoiceId: number, cancel: Cancel | null): Answer<Uint8Array>
  /** @param startDate ISO 8601. @returns a PDF */
  statement(workspace: string, startDate: string, endDate: string, cancel: Cancel | null): Answer<Uint8Array>
  payments(workspace: string, cancel: Cancel | null): Rows<typeof getWorkspaceBillingPayments, 'payments'>
  paymentMethods(workspace: string, cancel: Cancel | null): Rows<typeof getWorkspaceBillingPaymentMethods, 'paymentMethods'>
  /** @returns null when the workspace has no credit */
  balance(workspace: string, cancel: Cancel | null): Answer<AnswerOf<typeof getWorkspaceBillingBalance>>
}

export const billingClient = (speaker: Speaker, planned: PlannedCalls): BillingClient => {
  const isServed = (workspaceSlug: string, cancel: Cancel | null) => () =>
    callEndpoint(speaker, getWorkspaceBillingInvoices, { params: { workspaceSlug }, query: {} }, cancel)
  return {
    async invoices(workspaceSlug, choice, cancel) {
      const call = () => callEndpoint(speaker, getWorkspaceBillingInvoices, { params: { workspaceSlug }, query: choice }, cancel)
      const reply = await planned.ask('billing', call)
      return reply.ok ? ok(reply.value.invoices) : reply
    },
    invoice: (workspaceSlug, invoiceId, cancel) =>
      planned.ask(
        'billing',
        () => callEndpoint(speaker, getWorkspaceBillingInvoice, { params: { workspaceSlug, invoiceId } }, cancel),
        isServed(workspaceSlug, cancel),
      ),
    invoicePdf: (workspaceSlug, invoiceId, cancel) =>
      planned.ask(
        'billing',
        () => callForPdf(speaker, getWorkspaceBillingInvoicePdf, { params: { workspaceSlug, invoiceId } }, cancel),
        isServed(workspaceSlug, cancel),
      ),
    statement: (workspaceSlug, startDate, endDate, cancel) =>
      planned.ask('billing', () =>
        callForPdf(speaker, getWorkspaceBillingStatement, { params: { workspaceSlug }, query: { startDate, endDate } }, cancel),
      ),
    async payments(workspaceSlug, cancel) {
      const reply = await planned.ask('billing', () =>
        callEndpoint(speaker, getWorkspaceBillingPayments, { params: { workspaceSlug } }, cancel),
      )
      return reply.ok ? ok(reply.value.payments) : reply
    },
    async paymentMethods(workspaceSlug, cancel) {
      const call = () => callEndpoint(speaker, getWorkspaceBillingPaymentMethods, { params: { workspaceSlug } }, cancel)
      const reply = await planned.ask('billing', call)
      return reply.ok ? ok(reply.value.paymentMethods) : reply
    },
    balance: (workspaceSlug, cancel) =>
      planned.ask('billing', () => callEndpoint(speaker, getWorkspaceBillingBalance, { params: { workspaceSlug } }, cancel)),
  }
}
