import { describe, expect, test } from 'vitest'
import { fillBoxGrid, layoutFor, widenedFor } from '#core/geometry/index/box-grid.ts'
import { spacingGaps } from '#core/geometry/measure/spacing.ts'
import { eachBoxPair, eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { componentAt, insideImage, nearestPart, partsInBox, pieceGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { newWitness, pointDistance } from '#core/geometry/measure/distance.ts'
import { boxesOf } from '#core/geometry/measure/shapes.ts'
import { Scene } from '../compose/scene.ts'
import { imageOf, MOTIONS } from '../measure/boards.ts'
import { Dice } from '../measure/random.ts'

const randomScene = (seed: number): { scene: Scene; isDark: (x: number, y: number) => number } => {
  const dice = new Dice(seed)
  const scene = new Scene()
  const items: { dark: boolean; at: readonly number[] }[] = []
  for (let k = 0; k < 120; k++) {
    const dark = dice.next() < 0.7
    const at = [dice.between(0, 9000), dice.between(0, 9000), dice.between(0, 9000), dice.between(0, 9000), dice.between(50, 400)]
    if (dice.next() < 0.6) [at[2], at[3]] = [at[0] + dice.between(-900, 900), at[1]]
    items.push({ dark, at })
    if (dark) scene.dark()
    else scene.clear()
    scene.capsule(at[0], at[1], at[2], at[3], at[4])
  }
  const depth = (at: readonly number[], x: number, y: number): number => {
    const [dx, dy] = [at[2] - at[0], at[3] - at[1]]
    const t = Math.max(0, Math.min(1, ((x - at[0]) * dx + (y - at[1]) * dy) / (dx * dx + dy * dy || 1)))
    return at[4] - Math.hypot(x - at[0] - t * dx, y - at[1] - t * dy)
  }
  /** 1 dark, 0 clear, -1 too close to an edge to ask. */
  const isDark = (x: number, y: number): number => {
    let state = 0
    for (const { dark, at } of items) {
      const d = depth(at, x, y)
      if (Math.abs(d) < 1e-3) return -1
      if (d > 0) state = dark ? 1 : 0
    }
    return state
  }
  return { scene, isDark }
}

describe('insideImage', () => {
  test.each([1, 2, 3, 4])('random scene %i: as the primitives say', (seed) => {
    const { scene, isDark } = randomScene(seed)
    const image = imageOf(scene)
    const dice = new Dice(seed + 100)
    for (let k = 0; k < 4000; k++) {
      const [x, y] = [dice.between(-500, 9500), dice.between(-500, 9500)]
      const dark = isDark(x, y)
      if (dark >= 0) expect(insideImage(image, x * 1000, y * 1000)).toBe(dark === 1)
    }
  })

  test.each(MOTIONS)('at the level of corners, tops and ends (%s)', (_, motion) => {
    const scene = new Scene()
      .capsule(1000, 1000, 3000, 1000, 200)
      .disc(5000, 1000, 200)
      .rectangle(6000, 1000, 7000, 2000)
      .clear()
      .disc(6500, 1500, 300)
    const image = imageOf(scene, motion)
    const grid = pieceGrid(image)
    const { turn = 0, dx = 0, dy = 0, mirror = false } = motion
    const at = (x: number, y: number): number => {
      const u = (mirror ? -x : x) * 1000
      return componentAt(
        image,
        grid,
        u * Math.cos(turn) - y * 1000 * Math.sin(turn) + dx,
        u * Math.sin(turn) + y * 1000 * Math.cos(turn) + dy,
      )
    }
    // Levels where ends and tops of arcs and corners lie: 800, 1000, 1200, 1500.
    const inside = [
      [1000, 1000],
      [2000, 1000],
      [5000, 1000],
      [6100, 1500],
      [6900, 1500],
      [6500, 1801],
      [6500, 1199.9],
      [2000, 1199.9],
    ]
    const outside = [
      [700, 1000],
      [4000, 1000],
      [4000, 1200],
      [4000, 800],
      [5500, 1000],
      [6500, 1500],
      [6500, 1000 - 0.1],
      [7500, 1000],
      [7500, 1500],
      [7500, 2000],
      [700, 1200],
      [700, 800],
    ]
    for (const [x, y] of inside) expect(at(x, y), `${x},${y}`).toBeGreaterThanOrEqual(0)
    for (const [x, y] of outside) expect(at(x, y), `${x},${y}`).toBe(-1)
    expect(new Set([at(2000, 1000), at(5000, 1000), at(6100, 1500)]).size).toBe(3)
  })

  test('nothing is inside an empty image', () => {
    expect(insideImage(imageOf(new Scene()), 0, 0)).toBe(false)
  })
})

describe('pieceGrid queries', () => {
  test('nearest piece equals the nearest of all', () => {
    const image = imageOf(randomScene(9).scene)
    const grid = pieceGrid(image)!
    const dice = new Dice(77)
    const [w, brute] = [newWitness(), newWitness()]
    for (let k = 0; k < 500; k++) {
      const [x, y] = [dice.between(-3e6, 12e6), dice.between(-3e6, 12e6)]
      let best = Infinity
      for (let p = 0; p < image.pieces.count; p++) {
        pointDistance(x, y, image.pieces, p, brute)
        best = Math.min(best, brute[0])
      }
      const part = nearestPart(grid, x, y, Infinity, null, w)
      expect(w[0]).toBeCloseTo(best, 5)
      pointDistance(x, y, image.pieces, shapeOfPart(grid, part), brute)
      expect(brute[0]).toBeCloseTo(best, 5)
      expect(nearestPart(grid, x, y, best * 0.999, null, w)).toBe(-1)
    }
  })

  test('a box query finds every piece that meets the box', () => {
    const image = imageOf(randomScene(10).scene)
    const grid = pieceGrid(image)!
    const dice = new Dice(5)
    const boxes = boxesOf(grid.parts)
    for (let k = 0; k < 100; k++) {
      const [x, y, s] = [dice.between(0, 9e6), dice.between(0, 9e6), dice.between(1e4, 2e6)]
      const found = new Set<number>()
      partsInBox(grid, x, y, x + s, y + s, (part) => {
        found.add(part)
        return false
      })
      const expected = new Set<number>()
      for (let p = 0; p < grid.parts.count; p++) {
        const b = 4 * p
        if (boxes[b] <= x + s && boxes[b + 2] >= x && boxes[b + 1] <= y + s && boxes[b + 3] >= y) expected.add(p)
      }
      expect(found).toEqual(expected)
    }
  })
})

describe('hostile extents', () => {
  test('thousands of long slanted lines stay within bounds and are found', () => {
    const count = 3000
    const boxes = new Float64Array(4 * count)
    for (let k = 0; k < count; k++) boxes.set([k, k, 1e9 + k, 1e9 + k], 4 * k)
    const grid = fillBoxGrid(boxes, widenedFor(boxes, layoutFor([0, 0, 1e9 + count, 1e9 + count], count, 1), 0), 0)
    expect(grid.items.length).toBeLessThan(24 * count + 1_000_000)
    const scene = new Scene()
    for (let k = 0; k < 400; k++) scene.capsule(k * 100, 0, k * 100 + 80_000, 80_000, 20)
    const image = imageOf(scene)
    expect(image.components.count).toBe(400)
    const found = spacingGaps(image, { withinMm: 0.05 })
    expect(found.length).toBe(399)
    for (const gap of found) expect(gap.value).toBeCloseTo((100 * Math.SQRT1_2 - 40) / 1000, 8)
  })
})

describe('box pairs', () => {
  const randomBoxes = (dice: Dice, count: number): Float64Array => {
    const boxes = new Float64Array(4 * count)
    for (let k = 0; k < count; k++) {
      const [x, y] = [dice.between(-1e6, 1e6), dice.between(-1e6, 1e6)]
      // Now and then a box as long as the whole area: the case that loses pairs when boxes are not in all their cells.
      const long = dice.next() < 0.1
      boxes.set([x, y, x + dice.between(0, long ? 2e6 : 5e4), y + dice.between(0, 5e4)], 4 * k)
    }
    return boxes
  }
  const near = (a: Float64Array, i: number, b: Float64Array, j: number, reach: number): boolean =>
    a[4 * i] - b[4 * j + 2] <= reach &&
    b[4 * j] - a[4 * i + 2] <= reach &&
    a[4 * i + 1] - b[4 * j + 3] <= reach &&
    b[4 * j + 1] - a[4 * i + 3] <= reach

  test.each([0, 1000, 60_000])('every pair within %i once', (reach) => {
    const dice = new Dice(reach + 1)
    const [a, b] = [randomBoxes(dice, 300), randomBoxes(dice, 200)]
    const found: string[] = []
    eachBoxPair(a, reach, (i, j) => found.push(`${Math.min(i, j)}-${Math.max(i, j)}`))
    const expected: string[] = []
    for (let i = 0; i < 300; i++) for (let j = i + 1; j < 300; j++) if (near(a, i, a, j, reach)) expected.push(`${i}-${j}`)
    expect(found.sort()).toEqual(expected.sort())
    const between: string[] = []
    eachBoxPairBetween(a, b, reach, (i, j) => between.push(`${i}-${j}`))
    const wanted: string[] = []
    for (let i = 0; i < 300; i++) for (let j = 0; j < 200; j++) if (near(a, i, b, j, reach)) wanted.push(`${i}-${j}`)
    expect(between.sort()).toEqual(wanted.sort())
  })
})
