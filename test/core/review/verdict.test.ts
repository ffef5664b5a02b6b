import { describe, expect, it } from 'vitest'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { summarize } from '#core/review/verdict.ts'

const outcome = (id: string, over: Partial<CheckOutcome> = {}): CheckOutcome => ({
  id,
  title: id,
  category: 'copper_geometry',
  tier: 1,
  outcome: 'clean',
  measured: null,
  limit: null,
  target: null,
  limitSource: null,
  findings: 0,
  ms: 0,
  ...over,
})

const finding = (checkId: string, severity: Finding['severity']): Finding => ({
  fingerprint: `${checkId}${severity}`,
  checkId,
  severity,
  tier: 'limit',
  message: '',
  cause: checkId,
  layers: [],
  measured: null,
  limit: null,
  unit: 'mm',
  at: null,
  witness: [],
  boundsMm: null,
  nets: [],
  objects: [],
  files: [],
  fix: '',
  basis: 'measured',
})

const file = (sureness: number): IdentifiedFile => ({
  path: `f${sureness}`,
  sha256: '',
  bytes: 1,
  format: 'gerber',
  role: 'copper',
  side: 'top',
  order: 1,
  plating: null,
  span: null,
  sureness,
  evidence: [],
  conflicts: [],
  reason: null,
  problems: [],
  gerber: null,
  drill: null,
  drillReading: null,
})

const sum = (outcomes: readonly CheckOutcome[], findings: readonly Finding[] = [], missingRequired = 0, files = [file(1)]) =>
  summarize({ outcomes, findings, files, required: 6, missingRequired, boardAreaMm2: 645.16 })

describe('verdict', () => {
  const cases: readonly [string, ReturnType<typeof sum>, string][] = [
    ['all clean', sum([outcome('a')]), 'clear'],
    ['an error', sum([outcome('a', { outcome: 'flagged' })], [finding('a', 'error')]), 'blocked'],
    ['a warning', sum([outcome('a', { outcome: 'flagged' })], [finding('a', 'warning')]), 'review'],
    ['a note only', sum([outcome('a', { outcome: 'flagged' })], [finding('a', 'info')]), 'clear'],
    ['a skipped check of the first tier', sum([outcome('a', { outcome: 'skipped' })]), 'review'],
    ['a skipped check of the second tier', sum([outcome('a', { outcome: 'skipped', tier: 2 })]), 'clear'],
    ['a crash', sum([outcome('a', { outcome: 'crashed', tier: 2 })]), 'review'],
    ['a file whose role is a guess', sum([outcome('a')], [], 0, [file(0.4)]), 'review'],
  ]
  it.each(cases)('%s', (_, summary, verdict) => expect(summary.verdict).toBe(verdict))

  it('gives the area in square inches', () => expect(sum([outcome('a')]).areaSqin).toBe(1))
})

describe('score', () => {
  const flagged = [outcome('a', { outcome: 'flagged' }), outcome('b')]
  it('rises or stays when a finding is fixed', () => {
    const severities = ['error', 'warning', 'info'] as const
    for (const first of severities)
      for (const second of severities) {
        const two = sum(flagged, [finding('a', first), finding('a', second)]).overallScore
        const one = sum(flagged, [finding('a', first)]).overallScore
        expect(one).toBeGreaterThanOrEqual(two)
        expect(sum([outcome('a'), outcome('b')]).overallScore).toBeGreaterThanOrEqual(one)
      }
  })
  it('never rises when a required layer is lost, however bad the board was', () => {
    const many = Array.from({ length: 500 }, () => finding('a', 'error'))
    const whole = sum([outcome('a', { outcome: 'flagged' })], many)
    const without = sum([outcome('a')], [], 1)
    expect(without.overallScore).toBeLessThan(whole.overallScore)
    expect(without.confidence).toBeLessThan(whole.confidence)
  })
  it('counts a crash as nothing', () => {
    expect(sum([outcome('a', { outcome: 'crashed' })]).overallScore).toBeLessThan(
      sum([outcome('a', { outcome: 'flagged' })], [finding('a', 'error')]).overallScore,
    )
  })
  it('stays within 0 and 1', () => {
    for (const s of [sum([]), sum([outcome('a')]), sum([], [], 6, [])]) {
      expect(s.overallScore).toBeGreaterThanOrEqual(0)
      expect(s.overallScore).toBeLessThanOrEqual(1)
      expect(s.confidence).toBeGreaterThanOrEqual(0)
      expect(s.confidence).toBeLessThanOrEqual(1)
    }
  })
})
