import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DfmRun } from '#core/asap/dfm.ts'
import type { Quote } from '#core/asap/quote.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, formWith, type TestService } from './support/service.ts'
import { ORDERING } from './support/walk.ts'

const DAY = 24 * 60 * 60 * 1000
const KEEP_DAYS = 30
const WIDTHS = { idle: 50, quoted: 51, ordered: 52, drafted: 53, oldDraft: 54, sentAgain: 55, checkedAgain: 56 } as const
type Name = keyof typeof WIDTHS

let service: TestService
const boards = {} as Record<Name, string>

const upload = async (name: Name): Promise<string> =>
  (
    (await service.call('POST', '/v1/boards', { form: formWith(await zipOf(orderableBoard(WIDTHS[name], 40, 2))) })).body as {
      board_id: string
    }
  ).board_id
const post = async <T>(path: string, json: object): Promise<T> => (await service.call('POST', path, { json })).body as T
const draft = async (name: Name): Promise<string> =>
  (await post<{ order_intent_id: string }>('/v1/order-intents', { ...ORDERING, board_id: boards[name] })).order_intent_id
const quote = (name: Name): Promise<Quote> => post('/v1/quotes', { ...ORDERING, board_id: boards[name] })
const blobs = (): number =>
  readdirSync(join(service.data, 'service/blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
/** Whether the board can still be quoted: its files are needed for it. */
const isThere = async (name: Name): Promise<boolean> =>
  (await service.call('POST', '/v1/quotes', { json: { ...ORDERING, board_id: boards[name] } })).status === 200

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data, keepDays: KEEP_DAYS }, (stop) => afterAll(stop))
  for (const name of Object.keys(WIDTHS) as Name[]) boards[name] = await upload(name)
}, 60_000)

it('what nobody used for the given days goes; what was ordered or used since stays', async () => {
  await quote('quoted')
  const ordered = await post<{ order_id: string }>('/v1/orders', { quote_id: (await quote('ordered')).quote_id })
  const intent = await draft('drafted')
  const oldIntent = await draft('oldDraft')
  await post(`/v1/order-intents/${oldIntent}/requote`, {})

  service.later((KEEP_DAYS - 1) * DAY)
  expect(await upload('sentAgain')).toBe(boards.sentAgain)
  const run = await service.call('POST', '/v1/dfm-runs', { form: formWith(await zipOf(orderableBoard(WIDTHS.checkedAgain, 40, 2))) })
  await service.call('PATCH', `/v1/order-intents/${intent}`, { json: { notes: 'soon' } })
  await service.restart()
  expect(blobs()).toBe(Object.keys(WIDTHS).length)

  service.later(2 * DAY)
  await service.restart()
  expect(blobs()).toBe(4)
  expect((await service.call('GET', `/v1/orders/${ordered.order_id}`)).status).toBe(200)
  expect((await service.call('GET', `/v1/dfm-runs/${(run.body as DfmRun).dfm_run_id}`)).status).toBe(200)
  expect((await service.call('GET', `/v1/order-intents/${intent}`)).status).toBe(200)
  expect((await service.call('GET', `/v1/order-intents/${oldIntent}`)).status).toBe(404)
  const there = await Promise.all((Object.keys(WIDTHS) as Name[]).map(async (name) => [name, await isThere(name)] as const))
  expect(Object.fromEntries(there)).toEqual({
    idle: false,
    quoted: false,
    ordered: true,
    drafted: true,
    oldDraft: false,
    sentAgain: true,
    checkedAgain: true,
  })
}, 120_000)

it('a board that was removed is taken again', async () => {
  const again = await upload('idle')
  expect(again).not.toBe(boards.idle)
  boards.idle = again
  expect(await isThere('idle')).toBe(true)
}, 60_000)
