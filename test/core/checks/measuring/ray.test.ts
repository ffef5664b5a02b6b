import { describe, expect, it } from 'vitest'
import { rayTo } from '#core/checks/measuring/ray.ts'
import { shapesOf } from '#core/geometry/measure/closest-points.ts'

const line = shapesOf({ kind: 'segment', from: [10, -5], to: [10, 5] })
const circle = shapesOf({ kind: 'circle', centre: [10, 0], radius: 4 })

describe('rayTo', () => {
  it.each([
    ['hits a line', 0, 0, 1, 0, 10],
    ['hits it at an angle', 0, 0, Math.SQRT1_2, Math.SQRT1_2 / 5, null],
    ['looks the other way', 0, 0, -1, 0, Infinity],
    ['passes beside its end', 0, 6, 1, 0, Infinity],
    ['runs along it', 10, -20, 0, 1, Infinity],
  ] as const)('%s', (_, x, y, ux, uy, far) => {
    const length = Math.hypot(ux, uy)
    const found = rayTo(line, 0, x, y, ux / length, uy / length)
    if (far === null) expect(found).toBeCloseTo(10 * Math.hypot(1, uy / ux), 9)
    else expect(found).toBe(far)
  })

  it.each([
    ['from outside meets the near side of a circle', 0, 0, 1, 0, 6],
    ['from the centre meets it a radius away', 10, 0, 0, 1, 4],
    ['from inside meets it ahead', 8, 0, 1, 0, 6],
    ['passes by', 0, 4.001, 1, 0, Infinity],
    ['has it behind', 20, 0, 1, 0, Infinity],
  ] as const)('%s', (_, x, y, ux, uy, far) => {
    const nearest = Math.min(...Array.from({ length: circle.count }, (__, i) => rayTo(circle, i, x, y, ux, uy)))
    if (far === Infinity) expect(nearest).toBe(Infinity)
    else expect(nearest).toBeCloseTo(far, 9)
  })
})
