import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { objectGap } from '#renderer/viewer/pick/object-gap.ts'
import { distanceToPrim } from '#renderer/viewer/pick/prim-distance.ts'
import { circle, plot, rectangle, type Shape } from './plot.ts'

const MM = 1e6
const gapOf = (a: Shape, b: Shape) => objectGap({ layer: plot([a]), object: 0 }, { layer: plot([b]), object: 0 })

const CASES: readonly { name: string; a: Shape; b: Shape; mm: number }[] = [
  { name: 'two discs', a: { capsule: [0, 0, 0, 0, 0.5] }, b: { capsule: [2.54, 0, 2.54, 0, 0.4] }, mm: 1.64 },
  { name: 'a track beside a pad', a: { capsule: [-5, 1, 5, 1, 0.1] }, b: { rings: [rectangle(-1, -1, 1, 0.5)], flash: true }, mm: 0.4 },
  { name: 'corner to corner', a: { rings: [rectangle(0, 0, 1, 1)] }, b: { rings: [rectangle(4, 5, 6, 6)] }, mm: 5 },
  { name: 'two round pours', a: { rings: [circle(0, 0, 1)] }, b: { rings: [circle(5, 0, 2)] }, mm: 2 },
  { name: 'a disc in the hole of a pour', a: { capsule: [0, 0, 0, 0, 0.4] }, b: { rings: [rectangle(-4, -4, 4, 4), circle(0, 0, 1, -1)] }, mm: 0.6 },
  { name: 'a disc on a pour', a: { capsule: [2, 2, 2, 2, 0.4] }, b: { rings: [rectangle(-4, -4, 4, 4)] }, mm: 0 },
  { name: 'a pour around a disc', a: { rings: [rectangle(-4, -4, 4, 4)] }, b: { capsule: [2, 2, 2, 2, 0.4] }, mm: 0 },
  { name: 'tracks that cross', a: { capsule: [-1, 0, 1, 0, 0.1] }, b: { capsule: [0, -1, 0, 1, 0.1] }, mm: 0 },
  { name: 'shapes that touch', a: { capsule: [0, 0, 0, 0, 1] }, b: { capsule: [2, 0, 2, 0, 1] }, mm: 0 },
] // prettier-ignore

describe('the gap between two objects', () => {
  test.each(CASES)('$name', ({ a, b, mm }) => {
    const gap = gapOf(a, b)!
    expect(gap.distance / MM).toBeCloseTo(mm, 6)
    expect(gapOf(b, a)!.distance / MM).toBeCloseTo(mm, 6)
    expect(Math.hypot(gap.to[0] - gap.from[0], gap.to[1] - gap.from[1]) / MM).toBeCloseTo(mm, 6)
  })

  test('its ends lie on the two shapes, and no sampled point of one is nearer to the other', () => {
    const n = fc.integer({ min: -40, max: 40 }).map((v) => v / 10)
    const r = fc.integer({ min: 1, max: 10 }).map((v) => v / 10)
    const shape = fc.oneof(
      fc.tuple(n, n, n, n, r).map((capsule): Shape => ({ capsule })),
      fc.tuple(n, n, r, r).map(([x, y, w, h]): Shape => ({ rings: [rectangle(x, y, x + w, y + h)] })),
      fc.tuple(n, n, r).map(([x, y, radius]): Shape => ({ rings: [circle(x, y, radius)] })),
    )
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const [one, other] = [plot([a]), plot([b])]
        const gap = objectGap({ layer: one, object: 0 }, { layer: other, object: 0 })!
        expect(distanceToPrim(one, 0, ...gap.from)).toBeLessThan(2)
        if (gap.distance > 0) expect(distanceToPrim(other, 0, ...gap.to)).toBeLessThan(2)
        for (let x = -5; x <= 5; x += 0.5) {
          for (let y = -5; y <= 5; y += 0.5) {
            const sum = distanceToPrim(one, 0, x * MM, y * MM) + distanceToPrim(other, 0, x * MM, y * MM)
            expect(sum).toBeGreaterThan(gap.distance - 2)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
