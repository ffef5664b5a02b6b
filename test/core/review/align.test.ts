import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBoard } from '#core/builder/board-builder.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { eagleDialect } from '#core/builder/dialect.ts'
import { seededRandom } from '#core/builder/random.ts'
import { reordered, shiftBy } from '#core/builder/transform.ts'
import { align, alignmentText } from '#core/review/align.ts'
import { landmarksOfBox, packLandmarks, unpackLandmarks, type Landmarks } from '#core/review/landmarks.ts'
import { marksOf } from '#test/core/review/support.ts'

const board = generateBoard(300, 2, 9)
const marks = marksOf(board)

describe('two revisions are laid on each other', () => {
  test.each([
    ['as they lie', 0, 0],
    ['by a tenth of an inch', 2.54, 0],
    ['far away', -120.65, 87.3],
    ['by less than a hole', 0.1, -0.05],
  ])('%s', (_, dx, dy) => {
    const found = align(marks, marksOf(shiftBy(dx, dy).board(reordered(board, seededRandom(3)))))
    expect(found).toMatchObject({ from: 'holes', of: board.holes.length, matched: board.holes.length })
    expect(found.dx).toBeCloseTo(dx, 4)
    expect(found.dy).toBeCloseTo(dy, 4)
  })

  test('in another unit and without attributes', () => {
    const found = align(marks, marksOf(shiftBy(2.54, 1.27).board(board), eagleDialect))
    expect(Math.hypot(found.dx - 2.54, found.dy - 1.27)).toBeLessThan(0.003)
  })

  test('although a third of the holes is new and the edge was cut', () => {
    const changed = {
      ...board,
      holes: board.holes.map((h, i) => (i % 3 ? h : { ...h, at: [h.at[0] + 0.9, h.at[1]] as const })),
      items: board.items.filter((i) => i.layer !== 'outline'),
    }
    const found = align(marks, marksOf(shiftBy(5, 7).board(changed)))
    expect(found).toMatchObject({ from: 'holes' })
    expect([found.dx, found.dy]).toEqual([expect.closeTo(5, 3), expect.closeTo(7, 3)])
    expect(found.matched).toBeLessThan(found.of)
  })

  test('by the pads where there are no holes, by the outline where there is neither', () => {
    const pads = aBoard().outline({ width: 20, height: 10 })
    for (const [i, x] of [3, 5, 9, 14].entries()) pads.pad({ at: [x, 4 + i], size: [1, 0.6 + i / 10] })
    const padded = pads.description()
    expect(align(marksOf(padded), marksOf(shiftBy(-3, 4).board(padded)))).toMatchObject({ from: 'pads', dx: -3, dy: 4 })
    const bare = aBoard().outline({ width: 20, height: 10 }).description()
    expect(align(marksOf(bare), marksOf(shiftBy(1, 2).board(bare)))).toMatchObject({ from: 'outline', dx: 1, dy: 2 })
  })

  test('not at all when mirrored, when nothing is alike, or when there is nothing', () => {
    const random = seededRandom(11)
    const x = Float64Array.from({ length: 60 }, () => random() * 80)
    const scattered: Landmarks = {
      outline: [0, 0, 80, 80],
      count: 60,
      x,
      y: x.map(() => random() * 80),
      size: x.map(() => 0.3),
      kind: new Uint8Array(60),
    }
    expect(align(scattered, { ...scattered, outline: [-80, 0, 0, 80], x: x.map((v) => -v) })).toMatchObject({
      from: 'outline',
      dx: -80,
      dy: 0,
    })
    const other = aBoard().outline({ width: 20, height: 10 }).description()
    expect(align(marks, marksOf(other))).toMatchObject({ from: 'none', dx: 0, dy: 0 })
    expect(align(landmarksOfBox(null), landmarksOfBox(null))).toMatchObject({ from: 'none' })
  })

  test('there and back again, whatever the shift', { timeout: 60_000 }, () => {
    const moved = (m: Landmarks, dx: number, dy: number): Landmarks => ({
      ...m,
      x: m.x.map((v) => v + dx),
      y: m.y.map((v) => v + dy),
      outline: null,
    })
    const length = fc.double({ min: -300, max: 300, noNaN: true })
    fc.assert(
      fc.property(length, length, (dx, dy) => {
        const there = moved(marks, dx, dy)
        const [a, b] = [align(marks, there), align(there, marks)]
        expect(Math.hypot(a.dx + b.dx, a.dy + b.dy)).toBeLessThan(1e-4)
        expect(Math.hypot(a.dx - dx, a.dy - dy)).toBeLessThan(0.0051)
      }),
      { numRuns: 40, seed: 1 },
    )
  })
})

test.each([
  [{ dx: 2.54, dy: 0, from: 'holes', matched: 411, of: 412 }, false, 'Shifted 2.540, 0.000 mm; not turned (411 of 412 holes)'],
  [{ dx: 0, dy: 0, from: 'outline', matched: 1, of: 1 }, false, 'Not shifted, not turned (by the outline)'],
  [{ dx: 2, dy: 0, from: 'holes', matched: 2, of: 2 }, true, 'Compared as they lie: the shift that was found was refused'],
  [{ dx: 0, dy: 0, from: 'none', matched: 0, of: 0 }, false, 'No shift found that lays one on the other: compared as they lie'],
] as const)('the shift is told: %j', (alignment, refused, text) => expect(alignmentText(alignment, refused)).toBe(text))

test('landmarks come out of the store as they went in; damage is told from them', () => {
  const packed = packLandmarks(marks)
  expect(unpackLandmarks(packed)).toEqual(marks)
  expect(unpackLandmarks(packed.subarray(0, packed.length - 64))).toBeNull()
  expect(unpackLandmarks(new Uint8Array(200))).toBeNull()
})
