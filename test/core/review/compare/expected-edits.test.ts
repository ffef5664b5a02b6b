import { describe, expect, test } from 'vitest'
import { boardOf } from '#core/builder/board-of.ts'
import type { ArtItem, BoardDescription, Hole } from '#core/builder/description.ts'
import { shiftBy, turnBy } from '#core/builder/transform.ts'
import type { DiffShape, ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import { acceptanceOf } from '#core/review/compare/acceptance.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { smallBoard } from '#test/main/support/small-board.ts'

const small = smallBoard()
const withItems = (...items: readonly ArtItem[]): BoardDescription => ({ ...small, items: [...small.items, ...items] })
const withHoles = (...holes: readonly Hole[]): BoardDescription => ({ ...small, holes: [...small.holes, ...holes] })
const line = (layer: ArtItem['layer'], from: readonly [number, number], to: readonly [number, number]): ArtItem => ({
  kind: 'draw',
  layer,
  from,
  to,
  width: 0.15,
})
const row = (at: (i: number) => readonly [number, number], diameter = 0.5, plated = false): readonly Hole[] =>
  [0, 1, 2, 3].map((i) => ({ at: at(i), diameter, plated }))
/** A number of three strokes. */
const number = (x: number, y: number): readonly ArtItem[] => [0, 1, 2].map((i) => line('top-legend', [x + i, y], [x + i, y + 0.8]))

const tool = small.holes[0]!.diameter
const drilled = (by: (hole: Hole, i: number) => number): BoardDescription => ({
  ...small,
  holes: small.holes.map((h, i) => ({ ...h, diameter: h.diameter + by(h, i) })),
})
const ofTool = (h: Hole): boolean => h.diameter === tool
const toolCount = small.holes.filter(ofTool).length

/** The board in a frame of 5 mm, cut free by a slot of 2 mm. */
const CORNERS = [[-7, -7], [47, -7], [47, 37], [-7, 37]] as const // prettier-ignore
const FRAME = CORNERS.map((corner, i) => line('outline', corner, CORNERS[(i + 1) % 4]!))

const diffOf = (to: BoardDescription): DiffShape => compareBoards(boardOf(small), boardOf(to), { refuseShift: false })

const CASES: readonly { name: string; to: BoardDescription; expected: Partial<Record<ExpectedEdit, number>>; others: number }[] = [
  { name: 'all holes of a tool larger by one amount', to: drilled((h) => (ofTool(h) ? 0.1 : 0)), expected: { 'drill-compensation': toolCount }, others: 0 },
  { name: 'but for one hole of the tool', to: drilled((h, i) => (ofTool(h) && i > 0 ? 0.1 : 0)), expected: {}, others: toolCount - 1 },
  { name: 'one hole of the tool by another amount', to: drilled((h, i) => (ofTool(h) ? (i ? 0.1 : 0.15) : 0)), expected: {}, others: toolCount },
  { name: 'smaller than asked for', to: drilled((h) => (ofTool(h) ? -0.05 : 0)), expected: {}, others: toolCount },
  { name: 'larger by more than plating', to: drilled((h) => (ofTool(h) ? 0.25 : 0)), expected: {}, others: toolCount },
  { name: 'a row of small holes on the edge', to: withHoles(...row((i) => [40, 12 + i])), expected: { 'mouse-bites': 4 }, others: 0 },
  { name: 'a row of small holes inside the board', to: withHoles(...row((i) => [30 + i, 27])), expected: {}, others: 4 },
  { name: 'two holes on the edge', to: withHoles(...row((i) => [40, 12 + i]).slice(0, 2)), expected: {}, others: 2 },
  { name: 'large holes on the edge', to: withHoles(...row((i) => [40, 5 + 4 * i], 2)), expected: {}, others: 4 },
  { name: 'plated holes on the edge', to: withHoles(...row((i) => [40, 12 + i], 0.5, true)), expected: {}, others: 4 },
  { name: 'a hole off the board', to: withHoles({ at: [46, 15], diameter: 2, plated: false }), expected: { 'panel-frame': 1 }, others: 0 },
  { name: 'a frame around the board', to: withItems(...FRAME), expected: { 'panel-frame': 4 }, others: 0 },
  { name: 'a number in the legend', to: withItems(...number(8, 25)), expected: { 'order-number': 3 }, others: 0 },
  { name: 'a line across the legend', to: withItems(line('top-legend', [2, 2], [38, 28])), expected: {}, others: 1 },
  { name: 'a number in copper', to: withItems(line('top-copper', [8, 25], [8, 25.8])), expected: {}, others: 1 },
] // prettier-ignore

describe.each([
  ['as it lies', (b: BoardDescription) => b],
  ['turned and shifted', (b: BoardDescription) => shiftBy(80, 3).board(turnBy(90).board(b))],
] as const)('edits of a fab are told by their geometry, %s', (_, seen) => {
  test.each(CASES)('$name', ({ to, expected, others }) => {
    const diff = diffOf(seen(to))
    expect(Object.fromEntries(diff.expected.map((e) => [e.kind, e.count]))).toEqual(expected)
    expect(diff.objects.filter((o) => o.expected === null)).toHaveLength(others)
    expect(diff.differences).toBe(others + Object.values(expected).reduce((sum, n) => sum + n, 0))
  })
})

test('a number that takes the place of another is one edit', () => {
  const from = withItems(line('top-legend', [8, 25], [11, 25.5]))
  const diff = compareBoards(boardOf(from), boardOf(withItems(...number(8, 25))), { refuseShift: false })
  expect(diff.objects.map((o) => [o.change, o.expected])).toContainEqual(['removed', 'order-number'])
  expect(diff.objects.every((o) => o.expected === 'order-number')).toBe(true)
  expect(diff.objects.every((o) => o.is.startsWith('line 0.150 wide'))).toBe(true)
})

describe('what is accepted', () => {
  const diff = diffOf({
    ...withHoles(...row((i) => [40, 12 + i])),
    items: withItems(...number(8, 25), line('top-copper', [8, 25], [8, 25.8])).items,
  })

  test.each([
    [[], '8 differences', false],
    [['mouse-bites'], '8 differences, 4 accepted', false],
    [['mouse-bites', 'order-number', 'panel-frame'], '8 differences, 7 accepted', false],
  ] as const)('is said: %j', (kinds, says, isFine) => {
    expect(acceptanceOf(diff, kinds)).toMatchObject({ says: `${diff.says} · ${says}`, isFine, differences: 8 })
  })

  test('leaves nothing when all is accepted, unless the board is mirrored', () => {
    const bites = diffOf(withHoles(...row((i) => [40, 12 + i])))
    expect(acceptanceOf(bites, ['mouse-bites'])).toEqual({
      differences: 4,
      accepted: 4,
      isFine: true,
      says: '1 of 9 layers differs · 4 differences, all accepted',
    })
    expect(acceptanceOf({ ...bites, alignment: { mirrored: true } }, ['mouse-bites']).isFine).toBe(false)
    expect(acceptanceOf(diffOf(small), [])).toMatchObject({ differences: 0, isFine: true, says: 'No change to the board' })
  })
})
