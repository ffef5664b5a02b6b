// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** List invoices. */
export const getWorkspaceBillingInvoices = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/invoices',
  summary: 'List invoices',
  status: [200],
  auth: 'account',
  planned: true,
  query: z.object({
    status: z.enum(['open', 'paid_in_full', 'approved_for_posting', 'fully_applied']).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  body: null,
  answer: z.object({
    invoices: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        type: openWords('order_shipment', 'charge', 'credit_memo', 'custom'),
        recordType: z.string(),
        orderId: z.int(),
        transactionDate: z.string(),
        dueDate: z.string(),
        totalNoTax: z.number(),
        tax: z.number(),
        total: z.number(),
        amountPaid: z.number(),
        amountUnpaid: z.number(),
        status: openWords('open', 'paid_in_full', 'approved_for_posting', 'fully_applied'),
        description: z.string(),
      }),
    ),
  }),
})

/** Read an invoice. */
export const getWorkspaceBillingInvoice = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/invoices/{invoiceId}',
  summary: 'Read an invoice',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: null,
  answer: z.object({
    id: z.int(),
    name: z.string(),
    type: openWords('order_shipment', 'charge', 'credit_memo', 'custom'),
    recordType: z.string(),
    orderId: z.int(),
    transactionDate: z.string(),
    dueDate: z.string(),
    totalNoTax: z.number(),
    tax: z.number(),
    total: z.number(),
    amountPaid: z.number(),
    amountUnpaid: z.number(),
    status: openWords('open', 'paid_in_full', 'approved_for_posting', 'fully_applied'),
    description: z.string(),
  }),
})

/** Download an invoice. */
export const getWorkspaceBillingInvoicePdf = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/invoices/{invoiceId}/pdf',
  summary: 'Download an invoice',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: null,
  answer: null,
})

/** Download a statement for a period. */
export const getWorkspaceBillingStatement = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/statement',
  summary: 'Download a statement for a period',
  status: [200],
  auth: 'account',
  planned: true,
  query: z.object({ startDate: z.string(), endDate: z.string() }),
  body: null,
  answer: null,
})

/** List payments. */
export const getWorkspaceBillingPayments = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/payments',
  summary: 'List payments',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: null,
  answer: z.object({
    payments: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        date: z.string(),
        amount: z.number(),
        method: z.string(),
        invoices: z.array(z.string()),
        orders: z.array(z.object({ id: z.int(), projectName: z.string() })),
        status: z.string(),
      }),
    ),
  }),
})

/** List payment methods. */
export const getWorkspaceBillingPaymentMethods = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/payment-methods',
  summary: 'List payment methods',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: null,
  answer: z.object({
    paymentMethods: z.array(
      z.object({
        id: z.string(),
        type: openWords('card', 'net_terms'),
        brand: z.string().optional(),
        last4: z.string().optional(),
        terms: z.string().optional(),
        isDefault: z.boolean(),
      }),
    ),
  }),
})

/** Read credit balance and limit. */
export const getWorkspaceBillingBalance = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceSlug}/billing/balance',
  summary: 'Read credit balance and limit',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: null,
  answer: z.object({ balance: z.number(), creditLimit: z.number() }).nullable(),
})
