import { describe, expect, test } from 'vitest'
import { groupFindings, NO_FILTER, NOTHING_DECIDED, stepFinding, walkOrder, type FindingFilter } from '#renderer/state/finding-groups.ts'
import { findingRows } from '#renderer/state/finding-rows.ts'
import { findingBox } from '#renderer/state/show-finding.ts'
import { barShares } from '#renderer/views/review/measure-bar.tsx'
import { findings, outcomes } from '../support/fake-review.ts'

const sections = groupFindings(findings, outcomes, NO_FILTER)
const section = (id: string): (typeof sections)[number] => sections.find((s) => s.id === id)!

describe('groups', () => {
  test('all sections are there, with counts of places', () => {
    expect(sections.map((s) => [s.id, s.count])).toEqual([
      ['blocked', 4],
      ['advised', 36],
      ['info', 1],
      ['waived', 0],
      ['not-run', 3],
    ])
  })

  test('what is waived is apart, and out of the walk when its section is hidden', () => {
    const decided = { ...NOTHING_DECIDED, waived: new Set([findings[0]!.fingerprint]), fresh: new Set<string>() }
    const found = groupFindings(findings, outcomes, NO_FILTER, decided)
    expect(found.map((s) => s.count)).toEqual([3, 36, 1, 1, 3])
    expect(walkOrder(found, ['waived'])).toHaveLength(40)
  })

  test('new only leaves out what was there before', () => {
    const decided = { ...NOTHING_DECIDED, waived: new Set<string>(), fresh: new Set([findings[1]!.fingerprint]) }
    const found = groupFindings(findings, outcomes, { ...NO_FILTER, onlyNew: true }, decided)
    expect(walkOrder(found, []).map((f) => f.fingerprint)).toEqual([findings[1]!.fingerprint])
  })

  test('to be fixed and whose it is narrow the list, alone and together', () => {
    const [a, b, c] = findings.map((f) => f.fingerprint) as [string, string, string]
    const decided = { ...NOTHING_DECIDED, fix: new Set([a, b]), assignees: new Map([[b, 'Bob'], [c, 'Bob']]) } // prettier-ignore
    const shown = (filter: Partial<FindingFilter>): readonly string[] =>
      walkOrder(groupFindings(findings, outcomes, { ...NO_FILTER, ...filter }, decided), []).map((f) => f.fingerprint)
    expect(new Set(shown({ onlyFix: true }))).toEqual(new Set([a, b]))
    expect(new Set(shown({ assignee: 'Bob' }))).toEqual(new Set([b, c]))
    expect(shown({ onlyFix: true, assignee: 'Bob' })).toEqual([b])
    expect(new Set(shown({ text: 'bob' }))).toEqual(new Set([b, c]))
  })

  test('equal causes are one group', () => {
    expect(section('advised').groups).toHaveLength(1)
    expect(section('blocked').groups.map((g) => g.findings.length)).toEqual([3, 1])
  })

  test('what crashed comes before what was skipped', () => {
    expect(section('not-run').outcomes.map((o) => o.outcome)).toEqual(['crashed', 'skipped', 'skipped'])
  })

  test.each([
    [{ text: 'annular' }, 3],
    [{ text: 'annular net7' }, 1],
    [{ text: 'no such thing' }, 0],
    [{ layer: 'inner-2' }, 18],
    [{ layer: 'top-legend' }, 1],
  ])('filter %o', (part, want) => {
    const found = groupFindings(findings, outcomes, { ...NO_FILTER, ...part })
    expect(found.filter((s) => s.id !== 'not-run').reduce((n, s) => n + s.count, 0)).toBe(want)
  })
})

describe('walking', () => {
  const order = walkOrder(sections, [])

  test('goes through every place, worst section first, and round', () => {
    expect(order).toHaveLength(41)
    let at: string | null = null
    const seen = new Set<string>()
    for (let i = 0; i < 41; i++) {
      at = stepFinding(order, at, 1)!.fingerprint
      seen.add(at)
    }
    expect(seen.size).toBe(41)
    expect(stepFinding(order, at, 1)!.fingerprint).toBe(order[0]!.fingerprint)
    expect(stepFinding(order, null, -1)).toBe(order[40])
  })

  test('hidden sections are left out', () => {
    expect(walkOrder(sections, ['advised', 'info'])).toHaveLength(4)
  })

  test('nothing to walk', () => {
    expect(stepFinding([], null, 1)).toBeNull()
  })
})

describe('rows', () => {
  test('groups closed: heads only; open: their places', () => {
    const closed = findingRows(sections, NO_FILTER, ['not-run'], [])
    expect(closed.map((r) => r.kind)).toEqual(['section', 'group', 'finding', 'section', 'group', 'section', 'finding', 'section'])
    const open = findingRows(sections, NO_FILTER, ['not-run'], ['min_clearance:near'])
    expect(open.filter((r) => r.kind === 'finding')).toHaveLength(38)
  })

  test('keys are unique', () => {
    const rows = findingRows(sections, NO_FILTER, [], [...new Set(findings.map((f) => f.cause))])
    expect(new Set(rows.map((r) => r.key)).size).toBe(rows.length)
  })
})

describe('what a finding frames', () => {
  test('both witness points', () => {
    const box = findingBox({
      ...findings[0]!,
      witness: [
        [1, 1],
        [5, 2],
      ],
    })!
    expect(box[0]).toBeLessThanOrEqual(1)
    expect(box[2]).toBeGreaterThanOrEqual(5)
    expect(box[1]).toBeLessThanOrEqual(1)
    expect(box[3]).toBeGreaterThanOrEqual(2)
  })

  test('a point gets some board around it', () => {
    expect(findingBox({ ...findings[0]!, witness: [], at: { x: 3, y: 4 } })).toEqual([1, 2, 5, 6])
  })

  test('a finding about a file has nothing to frame', () => {
    expect(findingBox({ ...findings[0]!, witness: [], at: null, boundsMm: null })).toBeNull()
  })
})

describe('measure bar', () => {
  test('shares keep the proportion and leave room', () => {
    expect(barShares(0.08, 0.13).value / barShares(0.08, 0.13).limit).toBeCloseTo(0.08 / 0.13)
    expect(barShares(0.2, 0.1).value).toBeCloseTo(7 / 8)
    expect(barShares(-0.1, 0.1).value).toBe(0)
    expect(barShares(0, 0)).toEqual({ value: 0, limit: 0 })
  })
})
