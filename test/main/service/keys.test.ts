import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKeys } from '#main/service/commands/keys.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { runCommand } from './support/run-command.ts'
import { aService, codeOf, formWith, type TestService } from './support/service.ts'
import { ORDERING } from './support/walk.ts'

let service: TestService
const zip = await zipOf(orderableBoard(30, 40, 2))

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
})

describe('keys', () => {
  it('are made, listed and revoked on the command line while the service runs; shown once, stored hashed', async () => {
    const made = await runCommand(
      'keys',
      'create',
      '--org',
      'fab',
      '--user',
      'ada',
      '--scopes',
      'read',
      '--label',
      'build server',
      '--data',
      service.data,
    )
    expect(made.code).toBe(0)
    const key = made.out.trim()
    expect(key).toMatch(/^bpk_[0-9a-f]{40}$/)
    expect((await service.call('GET', '/v1/checks', { key })).status).toBe(200)
    const id = /key_[0-9a-f]+/.exec(made.err)![0]
    const listed = await runCommand('keys', 'list', '--data', service.data)
    expect(listed.out).toContain(`${id}  ${key.slice(0, 10)}…  fab/ada  read`)
    expect(listed.out).not.toContain(key)
    for (const name of ['boardproof.sqlite', 'boardproof.sqlite-wal']) {
      expect(readFileSync(join(service.data, 'service', name)).includes(key)).toBe(false)
    }
    expect((await runCommand('keys', 'revoke', id, '--data', service.data)).code).toBe(0)
    const after = await service.call('GET', '/v1/checks', { key })
    expect([after.status, codeOf(after)]).toEqual([403, 'invalid_api_key'])
    expect((await runCommand('keys', 'revoke', id, '--data', service.data)).code).toBe(2)
  })

  it.each([
    ['scopes', ['create', '--scopes', 'all']],
    ['an organisation', ['create', '--org', 'a b']],
    ['a command', ['destroy']],
    ['a key to revoke', ['revoke']],
  ])('are refused with a sentence for a wrong call: %s', async (_what, args) => {
    await expect(async () => runKeys([...args, '--data', service.data])).rejects.toThrow(/\w{4}/)
  })

  it.each([
    ['read', 'GET', '/v1/checks', 200],
    ['read', 'POST', '/v1/boards', 403],
    ['read', 'POST', '/v1/order-intents', 403],
    ['dfm', 'POST', '/v1/boards', 200],
    ['dfm', 'GET', '/v1/orders', 403],
    ['order', 'POST', '/v1/order-intents', 200],
    ['order', 'POST', '/v1/dfm', 403],
  ] as const)('with scope %s: %s %s is %i', async (scope, method, path, status) => {
    const { key } = await service.key('acme', [scope])
    const body = method === 'GET' ? {} : path === '/v1/order-intents' ? { json: ORDERING } : { form: formWith(zip) }
    const answer = await service.call(method, path, { key, ...body })
    expect(answer.status).toBe(status)
    if (status === 403) expect(codeOf(answer)).toBe('forbidden')
  })
})

it('never shows one organisation the data of another', async () => {
  const mine = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers: { prefer: 'respond-async' } })
  const { board_id, dfm_run_id, job_id } = mine.body as Record<string, string>
  const intent = await service.call('POST', '/v1/order-intents', { json: { ...ORDERING, board_id } })
  const { order_intent_id } = intent.body as Record<string, string>
  const quote = await service.call('POST', '/v1/quotes', { json: { ...ORDERING, board_id } })
  const { quote_id } = quote.body as Record<string, string>
  const order = await service.call('POST', '/v1/orders', { json: { quote_id } })
  const { order_id } = order.body as Record<string, string>
  const { key } = await service.key('stranger')
  const seen = async (method: string, path: string, more: object = {}): Promise<string | undefined> =>
    codeOf(await service.call(method, path, { key, ...more }))
  expect(await seen('GET', `/v1/dfm-runs/${dfm_run_id}`)).toBe('dfm_run_not_found')
  expect(await seen('GET', `/v1/jobs/${job_id}`)).toBe('job_not_found')
  expect(await seen('GET', `/v1/jobs/${job_id}/events`)).toBe('job_not_found')
  expect(await seen('POST', `/v1/jobs/${job_id}/retry`)).toBe('job_not_found')
  expect(await seen('POST', '/v1/dfm', { form: formWith(null, { board_id: board_id! }) })).toBe('board_not_found')
  expect(await seen('POST', '/v1/dfm-runs', { form: formWith(null, { board_id: board_id! }) })).toBe('board_not_found')
  expect(await seen('GET', `/v1/quotes/${quote_id}`)).toBe('quote_not_found')
  expect(await seen('POST', '/v1/orders', { json: { quote_id } })).toBe('quote_not_found')
  expect(await seen('GET', `/v1/orders/${order_id}`)).toBe('order_not_found')
  expect(await seen('POST', '/v1/quotes', { json: { ...ORDERING, dfm_run_id } })).toBe('dfm_run_not_found')
  for (const [method, action] of [
    ['GET', ''],
    ['PATCH', ''],
    ['GET', '/quotes'],
    ['POST', '/requote'],
    ['POST', '/submit'],
  ] as const) {
    expect(await seen(method, `/v1/order-intents/${order_intent_id}${action}`, method === 'PATCH' ? { json: {} } : {})).toBe('forbidden')
  }
  for (const path of ['/v1/orders', '/v1/order-intents', '/v1/jobs']) expect((await service.call('GET', path, { key })).body).toEqual([])
  // A stranger's intent on a design of mine finds none.
  const theirs = await service.call('POST', '/v1/order-intents', { key, json: { ...ORDERING, board_id } })
  const id = (theirs.body as Record<string, string>)['order_intent_id']
  expect(await seen('POST', `/v1/order-intents/${id}/submit`)).toBe('board_not_found')
})

it('logs calls without keys, bodies or query strings', async () => {
  const { key, id } = await service.key()
  await service.call('GET', `/v1/orders?token=${key}`, { key })
  await service.call('GET', `/v1/orders/${key}`, { key })
  const lines = service.log.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.at(-2)).toMatchObject({ level: 'info', msg: 'call', method: 'GET', route: '/api/v1/orders', status: 200, caller: id })
  expect(service.log.join('')).not.toContain(key)
  expect(service.log.join('')).not.toMatch(/bpk_[0-9a-f]|Bearer \w|token=/)
})
