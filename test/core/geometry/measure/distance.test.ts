import { describe, expect, test } from 'vitest'
import type { Point } from '#core/base/box.ts'
import { closestPoints, type Shape } from '#core/geometry/measure/closest-points.ts'
import { Dice } from './random.ts'

const pointsOf = (shape: Shape, count: number): Point[] => {
  if (shape.kind === 'point') return [shape.at]
  const place = (t: number): Point => {
    if (shape.kind === 'segment')
      return [shape.from[0] + t * (shape.to[0] - shape.from[0]), shape.from[1] + t * (shape.to[1] - shape.from[1])]
    const start = shape.kind === 'arc' ? shape.start : 0
    const sweep = shape.kind === 'arc' ? shape.sweep : 2 * Math.PI
    return [shape.centre[0] + shape.radius * Math.cos(start + sweep * t), shape.centre[1] + shape.radius * Math.sin(start + sweep * t)]
  }
  return Array.from({ length: count + 1 }, (_, k) => place(k / count))
}

const bruteDistance = (one: Shape, other: Shape): number => {
  let best = Infinity
  const others = pointsOf(other, 400)
  for (const [x, y] of pointsOf(one, 400)) for (const [u, v] of others) best = Math.min(best, (x - u) ** 2 + (y - v) ** 2)
  return Math.sqrt(best)
}

const KINDS = ['point', 'segment', 'arc', 'circle'] as const

const randomShape = (kind: Shape['kind'], dice: Dice): Shape => {
  const at = (): Point => [dice.between(-100, 100), dice.between(-100, 100)]
  if (kind === 'point') return { kind, at: at() }
  if (kind === 'segment') return { kind, from: at(), to: at() }
  if (kind === 'circle') return { kind, centre: at(), radius: dice.between(1, 80) }
  return { kind, centre: at(), radius: dice.between(1, 80), start: dice.between(0, 6), sweep: dice.between(-6.2, 6.2) }
}

const isOn = (shape: Shape, p: Point): boolean => closestPoints({ kind: 'point', at: p }, shape).distance < 1e-6

describe('closestPoints', () => {
  const pairs = KINDS.flatMap((one, k) => KINDS.slice(k).map((other) => [one, other] as const))
  test.each(pairs)('%s to %s equals the distance of dense samples', (one, other) => {
    const dice = new Dice(7 + one.length * 31 + other.length)
    for (let k = 0; k < 60; k++) {
      const [s, t] = [randomShape(one, dice), randomShape(other, dice)]
      const found = closestPoints(s, t)
      const brute = bruteDistance(s, t)
      // Samples lie up to half a step from the nearest points: they can only be farther, and by no more than that.
      expect(found.distance).toBeLessThanOrEqual(brute + 1e-9)
      expect(brute - found.distance).toBeLessThan(2)
      expect(Math.hypot(found.a[0] - found.b[0], found.a[1] - found.b[1])).toBeCloseTo(found.distance, 9)
      expect(isOn(s, found.a) && isOn(t, found.b)).toBe(true)
      const back = closestPoints(t, s)
      expect(back.distance).toBeCloseTo(found.distance, 9)
    }
  })

  test('a point on the axis of two arcs: the ends of the arcs are nearest, not their circles', () => {
    const away: Shape = { kind: 'arc', centre: [0, 0], radius: 10, start: Math.PI / 2, sweep: Math.PI }
    expect(closestPoints({ kind: 'point', at: [20, 0] }, away).distance).toBeCloseTo(Math.hypot(20, 10), 12)
  })

  test('a circle in a circle: the thinnest ring', () => {
    const outer: Shape = { kind: 'circle', centre: [0, 0], radius: 10 }
    const inner: Shape = { kind: 'circle', centre: [2, 0], radius: 5 }
    const { distance, a, b } = closestPoints(outer, inner)
    expect(distance).toBeCloseTo(3, 12)
    expect([...a, ...b].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([10, 0, 7, 0])
  })

  test('nearly parallel segments are not clamped one by one', () => {
    const one: Shape = { kind: 'segment', from: [0, 0], to: [100, 0] }
    const other: Shape = { kind: 'segment', from: [120, 40], to: [60, 1] }
    expect(closestPoints(one, other).distance).toBeCloseTo(1, 12)
  })
})
