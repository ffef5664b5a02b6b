import { describe, expect, it } from 'vitest'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { flawsOf } from './oracle.ts'
import type { Motion } from './scene.ts'
import { Scene } from './scene.ts'

const PI = Math.PI
const DISC = PI * 1e10 // radius 0.1 mm

interface Case {
  readonly name: string
  readonly scene: Scene
  readonly area: number
  readonly components: number
  readonly rings: number
  readonly pinches?: number
  /** Pieces of the outline, where splits that mean nothing must be gone again. */
  readonly pieces?: number
}

const staircase = (): Scene => {
  const scene = new Scene()
  for (let i = 0; i < 20; i++) {
    scene.capsule(i * 1e6, i * 1e6, (i + 1) * 1e6, i * 1e6, 1e5)
    scene.capsule((i + 1) * 1e6, i * 1e6, (i + 1) * 1e6, (i + 1) * 1e6, 1e5)
  }
  return scene
}

const circle = (x: number, y: number, r: number): readonly [number, number, number][] => [
  [x - r, y, 1],
  [x + r, y, 1],
]

const cases: Case[] = [
  { name: 'disc', scene: new Scene().disc(0, 0, 1e5), area: DISC, components: 1, rings: 1, pieces: 2 },
  { name: 'track', scene: new Scene().capsule(0, 0, 1e6, 0, 1e5), area: DISC + 2e11, components: 1, rings: 1, pieces: 4 },
  { name: 'same flash twice', scene: new Scene().disc(0, 0, 1e5).disc(0, 0, 1e5), area: DISC, components: 1, rings: 1, pieces: 2 },
  {
    name: 'same rectangle twice',
    scene: new Scene().rectangle(0, 0, 1e6, 1e6).rectangle(0, 0, 1e6, 1e6),
    area: 1e12,
    components: 1,
    rings: 1,
    pieces: 4,
  },
  {
    name: 'track that goes on in the same direction',
    scene: new Scene().capsule(0, 0, 1e6, 0, 1e5).capsule(1e6, 0, 2e6, 0, 1e5),
    area: DISC + 4e11,
    components: 1,
    rings: 1,
  },
  {
    name: 'tracks on top of each other, same width',
    scene: new Scene().capsule(0, 0, 1e6, 0, 1e5).capsule(2e5, 0, 5e5, 0, 1e5).capsule(9e5, 0, 3e5, 0, 1e5),
    area: DISC + 2e11,
    components: 1,
    rings: 1,
  },
  {
    name: 'slanted tracks on top of each other, same width, half way',
    scene: new Scene().capsule(0, 0, 3e6, 1e6, 1e5).capsule(15e5, 5e5, 6e6, 2e6, 1e5),
    area: DISC + 2e5 * Math.hypot(6e6, 2e6),
    components: 1,
    rings: 1,
  },
  {
    // Each of 39 corners: the outer quarter disc, and the square that two tracks share.
    name: 'staircase of tracks',
    scene: staircase(),
    area: 40 * 2e11 + DISC + 39 * (DISC / 4 - 1e10),
    components: 1,
    rings: 1,
  },
  {
    name: 'zero-length edges',
    scene: new Scene().contour([
      [0, 0],
      [0, 0],
      [1e6, 0],
      [1e6, 1e6],
      [1e6, 1e6],
      [0, 1e6],
      [0, 0],
    ]),
    area: 1e12,
    components: 1,
    rings: 1,
    pieces: 4,
  },
  {
    name: 'contour without area',
    scene: new Scene().contour([
      [0, 0],
      [1e6, 0],
      [2e6, 0],
    ]),
    area: 0,
    components: 0,
    rings: 0,
  },
  { name: 'track with radius zero', scene: new Scene().capsule(0, 0, 1e6, 0, 0), area: 0, components: 0, rings: 0 },
  {
    name: 'rectangles that share an edge',
    scene: new Scene().rectangle(0, 0, 1e6, 1e6).rectangle(1e6, 0, 2e6, 1e6),
    area: 2e12,
    components: 1,
    rings: 1,
  },
  {
    name: 'rectangles that touch in a corner',
    scene: new Scene().rectangle(0, 0, 1e6, 1e6).rectangle(1e6, 1e6, 2e6, 2e6),
    area: 2e12,
    components: 2,
    rings: 2,
    pinches: 1,
  },
  { name: 'discs that touch', scene: new Scene().disc(0, 0, 1e5).disc(2e5, 0, 1e5), area: 2 * DISC, components: 2, rings: 2, pinches: 1 },
  {
    name: 'hole cut, island put back',
    scene: new Scene().rectangle(0, 0, 1e6, 1e6).clear().disc(5e5, 5e5, 2e5).dark().disc(5e5, 5e5, 1e5),
    area: 1e12 - 3 * DISC,
    components: 2,
    rings: 3,
  },
  {
    name: 'clear first erases nothing',
    scene: new Scene().clear().disc(0, 0, 2e5).dark().disc(0, 0, 1e5),
    area: DISC,
    components: 1,
    rings: 1,
  },
  { name: 'identical clear after dark', scene: new Scene().disc(0, 0, 1e5).clear().disc(0, 0, 1e5), area: 0, components: 0, rings: 0 },
  {
    name: 'contour with a hole that runs the other way',
    scene: new Scene().contour(
      [
        [0, 0],
        [1e6, 0],
        [1e6, 1e6],
        [0, 1e6],
      ],
      [
        [2e5, 2e5],
        [2e5, 8e5],
        [8e5, 8e5],
        [8e5, 2e5],
      ],
    ),
    area: 1e12 - 36e10,
    components: 1,
    rings: 2,
  },
  {
    name: 'contour with a hole joined by a cut of width zero',
    scene: new Scene().contour([
      [0, 0],
      [1e6, 0],
      [1e6, 1e6],
      [0, 1e6],
      [0, 5e5],
      [2e5, 5e5],
      [2e5, 8e5],
      [8e5, 8e5],
      [8e5, 2e5],
      [2e5, 2e5],
      [2e5, 5e5],
      [0, 5e5],
    ]),
    area: 1e12 - 36e10,
    components: 1,
    rings: 2,
  },
  {
    name: 'self-overlapping contour is filled where it winds twice',
    scene: new Scene().contour([
      [0, 0],
      [2e6, 0],
      [2e6, 1e6],
      [0, 1e6],
      [0, 0],
      [2e6, 0],
      [2e6, 1e6],
      [0, 1e6],
    ]),
    area: 2e12,
    components: 1,
    rings: 1,
  },
  { name: 'disc of two half circles', scene: new Scene().contour(circle(0, 0, 1e5)), area: DISC, components: 1, rings: 1, pieces: 2 },
  {
    name: 'contour disc on a flash of the same size',
    scene: new Scene().disc(0, 0, 1e5).contour(circle(0, 0, 1e5)),
    area: DISC,
    components: 1,
    rings: 1,
  },
  {
    name: 'big round board outline',
    scene: new Scene().contour(circle(3e7, 1e7, 5e7)),
    area: PI * 25e14,
    components: 1,
    rings: 1,
    pieces: 2,
  },
  {
    name: 'edges of one to five nanometres',
    scene: new Scene().contour([
      [0, 0],
      [1e6, 0],
      [1e6 + 2, 0],
      [1e6 + 5, 2],
      [1e6 + 5, 1e6],
      [0, 1e6],
    ]),
    area: 1e12 + 5e6 - 3 - 4,
    components: 1,
    rings: 1,
    pieces: 5,
  },
  {
    name: 'stray object a kilometre away',
    scene: new Scene().disc(0, 0, 1e5).disc(3e5, 0, 1e5).disc(1e12, 0, 1e5),
    area: 3 * DISC,
    components: 3,
    rings: 3,
  },
  {
    name: 'not a number',
    scene: new Scene()
      .disc(0, 0, 1e5)
      .disc(NaN, 0, 1e5)
      .capsule(0, 0, Infinity, 0, 1e5)
      .contour([
        [0, 0],
        [NaN, 0],
        [5e6, 5e6],
      ]),
    area: DISC,
    components: 1,
    rings: 1,
  },
]

