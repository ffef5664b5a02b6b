import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order } from '#core/asap/order.ts'
import type { Quote } from '#core/asap/quote.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { runCommand } from './support/run-command.ts'
import { aService, codeOf, formWith, type TestService } from './support/service.ts'
import { ORDERING } from './support/walk.ts'

let service: TestService
const boards: Record<'two' | 'four' | 'blocked', string> = { two: '', four: '', blocked: '' }
const US = { country: 'US', postal_code: '97201' }
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
  const designs = { two: orderableBoard(50, 100, 2), four: orderableBoard(38.7096, 40, 4), blocked: smallBoard() }
  for (const [name, design] of Object.entries(designs)) {
    const answer = await service.call('POST', '/v1/boards', { form: formWith(await zipOf(design)) })
    boards[name as 'two'] = (answer.body as { board_id: string }).board_id
  }
})

const quoteFor = async (json: object): Promise<Quote> => {
  const answer = await service.call('POST', '/v1/quotes', { json: { ...ORDERING, ...json } })
  expect(codeOf(answer)).toBeUndefined()
  return answer.body as Quote
}

describe('quotes', () => {
  it.each([
    ['two' as const, { quantity: 10, ship_to: US }, { setup_fee: 20, unit_price: 18.2, quantity: 10, subtotal: 202, shipping: 15, expedite_fee: 0, total: 217 }], // prettier-ignore
    ['four' as const, { quantity: 20, ship_to: US }, { setup_fee: 25, unit_price: 11.5, quantity: 20, subtotal: 255, shipping: 14, expedite_fee: 0, total: 269 }], // prettier-ignore
  ])("price a real package as the contract's sample does: %s layers", async (name, wish, pricing) => {
    const quote = await quoteFor({ board_id: boards[name], ...wish })
    expect(quote.pricing).toEqual({ currency: 'USD', ...pricing })
    expect(quote).toMatchObject({
      status: 'approved',
      gates: { dfm: { status: 'pass' }, policy: { status: 'pass', violations: [] } },
      lead_time: { option: 'standard', estimated_days: 10 },
    })
  })

  it('give the same price for a file, a board and a run', async () => {
    const zip = await zipOf(orderableBoard(50, 100, 2))
    const run = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip, { options_json: '{"check_ids":["min_trace_width"]}' }) })
    const texts = { quantity: '10', lead_time: 'standard', ship_to_json: JSON.stringify(ORDERING.ship_to) }
    const byFile = (await service.call('POST', '/v1/quotes', { form: formWith(zip, texts) })).body as Quote
    const byBoard = await quoteFor({ board_id: boards.two })
    const byRun = await quoteFor({ dfm_run_id: (run.body as { dfm_run_id: string }).dfm_run_id })
    for (const quote of [byBoard, byRun]) expect([quote.pricing, quote.gates]).toEqual([byFile.pricing, byFile.gates])
    // A run of one check only does not open the gate: a full one was used.
    expect(byRun.boardproof!.dfm_run_id).not.toBe((run.body as { dfm_run_id: string }).dfm_run_id)
  })

  it('are refused by the gates for a blocked board, and say why', async () => {
    const quote = await quoteFor({ board_id: boards.blocked })
    expect(quote).toMatchObject({ status: 'rejected', gates: { dfm: { status: 'fail' }, policy: { status: 'fail', violations: [{ code: 'gap_too_narrow' }] } } }) // prettier-ignore
  })

  it('hold for three days, a requote for an hour, and then cannot be ordered', async () => {
    const quote = await quoteFor({ board_id: boards.two })
    expect(Date.parse(quote.expires_at) - Date.parse(quote.created_at)).toBeGreaterThanOrEqual(3 * DAY - 50)
    expect(Date.parse(quote.expires_at) - Date.parse(quote.created_at)).toBeLessThanOrEqual(3 * DAY)
    const intent = await service.call('POST', '/v1/order-intents', { json: { ...ORDERING, board_id: boards.two } })
    const { order_intent_id } = intent.body as { order_intent_id: string }
    const requote = (await service.call('POST', `/v1/order-intents/${order_intent_id}/requote`)).body as Quote
    expect(Date.parse(requote.expires_at) - Date.parse(requote.created_at)).toBeLessThanOrEqual(HOUR)
    service.later(HOUR + 1000)
    const late = await service.call('POST', '/v1/orders', { json: { quote_id: requote.quote_id } })
    expect([late.status, codeOf(late)]).toEqual([404, 'quote_not_found'])
    expect((await service.call('GET', `/v1/quotes/${requote.quote_id}`)).body).toMatchObject({ status: 'expired' })
    expect((await service.call('POST', '/v1/orders', { json: { quote_id: quote.quote_id } })).status).toBe(200)
  })

  it('name a day for shipping that the lead time gives', async () => {
    const quote = await quoteFor({ board_id: boards.two, lead_time: 'expedite' })
    expect(quote.lead_time.estimated_days).toBe(5)
    expect(quote.lead_time.estimated_ship_date).toBe(new Date(Date.parse(quote.created_at) + 5 * DAY).toISOString().slice(0, 10))
    expect(quote.pricing.expedite_fee).toBeGreaterThan(0)
  })
})

