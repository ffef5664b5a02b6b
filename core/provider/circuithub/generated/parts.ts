// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** Search parts. */
export const getParts = endpoint({
  method: 'GET',
  path: '/parts',
  summary: 'Search parts',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({ q: z.string() }),
  body: null,
  answer: z.object({
    query: z.string(),
    exactMatches: z.array(
      z.object({
        id: z.int(),
        mpn: z.string(),
        manufacturer: z.string(),
        description: z.string().nullable(),
        available: z.int(),
        moq: z.int().nullable(),
      }),
    ),
    inexactMatches: z.array(
      z.object({
        id: z.int(),
        mpn: z.string(),
        manufacturer: z.string(),
        description: z.string().nullable(),
        available: z.int(),
        moq: z.int().nullable(),
      }),
    ),
  }),
})
