import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { approveBoard } from './approved-board.ts'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { authentiseServer, type AuthentiseServer } from '#test/support/contract-server/servers/authentise.ts'
import type { Fault } from '#test/support/contract-server/server.ts'

const contract = contractPath('authentise')
const PATIENCE = { timeout: 20_000, interval: 50 }

describe.skipIf(!contract)(`a board's order at Authentise${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: AuthentiseServer
  let running: Running
  let account: string
  let board: string
  let plan: { bureau: string; workflow: string; shipping: null; materials: string[]; quantity: number }
  let data: string

  const rows = (table: string) => server.state.tables.get(table)!
  const order = async (ask = running.ask) => (await ask('boardOrder.get', { account, board })).order!
  const reaches = (state: string, ask = running.ask) => expect.poll(async () => (await order(ask)).state, PATIENCE).toBe(state)
  const made = () => ['/product/', '/line-item/', '/order/', '/document/', '/order-quote/'].map((table) => rows(table).length)
  /** Another shop, with an account there. */
  const openShop = async (): Promise<void> => {
    const opened = await authentiseServer(contract!)
    onTestFinished(() => opened.close())
    opened.state.tellsTime = true
    server = opened
    plan = { bureau: server.add('/bureau/', { name: 'Shop' }), workflow: server.add('/workflow/', { name: 'Two layers' }), shipping: null, materials: [], quantity: 5 } // prettier-ignore
    account = (await running.ask('accounts.add', { provider: 'authentise', name: 'Shop', baseUrl: server.url, secret: null })).id
    await running.ask('providers.signIn', { account, fields: { username: 'ada', password: 'right' } })
  }

  beforeEach(async () => {
    data = temporaryFolder()
    running = await runApplication(data)
    board = await approveBoard(running)
    await openShop()
  })

  it('offers what it can be made with, and goes through every step', async () => {
    server.add('/bureau/', { name: 'Other shop' })
    expect((await running.ask('boardOrder.choices', { account })).bureaus.map(({ name }) => name)).toEqual(['Shop', 'Other shop'])
    const draft = await running.ask('boardOrder.get', { account, board })
    expect(draft).toMatchObject({ order: null, files: [{ name: 'bom.csv' }, { name: 'cpl.csv' }, { name: expect.stringMatching(/zip$/) }] })
    await running.ask('boardOrder.start', { account, board, ...plan })
    await reaches('asks')
    expect(await order()).toMatchObject({ asks: 'confirmation', quote: null, quantity: 5 })
    expect(rows('/line-item/')[0]).toMatchObject({ status: 'new' })
    await running.ask('boardOrder.go', { account, board, purchaseOrder: null, isConfirmed: true })
    await reaches('done')
    expect((await order()).steps.every(({ state, doneAt }) => state === 'done' && doneAt !== null)).toBe(true)
    expect(rows('/line-item/')[0]).toMatchObject({ status: 'confirmed' })
    // A second start is the same order.
    await running.ask('boardOrder.start', { account, board, ...plan })
    expect(made()).toEqual([1, 1, 1, 3, 0])
    expect(server.violations).toEqual([])
  })

  it('waits for the quote, and accepts it once with the purchase order', async () => {
    server.state.needsQuotes = true
    await running.ask('boardOrder.start', { account, board, ...plan })
    await reaches('waiting')
    expect((await order()).says).toBe('The bureau makes the quote.')
    const uri = String(rows('/order/')[0]!['uri'])
    server.add('/order-quote/', { order: uri, number: 'Q-9', status: 'complete', notes: 'Panels of 4' })
    await reaches('asks')
    expect(await order()).toMatchObject({ asks: 'purchase-order', quote: { number: 'Q-9', notes: 'Panels of 4' } })
    server.fail('POST /order-quote/', { kind: 'cut', acted: true })
    await running.ask('boardOrder.go', { account, board, purchaseOrder: 'PO-31', isConfirmed: false })
    await reaches('done')
    expect(server.calls('POST /order-quote/')).toHaveLength(1)
    expect(rows('/order-quote/').filter(({ approved }) => approved)).toMatchObject([{ customer_po: 'PO-31' }])
    expect(server.violations).toEqual([])
  })

  const cuts: readonly (readonly [string, string, Fault])[] = [
    ['the product was made', 'POST /product/', { kind: 'cut', acted: true }],
    ['the product was not made', 'POST /product/', { kind: 'cut' }],
    ['the line item was made', 'POST /line-item/', { kind: 'cut', acted: true }],
    ['the order was made', 'POST /order/', { kind: 'cut', acted: true }],
    ['the order was not made', 'POST /order/', { kind: 'cut' }],
    ['a document was announced', 'POST /document/', { kind: 'cut', acted: true }],
    ['the line item was confirmed', 'PUT /line-item/{uuid}/', { kind: 'cut', acted: true }],
  ]
  it('makes nothing twice, whichever answer is lost', async () => {
    for (const [what, id, fault] of cuts) {
      await openShop()
      server.fail(id, fault)
      await running.ask('boardOrder.start', { account, board, ...plan })
      await reaches('asks')
      await running.ask('boardOrder.go', { account, board, purchaseOrder: null, isConfirmed: true })
      await reaches('done')
      expect(made(), what).toEqual([1, 1, 1, 3, 0])
      expect(server.state.stored.size, what).toBe(3)
      expect(server.violations).toEqual([])
    }
  })

  it('stops where a person is needed, survives the end of the application, and goes on without making anything twice', async () => {
    server.fail('POST /order/', { kind: 'status', status: 401 })
    await running.ask('boardOrder.start', { account, board, ...plan })
    await reaches('stopped')
    expect(await order()).toMatchObject({ failure: { code: 'signed-out' } })
    await running.application.close()
    const again = await runApplication(data)
    expect(await order(again.ask)).toMatchObject({ state: 'stopped', says: expect.stringMatching(/^Boardproof ended/), steps: [{ step: 'product', state: 'done' }, { state: 'done' }, { step: 'order', state: 'begun' }, {}, {}, {}, {}] }) // prettier-ignore
    await again.ask('boardOrder.go', { account, board, purchaseOrder: null, isConfirmed: true })
    await reaches('done', again.ask)
    expect(made()).toEqual([1, 1, 1, 3, 0])
    expect(server.violations).toEqual([])
  })

  it('says which file the virus scan holds back', async () => {
    server.state.quarantines = true
    await running.ask('boardOrder.start', { account, board, ...plan })
    await reaches('stopped')
    expect((await order()).failure?.message).toMatch(/^The virus scan holds "/)
  })
})
