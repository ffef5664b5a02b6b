import { err, ok, type Result } from '#core/base/result.ts'
import { productionState, type StateSubject } from '#core/production/states.ts'
import { oldestFirst, type TimelineEntry } from '#core/production/timeline.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, FollowedItem } from '#core/provider/provider.ts'
import { idOf, type AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'
import type { RowOf } from './resource.ts'

const { comment, event, lineItem, order, orderQuote, piece, run, shipment } = resources

type Entries = Answer<readonly TimelineEntry[]>
const MOST_ROWS = 500
/** Changes and comments are asked for one by one: an order with more line items and runs shows those of the first. */
const MOST_ASKED = 12

/** What comments can be attached to, by the service's own name for it. */
const COMMENTED: Partial<Record<TimelineEntry['kind'], string>> = { order: 'order', 'line-item': 'line_item', run: 'run', piece: 'piece' }

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
  by: null,
  uri,
})

const together = async <T>(answers: readonly Answer<readonly T[]>[]): Answer<readonly T[]> => {
  const settled: readonly Result<readonly T[], ProviderFailure>[] = await Promise.all(answers)
  const failed = settled.find((each) => !each.ok)
  if (failed && !failed.ok) return err(failed.error)
  return ok(settled.flatMap((each) => (each.ok ? each.value : [])))
}

/** What an account's role may not read, and what a server does not have, keeps nothing else from being read. */
const isClosed = (failure: ProviderFailure): boolean =>
  failure.code === 'not-offered' || (failure.code === 'rejected' && (failure.status === 403 || failure.status === 404))

const closedEntry = (what: string, { message }: ProviderFailure): TimelineEntry => ({
  kind: 'event',
  id: `closed ${what}`,
  title: what,
  state: null,
  original: `${what}: cannot be read with this account. ${message}`,
  at: null,
  by: null,
  uri: null,
})

/** Reads one list and makes entries of its rows; one entry that says so where it may not be read. */
const entriesOf = async <R>(what: string, rows: Answer<readonly R[]>, entry: (row: R) => TimelineEntry): Entries => {
  const read = await rows
  if (read.ok) return ok(read.value.map(entry))
  return isClosed(read.error) ? ok([closedEntry(what, read.error)]) : read
}

const shipmentEntry = (
  row: Pick<RowOf<typeof shipment>, 'uri' | 'name' | 'status' | 'actual_delivery_date' | 'actual_shipment_date' | 'updated'>,
): TimelineEntry => subject('shipment', row.uri, row.name, row.status, row.actual_delivery_date ?? row.actual_shipment_date ?? row.updated)

const partsOf = (client: AuthentiseClient, orderUri: string, cancel: Cancel | null): Entries => {
  const ofOrder = { filters: { order: orderUri } }
  return together([
    entriesOf('line items', client.all(lineItem, ofOrder, MOST_ROWS, cancel), (row) =>
      subject('line-item', row.uri, row.name, row.status, row.created),
    ),
    entriesOf('pieces', client.all(piece, ofOrder, MOST_ROWS, cancel), (row) =>
      subject('piece', row.uri, row.name, row.status, row.created),
    ),
    entriesOf('runs', client.all(run, { filters: { by_order: orderUri } }, MOST_ROWS, cancel), (row) =>
      subject('run', row.uri, row.name ?? row.id, row.status, row.created),
    ),
    entriesOf('quotes', client.all(orderQuote, ofOrder, MOST_ROWS, cancel), (row) =>
      subject('quote', row.uri, row.number, row.status, row.created),
    ),
    entriesOf('shipments', client.all(shipment, ofOrder, MOST_ROWS, cancel), shipmentEntry),
  ])
}

