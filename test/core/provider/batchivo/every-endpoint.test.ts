import { afterAll, beforeAll, describe } from 'vitest'
import { batchivoClient, type BatchivoClient } from '#core/provider/batchivo/client.ts'
import { endpoints } from '#core/provider/batchivo/generated/index.ts'
import { getProductionRuns } from '#core/provider/batchivo/generated/production-runs.ts'
import { getProducts } from '#core/provider/batchivo/generated/products.ts'
import { getSpools } from '#core/provider/batchivo/generated/spools.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { testEveryEndpoint } from '#test/support/contract-server/every-endpoint.ts'
import { batchivoServer, type BatchivoServer } from '#test/support/contract-server/servers/batchivo.ts'

const contract = contractPath('batchivo')

describe.skipIf(!contract)(`every call of Batchivo${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: BatchivoServer
  let account: TestAccount
  let client: BatchivoClient
  const signIn = async () => {
    const secret = await client.signIn('ada@example.com', 'right', null)
    if (secret.ok) await account.renew(secret.value)
    return secret
  }
  beforeAll(async () => {
    server = await batchivoServer(contract!)
    account = testAccount(server.url)
    client = batchivoClient(account)
    await signIn()
  })
  afterAll(async () => {
    account.close()
    await server.close()
  })
  const choice = { sortBy: 'created_at', descending: true }

  testEveryEndpoint(contract, endpoints, () => server, {
    postAuthLogin: signIn,
    postAuthRefresh: async () => {
      await signIn()
      server.state.access.clear()
      return client.me(null)
    },
    postAuthLogout: () => client.signOut(null),
    getAuthMe: () => client.me(null),
    getSpools: () => client.page(getSpools, { ...choice, filters: { material_type: 'PLA', brand: 'A' } }, 0, 20, null),
    getProducts: () => client.page(getProducts, choice, 0, 20, null),
    getProductionRuns: () => client.page(getProductionRuns, choice, 0, 20, null),
  })
})
