import { describe, expect, test } from 'vitest'
import type { Contour } from '#core/board/board.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'
import { edgeDistance } from '#core/geometry/measure/edge-distance.ts'
import { Scene, type Motion } from '../compose/scene.ts'
import { imageOf, MOTIONS } from './boards.ts'

type Corner = readonly [x: number, y: number, bulge?: number]

/** A contour in micrometres, moved like a scene. */
const contour = ({ mirror = false, turn = 0, dx = 0, dy = 0 }: Motion, corners: readonly Corner[]): Contour => {
  const [cos, sin] = [Math.cos(turn) * 1000, Math.sin(turn) * 1000]
  const at = corners.map(([x, y]) => [(mirror ? -x : x) * cos - y * sin + dx, (mirror ? -x : x) * sin + y * cos + dy] as const)
  return {
    x: Float64Array.from(at, (p) => p[0]),
    y: Float64Array.from(at, (p) => p[1]),
    bulge: Float64Array.from(corners, (c) => (mirror ? -1 : 1) * (c[2] ?? 0)),
    area: 1,
    box: [0, 0, 0, 0],
  }
}

const BOARD: readonly Corner[] = [
  [0, 0],
  [10000, 0],
  [10000, 10000],
  [0, 10000],
]
const ROUND: readonly Corner[] = [
  [10000, 5000, 1],
  [0, 5000, 1],
]
const CUTOUT: readonly Corner[] = [
  [4000, 4000],
  [6000, 4000],
  [6000, 6000],
  [4000, 6000],
]

const cases: readonly (readonly [string, Scene, readonly (readonly Corner[])[], readonly number[]])[] = [
  ['a pad near the edge', new Scene().disc(700, 5000, 500), [BOARD], [0.2]],
  ['far from the edge', new Scene().disc(5000, 5000, 500), [BOARD], []],
  ['copper over the edge', new Scene().disc(300, 5000, 500), [BOARD], [-0.2]],
  ['a corner over the edge', new Scene().rectangle(-100, 4000, 1000, 5000), [BOARD], [-0.1]],
  ['wholly off the board, near', new Scene().disc(-300, 5000, 200), [BOARD], [-0.5]],
  ['wholly off the board, far', new Scene().disc(-5000, 5000, 200), [BOARD], [-5.2]],
  ['a cut-out', new Scene().disc(3700, 5000, 200), [BOARD, CUTOUT], [0.1]],
  ['copper in a cut-out', new Scene().disc(4300, 5000, 200), [BOARD, CUTOUT], [-0.5]],
  ['a round board', new Scene().disc(5000, 9500, 300), [ROUND], [0.2]],
  ['a round board, beyond', new Scene().disc(5000, 9900, 300), [ROUND], [-0.2]],
  [
    'two places',
    new Scene().disc(300, 2000, 150).disc(300, 8000, 200).capsule(300, 2000, 3000, 5000, 50).capsule(3000, 5000, 300, 8000, 50),
    [BOARD],
    [0.1, 0.15],
  ],
  [
    'a track along the edge that widens: one place',
    new Scene().disc(300, 2000, 150).disc(300, 8000, 200).capsule(300, 2000, 300, 8000, 50),
    [BOARD],
    [0.1],
  ],
  ['a pour beside the edge is one place', new Scene().rectangle(250, 1000, 9000, 9000), [BOARD], [0.25]],
  ['an L of two contours: on the board between them', new Scene().disc(3500, 5000, 100), [BOARD, CUTOUT], []],
]

describe('edgeDistance', () => {
  for (const [name, scene, contours, expected] of cases) {
    test.each(MOTIONS)(`${name} (%s)`, (_, motion) => {
      const found = edgeDistance(
        imageOf(scene, motion),
        contours.map((corners) => contour(motion, corners)),
        0.3,
      )
      expect(found.map((gap) => Number(gap.value.toFixed(6)))).toEqual(expected)
      for (const gap of found) expect(Math.hypot(gap.a[0] - gap.b[0], gap.a[1] - gap.b[1])).toBeCloseTo(Math.abs(gap.value), 8)
    })
  }
  test('no contours, no copper: nothing to measure', () => {
    expect(edgeDistance(imageOf(new Scene().disc(0, 0, 100)), [], 1)).toEqual([])
    expect(edgeDistance(imageOf(new Scene()), [contour({}, BOARD)], 1)).toEqual([])
  })
})

describe('clearance', () => {
  test.each(MOTIONS)('between two images (%s)', (_, motion) => {
    const one = imageOf(new Scene().disc(0, 0, 300).disc(5000, 0, 300), motion)
    const other = imageOf(new Scene().disc(650, 0, 300).disc(5000, 0, 380).disc(9000, 0, 200), motion)
    const found = clearance(one, other, { withinMm: 0.1 })
    expect(found.map((gap) => Number(gap.value.toFixed(6)))).toEqual([0.05, 0.08])
    expect(found[0].componentA).not.toBe(found[1].componentA)
  })
  test('crossing outlines are 0 apart', () => {
    const [gap] = clearance(imageOf(new Scene().disc(0, 0, 300)), imageOf(new Scene().disc(400, 0, 300)), { withinMm: 0.1 })
    expect(gap.value).toBe(0)
  })
  test('only the components asked for', () => {
    const image = imageOf(new Scene().disc(0, 0, 300).disc(650, 0, 300))
    expect(clearance(image, image, { withinMm: 0.1, compares: (a, b) => a < b }).map((gap) => gap.value.toFixed(4))).toEqual(['0.0500'])
  })
})
