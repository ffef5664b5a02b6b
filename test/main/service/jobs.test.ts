import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DfmRun, DfmRunAnswer, DfmRunPending } from '#core/asap/dfm.ts'
import { job, type Job } from '#core/asap/job.ts'
import { serviceIds } from '#main/service/store/ids.ts'
import { runsRepo } from '#main/service/store/runs.repo.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, codeOf, formWith, type TestService } from './support/service.ts'
import { whileContentsAreDamaged } from './support/walk.ts'

const zip = await zipOf(smallBoard())
let service: TestService

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
})

const jobs = async (): Promise<readonly Job[]> => (await service.call('GET', '/v1/jobs')).body as Job[]

const ASYNC = { prefer: 'respond-async' }

const start = async (key?: string): Promise<DfmRunPending> => {
  const answer = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers: ASYNC, ...(key ? { key } : {}) })
  expect([answer.status, answer.headers.get('preference-applied')]).toEqual([202, 'respond-async'])
  return answer.body as DfmRunPending
}

const ended = async (jobId: string): Promise<Job> => {
  for (;;) {
    const state = (await service.call('GET', `/v1/jobs/${jobId}`)).body as Job
    if (state.status === 'succeeded' || state.status === 'failed') return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it('answers at once when asked to, and lets the run be polled until its result is there', async () => {
  const run = await start()
  expect(await ended(run.job_id)).toMatchObject({ status: 'succeeded', attempts: 1, error: null, dfm_run_id: run.dfm_run_id })
  const read = await service.call('GET', `/v1/dfm-runs/${run.dfm_run_id}`)
  expect(read.status).toBe(200)
  expect((read.body as DfmRun).result.summary.issues_count).toBe(3)
})

it('tells the steps of a job as events until it is over', async () => {
  const { key } = await service.key()
  const run = await start(key)
  const reply = await fetch(`${service.address()}/api/v1/jobs/${run.job_id}/events`, { headers: { authorization: `Bearer ${key}` } })
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const events = (await reply.text())
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => /^event: (\w+)\ndata: (.*)$/.exec(block)!.slice(1) as [string, string])
  for (const [, data] of events) job.parse(JSON.parse(data))
  expect(events.at(-1)![0]).toBe('end')
  expect(events.slice(0, -1).map(([name]) => name)).toEqual(events.slice(0, -1).map(() => 'progress'))
  expect(JSON.parse(events.at(-1)![1])).toMatchObject({ status: 'succeeded' })
})

it('goes on with waiting and running jobs after a stop, and loses none', async () => {
  const runs = [await start(), await start(), await start()]
  await service.restart()
  for (const run of runs) expect(await ended(run.job_id)).toMatchObject({ status: 'succeeded', attempts: 1 })
})

it('ends the events of a job that still waits when it stops', async () => {
  const { key } = await service.key()
  const runs = [await start(key), await start(key)]
  const reply = await fetch(`${service.address()}/api/v1/jobs/${runs[1]!.job_id}/events`, { headers: { authorization: `Bearer ${key}` } })
  await service.restart()
  expect(await reply.text()).toMatch(/^event: \w+\ndata: /)
  for (const run of runs) expect(await ended(run.job_id)).toMatchObject({ status: 'succeeded' })
})

it('tells a caller who waits that the service stops, and that the run goes on', async () => {
  const before = (await jobs()).length
  const waiting = service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers: { 'idempotency-key': 'k' } })
  await until(async () => (await jobs()).length > before)
  await service.restart()
  const answer = await waiting
  // The run may have been quicker than the stop.
  if (answer.status !== 200) expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
  const again = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip), headers: { 'idempotency-key': 'k' } })
  expect(again.status).toBe(200)
  expect(await jobs()).toHaveLength(before + 1)
})

