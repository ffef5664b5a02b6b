import { describe, expect, test } from 'vitest'
import { closestGap, spacingGaps } from '#core/geometry/measure/spacing.ts'
import { closestPoints } from '#core/geometry/measure/closest-points.ts'
import { Scene } from '../compose/scene.ts'
import { imageOf, MOTIONS } from './boards.ts'
import { Dice } from './random.ts'

const NEAR = 6

const cases: readonly (readonly [string, Scene, number, readonly number[]])[] = [
  ['pads 30 um apart', new Scene().disc(0, 0, 400).disc(830, 0, 400), 0.1, [0.03]],
  ['at the bound: none', new Scene().disc(0, 0, 400).disc(900.001, 0, 400), 0.1, []],
  [
    'track end at 45 degrees, true gap 0.100',
    new Scene().rectangle(0, 0, 1000, 1000).capsule(1141.4214, 1141.4214, 3000, 3000, 100),
    0.15,
    [0.1],
  ],
  ['two tracks side by side: one gap', new Scene().capsule(0, 0, 20000, 0, 50).capsule(500, 190, 21000, 190, 50), 0.1, [0.09]],
  [
    'a comb against an edge: one gap for each tooth',
    new Scene()
      .rectangle(0, -1000, 20000, 0)
      .capsule(0, 2000, 20000, 2000, 100)
      .capsule(2000, 2000, 2000, 180, 100)
      .capsule(10000, 2000, 10000, 170, 100)
      .capsule(18000, 2000, 18000, 190, 100),
    0.1,
    [0.07, 0.08, 0.09],
  ],
  ['a pad in an antipad', new Scene().rectangle(0, 0, 5000, 5000).clear().disc(2500, 2500, 600).dark().disc(2450, 2500, 500), 0.2, [0.05]],
  ['overlapping pads are one component', new Scene().disc(0, 0, 400).disc(700, 0, 400), 0.1, []],
]

describe('spacingGaps', () => {
  for (const [name, scene, withinMm, expected] of cases) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      const gaps = spacingGaps(imageOf(scene, motion), { withinMm })
      expect(gaps.map((gap) => Number(gap.value.toFixed(NEAR)))).toEqual(expected)
      for (const gap of gaps) expect(Math.hypot(gap.a[0] - gap.b[0], gap.a[1] - gap.b[1])).toBeCloseTo(gap.value, 9)
    })
  }

  test('the witness lies where the gap is', () => {
    const [gap] = spacingGaps(imageOf(new Scene().disc(0, 0, 400).disc(830, 0, 400)), { withinMm: 0.1 })
    const ends = [gap.a[0], gap.b[0]].sort((p, q) => p - q)
    expect(ends[0]).toBeCloseTo(0.4, 9)
    expect(ends[1]).toBeCloseTo(0.43, 9)
    expect(gap.componentA).toBeLessThan(gap.componentB)
  })

  test('components of one group have no gap', () => {
    const image = imageOf(new Scene().disc(0, 0, 400).disc(830, 0, 400).disc(1700, 0, 400))
    expect(spacingGaps(image, { withinMm: 0.1, group: Int32Array.of(5, 5, 5) })).toEqual([])
    expect(spacingGaps(image, { withinMm: 0.1 }).map((gap) => gap.value.toFixed(4))).toEqual(['0.0300', '0.0700'])
  })

  test('the order of drawing does not matter', () => {
    const scene = cases[4][1]
    const values = (order: readonly number[]) =>
      spacingGaps(imageOf(scene.ordered(order)), { withinMm: 0.1 }).map((gap) => [gap.value.toFixed(6), gap.a.map((v) => v.toFixed(6))])
    expect(values([4, 2, 0, 1, 3])).toEqual(values([0, 1, 2, 3, 4]))
  })

  test('random pads: every pair found, none missed, against all pairs', () => {
    const dice = new Dice(11)
    for (let round = 0; round < 12; round++) {
      const discs = Array.from({ length: 60 }, () => [dice.between(0, 9000), dice.between(0, 9000), dice.between(50, 250)] as const)
      const apart = discs.filter(([x, y, r], k) => discs.every(([u, v, q], m) => m === k || Math.hypot(x - u, y - v) > r + q + 5))
      const scene = new Scene()
      for (const [x, y, r] of apart) scene.disc(x, y, r)
      const expected = apart
        .flatMap(([x, y, r], k) => apart.slice(k + 1).map(([u, v, q]) => (Math.hypot(x - u, y - v) - r - q) / 1000))
        .sort((p, q) => p - q)
      const image = imageOf(scene)
      const found = spacingGaps(image, { withinMm: 0.4 }).map((gap) => gap.value)
      const wanted = expected.filter((d) => d < 0.4)
      expect(found.length).toBe(wanted.length)
      found.forEach((d, k) => expect(d).toBeCloseTo(wanted[k], 9))
      expect(closestGap(image, {})!.value).toBeCloseTo(expected[0], 9)
    }
  })

  test('long slanted tracks against exact segment distances', () => {
    const dice = new Dice(5)
    for (let round = 0; round < 30; round++) {
      const turn = dice.between(0, Math.PI)
      const line = (offset: number) =>
        [dice.between(-40000, 0), dice.between(0, 40000)].map(
          (t) => [t * Math.cos(turn) - offset * Math.sin(turn), t * Math.sin(turn) + offset * Math.cos(turn)] as const,
        )
      const [p, q] = [line(0), line(dice.between(210, 400))]
      const scene = new Scene().capsule(...p[0], ...p[1], 100).capsule(...q[0], ...q[1], 100)
      const exact =
        (closestPoints({ kind: 'segment', from: p[0], to: p[1] }, { kind: 'segment', from: q[0], to: q[1] }).distance - 200) / 1000
      const gaps = spacingGaps(imageOf(scene), { withinMm: 0.25 })
      expect(gaps.length).toBe(1)
      expect(gaps[0].value).toBeCloseTo(exact, 8)
    }
  })
})

describe('closestGap', () => {
  test('finds a gap far beyond any limit', () => {
    expect(closestGap(imageOf(new Scene().disc(0, 0, 100).disc(1700, 0, 100)), {})!.value).toBeCloseTo(1.5, 9)
  })
  test('null where no two groups come close', () => {
    expect(closestGap(imageOf(new Scene().disc(0, 0, 100).disc(3000, 0, 100)), {})).toBeNull()
    expect(closestGap(imageOf(new Scene()), {})).toBeNull()
  })
})
