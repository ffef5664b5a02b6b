import { afterAll, beforeAll, describe } from 'vitest'
import { ok } from '#core/base/result.ts'
import { circuithubClient, type CircuithubClient } from '#core/provider/circuithub/client.ts'
import { endpoints } from '#core/provider/circuithub/generated/index.ts'
import { provider } from '#core/provider/circuithub/provider.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { testEveryEndpoint } from '#test/support/contract-server/every-endpoint.ts'
import { circuithubServer, type CircuithubServer } from '#test/support/contract-server/servers/circuithub.ts'

const contract = contractPath('circuithub')

describe.skipIf(!contract)(`every call of CircuitHub${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: CircuithubServer
  let account: TestAccount
  let client: CircuithubClient
  beforeAll(async () => {
    server = await circuithubServer(contract!, true)
    account = testAccount(server.url, 'jwt-1')
    client = circuithubClient(account)
  })
  afterAll(async () => {
    account.close()
    await server.close()
  })
  const uploaded = () => client.upload('north-lab', [{ path: 'drv.kicad_pcb', bytes: new Uint8Array(9) }], null)
  const withFiles = async <T>(then: (files: readonly { objectKey: string; filename: string }[]) => Promise<T>) => {
    const files = await uploaded()
    return files.ok ? then(files.value) : files
  }

  testEveryEndpoint(contract, endpoints, () => server, {
    getHealth: () => client.health(null),
    // A browser goes there; the listener it comes back to is tested with the sign-in.
    getAuthCli: async () => {
      const address = provider.signInAddress!(server.url, 'http://127.0.0.1:9/state')
      const reply = await account.http({ method: 'GET', url: address, headers: {}, body: null, cancel: null })
      return reply.ok && reply.value.headers['location'] === 'http://127.0.0.1:9/state?token=jwt-1' ? ok(null) : client.order(-1, null)
    },
    getWorkspaces: () => client.workspaces(null),
    getProjects: () => client.projects('north-lab', null),
    getProject: () => client.project(321, null),
    postProjectsUploadUrls: uploaded,
    putUploadUrl: uploaded,
    postProjects: () => withFiles((files) => client.createProject('north-lab', 'drv', files, null)),
    getProjectStatus: () => client.importStatus({ projectId: 321 }, null),
    getProjectRevisions: () => client.revisions(321, null),
    postProjectRevisions: () => withFiles((files) => client.createRevision(321, files, null)),
    getProjectBom: () => client.bom(321, 9001, null),
    putBomPart: () => client.assignPart(55, 88, null),
    putBomPlacementDnp: () => client.setDoNotPlace(55, 'R2', true, null),
    getOrders: () => client.orders('north-lab', null),
    getOrder: () => client.order(710, null),
    getParts: () => client.searchParts('RC0603', null),
    postQuotes: () => client.quote({ projectId: 321 }, null),
    getQuoteBreakdown: () => client.quoteBreakdown(400, 25, 10, null),
    getIssues: () => client.issues('north-lab', { order: 710, status: 'open' }, null),
    postOrderIssues: () => client.fileIssue(710, 'U3 rotated', 'by 90 degrees', null),
    getWorkspaceBillingInvoices: () => client.billing.invoices('north-lab', { status: 'open', from: '2026-01-01', to: '2026-02-01' }, null),
    getWorkspaceBillingInvoice: () => client.billing.invoice('north-lab', 60010, null),
    getWorkspaceBillingInvoicePdf: () => client.billing.invoicePdf('north-lab', 60010, null),
    getWorkspaceBillingStatement: () => client.billing.statement('north-lab', '2026-01-01', '2026-02-01', null),
    getWorkspaceBillingPayments: () => client.billing.payments('north-lab', null),
    getWorkspaceBillingPaymentMethods: () => client.billing.paymentMethods('north-lab', null),
    getWorkspaceBillingBalance: () => client.billing.balance('north-lab', null),
  })
})
