import { describe, expect, test } from 'vitest'
import type { Finding } from '#core/checks/finding.ts'
import { IN_PLACE } from '#core/review/placement.ts'
import { applyWaivers, isCovered, scopeOf, type Present, type Waiver } from '#core/review/waivers.ts'
import { isWorse } from '#core/review/worse.ts'
import { aFinding } from '#test/core/review/support.ts'

const NOW = 1_800_000_000_000

const present = (revision: number, now = NOW, dx = 0): Present => ({
  revision,
  now,
  context: () => ({ placement: { ...IN_PLACE, dx }, older: null, newer: null }),
})

const aWaiver = (covered: readonly Finding[], change: Partial<Waiver> = {}): Waiver => ({
  id: 'w',
  scope: 'place',
  checkId: 'min_annular_ring',
  cause: 'min_annular_ring:narrow',
  reason: 'prototype',
  author: 'Ada',
  createdAt: NOW - 1000,
  expiry: { kind: 'none' },
  revision: 1,
  covered,
  ...change,
})

const then = aFinding()

describe('a waiver after a new revision', () => {
  const cases: readonly { name: string; now: readonly Finding[]; waiver?: Partial<Waiver>; at?: number; dx?: number; standing: string; open: number }[] = [
    { name: 'is same where nothing changed', now: [then], standing: 'same', open: 0 },
    { name: 'is same under another name, file and a little better', now: [aFinding({ fingerprint: 'g', measured: 0.1, files: [{ path: 'x', line: 1 }] })], standing: 'same', open: 0 },
    { name: 'is same on a shifted board', now: [aFinding({ at: { x: 7.54, y: 5 } })], dx: 2.54, standing: 'same', open: 0 },
    { name: 'is worse where it measures less, and open again', now: [aFinding({ measured: 0.05 })], standing: 'worse', open: 1 },
    { name: 'is same within the rounding of an export', now: [aFinding({ measured: 0.0775 })], standing: 'same', open: 0 },
    { name: 'is worse where it became graver', now: [aFinding({ severity: 'error' })], waiver: { covered: [aFinding({ severity: 'warning' })] }, standing: 'worse', open: 1 },
    { name: 'is gone where nothing is left', now: [], standing: 'gone', open: 0 },
    { name: 'does not cover another place', now: [aFinding({ at: { x: 15, y: 5 } })], standing: 'gone', open: 1 },
    { name: 'does not cover another check at its place', now: [aFinding({ checkId: 'min_trace_width', cause: 'min_trace_width:thin' })], standing: 'gone', open: 1 },
    { name: 'lapses with the next revision', now: [then], waiver: { expiry: { kind: 'next-revision' } }, standing: 'lapsed', open: 1 },
    { name: 'lapses on its date', now: [then], waiver: { expiry: { kind: 'date', at: NOW } }, standing: 'lapsed', open: 1 },
    { name: 'holds until its date', now: [then], waiver: { expiry: { kind: 'date', at: NOW + 1 } }, standing: 'same', open: 0 },
  ] // prettier-ignore
  test.each(cases)('$name', ({ now, waiver, dx, standing, open }) => {
    const { states, by } = applyWaivers([aWaiver([then], waiver)], now, present(2, NOW, dx))
    expect(states[0]!.standing).toBe(standing)
    expect(now.filter((f) => !isCovered(by.get(f)))).toHaveLength(open)
  })

  test('keeps its reason for what it no longer covers', () => {
    const now = aFinding({ measured: 0.02 })
    const { by, states } = applyWaivers([aWaiver([then])], [now], present(2))
    expect(by.get(now)).toMatchObject({ standing: 'worse', waiver: { reason: 'prototype' } })
    expect(states[0]).toMatchObject({ covers: [], reopened: [now] })
  })
})

describe('on the revision it was given on, a waiver', () => {
  test('for the next revision still holds, by exact name', () => {
    const other = aFinding({ fingerprint: 'g', at: { x: 5.01, y: 5 } })
    const { by } = applyWaivers([aWaiver([then], { expiry: { kind: 'next-revision' } })], [then, other], present(1))
    expect([then, other].map((f) => isCovered(by.get(f)))).toEqual([true, false])
  })

  test('does not cover the same place when another fab makes it graver', () => {
    const mild = aFinding({ severity: 'warning', limit: 0.09 })
    const { states } = applyWaivers([aWaiver([mild])], [then], present(1))
    expect(states[0]!.standing).toBe('worse')
  })
})

describe('the scope of a waiver', () => {
  const places = [0.08, 0.05, 0.1].map((measured, i) => aFinding({ fingerprint: `p${i}`, at: { x: 10 * i, y: 0 }, measured }))
  const breakout = aFinding({ fingerprint: 'b', cause: 'min_annular_ring:breakout', measured: -0.01, at: { x: 50, y: 0 } })
  const all = [...places, breakout]

  test.each([
    ['place', ['p0']],
    ['group', ['p1', 'p0', 'p2']],
    ['check', ['b', 'p0', 'p1', 'p2']],
  ] as const)('%s covers so many, worst first', (scope, names) =>
    expect(scopeOf(places[0]!, scope, all).map((f) => f.fingerprint)).toEqual(names),
  )

  test('a group does not cover a place that came later, a check does', () => {
    const later = aFinding({ fingerprint: 'p9', at: { x: 90, y: 0 }, measured: 0.09 })
    const given = (scope: 'group' | 'check') => aWaiver(scopeOf(places[0]!, scope, all), { scope })
    const covered = (scope: 'group' | 'check') => isCovered(applyWaivers([given(scope)], [...all, later], present(2)).by.get(later))
    expect([covered('group'), covered('check')]).toEqual([false, true])
  })

  test('a check does not cover what is worse than the worst of its cause', () => {
    const worse = aFinding({ fingerprint: 'p9', at: { x: 90, y: 0 }, measured: 0.03 })
    const waiver = aWaiver(scopeOf(places[0]!, 'check', all), { scope: 'check' })
    const { by, states } = applyWaivers([waiver], [...all, worse], present(2))
    expect([isCovered(by.get(worse)), isCovered(by.get(places[1]!)), states[0]!.standing]).toEqual([false, true, 'worse'])
  })
})

test('of two waivers the one that covers counts', () => {
  const worse = aFinding({ measured: 0.05 })
  const { by } = applyWaivers([aWaiver([then], { id: 'old' }), aWaiver([worse], { id: 'new', revision: 2 })], [worse], present(2))
  expect(by.get(worse)).toMatchObject({ waiver: { id: 'new' }, standing: 'same' })
})

test.each([
  ['less where more is needed', { measured: 0.05 }, {}, true],
  ['more where more is needed', { measured: 0.11 }, {}, false],
  ['more where less is needed', { measured: 9, limit: 8, unit: 'ratio' }, { measured: 8.5, limit: 8, unit: 'ratio' }, true],
  ['a count that rose', { measured: 3, limit: 0, unit: 'count' }, { measured: 2, limit: 0, unit: 'count' }, true],
  ['nothing measured', { measured: null }, { measured: null }, false],
  ['another unit', { measured: 0.01, unit: 'mm2' }, {}, false],
  ['a milder one', { severity: 'info' }, {}, false],
] as const)('worse: %s', (_, now, before, expected) => expect(isWorse(aFinding(now), aFinding(before))).toBe(expected))