describe('orders', () => {
  it('are one order for one quote, however often they are sent', async () => {
    const { quote_id } = await quoteFor({ board_id: boards.two })
    const json = { quote_id, po_number: 'PO-881', contact: { name: 'Ada Moss', email: 'ada@example.com' } }
    const answers = await Promise.all([1, 2, 3, 4].map(() => service.call('POST', '/v1/orders', { json })))
    expect(new Set(answers.map((a) => (a.body as Order).order_id)).size).toBe(1)
    expect((await service.call('GET', `/v1/quotes/${quote_id}`)).body).toMatchObject({ status: 'ordered' })
    const all = (await service.call('GET', '/v1/orders')).body as Order[]
    expect(all.filter((o) => o.quote_id === quote_id)).toHaveLength(1)
    expect(all[0]).toMatchObject({ quote_id, po_number: 'PO-881', contact: { name: 'Ada Moss', email: 'ada@example.com' } })
  })

  it('come from a submitted intent exactly once, also when it is submitted by many at once', async () => {
    const before = ((await service.call('GET', '/v1/orders')).body as Order[]).length
    const made = await service.call('POST', '/v1/order-intents', { json: { ...ORDERING, board_id: boards.two } })
    const path = `/v1/order-intents/${(made.body as { order_intent_id: string }).order_intent_id}`
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => service.call('POST', `${path}/submit`)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409])
    const after = (await service.call('GET', path)).body as { status: string; latest_order_id: string; latest_quote_id: string }
    expect(after.status).toBe('submitted')
    const orders = (await service.call('GET', '/v1/orders')).body as Order[]
    expect(orders).toHaveLength(before + 1)
    expect(orders[0]).toMatchObject({
      order_id: after.latest_order_id,
      quote_id: after.latest_quote_id,
      status: 'accepted',
      tracking: null,
    })
  })

  it('are what was priced: a change while the price is made makes it anew', async () => {
    const made = await service.call('POST', '/v1/order-intents', { json: { ...ORDERING, board_id: boards.four } })
    const path = `/v1/order-intents/${(made.body as { order_intent_id: string }).order_intent_id}`
    const [submitted, changed] = await Promise.all([
      service.call('POST', `${path}/submit`),
      service.call('PATCH', path, { json: { quantity: 30 } }),
    ])
    expect(submitted.status).toBe(200)
    expect([200, 409]).toContain(changed.status)
    const intent = (await service.call('GET', path)).body as { quantity: number; latest_quote_id: string }
    const quote = (await service.call('GET', `/v1/quotes/${intent.latest_quote_id}`)).body as Quote
    expect(quote.pricing.quantity).toBe(intent.quantity)
  })

  it('are moved on by the operator, step by step, with tracking', async () => {
    const { quote_id } = await quoteFor({ board_id: boards.two })
    const { order_id } = (await service.call('POST', '/v1/orders', { json: { quote_id } })).body as Order
    const operate = (...args: string[]) => runCommand('serve', 'move', order_id, ...args, '--data', service.data)
    expect(await operate('in_production')).toMatchObject({ code: 0, out: `${order_id} is in_production\n` })
    expect(await operate('shipped')).toMatchObject({ code: 2, err: expect.stringContaining('--tracking') as unknown })
    expect(await operate('delivered')).toMatchObject({ code: 2, err: expect.stringContaining('can become shipped') as unknown })
    expect(await operate('shipped', '--tracking', '1Z000AA00000000000')).toMatchObject({ code: 0 })
    const order = (await service.call('GET', `/v1/orders/${order_id}`)).body as Order
    expect(order).toMatchObject({ status: 'shipped', tracking: '1Z000AA00000000000' })
    expect(order.timeline.map((step) => step.status)).toEqual(['accepted', 'in_production', 'shipped'])
    const listed = await runCommand('serve', 'orders', '--data', service.data)
    expect(listed.out).toContain(`${order_id}  shipped`)
  })
})
