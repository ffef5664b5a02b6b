// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** List orders of a workspace. */
export const getOrders = endpoint({
  method: 'GET',
  path: '/orders',
  summary: 'List orders of a workspace',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({ workspace: z.string() }),
  body: null,
  answer: z.object({
    orders: z.array(
      z.object({
        id: z.int(),
        urn: z.string(),
        name: z.string(),
        status: openWords('in_progress', 'completed'),
        quantity: z.int(),
        createdAt: z.string(),
        updatedAt: z.string(),
        quotedShippingDate: z.string(),
        estimatedShippingDate: z.string().nullable(),
        shippedDate: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        shippingService: z.string().nullable(),
        value: z.number(),
        paymentStatus: z.string(),
        poNumber: z.string(),
        projectId: z.int(),
        projectName: z.string(),
        revisionId: z.int(),
        revisionNumber: z.int(),
      }),
    ),
  }),
})

/** Read an order. */
export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/{orderId}',
  summary: 'Read an order',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({
    id: z.int(),
    urn: z.string(),
    name: z.string(),
    status: openWords('in_progress', 'completed'),
    quantity: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    quotedShippingDate: z.string(),
    estimatedShippingDate: z.string().nullable(),
    shippedDate: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    shippingService: z.string().nullable(),
    value: z.number(),
    paymentStatus: z.string(),
    poNumber: z.string(),
    projectId: z.int(),
    projectName: z.string(),
    revisionId: z.int(),
    revisionNumber: z.int(),
  }),
})

/** File an issue on an order. */
export const postOrderIssues = endpoint({
  method: 'POST',
  path: '/orders/{orderId}/issues',
  summary: 'File an issue on an order',
  status: [201],
  auth: 'account',
  planned: true,
  query: null,
  body: z.object({ title: z.string(), comment: z.string().optional() }),
  answer: z.object({
    id: z.int(),
    projectId: z.int(),
    orderId: z.int(),
    title: z.string(),
    status: openWords('open', 'closed'),
    createdBy: z.object({ id: z.int(), email: z.string() }),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
})
