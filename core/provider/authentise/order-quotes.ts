import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer } from '#core/provider/provider.ts'
import type { AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'
import type { RowOf } from './resource.ts'

export type QuoteRow = RowOf<typeof resources.orderQuote>

const MOST_ROWS = 200
const madeAt = ({ created }: QuoteRow): number => Date.parse(created ?? '') || 0

/** @returns the quote of an order that was agreed to, and the newest one; null where there is none */
export const orderQuotes = async (
  client: AuthentiseClient,
  orderUri: string,
  cancel: Cancel,
): Answer<{ readonly approved: QuoteRow | null; readonly newest: QuoteRow | null }> => {
  const rows = await client.all(resources.orderQuote, { filters: { order: orderUri } }, MOST_ROWS, cancel)
  if (!rows.ok) return rows
  const newestFirst = rows.value.toSorted((a, b) => madeAt(b) - madeAt(a))
  return ok({ approved: newestFirst.find(({ approved }) => approved === true) ?? null, newest: newestFirst[0] ?? null })
}
