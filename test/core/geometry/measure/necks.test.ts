import { describe, expect, test } from 'vitest'
import { necks, thinnest } from '#core/geometry/measure/necks.ts'
import { sameNetGaps } from '#core/geometry/measure/same-net-gaps.ts'
import { Scene, type Vertex } from '../compose/scene.ts'
import { imageOf, MOTIONS } from './boards.ts'

const polygon = (cx: number, cy: number, r: number, n: number): readonly Vertex[] =>
  Array.from(
    { length: n },
    (_, k) => [cx + r * Math.cos((2 * Math.PI * (k + 0.5)) / n), cy + r * Math.sin((2 * Math.PI * (k + 0.5)) / n)] as const,
  )

/** A pour in two halves joined by a bridge of the width given. */
const pour = (neck: number, long = 100): Scene =>
  new Scene()
    .rectangle(0, 0, 3000, 3000)
    .rectangle(3000 + long, 0, 6000, 3000)
    .rectangle(2900, 1500, 3000 + long + 100, 1500 + neck)

const cases: readonly (readonly [string, Scene, number, readonly (readonly [number, string])[]])[] = [
  ['a plain track', new Scene().capsule(0, 0, 5000, 0, 75), 0.3, [[0.15, 'trace']]],
  ['a plain slanted track', new Scene().capsule(0, 0, 5000, 3121, 75), 0.3, [[0.15, 'trace']]],
  ['a track between two pads', new Scene().capsule(0, 0, 3000, 0, 75).disc(0, 0, 400).disc(3000, 0, 400), 0.3, [[0.15, 'trace']]],
  ['a bent track', new Scene().capsule(0, 0, 3000, 0, 75).capsule(3000, 0, 5000, 2000, 75), 0.3, [[0.15, 'trace']]],
  ['a pour neck of 40 um', pour(40), 0.1, [[0.04, 'neck']]],
  [
    'two antipads in a pour',
    new Scene().rectangle(0, 0, 5000, 5000).clear().disc(2000, 2500, 480).disc(3000, 2500, 480),
    0.1,
    [[0.04, 'neck']],
  ],
  ['an antipad at the pour edge', new Scene().rectangle(0, 0, 5000, 5000).clear().disc(550, 2500, 500), 0.1, [[0.05, 'neck']]],
  [
    'corners of two notches, diagonal',
    new Scene().rectangle(0, 0, 5000, 5000).clear().rectangle(0, 0, 2450, 2450).rectangle(2500, 2500, 5000, 5000),
    0.1,
    [[0.0707107, 'neck']],
  ],
  ['a pad alone', new Scene().disc(0, 0, 100), 0.3, []],
  ['a square pad alone', new Scene().rectangle(0, 0, 400, 400), 0.3, []],
  ['a polygon pad with 16 facets', new Scene().contour(polygon(0, 0, 200, 16)), 0.3, []],
  ['a polygon pad with 64 facets', new Scene().contour(polygon(0, 0, 140, 64)), 0.3, []],
  ['wide pads with a wide track', new Scene().disc(0, 0, 400).capsule(0, 0, 2000, 0, 200), 0.3, []],
  ['a track end that pokes out of a pad', new Scene().disc(0, 0, 400).capsule(0, 0, 330, 0, 100), 0.3, []],
  [
    'a rectangle whose corner touches a pad overlapping it',
    new Scene().rectangle(0, 0, 1000, 600).rectangle(900, 500, 1800, 1400),
    0.13,
    [],
  ],
  ['pads that barely overlap: the waist', new Scene().disc(0, 0, 500).disc(998, 0, 500), 0.1, [[0.0632139, 'neck']]],
  [
    'a track that meets a slanted pad: its shoulders are no necks',
    new Scene().capsule(0, 0, 3000, 0, 63.5).contour([
      [2900, -700],
      [4000, -600],
      [3900, 700],
      [2980, 700],
    ]),
    0.3,
    [[0.127, 'trace']],
  ],
  ['a bar', new Scene().rectangle(0, 0, 3000, 120), 0.2, [[0.12, 'trace']]],
]

