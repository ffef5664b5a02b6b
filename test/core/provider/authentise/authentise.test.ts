import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptQuote, attach, confirmOrder, documentsOf, lineItemsOf } from '#core/provider/authentise/board-flow.ts'
import { resources } from '#core/provider/authentise/generated/index.ts'
import { provider } from '#core/provider/authentise/provider.ts'
import { timelineOf } from '#core/provider/authentise/timeline.ts'
import { aPushedBoard } from '#test/support/contract-server/board.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { authentiseServer, type AuthentiseServer } from '#test/support/contract-server/servers/authentise.ts'

const contract = contractPath('authentise')
const never = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined }

describe.skipIf(!contract)(`Authentise over HTTP${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: AuthentiseServer
  let account: TestAccount
  const connected = () => provider.connect(account)
  const rows = (collection: string) => server.state.tables.get(collection)!

  beforeEach(async () => {
    server = await authentiseServer(contract!)
    account = testAccount(server.url, 'session-1')
    server.add('/bureau/', { name: 'Board shop' })
    server.add('/workflow/', { name: 'Two layers' })
  })
  afterEach(async () => {
    account.close()
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('signs in with a password, keeps the session and uses it', async () => {
    const secret = await provider.exchange!(account, { username: 'ada', password: 'right' }, null)
    expect(secret).toEqual({ ok: true, value: 'session-1' })
    expect(await connected().whoAmI(never)).toEqual({ ok: true, value: 'some name' })
    const wrong = await provider.exchange!(account, { username: 'ada', password: 'wrong' }, null)
    expect(wrong).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'wrong-credentials' } })
  })

  it('signs in with an API token', async () => {
    const secret = await provider.exchange!(account, { username: '2b1c9d6e-0000-4000-8000-000000000001', password: 'key' }, null)
    account.kept.secret = secret.ok ? secret.value : null
    expect(await connected().whoAmI(never)).toMatchObject({ ok: true })
    expect(server.received.at(-1)!.headers).not.toHaveProperty('cookie')
  })

  it('asks to sign in when the session ended in the middle', async () => {
    server.fail('POST /line-item/', { kind: 'status', status: 401 })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'signed-out' } })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true })
  })

  it('makes an order of the approved board, with its files', async () => {
    const board = aPushedBoard({ options: { quantity: 25, customerPo: 'PO-9' } })
    const progress: number[] = []
    const pushed = await connected().push(board, never, (sent, total) => progress.push(sent / total))
    const order = rows('/order/')[0]!
    expect(pushed).toEqual({ ok: true, value: { id: String(order['uri']).split('/').at(-2), url: order['uri'], state: 'new' } })
    expect(order).toMatchObject({
      external_id: 'bp-7f3a91',
      name: 'motor-driver C (bp-7f3a91)',
      bureau: rows('/bureau/')[0]!['uri'],
      customer_po: 'PO-9',
    })
    expect(order['line_items']).toEqual([rows('/line-item/')[0]!['uri']])
    expect(rows('/line-item/')[0]).toMatchObject({
      quantity: 25,
      workflow: rows('/workflow/')[0]!['uri'],
      product: rows('/product/')[0]!['uri'],
    })
    expect(rows('/product/')[0]).toMatchObject({ no_model_upload: true })
    const name = `motor-driver-c.${board.packageSha256.slice(0, 8)}.zip`
    expect([...server.state.stored.keys()]).toEqual(['bom.csv', 'cpl.csv', name])
    expect(server.state.stored.get(name)!.equals(board.packageBytes)).toBe(true)
    expect(progress.at(-1)).toBe(1)
    const documents = await documentsOf(connected().client, String(order['uri']), null)
    expect(documents.ok && documents.value.map(({ isUploaded, scan }) => [isUploaded, scan])).toEqual([[true, 'passed'], [true, 'passed'], [true, 'passed']]) // prettier-ignore
  })

  it.each(['POST /product/', 'POST /line-item/', 'POST /order/', 'POST /document/', 'PUT {upload}'])(
    'makes one order with all files when the answer to %s is lost',
    async (id) => {
      server.fail(id, { kind: 'cut', acted: true })
      const first = await connected().push(aPushedBoard(), never)
      expect(first).toMatchObject({ ok: false, error: { code: id.startsWith('PUT') ? 'retry' : 'unclear' } })
      const found = await connected().find(aPushedBoard(), never)
      expect(found).toEqual({ ok: true, value: null })
      expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true, value: { state: 'new' } })
      expect(await connected().find(aPushedBoard(), never)).toMatchObject({ ok: true, value: { state: 'new' } })
      expect(rows('/order/')).toHaveLength(1)
      expect(rows('/line-item/')).toHaveLength(1)
      expect(server.state.stored.size).toBe(3)
    },
  )

  it('gets a new address for bytes when the one it had is over', async () => {
    server.fail('PUT {upload}', { kind: 'status', status: 403 })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'rejected', status: 403 } })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: true })
    expect(server.calls('POST /document/{uuid}/replace/')).toHaveLength(1)
    expect(server.calls('POST /document/')).toHaveLength(3)
  })

  it('wants a bureau to be chosen when there are several, and takes the chosen one', async () => {
    const other = server.add('/bureau/', { name: 'Other shop' })
    expect(await connected().push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'choose-bureau' } })
    expect(await connected().push(aPushedBoard({ options: { bureau: other } }), never)).toMatchObject({ ok: true })
    expect(rows('/order/')[0]).toMatchObject({ bureau: other })
  })

  it('agrees to the quote and confirms the line items', async () => {
    const pushed = await connected().push(aPushedBoard(), never)
    const uri = pushed.ok ? pushed.value.url! : ''
    Object.assign(rows('/line-item/')[0]!, { order: uri })
    expect(await acceptQuote(connected().client, uri, 'PO-9', null)).toEqual({ ok: true, value: null })
    expect(rows('/order-quote/')[0]).toMatchObject({ order: uri, approved: true, customer_po: 'PO-9' })
    const items = await lineItemsOf(connected().client, uri, null)
    expect(items).toMatchObject({ ok: true, value: [rows('/line-item/')[0]!['uri']] })
    expect(await confirmOrder(connected().client, items.ok ? items.value : [], null)).toEqual({ ok: true, value: null })
    expect(rows('/line-item/')[0]).toMatchObject({ status: 'confirmed' })
    Object.assign(rows('/line-item/')[0]!, { status: 'printing' })
    expect(await confirmOrder(connected().client, items.ok ? items.value : [], null)).toEqual({ ok: true, value: null })
    expect(rows('/line-item/')[0]).toMatchObject({ status: 'printing' })
    server.fail('POST /order-quote/', { kind: 'status', status: 400, body: { message: 'no quote after confirmation' } })
    expect(await acceptQuote(connected().client, uri, 'PO-9', null)).toMatchObject({
      ok: false,
      error: { message: 'no quote after confirmation' },
    })
  })

  it('shows one timeline of everything that belongs to an order, in the words of the service', async () => {
    const order = server.add('/order/', { name: 'O', status: 'post-processing', updated: '2026-02-05T00:00:00Z' })
    const id = order.split('/').at(-2)!
    server.add('/line-item/', { order, name: 'L', status: 'in-preparation', created: '2026-02-01T00:00:00Z' })
    server.add('/piece/', { order, name: 'P', status: 'queued-for-shipping', created: '2026-02-02T00:00:00Z' })
    const run = server.add('/run/', { orders: [order], name: 'R', status: 'queued-work-ready', created: '2026-02-03T00:00:00Z' })
    server.add('/order-quote/', { order, number: 'Q-1', status: 'complete', created: '2026-02-01T06:00:00Z' })
    server.add('/shipment/', { order, name: 'S', status: 'in_transit', actual_shipment_date: '2026-02-06T00:00:00Z' })
    server.add('/event/', {
      reference: order,
      key: 'status',
      previous_value: 'new',
      current_value: 'confirmed',
      created: '2026-02-02T12:00:00Z',
    })
    server.add('/comment/', {
      related_table_name: 'order',
      related_uuid: id,
      text: 'Use green mask',
      author_name: 'Ada',
      created: '2026-02-04T00:00:00Z',
    })
    server.add('/piece/', { order: 'https://data.example.org/order/other/', name: 'other', status: 'new' })
    server.add('/event/', { reference: run, key: 'printer', current_value: 'P1', created: '2026-02-03T01:00:00Z' })
    server.add('/comment/', { related_table_name: 'run', related_uuid: run.split('/').at(-2), text: 'Panel 2 scratched', author_name: 'Bo', created: '2026-02-04T01:00:00Z' }) // prettier-ignore
    const entries = await timelineOf(connected().client, 'order', order, null)
    expect(entries.ok && entries.value.map(({ kind, title, state, original }) => [kind, title, state, original])).toEqual([
      ['line-item', 'L', 'waiting', 'in-preparation'],
      ['quote', 'Q-1', 'done', 'complete'],
      ['piece', 'P', 'done', 'queued-for-shipping'],
      ['event', 'status', null, 'status: new → confirmed'],
      ['run', 'R', 'accepted', 'queued-work-ready'],
      ['event', 'R: printer', null, 'printer: – → P1'],
      ['comment', 'Ada', null, 'Use green mask'],
      ['comment', 'Bo on R', null, 'Panel 2 scratched'],
      ['order', 'O', 'in-production', 'post-processing'],
      ['shipment', 'S', 'shipped', 'in_transit'],
    ])
    const ofRun = await timelineOf(connected().client, 'run', run, null)
    expect(ofRun.ok && ofRun.value.map(({ kind, original }) => [kind, original])).toEqual([
      ['run', 'queued-work-ready'],
      ['event', 'printer: – → P1'],
      ['comment', 'Panel 2 scratched'],
    ])
  })

  it('shows what may be read where a role may not read everything', async () => {
    const order = server.add('/order/', { name: 'O', status: 'new' })
    server.add('/line-item/', { order, name: 'L', status: 'new' })
    server.fail('GET /comment/', { kind: 'status', status: 403 }, 2)
    server.fail('GET /shipment/', { kind: 'status', status: 403 })
    const entries = await timelineOf(connected().client, 'order', order, null)
    expect(entries.ok && entries.value.map(({ kind, title }) => [kind, title])).toEqual([
      ['order', 'O'],
      ['line-item', 'L'],
      ['event', 'shipments'],
      ['event', 'comments'],
    ])
    server.fail('GET /comment/', { kind: 'status', status: 503 })
    expect(await timelineOf(connected().client, 'order', order, null)).toMatchObject({ ok: false, error: { code: 'retry' } })
  })

  it('writes a comment where it belongs, and on nothing that takes none', async () => {
    const order = server.add('/order/', { name: 'O', status: 'new' })
    const provider = connected()
    expect(await provider.comment!({ kind: 'order', id: '', url: order }, 'When?', never)).toEqual({ ok: true, value: null })
    expect(server.state.tables.get('/comment/')).toMatchObject([
      { text: 'When?', related_table_name: 'order', related_uuid: order.split('/').at(-2) },
    ])
    const shipment = server.add('/shipment/', { name: 'S', status: 'new' })
    expect(await provider.comment!({ kind: 'shipment', id: '', url: shipment }, 'When?', never)).toMatchObject({
      ok: false,
      error: { code: 'not-offered' },
    })
    expect(provider.commented).toEqual(['order', 'run'])
  })

  it('lists orders, runs and shipments with tracking', async () => {
    server.add('/order/', { name: 'O', status: 'printing', updated: '2026-02-05T00:00:00Z' })
    server.add('/shipment/', { name: 'S', status: 'received', tracking_number: '1Z9', shipping_partner: 'DHL', shipper_url: 'https://t.example/1Z9', actual_delivery_date: '2026-02-07T00:00:00Z' }) // prettier-ignore
    const items = await connected().production(never)
    expect(items.ok && items.value.map(({ kind, state, original, tracking }) => [kind, state, original, tracking])).toEqual([
      ['shipment', 'delivered', 'received', [{ carrier: 'DHL', number: '1Z9', url: 'https://t.example/1Z9' }]],
      ['order', 'in-production', 'printing', []],
    ])
  })

  it.each([
    ['counts and pages', true, true, 230],
    ['pages without counting', false, true, 230],
    ['knows another paging: the same page comes again', true, false, 100],
  ])('reads a list of a server that %s', async (_, counts, pages, expected) => {
    for (let k = 0; k < 230; k++) server.add('/run/', { name: `run ${k}` })
    Object.assign(server.state, { counts, pages })
    if (!counts) server.state.mostOnPage = 100
    const runs = await connected().client.all(resources.run, {}, 1000, null)
    expect(runs.ok && new Set(runs.value.map(({ name }) => name)).size).toBe(expected)
  })

  it('filters by equality, by range and with options', async () => {
    await connected().client.list(
      resources.run,
      {
        filters: { status: 'in-progress' },
        ranges: { created: { above: '2021-08-01T15:06:04', below: '2022-01-01' } },
        options: ['name_ilike'],
      },
      [],
      null,
    )
    const { query } = server.calls('GET /run/')[0]!
    expect([...query]).toEqual([
      ['filter[status]', 'in-progress'],
      ['filter[created]>2021-08-01T15:06:04', ''],
      ['filter[created]<2022-01-01', ''],
      ['name_ilike', 'true'],
    ])
  })

  it('follows links of the service only, and never hands them the session elsewhere', async () => {
    const order = server.add('/order/', { name: 'O' })
    expect(await connected().client.follow(resources.order, order, null)).toMatchObject({ ok: true, value: { row: { name: 'O' } } })
    for (const uri of [
      'https://evil.example.org/order/1/',
      'http://127.0.0.1:1/order/1/',
      'mailto:a@b',
      order.replace('http://', 'http://x@'),
    ])
      expect(await connected().client.follow(resources.order, uri, null)).toMatchObject({ ok: false, error: { reason: 'foreign-link' } })
  })

  it('leaves out what came in another form and says so', async () => {
    const order = server.add('/order/', { name: 'O', priority: 3 })
    server.fail('GET /order/{uuid}/', {
      kind: 'status',
      status: 200,
      body: { uri: order, name: 7, priority: 'high', status: 'brand-new-state' },
    })
    const read = await connected().client.follow(resources.order, order, null)
    expect(read).toMatchObject({
      ok: true,
      value: { row: { uri: order, name: null, priority: null, status: 'brand-new-state' }, deviations: ['name', 'priority'] },
    })
  })

  it('does not try what the reference does not have', async () => {
    const { client } = connected()
    expect(await client.change(resources.piece, `${server.url}/piece/x/`, {}, null)).toMatchObject({
      ok: false,
      error: { code: 'not-offered' },
    })
    expect(await client.remove(resources.piece, `${server.url}/piece/x/`, null)).toMatchObject({
      ok: false,
      error: { code: 'not-offered' },
    })
    expect(await client.act(resources.piece, 'clone', [], null, null)).toMatchObject({ ok: false, error: { code: 'not-offered' } })
    expect(server.received).toHaveLength(0)
  })

  it.each([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '3' } }, { code: 'rate-limited', afterMs: 3000 }],
    [
      '409',
      { kind: 'status', status: 409, body: { message: 'run is in progress' } },
      { code: 'rejected', status: 409, message: 'run is in progress' },
    ],
    ['503', { kind: 'status', status: 503 }, { code: 'retry' }],
    ['cut connection', { kind: 'cut' }, { code: 'retry' }],
    ['cut answer', { kind: 'cut-answer' }, { code: 'retry' }],
    ['page of a proxy', { kind: 'garbage' }, { code: 'rejected', reason: 'unexpected-answer' }],
  ] as const)('says what follows from: %s', async (_, fault, expected) => {
    server.fail('GET /order/', fault)
    expect(await connected().production(never)).toMatchObject({ ok: false, error: expected })
  })

  it('attaches nothing twice', async () => {
    const order = server.add('/order/', { name: 'O' })
    const files = [{ name: 'a.zip', bytes: new Uint8Array(10) }]
    await attach(connected().client, order, files, null)
    await attach(connected().client, order, files, null)
    expect(server.calls('PUT {upload}')).toHaveLength(1)
  })
})
