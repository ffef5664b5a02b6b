import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arcOf, CHORD_ERROR_NM, flattenEdge } from '#renderer/viewer/geometry/bulge.ts'
import { nearestOnRings, windingOf } from '#renderer/viewer/geometry/contour-distance.ts'
import { invertLayer } from '#renderer/views/canvas/negative-layer.ts'
import { isDarkAt } from '#renderer/viewer/pick/prim-distance.ts'
import { circle, plot, rectangle, type Vertex } from './plot.ts'

const MM = 1e6

describe('arcs', () => {
  test('chords stay within a micrometre of the arc and both ends are kept', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 80, noNaN: true }),
        fc.boolean(),
        (size, length, clockwise) => {
          const bulge = clockwise ? -size : size
          const points: number[] = [0, 0]
          flattenEdge(points, 0, 0, length * MM, 0, bulge)
          points.push(length * MM, 0)
          const arc = arcOf(0, 0, length * MM, 0, bulge)!
          for (let i = 2; i < points.length; i += 2) {
            const mx = (points[i]! + points[i - 2]!) / 2
            const my = (points[i + 1]! + points[i - 1]!) / 2
            expect(Math.abs(Math.hypot(mx - arc.cx, my - arc.cy) - arc.r)).toBeLessThan(Math.max(CHORD_ERROR_NM * 1.01, arc.r * 1e-4))
          }
        },
      ),
    )
  })
})

describe('inside and outside', () => {
  const winding = (rings: readonly (readonly Vertex[])[], x: number, y: number): number => {
    const { rings: table } = plot([{ rings }])
    return windingOf(table, 0, table.count, x * MM, y * MM)
  }

  test.each([1, -1] as const)('a circle of half turns, turn %i, agrees with its radius, its own middle and level line included', (turn) => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (i, j) => {
        const [x, y] = [i / 16, j / 16]
        fc.pre(Math.abs(Math.hypot(x, y) - 2) > 1e-6)
        expect(winding([circle(0, 0, 2, turn)], x, y)).toBe(Math.hypot(x, y) < 2 ? turn : 0)
      }),
    )
  })

  test('points on the chord of a hollow arc are outside', () => {
    const hollow: readonly Vertex[] = [
      [0, 0],
      [4, 0, -0.5],
      [0, 4],
    ]
    for (let t = 0.1; t < 1; t += 0.1) expect(winding([hollow], 4 - 4 * t, 4 * t)).toBe(0)
  })

  test('distance to a ring is that to its edges', () => {
    const { rings } = plot([{ rings: [rectangle(0, 0, 4, 2)] }])
    expect(nearestOnRings(rings, 0, 1, 2 * MM, 0.5 * MM).distance).toBeCloseTo(0.5 * MM)
    expect(nearestOnRings(rings, 0, 1, 7 * MM, 6 * MM).distance).toBeCloseTo(5 * MM)
  })
})

describe('negative layers', () => {
  test('what was dark is open, what was clear is copper, all within the board', () => {
    const layer = invertLayer(
      plot([{ capsule: [2, 2, 2, 2, 1] }, { capsule: [2, 2, 2, 2, 0.3], clear: true }, { rings: [rectangle(6, 1, 8, 3)] }]),
      [0, 0, 10 * MM, 5 * MM],
    )
    const dark = (x: number, y: number): boolean => isDarkAt(layer, x * MM, y * MM)
    expect([dark(4, 4), dark(2.6, 2), dark(2, 2), dark(7, 2), dark(11, 2)]).toEqual([true, false, true, false, false])
    expect([...layer.objects.line]).toEqual([0, 1, 2, 3])
    expect(layer.prims.object[3]).toBe(3)
    expect([...layer.objects.primFrom]).toEqual([0, 1, 2, 3])
  })
})
