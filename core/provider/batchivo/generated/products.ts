// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** List products. */
export const getProducts = endpoint({
  method: 'GET',
  path: '/products',
  summary: 'List products',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({
    skip: z.int().optional(),
    limit: z.int().optional(),
    sort_by: z.string().optional(),
    sort_order: z.enum(['asc', 'desc']).optional(),
  }),
  body: null,
  answer: z.object({
    data: z.array(z.record(z.string(), z.unknown())),
    meta: z.object({ total: z.int(), page: z.int(), per_page: z.int() }),
  }),
})
