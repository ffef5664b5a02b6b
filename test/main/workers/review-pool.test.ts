import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { reviewPool, type JobFollower, type ReviewPool } from '#main/workers/review-pool.ts'
import type { ReviewJob, WorkReport } from '#main/workers/review-protocol.ts'
import { bigGerber, smallZip } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const aPool = (size: number): ReviewPool => {
  const pool = reviewPool(size)
  onTestFinished(() => pool.close())
  return pool
}
let small = ''
beforeAll(async () => {
  small = join(mkdtempSync(join(tmpdir(), 'boardproof-test-')), 'amp.zip')
  writeFileSync(small, await smallZip())
})
afterAll(() => rmSync(dirname(small), { recursive: true }))
const job = (change: Partial<ReviewJob> = {}): ReviewJob => ({
  source: { kind: 'paths', paths: [small] },
  contents: temporaryFolder(),
  capability: fallbackCapability(),
  extraCapabilities: [],
  ...change,
})
const listener = (): JobFollower & { readonly reports: WorkReport[] } => {
  const reports: WorkReport[] = []
  return { reports, onReport: (report) => reports.push(report), rolesFor: () => [] }
}
const slowFolder = (): string => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'slow-F_Cu.gbr'), bigGerber(150_000))
  return folder
}

test('a job reports in the order of the work, and the roles asked for are used', async () => {
  const follower = listener()
  const roles = { path: 'sample-F_Paste.gbr', role: 'adhesive', side: 'top', order: null, plating: null } as const
  const end = await aPool(1).run(job(), { ...follower, rolesFor: (read) => (read.files.some((f) => f.path === roles.path) ? [roles] : []) })
    .end
  expect(end).toMatchObject({ kind: 'done', netCount: expect.any(Number) })
  const kinds = follower.reports.map((r) => r.kind).filter((kind, i, all) => kind !== 'progress' && all.indexOf(kind) === i)
  expect(kinds).toEqual(['package', 'files', 'board', 'check'])
  const files = follower.reports.findLast((r) => r.kind === 'files')!
  expect(files.kind === 'files' && files.files.find((f) => f.path === roles.path)).toMatchObject({ role: 'adhesive', chosen: true })
})

test('a job that breaks ends as crashed with its reason; the next one runs', async () => {
  const pool = aPool(1)
  const file = join(temporaryFolder(), 'occupied')
  writeFileSync(file, '')
  const end = await pool.run(job({ contents: join(file, 'blobs') }), listener()).end
  expect(end).toMatchObject({ kind: 'crashed', message: expect.stringMatching(/ENOTDIR|EEXIST/) })
  expect((await pool.run(job(), listener()).end).kind).toBe('done')
})

/** Half a million net names: they lie in the thread's own heap, not in tables. */
const manyNets = (): string => {
  const lines = ['%FSLAX46Y46*%', '%MOMM*%', '%TF.FileFunction,Copper,L1,Top*%', '%ADD10C,0.2*%', 'D10*']
  for (let i = 0; i < 500_000; i++) lines.push(`%TO.N,a net with a name of its own ${i}*%`, `X${i}Y${i}D03*`)
  return [...lines, 'M02*', ''].join('\n')
}

test('a thread that runs out of memory is replaced; only its own job is lost', async () => {
  const pool = reviewPool(1, { heapMb: 96 })
  onTestFinished(() => pool.close())
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'nets-F_Cu.gbr'), manyNets())
  const end = await pool.run(job({ source: { kind: 'paths', paths: [folder] } }), listener()).end
  expect(end).toMatchObject({ kind: 'crashed', message: expect.stringMatching(/memory/) })
  expect((await pool.run(job(), listener()).end).kind).toBe('done')
})

test('threads that cannot even start end their jobs instead of being tried for ever', async () => {
  const pool = reviewPool(1, { heapMb: 4 })
  onTestFinished(() => pool.close())
  const [one, two] = [pool.run(job(), listener()), pool.run(job(), listener())]
  expect((await one.end).kind).toBe('crashed')
  expect((await two.end).kind).toBe('crashed')
  expect((await pool.run(job(), listener()).end).kind).toBe('crashed')
})

test('a waiting job can be taken back; a running one stops, even inside one long step', { timeout: 120_000 }, async () => {
  const pool = aPool(1)
  const follower = listener()
  const slow = pool.run(job({ source: { kind: 'paths', paths: [slowFolder()] } }), follower)
  const waiting = pool.run(job(), listener())
  await waiting.cancel()
  expect(await waiting.end).toEqual({ kind: 'cancelled' })
  // The list of files is told before the first one is read: the thread is inside a file from now on.
  await expect.poll(() => follower.reports.some((r) => r.kind === 'files'), { timeout: 30_000 }).toBe(true)
  await slow.cancel()
  expect(await slow.end).toEqual({ kind: 'cancelled' })
  expect((await pool.run(job(), listener()).end).kind).toBe('done')
})

test('several jobs run beside one another on several threads, each with its own reports', async () => {
  const pool = aPool(2)
  const followers = [listener(), listener(), listener()]
  const ends = await Promise.all(followers.map((follower) => pool.run(job(), follower).end))
  expect(ends.map((end) => end.kind)).toEqual(['done', 'done', 'done'])
  const checks = followers.map(({ reports }) => reports.filter((r) => r.kind === 'check').map((r) => r.raw.id))
  expect(checks[1]).toEqual(checks[0])
  expect(checks[2]).toEqual(checks[0])
  expect(checks[0]!.length).toBeGreaterThan(30)
})

test('closing ends what runs and what waits', async () => {
  const pool = reviewPool(1)
  const running = pool.run(job({ source: { kind: 'paths', paths: [slowFolder()] } }), listener())
  const waiting = pool.run(job(), listener())
  await pool.close()
  expect((await running.end).kind).toBe('cancelled')
  expect((await waiting.end).kind).toBe('cancelled')
  expect(await pool.run(job(), listener()).end).toEqual({ kind: 'cancelled' })
})
