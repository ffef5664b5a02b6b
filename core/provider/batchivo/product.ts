import { z } from 'zod'
import type { PushedBoard } from '#core/provider/provider.ts'
import { endpoint } from '#core/provider/wire/endpoint.ts'
import { firstText, type LooseRow } from '#core/provider/wire/fields.ts'

const row = z.record(z.string(), z.unknown())
const newProduct = z.object({ name: z.string(), sku: z.string(), description: z.string() })
export type NewProduct = z.infer<typeof newProduct>

/** Registers a product. The reference lists only `/products/*`, so a server may not have it; answers come with or without envelope. */
export const postProducts = endpoint({
  method: 'POST',
  path: '/products',
  summary: 'Register a product',
  status: [201],
  auth: 'account',
  planned: true,
  query: null,
  body: newProduct,
  answer: z.union([z.object({ data: row }).transform(({ data }) => data), row]),
})

/** What a product says of the board: enough to find it again, and to see which package was approved. */
export const productOf = (board: PushedBoard): NewProduct => ({
  name: `${board.name} ${board.revision}`.trim(),
  sku: board.clientReference,
  description: [
    `Printed circuit board ${board.name}, revision ${board.revision}.`,
    `Package ${board.packageName}, SHA-256 ${board.packageSha256}.`,
    `Reference ${board.clientReference}.`,
  ].join(' '),
})

/** @returns whether a listed product is the one that was registered for this board */
export const isProductOf = (product: LooseRow, clientReference: string): boolean =>
  firstText(product, ['sku', 'code']) === clientReference ||
  (firstText(product, ['description', 'notes']) ?? '').includes(`Reference ${clientReference}.`)
