import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBoard } from '#core/builder/board-builder.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { eagleDialect } from '#core/builder/dialect.ts'
import { seededRandom } from '#core/builder/random.ts'
import { mirrorX, reordered, shiftBy, turnBy } from '#core/builder/transform.ts'
import { align, alignmentText } from '#core/review/align.ts'
import { IN_PLACE, isUpright, placePoint, POSES, inverseOf, type Placement } from '#core/review/placement.ts'
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

  test('mirrored where only that explains the holes; not at all when nothing is alike or nothing is there', () => {
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
      from: 'holes',
      mirrored: true,
      turns: 0,
      dx: 0,
      matched: 60,
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

describe('a board that was turned or mirrored', () => {
  const posedBoard = ({ turns, mirrored, dx, dy }: Placement) => {
    const seen = mirrored ? mirrorX().board(board) : board
    return shiftBy(dx, dy).board(turnBy(90 * turns).board(seen))
  }

  test.each(POSES.map((pose) => ({ ...pose, dx: 12.7, dy: -3.25 })))('is found: $turns turns, mirrored $mirrored', (placement) => {
    const turned = reordered(posedBoard(placement), seededRandom(4))
    const changed = { ...turned, holes: turned.holes.map((h, i) => (i % 5 ? h : { ...h, at: [h.at[0] + 0.7, h.at[1]] as const })) }
    for (const other of [turned, changed]) {
      const found = align(marks, marksOf(other))
      expect(found).toMatchObject({ turns: placement.turns, mirrored: placement.mirrored, from: 'holes' })
      expect([found.dx, found.dy]).toEqual([expect.closeTo(12.7, 4), expect.closeTo(-3.25, 4)])
    }
  })

  test('is taken as it lies where its holes fit in any pose', () => {
    const square = aBoard().outline({ width: 20, height: 20 })
    for (const at of [[3, 3], [17, 3], [3, 17], [17, 17]] as const) square.hole({ at, diameter: 3, plated: false }) // prettier-ignore
    const found = align(marksOf(square.description()), marksOf(turnBy(90).board(square.description())))
    expect(isUpright(found)).toBe(true)
  })

  test('lies where every one of its points lies, and back again', () => {
    const length = fc.double({ min: -300, max: 300, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.boolean(), length, length, length, length, (turns, mirrored, dx, dy, x, y) => {
        const placement = { turns, mirrored, dx, dy }
        const seen = mirrored ? mirrorX().point([x, y]) : ([x, y] as const)
        const wanted = shiftBy(dx, dy).point(turnBy(90 * turns).point(seen))
        const placed = placePoint(placement, x, y)
        expect(Math.hypot(placed[0] - wanted[0], placed[1] - wanted[1])).toBeLessThan(1e-9)
        const back = placePoint(inverseOf(placement), ...placed)
        expect(Math.hypot(back[0] - x, back[1] - y)).toBeLessThan(1e-9)
      }),
      { seed: 3 },
    )
  })
})

test.each([
  [{ ...IN_PLACE, dx: 2.54, from: 'holes', matched: 411, of: 412 }, false, 'Shifted 2.540, 0.000 mm; not turned (411 of 412 holes)'],
  [{ ...IN_PLACE, from: 'outline', matched: 1, of: 1 }, false, 'Not shifted, not turned (by the outline)'],
  [
    { turns: 1, mirrored: false, dx: 38, dy: 0, from: 'holes', matched: 9, of: 9 },
    false,
    'Turned by 90 degrees, shifted 38.000, 0.000 mm (9 of 9 holes)',
  ],
  [
    { turns: 2, mirrored: true, dx: 0, dy: 0, from: 'pads', matched: 8, of: 9 },
    false,
    'Mirrored, turned by 180 degrees, not shifted (8 of 9 pads)',
  ],
  [
    { turns: 3, mirrored: false, dx: 1, dy: 0, from: 'holes', matched: 2, of: 2 },
    true,
    'Compared as they lie: the turn that was found was refused',
  ],
  [{ ...IN_PLACE, dx: 2, from: 'holes', matched: 2, of: 2 }, true, 'Compared as they lie: the shift that was found was refused'],
  [{ ...IN_PLACE, from: 'none', matched: 0, of: 0 }, false, 'No shift found that lays one on the other: compared as they lie'],
] as const)('the shift is told: %j', (alignment, refused, text) => expect(alignmentText(alignment, refused)).toBe(text))

test('landmarks come out of the store as they went in; damage is told from them', () => {
  const packed = packLandmarks(marks)
  expect(unpackLandmarks(packed)).toEqual(marks)
  expect(unpackLandmarks(packed.subarray(0, packed.length - 64))).toBeNull()
  expect(unpackLandmarks(new Uint8Array(200))).toBeNull()
})
