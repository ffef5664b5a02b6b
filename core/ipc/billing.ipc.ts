import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const workspace = z.strictObject({ account: accountId, workspace: z.string().min(1).max(200) })
/** In the account's currency, US dollars. */
const money = z.number()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const INVOICE_STATES = ['open', 'paid_in_full', 'approved_for_posting', 'fully_applied'] as const

/** A PDF, small enough to travel in an answer. */
const pdf = z.object({ fileName: z.string(), base64: z.string() })

export const invoiceShape = z.object({
  id: z.int(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  order: z.int(),
  date: z.string(),
  due: z.string(),
  net: money,
  tax: money,
  total: money,
  paid: money,
  unpaid: money,
  description: z.string(),
})
export type InvoiceShape = z.infer<typeof invoiceShape>

/** CircuitHub: billing of a workspace; each call is `not-offered` while the server does not have it. */
export const billingCalls = {
  'billing.balance': call({
    input: workspace,
    /** Null = the workspace has no credit. */
    output: z.object({ balance: money, limit: money }).nullable(),
    errors: PROVIDER_ERRORS,
  }),
  /** @param from,to days of the transactions, null = open */
  'billing.invoices': call({
    input: workspace.extend({ status: z.enum(INVOICE_STATES).nullable(), from: day.nullable(), to: day.nullable() }),
    output: z.array(invoiceShape),
    errors: PROVIDER_ERRORS,
  }),
  'billing.invoicePdf': call({ input: workspace.extend({ invoice: z.int() }), output: pdf, errors: PROVIDER_ERRORS }),
  'billing.statement': call({ input: workspace.extend({ from: day, to: day }), output: pdf, errors: PROVIDER_ERRORS }),
  'billing.payments': call({
    input: workspace,
    output: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        date: z.string(),
        amount: money,
        method: z.string(),
        status: z.string(),
        invoices: z.array(z.string()),
        orders: z.array(z.string()),
      }),
    ),
    errors: PROVIDER_ERRORS,
  }),
  'billing.methods': call({
    input: workspace,
    output: z.array(z.object({ id: z.string(), type: z.string(), says: z.string(), isDefault: z.boolean() })),
    errors: PROVIDER_ERRORS,
  }),
}
