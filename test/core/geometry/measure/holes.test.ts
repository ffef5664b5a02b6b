import { describe, expect, test } from 'vitest'
import { annularRing, annularRings } from '#core/geometry/measure/annular-ring.ts'
import type { HoleShape, HoleTable } from '#core/geometry/measure/hole.ts'
import { holeSpacing } from '#core/geometry/measure/hole-spacing.ts'
import { holeToCopper } from '#core/geometry/measure/hole-to-copper.ts'
import { Scene, type Motion } from '../compose/scene.ts'
import { imageOf, MOTIONS } from './boards.ts'
import { Dice } from './random.ts'

/** A hole in micrometres, moved like the scene. */
const hole = ({ mirror = false, turn = 0, dx = 0, dy = 0 }: Motion, x0: number, y0: number, d: number, x1 = x0, y1 = y0): HoleShape => {
  const place = (x: number, y: number): [number, number] => {
    const u = (mirror ? -x : x) * 1000
    return [u * Math.cos(turn) - y * 1000 * Math.sin(turn) + dx, u * Math.sin(turn) + y * 1000 * Math.cos(turn) + dy]
  }
  const [p, q] = [place(x0, y0), place(x1, y1)]
  return { x0: p[0], y0: p[1], x1: q[0], y1: q[1], d: d * 1000 }
}

const tableOf = (...holes: readonly HoleShape[]): HoleTable => ({
  count: holes.length,
  x0: Float64Array.from(holes, (h) => h.x0),
  y0: Float64Array.from(holes, (h) => h.y0),
  x1: Float64Array.from(holes, (h) => h.x1),
  y1: Float64Array.from(holes, (h) => h.y1),
  diameter: Float64Array.from(holes, (h) => h.d),
})

type Hole = readonly [x: number, y: number, d: number, x1?: number, y1?: number]

const rings: readonly (readonly [string, Scene, Hole, { readonly ring: number; readonly covered: boolean }])[] = [
  ['in the middle of its land', new Scene().disc(0, 0, 430), [0, 0, 600], { ring: 0.13, covered: true }],
  ['0.05 off centre', new Scene().disc(0, 0, 430), [50, 0, 600], { ring: 0.08, covered: true }],
  ['wider than its land', new Scene().disc(0, 0, 300), [0, 0, 800], { ring: -0.1, covered: true }],
  ['axis beside the land', new Scene().disc(0, 0, 300), [500, 0, 200], { ring: 0.1, covered: false }],
  ['wall cuts the land, axis beside it', new Scene().disc(0, 0, 300), [350, 0, 200], { ring: -0.05, covered: false }],
  ['land with a hole drawn in it', new Scene().disc(0, 0, 500).clear().disc(0, 0, 200), [0, 0, 600], { ring: 0.2, covered: true }],
  ['land with a hole as wide as the drill', new Scene().disc(0, 0, 500).clear().disc(0, 0, 300), [0, 0, 600], { ring: 0.2, covered: true }],
  [
    'a drill mark in the hole of the land',
    new Scene().disc(0, 0, 500).clear().disc(0, 0, 200).dark().disc(0, 0, 50),
    [0, 0, 600],
    { ring: 0.2, covered: true },
  ],
  ['a void wider than the drill', new Scene().disc(0, 0, 500).clear().disc(0, 0, 350), [0, 0, 600], { ring: 0.05, covered: false }],
  ['a track widens the ring', new Scene().disc(0, 0, 400).rectangle(-900, -400, 900, 400), [350, 0, 600], { ring: 0.1, covered: true }],
  ['square land', new Scene().rectangle(-500, -400, 500, 400), [0, 0, 600], { ring: 0.1, covered: true }],
  ['slot in an oblong land', new Scene().capsule(-500, 0, 500, 0, 600), [-500, 0, 1000, 500, 0], { ring: 0.1, covered: true }],
  ['slot that runs out of its land', new Scene().disc(0, 0, 600), [-500, 0, 400, 500, 0], { ring: -0.1, covered: true }],
  [
    'slot in a land with a slot drawn in it',
    new Scene().capsule(-500, 0, 500, 0, 700).clear().capsule(-450, 0, 450, 0, 400),
    [-500, 0, 1000, 500, 0],
    { ring: 0.2, covered: true },
  ],
]

describe('annularRing', () => {
  for (const [name, scene, [x, y, d, x1, y1], expected] of rings) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      const found = annularRing(imageOf(scene, motion), hole(motion, x, y, d, x1, y1))
      expect(found.ring_mm).toBeCloseTo(expected.ring, 7)
      expect(found.covered).toBe(expected.covered)
      expect(found.component >= 0).toBe(expected.covered)
      expect(found.swallowed).toBe(name === 'wider than its land')
      expect(Math.hypot(found.wall[0] - found.edge[0], found.wall[1] - found.edge[1])).toBeCloseTo(Math.abs(expected.ring), 7)
    })
  }

  test('no copper far and wide', () => {
    expect(annularRing(imageOf(new Scene()), hole({}, 0, 0, 300))).toMatchObject({
      ring_mm: Infinity,
      covered: false,
      component: -1,
      nearest: -1,
    })
    expect(annularRing(imageOf(new Scene().disc(20000, 0, 100)), hole({}, 0, 0, 300)).ring_mm).toBe(Infinity)
  })

  test('thousands of holes, each against its own land', () => {
    const dice = new Dice(3)
    const scene = new Scene()
    const holes: HoleShape[] = []
    const expected: number[] = []
    for (let k = 0; k < 1500; k++) {
      const [x, y] = [(k % 50) * 1500, Math.floor(k / 50) * 1500]
      const [dx, dy, r] = [dice.between(-60, 60), dice.between(-60, 60), dice.between(300, 500)]
      scene.disc(x, y, r)
      holes.push(hole({}, x + dx, y + dy, 400))
      expected.push((r - 200 - Math.hypot(dx, dy)) / 1000)
    }
    annularRings(imageOf(scene), tableOf(...holes)).forEach((ring, k) => expect(ring.ring_mm).toBeCloseTo(expected[k], 8))
  })
})

