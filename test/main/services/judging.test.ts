import { describe, expect, test } from 'vitest'
import { fallbackCapability } from '#core/capability/built-in.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { Measured } from '#core/checks/check.ts'
import { contract } from '#core/ipc/contract.ts'
import { coverageOf, Judge, SHOWN_PER_CHECK } from '#main/services/judging.ts'
import type { ReviewBasis } from '#main/store/stored-review.ts'

const basis: ReviewBasis = {
  context: { origin: [0, 0], layerNames: { 'top-copper': 'Top copper' }, resolution: {} },
  summary: { required: 1, missingRequired: 0, boardAreaMm2: 100 },
}
const ring = (value: number, x = 0): Measured => ({ message: 'narrow', limit: 'via', value, at: [x, 0], layers: ['top-copper'] })
const rings = (values: readonly Measured[]): RawOutcome => ({
  id: 'min_annular_ring',
  run: { kind: 'measured', measured: values, extreme: values[0] ?? null },
  ms: 1,
})
const aJudge = (): Judge => new Judge(fallbackCapability())
const agreed = contract['board.review'].output

describe('judging', () => {
  test('adds new outcomes to those judged before', () => {
    const judge = aJudge()
    const one = rings([ring(0.01)])
    const first = judge.review([one], basis, [])
    expect([first.outcomes.length, first.findings.length, first.leftOut]).toEqual([1, 1, 0])
    const both = judge.review([one, { id: 'min_drill_size', run: { kind: 'skipped', reason: 'needs a drill file' }, ms: 0 }], basis, [])
    expect(both.outcomes.map((o) => o.outcome)).toEqual(['flagged', 'skipped'])
    expect(both).toEqual(
      aJudge().review([one, { id: 'min_drill_size', run: { kind: 'skipped', reason: 'needs a drill file' }, ms: 0 }], basis, []),
    )
  })

  test('of very many findings hands on the worst, and counts all', () => {
    const many = Array.from({ length: SHOWN_PER_CHECK + 500 }, (_, i) => ring(0.05 - i * 1e-5, i))
    const review = aJudge().review([rings(many)], basis, [])
    expect(review.findings).toHaveLength(SHOWN_PER_CHECK)
    expect(review.leftOut).toBe(500)
    expect(review.outcomes[0]!.findings).toBe(SHOWN_PER_CHECK + 500)
    expect(review.summary.errors).toBe(SHOWN_PER_CHECK + 500)
    expect(review.findings[0]!.measured).toBeCloseTo(0.05 - (many.length - 1) * 1e-5, 9)
  })

  test('figures that JSON does not know are left out, the finding is not', () => {
    const review = aJudge().review([rings([ring(-Infinity)])], basis, [])
    expect(review.findings).toMatchObject([{ measured: null, severity: 'error' }])
    expect(review.outcomes[0]!.measured).toBeNull()
    expect(agreed.safeParse(review).success).toBe(true)
  })

  test.each([
    ['a check', { ...rings([]), id: 'a_check_from_before' }],
    ['a limit', rings([{ ...ring(0.01), limit: 'a limit from before' }])],
  ])('%s that only another version had is said to need another run, never clean', (_, raw) => {
    const review = aJudge().review([raw], basis, [])
    expect(review.outcomes).toMatchObject([{ id: raw.id, outcome: 'skipped', reason: expect.stringContaining('another version') }])
    expect(agreed.safeParse(review).success).toBe(true)
  })
})

test.each([
  [{ errors: 0, checksRun: 38, checksSkipped: 0, checksCrashed: 0 }, 'no blockers · 38 of 38 checks'],
  [{ errors: 1, checksRun: 30, checksSkipped: 7, checksCrashed: 1 }, '1 blocker · 30 of 38 checks'],
  [{ errors: 12, checksRun: 0, checksSkipped: 38, checksCrashed: 0 }, '12 blockers · 0 of 38 checks'],
])('coverage of %j', (counts, text) => {
  expect(coverageOf({ ...counts, verdict: 'review', overallScore: 0, confidence: 0, warnings: 0, infos: 0, areaSqin: 0 })).toBe(text)
})
