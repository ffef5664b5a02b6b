import { describe, expect, it } from 'vitest'
import { contourOf } from '#core/board/outline/contour-geometry.ts'
import { seededRandom } from '#core/builder/random.ts'
import { contourCrossings } from '#core/checks/measuring/contour-crossings.ts'

type Vertex = readonly [x: number, y: number, bulge?: number]
const MM = 1e6
const STEP = 500

/** A contour from mm, turned by an angle about the origin. */
const contour = (points: readonly Vertex[], turn = 0) => {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return contourOf(
    points.map(([x, y]) => Math.round((x * c - y * s) * MM)),
    points.map(([x, y]) => Math.round((x * s + y * c) * MM)),
    points.map(([, , bulge = 0]) => bulge),
  )
}

const circle = (x: number, y: number, r: number): readonly Vertex[] => [
  [x + r, y, 1],
  [x - r, y, 1],
]
const star = (corners: number): readonly Vertex[] =>
  Array.from({ length: corners }, (_, k): Vertex => {
    const angle = (2 * Math.PI * 2 * k) / corners
    return [10 * Math.cos(angle), 10 * Math.sin(angle)]
  })

describe('contourCrossings', () => {
  it.each([5, 7, 9])('a star of %d corners crosses itself as often', (corners) => {
    for (const turn of [0, 0.3, 1.1]) expect(contourCrossings([contour(star(corners), turn)], STEP)).toHaveLength(corners)
  })

  it.each([
    ['two circles that overlap', circle(0, 0, 5), circle(6, 0, 5), 2],
    ['two circles that touch', circle(0, 0, 5), circle(10, 0, 5), 0],
    ['a circle in a circle', circle(0, 0, 5), circle(1, 0, 3), 0],
    ['a circle that touches another from inside', circle(0, 0, 5), circle(2, 0, 3), 0],
    ['the same circle', circle(0, 0, 5), circle(0, 0, 5), 0],
  ] as const)('%s', (_, one, other, count) => {
    for (const turn of [0, 0.7, 2]) expect(contourCrossings([contour(one, turn), contour(other, turn)], STEP)).toHaveLength(count)
  })

  it('agrees with the count of crossing sides on random polygons', () => {
    const random = seededRandom(5)
    for (let round = 0; round < 40; round++) {
      const points = Array.from({ length: 7 }, (): Vertex => [Math.round(random() * 4000) / 100, Math.round(random() * 4000) / 100])
      let crossings = 0
      const n = points.length
      const side = ([ax, ay]: Vertex, [bx, by]: Vertex, [cx, cy]: Vertex): number =>
        Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
      for (let i = 0; i < n; i++) {
        for (let j = i + 2; j < n; j++) {
          if (i === 0 && j === n - 1) continue
          const [a, b, c, d] = [points[i]!, points[i + 1]!, points[j]!, points[(j + 1) % n]!]
          if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) crossings++
        }
      }
      const found = contourCrossings([contour(points)], STEP).length
      // Places nearer than a pen and angles below five degrees are one place or none.
      expect(found).toBeLessThanOrEqual(crossings)
      expect(found).toBeGreaterThanOrEqual(crossings - 1)
    }
  })
})
