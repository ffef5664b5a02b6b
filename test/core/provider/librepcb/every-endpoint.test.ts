import { afterAll, beforeAll, describe } from 'vitest'
import { librepcbClient, type LibrepcbClient } from '#core/provider/librepcb/client.ts'
import { endpoints } from '#core/provider/librepcb/generated/index.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { testEveryEndpoint } from '#test/support/contract-server/every-endpoint.ts'
import { librepcbServer, type LibrepcbServer } from '#test/support/contract-server/servers/librepcb.ts'

const contract = contractPath('librepcb')

describe.skipIf(!contract)(`every call of LibrePCB${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: LibrepcbServer
  let account: TestAccount
  let client: LibrepcbClient
  beforeAll(async () => {
    server = await librepcbServer(contract!)
    account = testAccount(server.url)
    client = librepcbClient(account)
  })
  afterAll(async () => {
    account.close()
    await server.close()
  })

  testEveryEndpoint(contract, endpoints, () => server, {
    getLibraries: () => client.libraries('0.1', null),
    getOrder: () => client.orderService(null),
    postUploadUrl: () => client.upload(new Uint8Array(100), 'boards/default/board.lp', null),
  })
})