/** Changes of something; of what is said where it is not the one that is followed. */
const eventsOf = (client: AuthentiseClient, of: TimelineEntry, head: TimelineEntry, cancel: Cancel | null): Entries =>
  entriesOf('changes', client.all(event, { filters: { reference: of.uri! } }, MOST_ROWS, cancel), (row) => ({
    kind: 'event',
    id: idOf(row.uri ?? ''),
    title: of === head ? (row.key ?? '') : `${of.title}: ${row.key ?? ''}`,
    state: null,
    original: `${row.key ?? ''}: ${said(row.previous_value)} → ${said(row.current_value)}`,
    at: row.created,
    by: null,
    uri: row.uri,
  }))

const commentsOf = (client: AuthentiseClient, of: TimelineEntry, head: TimelineEntry, cancel: Cancel | null): Entries => {
  const filters = { related_table_name: COMMENTED[of.kind]!, related_uuid: of.id }
  return entriesOf('comments', client.all(comment, { filters }, MOST_ROWS, cancel), (row) => {
    const by = row.author_name ?? row.username
    const title = of === head ? (by ?? '') : `${by ?? ''} on ${of.title}`
    return { kind: 'comment', id: idOf(row.uri ?? ''), title, state: null, original: row.text ?? '', at: row.created, by, uri: row.uri }
  })
}

/** The order, run or shipment itself. */
const headOf = async (client: AuthentiseClient, kind: FollowedItem['kind'], uri: string, cancel: Cancel | null): Answer<TimelineEntry> => {
  switch (kind) {
    case 'order': {
      const read = await client.follow(order, uri, cancel)
      if (!read.ok) return read
      const { name, status, updated, created } = read.value.row
      return ok(subject('order', uri, name, status, updated ?? created))
    }
    case 'run': {
      const read = await client.follow(run, uri, cancel)
      if (!read.ok) return read
      const { name, id, status, created } = read.value.row
      return ok(subject('run', uri, name ?? id, status, created))
    }
    case 'shipment': {
      const read = await client.follow(shipment, uri, cancel)
      return read.ok ? ok(shipmentEntry({ ...read.value.row, uri })) : read
    }
    case 'line-item':
    case 'quote':
    case 'project':
      return err({ code: 'not-offered', message: `Authentise: a ${kind} is followed with its order.` })
  }
}

/**
 * Everything that happened to an order: its line items, pieces, runs, quotes, shipments; changes of and comments on the order,
 * its line items and runs. Of a run or a shipment: itself, its changes and comments.
 * @returns oldest first; what has no time comes last
 */
export const timelineOf = async (client: AuthentiseClient, kind: FollowedItem['kind'], uri: string, cancel: Cancel | null): Entries => {
  const head = await headOf(client, kind, uri, cancel)
  if (!head.ok) return head
  const parts = kind === 'order' ? await partsOf(client, uri, cancel) : ok([])
  if (!parts.ok) return parts
  const inside = parts.value.filter((each) => each.uri && (each.kind === 'line-item' || each.kind === 'run'))
  const asked = [head.value, ...inside].slice(0, MOST_ASKED)
  const told = await together(
    asked.flatMap((each) => [
      eventsOf(client, each, head.value, cancel),
      ...(COMMENTED[each.kind] ? [commentsOf(client, each, head.value, cancel)] : []),
    ]),
  )
  if (!told.ok) return told
  // What may not be read of the order may not be read of its parts either: said once.
  const once = new Map(told.value.map((each) => [`${each.kind} ${each.id}`, each]))
  return ok(oldestFirst([head.value, ...parts.value, ...once.values()]))
}

/** Writes a comment on an order or a run, which everybody with access to it can read. */
export const commentOn = async (
  client: AuthentiseClient,
  kind: FollowedItem['kind'],
  uri: string,
  text: string,
  cancel: Cancel | null,
): Answer<null> => {
  const table = COMMENTED[kind]
  if (!table) return err({ code: 'not-offered', message: `Authentise takes no comments on a ${kind}.` })
  const made = await client.create(comment, { related_table_name: table, related_uuid: idOf(uri), text }, [], cancel)
  return made.ok ? ok(null) : made
}
