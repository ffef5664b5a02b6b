import { ok } from '#core/base/result.ts'
import { newestFirst } from '#core/production/order-items.ts'
import { productionState } from '#core/production/states.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProductionItem, Provider, ProviderCapability, ProviderModule, PushedReference, SignIn } from '#core/provider/provider.ts' // prettier-ignore
import { attach, documentsOf, findOrder, orderFor } from './board-flow.ts'
import { authentiseClient, idOf, type AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'
import { filesOf, markOf } from './sent-files.ts'
import { signIn } from './speaker.ts'
import { commentOn, timelineOf } from './timeline.ts'

const { order, run, sessions, shipment } = resources

/** The provider with its own typed client, for the board flow, timelines and the rest of the resources. */
export interface AuthentiseProvider extends Provider {
  readonly client: AuthentiseClient
}

const SIGN_IN: SignIn = { kind: 'password', fields: ['username', 'password'] }
const CAPABILITIES: readonly ProviderCapability[] = ['boards', 'orders', 'quotes', 'tracking', 'resources', 'production']
const MOST_ROWS = 1000

const referenceOf = (uri: string, status: string | null): PushedReference => ({ id: idOf(uri), url: uri, state: status ?? '' })

/** Orders, runs and shipments of the bureau. */
const readProduction = async (client: AuthentiseClient, cancel: Cancel | null): Answer<readonly ProductionItem[]> => {
  const orders = await client.all(order, {}, MOST_ROWS, cancel)
  if (!orders.ok) return orders
  const runs = await client.all(run, {}, MOST_ROWS, cancel)
  if (!runs.ok) return runs
  const shipments = await client.all(shipment, {}, MOST_ROWS, cancel)
  if (!shipments.ok) return shipments
  const item = (kind: 'order' | 'run' | 'shipment', uri: string | null, title: string | null, status: string | null) => ({
    kind,
    id: idOf(uri ?? ''),
    title: title || idOf(uri ?? ''),
    state: productionState('authentise', kind, status ?? ''),
    original: status ?? '',
    tracking: [],
    url: uri,
  })
  return ok(
    newestFirst([
      ...orders.value.map((row) => ({ ...item('order', row.uri, row.name, row.status), changedAt: row.updated ?? row.created })),
      ...runs.value.map((row) => ({ ...item('run', row.uri, row.name ?? row.id, row.status), changedAt: row.created })),
      ...shipments.value.map((row) => ({
        ...item('shipment', row.uri, row.name, row.status),
        changedAt: row.actual_delivery_date ?? row.actual_shipment_date ?? row.updated ?? row.created,
        tracking: row.tracking_number ? [{ carrier: row.shipping_partner, number: row.tracking_number, url: row.shipper_url }] : [],
      })),
    ]),
  )
}

/** Authentise: a manufacturing execution system. An approved board becomes an order whose production is followed. */
export const provider: ProviderModule<AuthentiseProvider> = {
  id: 'authentise',
  name: 'Authentise',
  defaultBaseUrl: 'https://data.authentise.com',
  signIn: SIGN_IN,
  capabilities: CAPABILITIES,
  exchange: (account, { username = '', password = '' }, cancel) => signIn(account, username, password, cancel),
  connect(account) {
    const client = authentiseClient(account)
    return {
      id: 'authentise',
      name: 'Authentise',
      capabilities: new Set(CAPABILITIES),
      signIn: SIGN_IN,
      client,
      async whoAmI(cancel) {
        const session = await client.list(sessions, {}, [], cancel)
        if (!session.ok) return session
        const row = session.value.rows[0]?.row
        return ok(row?.name || row?.username || 'signed in')
      },
      async push(board, cancel, onProgress) {
        const placed = await orderFor(client, board, cancel)
        if (!placed.ok) return placed
        const attached = await attach(client, placed.value, filesOf(board), cancel, onProgress)
        if (!attached.ok) return attached
        const read = await client.follow(order, placed.value, cancel)
        // It exists: that it could not be read now is no failure of sending it.
        return ok(referenceOf(placed.value, read.ok ? read.value.row.status : null))
      },
      // An order without its package has not arrived yet: sending again completes it.
      async find({ clientReference, packageSha256 }, cancel) {
        const found = await findOrder(client, clientReference, cancel)
        if (!found.ok) return found
        if (!found.value?.uri) return ok(null)
        const documents = await documentsOf(client, found.value.uri, cancel)
        if (!documents.ok) return documents
        const isThere = documents.value.some(({ name, isUploaded }) => isUploaded && name.includes(markOf(packageSha256)))
        return ok(isThere ? referenceOf(found.value.uri, found.value.status) : null)
      },
      production: (cancel) => readProduction(client, cancel),
      timeline: ({ kind, url }, cancel) => timelineOf(client, kind, url ?? '', cancel),
      commented: ['order', 'run'],
      comment: ({ kind, url }, text, cancel) => commentOn(client, kind, url ?? '', text, cancel),
    }
  },
}
