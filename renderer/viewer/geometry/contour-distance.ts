import type { Rings } from '#core/interpret/plotted-layer.ts'
import { arcOf } from './bulge.ts'

/** A point with its distance from the place asked about, nm. */
export interface Nearest {
  readonly x: number
  readonly y: number
  readonly distance: number
}

/** @returns the point of the segment nearest to (px, py) */
export const nearestOnSegment = (x0: number, y0: number, x1: number, y1: number, px: number, py: number): Nearest => {
  const dx = x1 - x0
  const dy = y1 - y0
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((px - x0) * dx + (py - y0) * dy) / length2))
  const x = x0 + t * dx
  const y = y0 + t * dy
  return { x, y, distance: Math.hypot(px - x, py - y) }
}

const TURN = 2 * Math.PI

/** @returns whether the direction `angle` lies on an arc from `from` over `sweep` radians */
const onArc = (angle: number, from: number, sweep: number): boolean => {
  const along = sweep >= 0 ? angle - from : from - angle
  return ((along % TURN) + TURN) % TURN <= Math.abs(sweep)
}

/** @returns the point of an edge (line or arc) nearest to (px, py) */
export const nearestOnEdge = (x0: number, y0: number, x1: number, y1: number, bulge: number, px: number, py: number): Nearest => {
  const arc = bulge === 0 ? null : arcOf(x0, y0, x1, y1, bulge)
  if (!arc) return nearestOnSegment(x0, y0, x1, y1, px, py)
  const angle = Math.atan2(py - arc.cy, px - arc.cx)
  if (onArc(angle, arc.from, arc.sweep)) {
    const x = arc.cx + arc.r * Math.cos(angle)
    const y = arc.cy + arc.r * Math.sin(angle)
    return { x, y, distance: Math.hypot(px - x, py - y) }
  }
  const start = Math.hypot(px - x0, py - y0)
  const end = Math.hypot(px - x1, py - y1)
  return start <= end ? { x: x0, y: y0, distance: start } : { x: x1, y: y1, distance: end }
}

/** Calls `visit` for each edge of the rings `from <= k < to`. */
export const eachEdge = (
  rings: Rings,
  from: number,
  to: number,
  visit: (x0: number, y0: number, x1: number, y1: number, bulge: number) => void,
): void => {
  for (let k = from; k < to; k++) {
    const first = rings.start[k]!
    const end = rings.start[k + 1]!
    for (let v = first; v < end; v++) {
      const w = v + 1 < end ? v + 1 : first
      visit(rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!, rings.bulge[v]!)
    }
  }
}

/** @returns whether the level line through the point meets the edge, and on which side of the edge the point lies by the same arithmetic */
const sideOf = (
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  px: number,
  py: number,
): { readonly meets: boolean; readonly left: boolean } => {
  if (y0 <= py === y1 <= py) {
    const cross = (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0)
    // The half-open rule puts a point on a level edge just above it, whichever way the edge runs.
    return { meets: false, left: cross > 0 || (cross === 0 && x1 > x0) }
  }
  const x = x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)
  return { meets: true, left: x > px === y1 > y0 }
}

/** @returns the winding contribution of a straight edge for a ray from (px, py) to the right */
const lineCrossing = (y0: number, y1: number, { meets, left }: { readonly meets: boolean; readonly left: boolean }): number => {
  if (!meets) return 0
  const up = y1 > y0
  return left === up ? (up ? 1 : -1) : 0
}

/**
 * Winding of an edge: its chord's, corrected where the point lies between chord and arc. The region between them is
 * a circle segment (at most half a disc, as |bulge| <= 1) walked once along the arc and back along the chord. Which side
 * of the chord a point lies on must come from one calculation, or points on the chord count twice or never.
 */
const edgeCrossing = (x0: number, y0: number, x1: number, y1: number, bulge: number, px: number, py: number): number => {
  const side = sideOf(x0, y0, x1, y1, px, py)
  const chord = lineCrossing(y0, y1, side)
  const arc = bulge === 0 ? null : arcOf(x0, y0, x1, y1, bulge)
  if (!arc || Math.hypot(px - arc.cx, py - arc.cy) >= arc.r) return chord
  // A counterclockwise arc bulges to the right of its chord.
  if (bulge > 0) return side.left ? chord : chord + 1
  return side.left ? chord - 1 : chord
}

/** @returns the winding number of the rings around a point; 0 = outside under the nonzero rule */
export const windingOf = (rings: Rings, from: number, to: number, px: number, py: number): number => {
  let winding = 0
  eachEdge(rings, from, to, (x0, y0, x1, y1, bulge) => {
    winding += edgeCrossing(x0, y0, x1, y1, bulge, px, py)
  })
  return winding
}

/** @returns the point of the rings' edges nearest to (px, py); distance Infinity without edges */
export const nearestOnRings = (rings: Rings, from: number, to: number, px: number, py: number): Nearest => {
  let best: Nearest = { x: px, y: py, distance: Infinity }
  eachEdge(rings, from, to, (x0, y0, x1, y1, bulge) => {
    const found = nearestOnEdge(x0, y0, x1, y1, bulge, px, py)
    if (found.distance < best.distance) best = found
  })
  return best
}
