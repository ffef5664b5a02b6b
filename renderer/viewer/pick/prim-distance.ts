import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Artwork } from '../geometry/drawable.ts'
import { nearestOnRings, nearestOnSegment, windingOf, type Nearest } from '../geometry/contour-distance.ts'

/** @returns the distance of a point from the drawn shape, nm; 0 inside and on the edge */
export const distanceToPrim = ({ prims, rings }: Artwork, p: number, x: number, y: number): number => {
  if (prims.kind[p] === PRIM_CAPSULE) {
    const centre = nearestOnSegment(prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, x, y)
    return Math.max(0, centre.distance - prims.r[p]!)
  }
  const from = prims.ringFrom[p]!
  const to = prims.ringTo[p]!
  if (windingOf(rings, from, to, x, y) !== 0) return 0
  return nearestOnRings(rings, from, to, x, y).distance
}

/** @returns the point on the shape's own boundary nearest to (x, y) */
export const nearestOnBoundary = ({ prims, rings }: Artwork, p: number, x: number, y: number): Nearest => {
  if (prims.kind[p] !== PRIM_CAPSULE) return nearestOnRings(rings, prims.ringFrom[p]!, prims.ringTo[p]!, x, y)
  const centre = nearestOnSegment(prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, x, y)
  const r = prims.r[p]!
  const d = centre.distance
  // Exactly on the centre line the nearest edge is to either side of it: take the normal.
  const dx = prims.x1[p]! - prims.x0[p]!
  const dy = prims.y1[p]! - prims.y0[p]!
  const length = Math.hypot(dx, dy)
  const ux = d > 0 ? (x - centre.x) / d : length > 0 ? -dy / length : 1
  const uy = d > 0 ? (y - centre.y) / d : length > 0 ? dx / length : 0
  return { x: centre.x + ux * r, y: centre.y + uy * r, distance: Math.abs(d - r) }
}

/** @returns whether the layer is dark at a point: the last primitive that covers it decides */
export const isDarkAt = (art: Artwork, x: number, y: number, candidates?: readonly number[]): boolean => {
  const count = candidates?.length ?? art.prims.count
  for (let i = count - 1; i >= 0; i--) {
    const p = candidates ? candidates[i]! : i
    if (distanceToPrim(art, p, x, y) === 0) return art.prims.dark[p] === 1
  }
  return false
}
