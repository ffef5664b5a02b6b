import { ok } from '#core/base/result.ts'
import { productionState, type StateSubject } from '#core/production/states.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProductionState } from '#core/provider/provider.ts'
import { idOf, type AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'

const { comment, event, lineItem, order, orderQuote, piece, run, shipment } = resources
const MOST_ROWS = 500

/** Something that is followed, or something that was said or changed. */
export interface TimelineEntry {
  readonly kind: StateSubject | 'event' | 'comment'
  readonly id: string
  readonly title: string
  /** Null for events and comments. */
  readonly state: ProductionState | null
  /** The service's own word, as it came; for events `key: before → after`, for comments the text. */
  readonly original: string
  /** ISO 8601; null where the service does not say. */
  readonly at: string | null
}

const said = (value: unknown): string =>
  value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value)

const subject = (
  kind: StateSubject,
  uri: string | null,
  title: string | null,
  status: string | null,
  at: string | null,
): TimelineEntry => ({
  kind,
  id: idOf(uri ?? ''),
  title: title || idOf(uri ?? ''),
  state: productionState('authentise', kind, status ?? ''),
  original: status ?? '',
  at,
})

const timeOf = ({ at }: TimelineEntry): number => {
  const time = Date.parse(at ?? '')
  return Number.isNaN(time) ? Infinity : time
}

/**
 * Everything that happened to an order: its line items, pieces, runs, quotes, shipments, changes and comments.
 * @returns oldest first; what has no time comes last
 */
export const timelineOf = async (client: AuthentiseClient, orderUri: string, cancel: Cancel | null): Answer<readonly TimelineEntry[]> => {
  const entries: TimelineEntry[] = []
  const ofOrder = { filters: { order: orderUri } }

  const read = await client.follow(order, orderUri, cancel)
  if (!read.ok) return read
  const { name, status, updated, created } = read.value.row
  entries.push(subject('order', orderUri, name, status, updated ?? created))

  const items = await client.all(lineItem, ofOrder, MOST_ROWS, cancel)
  if (!items.ok) return items
  for (const row of items.value) entries.push(subject('line-item', row.uri, row.name, row.status, row.created))

  const pieces = await client.all(piece, ofOrder, MOST_ROWS, cancel)
  if (!pieces.ok) return pieces
  for (const row of pieces.value) entries.push(subject('piece', row.uri, row.name, row.status, row.created))

  const runs = await client.all(run, { filters: { by_order: orderUri } }, MOST_ROWS, cancel)
  if (!runs.ok) return runs
  for (const row of runs.value) entries.push(subject('run', row.uri, row.name ?? row.id, row.status, row.created))

  const quotes = await client.all(orderQuote, ofOrder, MOST_ROWS, cancel)
  if (!quotes.ok) return quotes
  for (const row of quotes.value) entries.push(subject('quote', row.uri, row.number, row.status, row.created))

  const shipments = await client.all(shipment, ofOrder, MOST_ROWS, cancel)
  if (!shipments.ok) return shipments
  for (const row of shipments.value)
    entries.push(subject('shipment', row.uri, row.name, row.status, row.actual_delivery_date ?? row.actual_shipment_date ?? row.updated))

  const events = await client.all(event, { filters: { reference: orderUri } }, MOST_ROWS, cancel)
  if (!events.ok) return events
  for (const row of events.value) {
    const original = `${row.key ?? ''}: ${said(row.previous_value)} → ${said(row.current_value)}`
    entries.push({ kind: 'event', id: idOf(row.uri ?? ''), title: row.key ?? '', state: null, original, at: row.created })
  }

  const comments = await client.all(comment, { filters: { related_table_name: 'order', related_uuid: idOf(orderUri) } }, MOST_ROWS, cancel)
  if (!comments.ok) return comments
  for (const row of comments.value)
    entries.push({
      kind: 'comment',
      id: idOf(row.uri ?? ''),
      title: row.author_name ?? row.username ?? '',
      state: null,
      original: row.text ?? '',
      at: row.created,
    })

  return ok(entries.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b))))
}