describe('necks', () => {
  for (const [name, scene, withinMm, expected] of cases) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      const found = necks(imageOf(scene, motion), { withinMm })
      expect(found.map((neck) => [Number(neck.value.toFixed(7)), neck.kind])).toEqual(expected)
      for (const neck of found) expect(Math.hypot(neck.a[0] - neck.b[0], neck.a[1] - neck.b[1])).toBeCloseTo(neck.value, 7)
    })
  }

  test('a faceted track end adds at most the facet angle', () => {
    const r = 75
    const end = (x: number, from: number): Vertex[] =>
      Array.from({ length: 25 }, (_, k) => [x + r * Math.cos(from + (Math.PI * k) / 24), r * Math.sin(from + (Math.PI * k) / 24)] as const)
    const found = necks(imageOf(new Scene().contour([...end(3000, -Math.PI / 2), ...end(0, Math.PI / 2)])), { withinMm: 0.3 })
    expect(found.map((neck) => [neck.value.toFixed(6), neck.kind])).toEqual([['0.150000', 'trace']])
  })

  test('two separate necks of one net are two places', () => {
    const scene = new Scene()
      .rectangle(0, 0, 3000, 3000)
      .rectangle(3100, 0, 6000, 3000)
      .rectangle(2900, 300, 3200, 350)
      .rectangle(2900, 2500, 3200, 2560)
    expect(necks(imageOf(scene), { withinMm: 0.1 }).map((neck) => [neck.value.toFixed(4), neck.kind])).toEqual([
      ['0.0500', 'neck'],
      ['0.0600', 'neck'],
    ])
  })

  test('a nick in a track is a place of its own, narrower than the track', () => {
    const scene = new Scene().capsule(0, 0, 10000, 0, 75).clear().disc(5000, 110, 80)
    const found = necks(imageOf(scene), { withinMm: 0.2 })
    expect(found.map((neck) => [neck.value.toFixed(4), neck.kind])).toEqual([
      ['0.1050', 'neck'],
      ['0.1500', 'trace'],
    ])
  })

  test('width is not measured through a void', () => {
    const scene = new Scene().rectangle(0, 0, 5000, 1000).clear().rectangle(100, 450, 4900, 550)
    expect(necks(imageOf(scene), { withinMm: 1.2 }).filter((neck) => neck.value > 0.46)).toEqual([])
  })

  test('tracks are told by their primitives', () => {
    const scene = pour(40).capsule(0, 5000, 300, 5000, 50).disc(0, 5000, 300).disc(300, 5000, 100)
    const found = necks(imageOf(scene), { withinMm: 0.1001, isTrack: (prim) => prim === 3 })
    expect(found.map((neck) => neck.kind)).toEqual(['neck'])
    const even = necks(imageOf(pour(40, 900)), { withinMm: 0.1, isTrack: () => false })
    expect(even.map((neck) => [neck.value.toFixed(4), neck.kind])).toEqual([['0.0400', 'neck']])
  })

  test('a free sharp tip is a sliver, a blunt corner is none', () => {
    const wedge = (half: number): Scene =>
      new Scene().rectangle(-2000, -2000, 0, 2000).contour([
        [-10, -half],
        [2000, 0],
        [-10, half],
      ])
    const [tip] = necks(imageOf(wedge(200)), { withinMm: 0.1 })
    expect(tip.kind).toBe('sliver')
    expect(tip.value).toBeCloseTo(0.05, 3)
    expect(tip.length).toBeCloseTo(0.5, 1)
    expect(necks(imageOf(wedge(500)), { withinMm: 0.1 })).toEqual([])
  })

  test('thinnest looks beyond the limit', () => {
    expect(thinnest(imageOf(new Scene().capsule(0, 0, 9000, 0, 450)))!.value).toBeCloseTo(0.9, 9)
    expect(thinnest(imageOf(new Scene().disc(0, 0, 500)))).toBeNull()
  })
})

const notches: readonly (readonly [string, Scene, number, readonly number[]])[] = [
  ['a slot in a pour', new Scene().rectangle(0, 0, 5000, 5000).clear().rectangle(1000, 2000, 5001, 2080), 0.1, [0.08]],
  ['a closed slit', new Scene().rectangle(0, 0, 5000, 5000).clear().capsule(1000, 2000, 3000, 2000, 40), 0.1, [0.08]],
  ['a hairpin', new Scene().capsule(0, 0, 5000, 0, 75).capsule(5000, 0, 5000, 220, 75).capsule(5000, 220, 0, 220, 75), 0.1, [0.07]],
  ['a crotch', new Scene().capsule(0, 0, 5000, 0, 75).capsule(0, 0, 5000, 1000, 75), 0.1, []],
  ['a pinhole', new Scene().rectangle(0, 0, 5000, 5000).clear().disc(2000, 2000, 40), 0.1, []],
  ['a shallow dent', new Scene().rectangle(0, 0, 5000, 5000).clear().rectangle(1000, 4970, 1080, 5001), 0.1, []],
  ['other components', new Scene().disc(0, 0, 400).disc(830, 0, 400), 0.1, []],
]

describe('sameNetGaps', () => {
  for (const [name, scene, withinMm, expected] of notches) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      expect(sameNetGaps(imageOf(scene, motion), { withinMm }).map((gap) => Number(gap.value.toFixed(7)))).toEqual(expected)
    })
  }
  test('two components of one net', () => {
    const gaps = sameNetGaps(imageOf(new Scene().disc(0, 0, 400).disc(830, 0, 400)), { withinMm: 0.1, group: Int32Array.of(3, 3) })
    expect(gaps.map((gap) => gap.value.toFixed(6))).toEqual(['0.030000'])
  })
})
