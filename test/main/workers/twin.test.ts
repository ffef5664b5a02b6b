import { expect, onTestFinished, test } from 'vitest'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { allChecks } from '#core/checks/index.ts'
import { ReviewCancelled, reviewPackage, type PackageInput, type Review, type ReviewHooks } from '#core/run/review-package.ts'
import { startTwin, WORTH_BYTES, type Twin } from '#main/workers/twin.ts'

const input: PackageInput = { name: 'Sample board', sha256: '0'.repeat(64), bytes: 0, files: writePackage(sampleBoard()), problems: [] }
const options = { capability: fallbackCapability() }
const clock = (): number => performance.now()

const aTwin = (): Twin => {
  const twin = startTwin(0)
  onTestFinished(() => twin.close())
  return twin
}

/** All that a review found, without how long it took. */
const resultOf = ({ outcomes, findings, summary, netCount, netNames, raw }: Review) => ({
  outcomes: outcomes.map(({ ms: _, ...rest }) => rest),
  raw: raw.map(({ id, run }) => ({ id, run })),
  findings,
  summary,
  netCount,
  netNames,
})

const alone = async () => resultOf(await reviewPackage(input, options, { clock }))

test('two threads find what one finds, in the same order, and both take part', async () => {
  const twin = aTwin()
  const ended: string[] = []
  const counts: number[] = []
  const hooks: ReviewHooks = { clock, onCheck: ({ outcome }, done) => (ended.push(outcome.id), counts.push(done)) }
  const catalogue = allChecks.map(({ id }) => id)
  const tookPart = (): boolean => ended.length > 0 && ended.some((id, i) => id !== catalogue[i])
  // A busy machine may not have let the second thread begin in time.
  for (let k = 0; k < 5 && !tookPart(); k++) {
    ended.length = 0
    expect(resultOf(await twin.review(input, options, hooks))).toEqual(await alone())
  }
  expect(ended.toSorted()).toEqual(catalogue.toSorted())
  expect(tookPart()).toBe(true)
  expect(counts.slice(-catalogue.length)).toEqual(catalogue.map((_, i) => i + 1))
}, 60_000)

test('a small package is not shared: its checks end in the order of the catalogue', async () => {
  const twin = startTwin(WORTH_BYTES.warm)
  const ended: string[] = []
  await twin.review(input, options, { clock, onCheck: ({ outcome }) => ended.push(outcome.id) })
  expect(ended).toEqual(allChecks.map(({ id }) => id))
  await twin.close()
}, 60_000)

test('roles and single checks hold in both threads', async () => {
  const chosen = {
    ...options,
    checks: ['min_trace_width', 'missing_required_layers', 'silkscreen_on_copper'],
    overrides: [{ path: 'sample-F_Mask.gbr', role: 'document', side: null, order: null, plating: null }] as const,
  }
  const twin = aTwin()
  expect(resultOf(await twin.review(input, chosen, { clock }))).toEqual(resultOf(await reviewPackage(input, chosen, { clock })))
}, 60_000)

test('a second thread that ends in the middle costs time, not findings', async () => {
  const twin = aTwin()
  let closing: Promise<void> | null = null
  const review = await twin.review(input, options, { clock, onCheck: () => void (closing ??= twin.close()) })
  expect(resultOf(review)).toEqual(await alone())
  await closing
  // The next review starts a new one.
  expect(resultOf(await twin.review(input, options, { clock }))).toEqual(await alone())
}, 60_000)

test('a review that is cancelled ends as such, and the next one is whole', async () => {
  const twin = aTwin()
  let checks = 0
  const cancelled = twin.review(input, options, { clock, onCheck: () => checks++, cancelled: () => checks >= 3 })
  await expect(cancelled).rejects.toBeInstanceOf(ReviewCancelled)
  expect(resultOf(await twin.review(input, options, { clock }))).toEqual(await alone())
}, 60_000)

test('of two reviews at once both are right', async () => {
  const twin = aTwin()
  const both = await Promise.all([twin.review(input, options, { clock }), twin.review(input, options, { clock })])
  const expected = await alone()
  for (const review of both) expect(resultOf(review)).toEqual(expected)
}, 60_000)
