import { err, ok } from '#core/base/result.ts'
import { newestFirst } from '#core/production/order-items.ts'
import type { Provider, ProviderCapability, ProviderModule, PushedReference, SignIn } from '#core/provider/provider.ts'
import { firstText, type LooseRow } from '#core/provider/wire/fields.ts'
import { batchivoClient, type BatchivoClient } from './client.ts'
import { getProductionRuns } from './generated/production-runs.ts'
import { getProducts } from './generated/products.ts'
import { isProductOf, productOf } from './product.ts'
import { runId, runItem, timelineOfRun } from './run.ts'

/** The provider with its own typed client, for lists and what goes beyond the port. */
export interface BatchivoProvider extends Provider {
  readonly client: BatchivoClient
}

const SIGN_IN: SignIn = { kind: 'password', fields: ['email', 'password'] }
const CAPABILITIES: readonly ProviderCapability[] = ['boards', 'resources', 'production']

const referenceOf = (product: LooseRow): PushedReference => ({
  id: firstText(product, ['id', 'uuid', 'sku']) ?? '',
  url: null,
  state: firstText(product, ['status', 'state']) ?? 'registered',
})

/** Batchivo: a print shop's inventory. An approved board becomes a product; its production runs are followed. */
export const provider: ProviderModule<BatchivoProvider> = {
  id: 'batchivo',
  name: 'Batchivo',
  defaultBaseUrl: null,
  signIn: SIGN_IN,
  capabilities: CAPABILITIES,
  exchange: (account, { email = '', password = '' }, cancel) => batchivoClient(account).signIn(email, password, cancel),
  signOut: (account, cancel) => batchivoClient(account).signOut(cancel),
  connect(account) {
    const client = batchivoClient(account)
    const find: Provider['find'] = async ({ clientReference }, cancel) => {
      const products = await client.all(getProducts, {}, cancel)
      if (!products.ok) return products
      const found = products.value.find((product) => isProductOf(product, clientReference))
      return ok(found ? referenceOf(found) : null)
    }
    return {
      id: 'batchivo',
      name: 'Batchivo',
      capabilities: new Set(CAPABILITIES),
      signIn: SIGN_IN,
      client,
      async whoAmI(cancel) {
        const me = await client.me(cancel)
        return me.ok ? ok(me.value.name || me.value.email) : me
      },
      // The server knows no idempotency key: looked up first, so that a second try finds the first one's product.
      async push(board, cancel) {
        const before = await find(board, cancel)
        if (!before.ok) return before
        if (before.value) return ok(before.value)
        const created = await client.createProduct(productOf(board), cancel)
        return created.ok ? ok(referenceOf(created.value)) : created
      },
      find,
      async production(cancel) {
        const runs = await client.all(getProductionRuns, {}, cancel)
        return runs.ok ? ok(newestFirst(runs.value.map(runItem))) : runs
      },
      async timeline({ id }, cancel) {
        const runs = await client.all(getProductionRuns, {}, cancel)
        if (!runs.ok) return runs
        const run = runs.value.find((each) => runId(each) === id)
        if (!run) return err({ code: 'rejected', reason: 'gone', status: 404, message: 'Batchivo does not list this run any more.' })
        return ok(timelineOfRun(run))
      },
    }
  },
}
