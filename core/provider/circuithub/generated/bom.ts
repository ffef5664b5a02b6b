// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** Choose the part of a BOM line. */
export const putBomPart = endpoint({
  method: 'PUT',
  path: '/bom/{bomLineId}/part',
  summary: 'Choose the part of a BOM line',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ partId: z.int() }),
  answer: z.object({ partId: z.int(), mpn: z.string(), manufacturer: z.string() }),
})

/** Switch the do-not-place mark of a placement. */
export const putBomPlacementDnp = endpoint({
  method: 'PUT',
  path: '/bom/{bomLineId}/placements/{ref}/dnp',
  summary: 'Switch the do-not-place mark of a placement',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ dnp: z.boolean() }),
  answer: z.object({ ref: z.string(), dnp: z.boolean() }),
})
