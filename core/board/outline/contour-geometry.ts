import type { Box, Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'

export interface Arc {
  readonly cx: number
  readonly cy: number
  readonly r: number
  readonly start: number
  readonly sweep: number
}

/** Below this a bulge is a straight line: the arc would leave the chord by less than its own rounding. */
const STRAIGHT = 1e-9

/** @returns the arc of an edge with a bulge, or null for a straight one */
export const arcOf = (x0: number, y0: number, x1: number, y1: number, bulge: number): Arc | null => {
  if (Math.abs(bulge) < STRAIGHT) return null
  const k = (1 - bulge * bulge) / (4 * bulge)
  const cx = (x0 + x1) / 2 - k * (y1 - y0)
  const cy = (y0 + y1) / 2 + k * (x1 - x0)
  return { cx, cy, r: Math.hypot(x0 - cx, y0 - cy), start: Math.atan2(y0 - cy, x0 - cx), sweep: 4 * Math.atan(bulge) }
}

/** @returns the point in the middle of an edge */
export const middleOf = (x0: number, y0: number, x1: number, y1: number, bulge: number): Point => [
  (x0 + x1) / 2 + (bulge * (y1 - y0)) / 2,
  (y0 + y1) / 2 - (bulge * (x1 - x0)) / 2,
]

export const edgeLength = (x0: number, y0: number, x1: number, y1: number, bulge: number): number => {
  const arc = arcOf(x0, y0, x1, y1, bulge)
  return arc ? Math.abs(arc.sweep) * arc.r : Math.hypot(x1 - x0, y1 - y0)
}

/** @returns the extent of an edge, the belly of an arc included */
export const edgeBox = (x0: number, y0: number, x1: number, y1: number, bulge: number): Box => {
  let box: [number, number, number, number] = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
  const arc = arcOf(x0, y0, x1, y1, bulge)
  if (!arc) return box
  for (let q = 0; q < 4; q++) {
    const angle = (q * Math.PI) / 2
    const turn = 2 * Math.PI
    const ahead = arc.sweep > 0 ? (((angle - arc.start) % turn) + turn) % turn : (((arc.start - angle) % turn) + turn) % turn
    if (ahead > Math.abs(arc.sweep)) continue
    const x = arc.cx + (q === 0 ? arc.r : q === 2 ? -arc.r : 0)
    const y = arc.cy + (q === 1 ? arc.r : q === 3 ? -arc.r : 0)
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
  }
  return box
}

/** Signed area of a ring of lines and arcs, positive counterclockwise. */
export const signedArea = (x: ArrayLike<number>, y: ArrayLike<number>, bulge: ArrayLike<number>): number => {
  const n = x.length
  const [ox, oy] = [x[0] ?? 0, y[0] ?? 0]
  let twice = 0
  for (let v = 0; v < n; v++) {
    const w = (v + 1) % n
    twice += (x[v]! - ox) * (y[w]! - oy) - (x[w]! - ox) * (y[v]! - oy)
    const arc = arcOf(x[v]!, y[v]!, x[w]!, y[w]!, bulge[v]!)
    if (arc) twice += arc.r * arc.r * (arc.sweep - Math.sin(arc.sweep))
  }
  return twice / 2
}

/** @returns the contour of a ring, turned counterclockwise, with area and extent */
export const contourOf = (xs: readonly number[], ys: readonly number[], bulges: readonly number[]): Contour => {
  const area = signedArea(xs, ys, bulges)
  let [x, y, bulge] = [xs, ys, bulges]
  if (area < 0) {
    x = [...xs].reverse()
    y = [...ys].reverse()
    const turned = bulges.map((b) => -b).reverse()
    bulge = [...turned.slice(1), turned[0]!]
  }
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let v = 0; v < x.length; v++) {
    const w = (v + 1) % x.length
    const [a, b, c, d] = edgeBox(x[v]!, y[v]!, x[w]!, y[w]!, bulge[v]!)
    box = [Math.min(box[0], a), Math.min(box[1], b), Math.max(box[2], c), Math.max(box[3], d)]
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), bulge: Float64Array.from(bulge), area: Math.abs(area), box }
}

/** @returns true when a point lies inside a contour; on the edge either answer may come */
export const insideContour = (c: Contour, px: number, py: number): boolean => {
  const [bx0, by0, bx1, by1] = c.box
  if (px < bx0 || px > bx1 || py < by0 || py > by1) return false
  let inside = false
  const n = c.x.length
  for (let v = 0; v < n; v++) {
    const w = v + 1 === n ? 0 : v + 1
    const [x0, y0, x1, y1] = [c.x[v]!, c.y[v]!, c.x[w]!, c.y[w]!]
    if (y0 > py !== y1 > py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside
    const arc = arcOf(x0, y0, x1, y1, c.bulge[v]!)
    if (arc && inSegmentOfArc(arc, x0, y0, x1, y1, px, py)) inside = !inside
  }
  return inside
}

/** Between chord and arc: the part that the chord test leaves out or has too much. */
const inSegmentOfArc = (arc: Arc, x0: number, y0: number, x1: number, y1: number, px: number, py: number): boolean => {
  if ((px - arc.cx) ** 2 + (py - arc.cy) ** 2 > arc.r * arc.r) return false
  const side = (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0)
  return arc.sweep > 0 ? side < 0 : side > 0
}

export const perimeterOf = (c: Contour): number => {
  let sum = 0
  for (let v = 0; v < c.x.length; v++) {
    const w = (v + 1) % c.x.length
    sum += edgeLength(c.x[v]!, c.y[v]!, c.x[w]!, c.y[w]!, c.bulge[v]!)
  }
  return sum
}

/** @returns a point inside the contour, away from its edge where it can be found */
export const pointInside = (c: Contour): Point => {
  const n = c.x.length
  // Step inwards from the middle of the longest edge: left of a counterclockwise edge is inside.
  let best = 0
  let longest = -1
  for (let v = 0; v < n; v++) {
    const w = (v + 1) % n
    const length = Math.hypot(c.x[w]! - c.x[v]!, c.y[w]! - c.y[v]!)
    if (length > longest) [longest, best] = [length, v]
  }
  const w = (best + 1) % n
  const [mx, my] = middleOf(c.x[best]!, c.y[best]!, c.x[w]!, c.y[w]!, c.bulge[best]!)
  const [nx, ny] = [-(c.y[w]! - c.y[best]!) / (longest || 1), (c.x[w]! - c.x[best]!) / (longest || 1)]
  for (let step = Math.min(longest / 4, 1e5); step > 1; step /= 4) {
    if (insideContour(c, mx + nx * step, my + ny * step)) return [mx + nx * step, my + ny * step]
  }
  return [mx, my]
}