it('lets a failed run be seen and tried again', async () => {
  const { board_id: board } = (await service.call('POST', '/v1/boards', { form: formWith(zip) })).body as { board_id: string }
  const failed = await whileContentsAreDamaged(service, () =>
    service.call('POST', '/v1/dfm-runs', { form: formWith(null, { board_id: board }) }),
  )
  expect([failed.status, codeOf(failed)]).toEqual([500, 'dfm_failed'])
  const { job_id, dfm_run_id } = (failed.body as { detail: { details: { job_id: string; dfm_run_id: string } } }).detail.details
  const read = await service.call('GET', `/v1/dfm-runs/${dfm_run_id}`)
  expect([read.status, codeOf(read)]).toEqual([500, 'dfm_failed'])
  expect((await service.call('GET', `/v1/jobs/${job_id}`)).body).toMatchObject({ status: 'failed', error: { code: 'dfm_failed' } })
  const retried = await service.call('POST', `/v1/jobs/${job_id}/retry`)
  expect(retried.body).toMatchObject({ job_id, status: 'queued' })
  expect(await ended(job_id)).toMatchObject({ status: 'succeeded', error: null })
  expect((await service.call('GET', `/v1/dfm-runs/${dfm_run_id}`)).status).toBe(200)
})

it('refuses a damaged package by what is wrong with it', async () => {
  const damaged = zip.slice()
  damaged.fill(0, 60, 400)
  const answer = await service.call('POST', '/v1/dfm-runs', { form: formWith(damaged) })
  expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid_file'])
  expect((answer.body as { detail: { message: string } }).detail.message).toMatch(/damaged/)
})

it('runs the named checks only, and gives the package back when asked', async () => {
  const options_json = '{"check_ids":["min_annular_ring","min_trace_spacing"],"include_gerber_b64":true}'
  const made = (await service.call('POST', '/v1/dfm-runs', { form: formWith(zip, { options_json }) })).body as DfmRunAnswer
  expect(made.result.summary).toMatchObject({ checks_run: 2, issues_count: 2 })
  expect(made.result.issues.map((i) => [i.code, i.location])).toEqual([
    ['min_annular_ring', 'Layer: F.Cu, X:23.60,Y:24.50'],
    ['min_trace_spacing', 'Layer: F.Cu, X:33.15,Y:14.00'],
  ])
  const read = (await service.call('GET', `/v1/dfm-runs/${made.dfm_run_id}`)).body as DfmRun
  for (const { gerber_b64 } of [made.result, read.result]) expect(new Uint8Array(Buffer.from(gerber_b64!, 'base64'))).toEqual(zip)
  const once = await service.call('POST', '/v1/dfm', { form: formWith(zip, { options_json }) })
  expect((once.body as { result: unknown }).result).toEqual(made.result)
})

it('keeps nothing of an analysis at once', async () => {
  const blobs = (): readonly string[] =>
    readdirSync(join(service.data, 'service', 'blobs'), { recursive: true })
      .map(String)
      .sort()
  const before = { blobs: blobs(), jobs: await jobs() }
  const answer = await service.call('POST', '/v1/dfm', { form: formWith(await zipOf(orderableBoard(30, 40, 2))) })
  expect(answer.status).toBe(200)
  expect({ blobs: blobs(), jobs: await jobs() }).toEqual(before)
  expect(readdirSync(join(service.data, 'service', 'transient'))).toEqual([])
})

// The last one: it stops the service.
it('gives up a job that ended the process three times', async () => {
  const run = await start()
  await ended(run.job_id)
  await service.stop()
  const db = new SqliteDatabase(join(service.data, 'service', 'boardproof.sqlite'))
  try {
    db.prepare(`UPDATE job SET state = 'running', attempts = 3 WHERE id = ?`).run(run.job_id)
    const runs = runsRepo(db, serviceIds, () => undefined)
    expect(runs.recover(3)).toEqual({ queued: 0, failed: 1 })
    expect(runs.byId(run.dfm_run_id)!.job).toMatchObject({ state: 'failed', error: { code: 'dfm_failed' } })
  } finally {
    db.close()
  }
})

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
