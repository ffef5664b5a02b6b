// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** Quote a project or revision. */
export const postQuotes = endpoint({
  method: 'POST',
  path: '/quotes',
  summary: 'Quote a project or revision',
  status: [200],
  auth: 'account',
  planned: true,
  query: null,
  body: z.object({ projectId: z.int().optional(), revisionId: z.int().optional() }),
  answer: z.object({
    id: z.int(),
    projectId: z.int(),
    revisionId: z.int(),
    revisionNumber: z.int(),
    createdAt: z.string(),
    expiresAt: z.string(),
    offers: z.array(
      z.object({
        quantity: z.int(),
        leadTimeDays: z.int(),
        estimatedShipDate: z.string(),
        boardPrice: z.number(),
        partsPrice: z.number(),
        assemblyPrice: z.number(),
        totalPrice: z.number(),
        unitPrice: z.number(),
        currency: openWords('USD'),
      }),
    ),
  }),
})

/** Cost lines of one offer. */
export const getQuoteBreakdown = endpoint({
  method: 'GET',
  path: '/quotes/{quoteId}/breakdown',
  summary: 'Cost lines of one offer',
  status: [200],
  auth: 'account',
  planned: true,
  query: z.object({ quantity: z.int(), leadTimeDays: z.int() }),
  body: null,
  answer: z.object({
    quoteId: z.int(),
    quantity: z.int(),
    leadTimeDays: z.int(),
    total: z.number(),
    currency: openWords('USD'),
    lines: z.array(
      z.object({
        type: openWords('part'),
        description: z.string(),
        bomLineId: z.int().nullable(),
        resolvedPartMpn: z.string().nullable(),
        manufacturer: z.string().nullable(),
        supplier: z.string().nullable(),
        orderQuantity: z.int(),
        unitPrice: z.number(),
        lineTotal: z.number(),
      }),
    ),
  }),
})
