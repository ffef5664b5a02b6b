import { ok } from '#core/base/result.ts'
import type { Provider, ProviderCapability, ProviderModule } from '#core/provider/provider.ts'
import { asapClient, type AsapClient } from './client.ts'
import { orderTimeline, productionItem } from './map.ts'
import { asapOrdering } from './ordering.ts'

/** The provider with its own typed client, for what goes beyond the port. */
export interface AsapProvider extends Provider {
  readonly client: AsapClient
}

const NAME = 'ASAP PCB'
const CAPABILITIES: readonly ProviderCapability[] = ['boards', 'dfm-runs', 'quotes', 'intents', 'orders', 'tracking', 'production']

/** ASAP PCB and every server that speaks its contract, `boardproof serve` among them. */
export const provider: ProviderModule = {
  id: 'asap',
  name: NAME,
  defaultBaseUrl: 'https://asappcb.com/api',
  signIn: { kind: 'api-key' },
  capabilities: CAPABILITIES,
  connect(account): AsapProvider {
    const client = asapClient(account)
    const ordering = asapOrdering(client)
    return {
      id: 'asap',
      name: NAME,
      capabilities: new Set(CAPABILITIES),
      signIn: { kind: 'api-key' },
      client,
      ordering,
      async whoAmI(cancel) {
        const listed = await client.listOrderIntents(cancel)
        if (!listed.ok) return listed
        // The contract has no call for it: who made the newest order is the only place where it says it.
        const newest = listed.value[0]
        const read = newest ? await client.readOrderIntent(newest.order_intent_id, cancel) : null
        return ok(read?.ok ? `${read.value.org_id}` : 'API key accepted')
      },
      async push(board, cancel, onProgress) {
        const file = { fileName: board.packageName, bytes: board.packageBytes }
        const sent = await ordering.upload(file, `${board.idempotencyKey}-board`, cancel, onProgress)
        return sent.ok ? ok({ id: sent.value.boardId, url: null, state: 'stored' }) : sent
      },
      // Uploads replay by their key: sending again is how it is looked up.
      find: () => Promise.resolve(ok(null)),
      async production(cancel) {
        const orders = await client.listOrders(cancel)
        return orders.ok ? ok(orders.value.map(productionItem)) : orders
      },
      async timeline({ id }, cancel) {
        const order = await client.readOrder(id, cancel)
        return order.ok ? ok(orderTimeline(order.value)) : order
      },
    }
  },
}
