import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, codeOf, formWith, type Answer, type TestService } from './support/service.ts'

const zip = await zipOf(orderableBoard(50, 100, 2))
const other = await zipOf(orderableBoard(60, 80, 2))

let service: TestService

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
})

const jobCount = async (): Promise<number> => ((await service.call('GET', '/v1/jobs')).body as readonly unknown[]).length

it('replays the same answer for the same key and body, also after a restart', async () => {
  const send = (path: string, key: string): Promise<Answer> =>
    service.call('POST', path, { form: formWith(zip), headers: { 'idempotency-key': key } })
  const board = await send('/v1/boards', 'board-1')
  const run = await send('/v1/dfm-runs', 'run-1')
  await service.restart()
  const again = [await send('/v1/boards', 'board-1'), await send('/v1/dfm-runs', 'run-1')]
  expect(again.map((a) => a.body)).toEqual([board.body, run.body])
  expect(again.map((a) => a.headers.get('idempotency-replayed'))).toEqual(['true', 'true'])
  expect(run.headers.has('idempotency-replayed')).toBe(false)
  expect(await jobCount()).toBe(1)
})

it('runs concurrent twins once and answers both alike', async () => {
  const before = await jobCount()
  const twins = await Promise.all(
    Array.from({ length: 8 }, () => service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers: { 'idempotency-key': 'twin' } })),
  )
  expect(new Set(twins.map((t) => t.status))).toEqual(new Set([200]))
  expect(new Set(twins.map((t) => JSON.stringify(t.body))).size).toBe(1)
  expect(twins.filter((t) => t.headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
  expect(await jobCount()).toBe(before + 1)
})

it('refuses another body and another call under a used key, and takes the key of another organisation', async () => {
  const before = await jobCount()
  const headers = { 'idempotency-key': 'one' }
  await service.call('POST', '/v1/boards', { form: formWith(zip), headers })
  const changed = await service.call('POST', '/v1/boards', { form: formWith(other), headers })
  const elsewhere = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers })
  expect([changed.status, codeOf(changed), elsewhere.status, codeOf(elsewhere)]).toEqual([
    422,
    'idempotency_key_reused',
    422,
    'idempotency_key_reused',
  ])
  const { key } = await service.key('other')
  expect((await service.call('POST', '/v1/boards', { form: formWith(other), headers, key })).status).toBe(200)
  expect(await jobCount()).toBe(before)
})

it('forgets a key after a day', async () => {
  const headers = { 'idempotency-key': 'old' }
  await service.call('POST', '/v1/boards', { form: formWith(zip), headers })
  service.later(24 * 60 * 60 * 1000 + 1)
  const answer = await service.call('POST', '/v1/boards', { form: formWith(other), headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.has('idempotency-replayed')).toBe(false)
})

it('keeps identical content once an organisation, and drops folders from names', async () => {
  const first = await service.call('POST', '/v1/boards', { form: formWith(zip, {}, 'first.zip') })
  const second = await service.call('POST', '/v1/boards', { form: formWith(zip, {}, '../../up/second.zip') })
  const id = (a: Answer): unknown => (a.body as { board_id: string }).board_id
  expect(id(second)).toBe(id(first))
  expect((second.body as { filename: string }).filename).toBe('second.zip')
  const { key } = await service.key('third')
  expect(id(await service.call('POST', '/v1/boards', { form: formWith(zip), key }))).not.toBe(id(first))
})