const motions: { name: string; motion: Motion }[] = [
  { name: 'as drawn', motion: {} },
  { name: 'shifted', motion: { dx: 123_456_789.5, dy: -98_765_432.25 } },
  { name: 'turned by 30 degrees', motion: { turn: PI / 6, dx: 5e7 } },
  { name: 'turned by 1 radian and mirrored', motion: { turn: 1, mirror: true, dy: 7e7 } },
  { name: 'in inches as if they were millimetres', motion: { scale: 25.4 } },
]

describe.each(motions)('known areas, $name', ({ motion }) => {
  it.each(cases)('$name', ({ name, scene, area, components, rings, pinches = 0, pieces }) => {
    const image = composePrims(scene.moved(motion).input())
    const scale = (motion.scale ?? 1) ** 2
    expect(flawsOf(image)).toEqual([])
    expect(image.repaired).toEqual([])
    // Far from the origin a double holds less of each coordinate.
    const slack = name.startsWith('stray') ? 1e-7 : 1e-9
    expect(Math.abs(image.area - area * scale)).toBeLessThanOrEqual(slack * area * scale)
    expect(image.components.count).toBe(components)
    expect(image.rings.count).toBe(rings)
    expect(image.pinches.length).toBe(pinches)
    if (pieces !== undefined) expect(image.pieces.count).toBe(pieces)
    expect(image.bounds === null).toBe(components === 0)
  })
})

