import { describe, expect, it } from 'vitest'
import { Fingerprints } from '#core/checks/fingerprint.ts'
import { judge, standing } from '#core/checks/judge.ts'
import { resolveLimits } from '#core/capability/limits.ts'
import { builtInCapability, fallbackCapability } from '#core/capability/built-in.ts'
import { minTraceSpacing } from '#core/checks/copper_geometry/min_trace_spacing.ts'
import type { Measured, ResolvedLimit } from '#core/checks/check.ts'

const limit = (over: Partial<ResolvedLimit>): ResolvedLimit => ({
  unit: 'mm',
  direction: 'min',
  limit: 0.1,
  target: 0.15,
  source: 'test',
  from: 'default',
  ...over,
})

describe('standing of a value against a limit', () => {
  const cases: readonly [name: string, value: number, over: Partial<ResolvedLimit>, expected: string][] = [
    ['exactly at the limit of a minimum', 0.1, { target: null }, 'clean'],
    ['one resolution step below', 0.0996, { target: null }, 'clean'],
    ['clearly below', 0.099, { target: null }, 'limit'],
    ['between target and limit', 0.12, {}, 'target'],
    ['exactly at the target', 0.15, {}, 'clean'],
    ['exactly at a maximum', 0.05, { direction: 'max', limit: 0.05, target: null }, 'clean'],
    ['above a maximum', 0.06, { direction: 'max', limit: 0.05, target: 0 }, 'limit'],
    ['between target and a maximum', 0.04, { direction: 'max', limit: 0.05, target: 0 }, 'target'],
    ['above the upper bound of two', 0.25, { limitMax: 0.2, targetMax: 0.1, target: 0.1 }, 'limit'],
    ['between the upper bounds', 0.15, { limitMax: 0.2, targetMax: 0.1, target: 0.1 }, 'target'],
    ['a count of none', 0, { unit: 'count', direction: 'count', limit: 0, target: null }, 'clean'],
    ['a count of one', 1, { unit: 'count', direction: 'count', limit: 0, target: null }, 'limit'],
    ['a ratio within its tolerance', 1.0005, { unit: 'ratio', direction: 'ratio', limit: 1, limitMax: 0.001, target: null }, 'clean'],
    ['a ratio off', 1.01, { unit: 'ratio', direction: 'ratio', limit: 1, limitMax: 0.001, target: null }, 'limit'],
  ]
  it.each(cases)('%s', (_, value, over, expected) => {
    expect(standing(value, limit(over), 0.0005)).toBe(expected)
  })
})

describe('judging a measured gap', () => {
  const gap = (value: number, over: Partial<Measured> = {}): Measured => ({
    message: 'close',
    limit: 'outer',
    value,
    at: [1, 2],
    witness: [
      [1, 2],
      [1, 2.1],
    ],
    layers: ['top-copper'],
    nets: ['A', 'B'],
    ...over,
  })
  const judged = (m: Measured, id = 'jlcpcb_2layer') =>
    judge(minTraceSpacing, resolveLimits(minTraceSpacing, builtInCapability(id)!), m, 0.0005, () => 'Top copper', new Fingerprints([0, 0]))

  it('blocks below the limit and names both numbers', () => {
    expect(judged(gap(0.08))).toMatchObject({
      severity: 'error',
      tier: 'limit',
      limit: 0.1,
      measured: 0.08,
      message: '0.08 mm between two nets, 0.1 mm needed',
    })
  })
  it('advises between limit and target', () => {
    expect(judged(gap(0.12))).toMatchObject({ severity: 'warning', tier: 'target', limit: 0.15 })
  })
  it('is quiet at the target', () => expect(judged(gap(0.15))).toBeNull())
  it('never blocks on a guess', () => {
    expect(judged(gap(0.05, { basis: 'inferred' }))).toMatchObject({ severity: 'warning', basis: 'inferred' })
  })
  it('follows the capability', () => {
    expect(judged(gap(0.14), 'oshpark_2layer')).toMatchObject({ severity: 'error', limit: 0.1524 })
  })
})

describe('limits of a capability', () => {
  it('says when the conservative set fills a gap', () => {
    const resolved = resolveLimits(minTraceSpacing, builtInCapability('nextpcb')!)['outer']!
    expect(resolved).toMatchObject({ from: 'fallback', limit: 0.15 })
    expect(resolved.source).toContain('NextPCB gives no figure')
  })
  it('drops a target that is looser than the limit', () => {
    expect(resolveLimits(minTraceSpacing, fallbackCapability())['outer']).toMatchObject({ limit: 0.15, target: null })
  })
})
