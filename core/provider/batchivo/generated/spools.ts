// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** List spools. */
export const getSpools = endpoint({
  method: 'GET',
  path: '/spools',
  summary: 'List spools',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({
    skip: z.int().optional(),
    limit: z.int().optional(),
    sort_by: z.string().optional(),
    sort_order: z.enum(['asc', 'desc']).optional(),
    material_type: z.string().optional(),
    brand: z.string().optional(),
  }),
  body: null,
  answer: z.object({
    data: z.array(z.looseObject({ material_type: z.string().optional(), brand: z.string().optional(), created_at: z.string().optional() })),
    meta: z.object({ total: z.int(), page: z.int(), per_page: z.int() }),
  }),
})
