import type { Contour } from '#core/board/board.ts'
import { combineImages, imageOfContours, type ContourVertex } from '#core/geometry/combine/combine.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, pointDistance } from '#core/geometry/measure/distance.ts'

const vertices = ({ x, y, bulge }: Contour): readonly ContourVertex[] => Array.from(x, (_, v) => ({ x: x[v]!, y: y[v]!, bulge: bulge[v]! }))

/** @returns the area that both contours enclose over the area that either does: 1 = the same, 0 = apart */
export const overlapShare = (one: Contour, other: Contour): number => {
  const [a, b] = [one.box, other.box]
  if (a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3]) return 0
  const [p, q] = [imageOfContours([vertices(one)]), imageOfContours([vertices(other)])]
  const both = combineImages(p, q, 'intersect').area
  const either = p.area + q.area - both
  return either > 0 ? both / either : 0
}

const STEPS = 16

/** The point of a contour's edge at a share of its sweep. */
const pointOn = (c: Contour, v: number, t: number): readonly [number, number] => {
  const w = (v + 1) % c.x.length
  const [x0, y0, x1, y1, b] = [c.x[v]!, c.y[v]!, c.x[w]!, c.y[w]!, c.bulge[v]!]
  if (b === 0) return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
  const k = (1 - b * b) / (4 * b)
  const [cx, cy] = [(x0 + x1) / 2 - (y1 - y0) * k, (y0 + y1) / 2 + (x1 - x0) * k]
  const angle = 4 * Math.atan(b) * t
  const [rx, ry] = [x0 - cx, y0 - cy]
  return [cx + rx * Math.cos(angle) - ry * Math.sin(angle), cy + rx * Math.sin(angle) + ry * Math.cos(angle)]
}

const furthestFrom = (one: Contour, other: Contour): number => {
  const shapes = contourShapes([other])
  const w = newWitness()
  let furthest = 0
  for (let v = 0; v < one.x.length; v++) {
    for (let k = 0; k < STEPS; k++) {
      const [x, y] = pointOn(one, v, k / STEPS)
      let nearest = Infinity
      for (let s = 0; s < shapes.count; s++) {
        pointDistance(x, y, shapes, s, w)
        nearest = Math.min(nearest, w[0]!)
      }
      furthest = Math.max(furthest, nearest)
    }
  }
  return furthest
}

/** @returns how far the two contours are apart where they differ most (Hausdorff distance, taken at 16 points per edge), nm */
export const contourDifference = (one: Contour, other: Contour): number => Math.max(furthestFrom(one, other), furthestFrom(other, one))