describe('order', () => {
  it('does not matter within one polarity', () => {
    const scene = staircase()
    for (let i = 0; i < 15; i++) scene.disc(i * 7e5, i * 6e5, 3e5)
    const plain = composePrims(scene.input())
    const reversed = composePrims(scene.ordered(scene.items.map((_, i) => scene.items.length - 1 - i)).input())
    expect(Math.abs(reversed.area / plain.area - 1)).toBeLessThan(1e-12)
    expect(reversed.components.count).toBe(plain.components.count)
    expect(reversed.rings.count).toBe(plain.rings.count)
  })

  it('matters between polarities', () => {
    const dark = new Scene().clear().disc(0, 0, 1e5).dark().rectangle(-1e6, -1e6, 1e6, 1e6)
    expect(composePrims(dark.input()).area).toBe(4e12)
    expect(composePrims(dark.ordered([1, 0]).input()).area).toBeCloseTo(4e12 - DISC, -3)
  })
})

describe('nothing', () => {
  it('gives an empty image', () => {
    const image = composePrims(new Scene().input())
    expect(image.bounds).toBeNull()
    expect([image.area, image.pieces.count, image.rings.count, image.components.count]).toEqual([0, 0, 0, 0])
  })
})

describe('many of the same', () => {
  it('flashes 20000 pads in one place as one', () => {
    const scene = new Scene()
    for (let i = 0; i < 20_000; i++) scene.disc(0, 0, 1e5)
    const image = composePrims(scene.input())
    expect(image.pieces.count).toBe(2)
    expect(image.repaired).toEqual([])
  })

  it('ends 300 tracks in one point', () => {
    const scene = new Scene()
    for (let i = 0; i < 300; i++) scene.capsule(0, 0, 1e7 * Math.cos(i), 1e7 * Math.sin(i), 1e4)
    const image = composePrims(scene.input())
    expect(flawsOf(image)).toEqual([])
    expect(image.repaired).toEqual([])
    expect(image.components.count).toBe(1)
  })
})
