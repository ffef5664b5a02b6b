import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer } from '#core/provider/provider.ts'
import type { AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'

const MOST_ROWS = 1000
/** Clocks may differ, and the journal is written before the request leaves. */
const CLOCK_MS = 10 * 60_000

/**
 * Looks for the product of a request whose answer was lost. A product bears no name: it is the one that expects no model, has
 * no order and no line item, and was made since.
 * @param since ms since 1970
 * @returns null when none fits, or several do: nobody can tell then, and one without line items harms nobody
 */
export const unusedProduct = async (client: AuthentiseClient, since: number, cancel: Cancel): Answer<string | null> => {
  const products = await client.all(resources.product, { filters: { no_model_upload: true } }, MOST_ROWS, cancel)
  if (!products.ok) return products
  const young = products.value.filter(({ uri, order, created }) => uri && !order && Date.parse(created ?? '') >= since - CLOCK_MS)
  const unused: string[] = []
  for (const { uri } of young) {
    const used = await client.all(resources.lineItem, { filters: { product: uri! } }, 1, cancel)
    if (!used.ok) return used
    if (used.value.length === 0) unused.push(uri!)
  }
  return ok(unused.length === 1 ? unused[0]! : null)
}