const spacings: readonly (readonly [string, readonly Hole[], readonly (readonly [number, string])[]])[] = [
  [
    'two holes',
    [
      [0, 0, 300],
      [500, 0, 300],
    ],
    [[0.2, 'gap']],
  ],
  [
    'overlapping holes',
    [
      [0, 0, 300],
      [200, 0, 300],
    ],
    [[-0.1, 'overlap']],
  ],
  [
    'the same hit twice',
    [
      [0, 0, 300],
      [0, 0, 300],
    ],
    [[-0.3, 'duplicate']],
  ],
  [
    'the same place, another tool',
    [
      [0, 0, 300],
      [0.5, 0, 800],
    ],
    [[-0.5495, 'duplicate']],
  ],
  [
    'a slot beside a hole',
    [
      [0, 0, 400, 2000, 0],
      [1000, 600, 400],
    ],
    [[0.2, 'gap']],
  ],
  [
    'crossing slots',
    [
      [0, 0, 400, 2000, 0],
      [1000, -1000, 400, 1000, 1000],
    ],
    [[-0.4, 'overlap']],
  ],
  [
    'a slot drawn from the other end',
    [
      [0, 0, 400, 2000, 0],
      [2000, 0, 400, 0, 0],
    ],
    [[-0.4, 'duplicate']],
  ],
  [
    'beyond the bound',
    [
      [0, 0, 300],
      [1000, 0, 300],
    ],
    [],
  ],
]

describe('holeSpacing', () => {
  for (const [name, holes, expected] of spacings) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      const table = tableOf(...holes.map(([x, y, d, x1, y1]) => hole(motion, x, y, d, x1, y1)))
      const found = holeSpacing(table, 0.5)
      expect(found.map((gap) => [Number(gap.value.toFixed(6)), gap.kind])).toEqual(expected)
      for (const gap of found) expect([gap.holeA, gap.holeB]).toEqual([0, 1])
    })
  }

  test('random holes against all pairs', () => {
    const dice = new Dice(8)
    const holes = Array.from({ length: 250 }, () => hole({}, dice.between(0, 20000), dice.between(0, 20000), dice.between(200, 900)))
    const expected = holes
      .flatMap((p, i) => holes.slice(i + 1).map((q) => (Math.hypot(p.x0 - q.x0, p.y0 - q.y0) - p.d / 2 - q.d / 2) / 1e6))
      .filter((value) => value < 0.3)
      .sort((a, b) => a - b)
    const found = holeSpacing(tableOf(...holes), 0.3)
    expect(found.length).toBe(expected.length)
    found.forEach((gap, k) => expect(gap.value).toBeCloseTo(expected[k], 9))
  })
})

describe('holeToCopper', () => {
  const plane = new Scene().rectangle(0, 0, 10000, 10000).clear().disc(5000, 5000, 450).dark().disc(5000, 5000, 250)
  test.each(MOTIONS)("a via's own land is no neighbour (%s)", (_, motion) => {
    const image = imageOf(plane, motion)
    const holes = tableOf(hole(motion, 5000, 5000, 300))
    const [ring] = annularRings(image, holes)
    const [clearance] = holeToCopper(image, holes, { withinMm: 0.5, own: Int32Array.of(ring.component) })
    expect(clearance.value).toBeCloseTo(0.3, 8)
    expect(clearance.component).not.toBe(ring.component)
    expect(holeToCopper(image, holes, { withinMm: 0.2999, own: Int32Array.of(ring.component) })).toEqual([])
  })
  test('without own copper everything counts, inside it with the depth', () => {
    const image = imageOf(new Scene().rectangle(0, 0, 10000, 10000))
    const [clearance] = holeToCopper(image, tableOf(hole({}, 1000, 5000, 300)), { withinMm: 0.2 })
    expect(clearance.value).toBeCloseTo(-1.15, 9)
    expect(clearance.b[0]).toBeCloseTo(0, 9)
    expect(clearance.a[0]).toBeCloseTo(1.15, 9)
  })
  test('other components of the own net do not count', () => {
    const image = imageOf(new Scene().disc(0, 0, 300).disc(800, 0, 300).disc(0, 1000, 300))
    const found = holeToCopper(image, tableOf(hole({}, 0, 0, 300)), { withinMm: 1, group: Int32Array.of(7, 7, 9), own: Int32Array.of(7) })
    const net9 = found.map((one) => one.value)
    expect(net9.length).toBe(1)
  })
})
