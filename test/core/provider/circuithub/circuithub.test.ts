import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provider } from '#core/provider/circuithub/provider.ts'
import { loopbackSignIn } from '#main/providers/loopback-sign-in.ts'
import { aPushedBoard } from '#test/support/contract-server/board.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { circuithubServer, type CircuithubServer } from '#test/support/contract-server/servers/circuithub.ts'

const contract = contractPath('circuithub')
const never = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined }

describe.skipIf(!contract)(`CircuitHub over HTTP${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: CircuithubServer
  let account: TestAccount
  const connected = () => provider.connect(account)

  beforeEach(async () => {
    server = await circuithubServer(contract!)
    account = testAccount(server.url, 'jwt-1')
  })
  afterEach(async () => {
    account.close()
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('signs in by way of the browser', async () => {
    const token = await loopbackSignIn({
      providerName: provider.name,
      addressFor: (uri) => provider.signInAddress!(server.url, uri),
      open: async (address) => (await fetch(address)).ok,
      cancel: null,
    })
    expect(token).toEqual({ ok: true, value: 'jwt-1' })
    account.kept.secret = token.ok ? token.value : null
    expect(await connected().whoAmI(never)).toEqual({ ok: true, value: 'North Lab' })
  })

  it('asks to sign in without a token, and when it is not good any more', async () => {
    account.kept.secret = null
    expect(await connected().whoAmI(never)).toMatchObject({ ok: false, error: { code: 'signed-out' } })
    expect(server.received).toHaveLength(0)
    account.kept.secret = 'jwt-1'
    expect(await connected().whoAmI(never)).toMatchObject({ ok: true })
    server.state.tokens.clear()
    expect(await connected().production(never)).toMatchObject({ ok: false, error: { code: 'signed-out', message: 'sign in first' } })
  })

  it('pushes the approved package with its parts list and placement file, and tells how far it is', async () => {
    const board = aPushedBoard()
    const progress: (readonly [number, number])[] = []
    const pushed = await connected().push(board, never, (sent, total) => progress.push([sent, total]))
    expect(pushed).toEqual({ ok: true, value: { id: '401', url: null, state: 'importing' } })
    const files = [...server.state.made.values()][0]!
    expect(files.map(({ filename }) => filename)).toEqual(['motor-driver-c.zip', 'bom.csv', 'cpl.csv'])
    expect(server.state.stored.get(String(files[0]!['objectKey']))!.equals(board.packageBytes)).toBe(true)
    expect(server.state.stored.get(String(files[1]!['objectKey']))!.equals(board.bom[0]!.bytes)).toBe(true)
    expect(server.state.projects.at(-1)).toMatchObject({ name: 'motor-driver C (bp-7f3a91)' })
    const total = board.packageBytes.length + board.bom[0]!.bytes.length + board.placement[0]!.bytes.length
    expect(progress.at(-1)).toEqual([total, total])
    expect(progress.map(([sent]) => sent)).toEqual(progress.map(([sent]) => sent).sort((a, b) => a - b))
    expect(progress.length).toBeGreaterThan(3)
  })

  it('sends design files instead of the package where there are some, each name once', async () => {
    const file = (path: string) => ({ path, bytes: Buffer.from(path) })
    const designFiles = [file('a/drv.kicad_pcb'), file('b/drv.kicad_pcb'), file('c\\DRV.kicad_pcb')]
    expect(await connected().push(aPushedBoard({ options: { designFiles }, bom: [], placement: [] }), never)).toMatchObject({ ok: true })
    expect([...server.state.made.values()][0]!.map(({ filename }) => filename)).toEqual([
      'drv.kicad_pcb',
      'drv-2.kicad_pcb',
      'DRV-3.kicad_pcb',
    ])
  })

  it('adds a revision to a project', async () => {
    const pushed = await connected().push(aPushedBoard({ options: { projectId: 321 } }), never)
    expect(pushed).toMatchObject({ ok: true, value: { id: '321' } })
    expect(server.calls('POST /projects/{projectId}/revisions')).toHaveLength(1)
    expect(server.state.projects).toHaveLength(1)
  })

  it('makes one project, however often an answer is lost', async () => {
    server.fail('POST /projects', { kind: 'cut', acted: true })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'unclear' } })
    expect(await connected().find(aPushedBoard(), never)).toMatchObject({ ok: true, value: { id: '401' } })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true, value: { id: '401' } })
    expect(server.state.projects).toHaveLength(2)
    expect(await connected().find(aPushedBoard({ clientReference: 'bp-other' }), never)).toEqual({ ok: true, value: null })
  })

  it('asks for a new address when one was refused, and before one that is over', async () => {
    server.state.expired.add('uploads/k2/bom.csv')
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true })
    const asked = server.calls('POST /projects/upload-urls').map(({ body }) => (body as { files: { filename: string }[] }).files.length)
    expect(asked).toEqual([3, 2])
    server.state.validForMs = -1000
    expect(await connected().push(aPushedBoard({ clientReference: 'bp-2' }), never)).toMatchObject({ ok: true })
  })

  it('gives up when a new address is refused as well', async () => {
    for (const key of ['uploads/k1/motor-driver-c.zip', 'uploads/k4/motor-driver-c.zip']) server.state.expired.add(key)
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'rejected', status: 403 } })
    expect(server.calls('POST /projects')).toHaveLength(0)
  })

  it('can be sent again when an upload was cut', async () => {
    server.fail('PUT {uploadUrl}', { kind: 'cut' })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'retry' } })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true })
  })

  it('stops an upload when told to', async () => {
    const stop = new AbortController()
    const pushed = connected().push(aPushedBoard({ packageBytes: new Uint8Array(5_000_000) }), stop.signal, () => stop.abort())
    expect(await pushed).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(server.calls('POST /projects')).toHaveLength(0)
  })

  it('wants a workspace to be chosen when there are several', async () => {
    const two = { kind: 'status', status: 200, body: { workspaces: ['a', 'b'].map((slug, id) => ({ id, slug, name: slug })) } } as const
    server.fail('GET /workspaces', two, 2)
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { reason: 'choose-workspace' } })
    server.fail('GET /workspaces', two, 2)
    expect(await connected().push(aPushedBoard({ options: { workspace: 'b' } }), never)).toMatchObject({ ok: true })
    expect(server.calls('POST /projects')[0]!.body).toMatchObject({ workspace: 'b' })
  })

  it('follows an import to its end', async () => {
    const { client } = connected()
    const status = () => client.importStatus({ projectId: 321, statusUrl: '/v1/projects/321/status' }, null)
    expect(await status()).toMatchObject({ ok: true, value: { status: 'importing', message: null } })
    server.state.imports = { status: 'failed', message: 'no board outline' }
    expect(await status()).toMatchObject({ ok: true, value: { status: 'failed', message: 'no board outline' } })
    // An address elsewhere never sees the token.
    const elsewhere = await client.importStatus({ projectId: 321, statusUrl: 'https://elsewhere.example.org/status' }, null)
    expect(elsewhere).toMatchObject({ ok: true, value: { projectId: 321 } })
  })

  it('shows orders with their own word, tracking, and shipped once there is a date', async () => {
    const [order] = server.state.orders
    server.state.orders = [
      { ...order, id: 1, updatedAt: '2026-02-01T00:00:00Z' },
      {
        ...order,
        id: 2,
        status: 'completed',
        shippedDate: '2026-02-19T00:00:00Z',
        trackingNumber: '1Z9',
        shippingService: 'UPS',
        updatedAt: '2026-02-02T00:00:00Z',
      },
      { ...order, id: 3, status: 'on_hold_for_parts', updatedAt: '2026-02-03T00:00:00Z' },
    ]
    const items = await connected().production(never)
    expect(items.ok && items.value.map(({ id, state, original, tracking }) => [id, state, original, tracking])).toEqual([
      ['3', 'unknown', 'on_hold_for_parts', []],
      ['2', 'shipped', 'completed', [{ carrier: 'UPS', number: '1Z9', url: null }]],
      ['1', 'in-production', 'in_progress', []],
    ])
  })

  it('assigns parts and marks placements, with any reference in the path', async () => {
    const { client } = connected()
    expect(await client.assignPart(55, 88, null)).toMatchObject({ ok: true, value: { mpn: 'RC0603FR-0710KL' } })
    expect(await client.setDoNotPlace(55, 'R1/A', true, null)).toEqual({ ok: true, value: { ref: 'R1/A', dnp: true } })
    expect(server.state.dnp.get('55/R1/A')).toBe(true)
  })

  it('says that announced calls are not offered yet', async () => {
    const { client } = connected()
    const replies = [
      await client.quote({ projectId: 321 }, null),
      await client.quoteBreakdown(400, 25, 10, null),
      await client.issues('north-lab', {}, null),
      await client.fileIssue(710, 'U3 rotated', null, null),
      await client.billing.invoices('north-lab', {}, null),
      await client.billing.invoice('north-lab', 60010, null),
      await client.billing.invoicePdf('north-lab', 60010, null),
      await client.billing.statement('north-lab', '2026-01-01', '2026-02-01', null),
      await client.billing.payments('north-lab', null),
      await client.billing.paymentMethods('north-lab', null),
      await client.billing.balance('north-lab', null),
    ]
    expect(replies.map((reply) => !reply.ok && reply.error.code)).toEqual(replies.map(() => 'not-offered'))
  })

  it.each([
    [
      '429',
      { kind: 'status', status: 429, body: { error: 'slow', code: 'RATE_LIMITED' } },
      { code: 'rate-limited', afterMs: 60_000, message: 'slow' },
    ],
    [
      '413',
      { kind: 'status', status: 413, body: { error: 'large', code: 'FILE_TOO_LARGE' } },
      { code: 'rejected', reason: 'FILE_TOO_LARGE' },
    ],
    ['500', { kind: 'status', status: 500, body: { error: 'no', code: 'CREATION_FAILED' } }, { code: 'retry', message: 'no' }],
    ['cut connection', { kind: 'cut' }, { code: 'unclear' }],
    ['cut answer', { kind: 'cut-answer' }, { code: 'unclear' }],
    ['page of a proxy', { kind: 'garbage' }, { code: 'rejected', reason: 'unreadable-answer' }],
  ] as const)('says what follows from creating a project with: %s', async (_, fault, expected) => {
    const { client } = connected()
    const files = await client.upload('north-lab', [{ path: 'a.zip', bytes: new Uint8Array(9) }], null)
    if (files.ok) {
      server.fail('POST /projects', fault)
      expect(await client.createProject('north-lab', 'a', files.value, null)).toMatchObject({ ok: false, error: expected })
    }
    expect(files).toMatchObject({ ok: true })
  })
})

describe.skipIf(!contract)(`CircuitHub with announced calls${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  it('uses them, and then knows a missing invoice from a missing call', async () => {
    const server = await circuithubServer(contract!, true)
    const account = testAccount(server.url, 'jwt-1')
    const { client } = provider.connect(account)
    expect(await client.billing.invoice('north-lab', 999, null)).toMatchObject({ ok: false, error: { code: 'rejected', status: 404 } })
    expect(await client.quote({ revisionId: 9001 }, null)).toMatchObject({ ok: true, value: { offers: [{ currency: 'USD' }] } })
    const pdf = await client.billing.invoicePdf('north-lab', 60010, null)
    expect(pdf.ok && Buffer.from(pdf.value).toString()).toMatch(/^%PDF-/)
    server.fail('GET /workspaces/{workspaceSlug}/billing/statement', { kind: 'garbage' })
    expect(await client.billing.statement('north-lab', '2026-01-01', '2026-02-01', null)).toMatchObject({
      ok: false,
      error: { reason: 'unexpected-answer' },
    })
    server.fail('GET /workspaces/{workspaceSlug}/billing/balance', { kind: 'status', status: 200, body: null })
    expect(await client.billing.balance('north-lab', null)).toEqual({ ok: true, value: null })
    account.close()
    await server.close()
    expect(server.violations).toEqual([])
  })
})
