import { OBJECT_REGION, PRIM_CAPSULE, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { LayerIndex } from './layer-index.ts'
import { nearestOnBoundary } from './prim-distance.ts'

/** A place that the measure tool holds on to, nm. */
export interface SnapPoint {
  readonly x: number
  readonly y: number
  readonly kind: 'centre' | 'end' | 'corner' | 'edge'
  readonly distance: number
}

/** Points beat edges even where an edge is a good deal nearer: people mean the corner or the centre. */
const EDGE_HANDICAP = 4

/** @returns the better of two places; points are preferred to edges */
export const betterSnap = (best: SnapPoint | null, found: SnapPoint): SnapPoint => {
  const cost = (s: SnapPoint): number => (s.kind === 'edge' ? s.distance * EDGE_HANDICAP : s.distance)
  return !best || cost(found) < cost(best) ? found : best
}

/** @returns the best place of one layer within `tolerance` (nm) of a point: centres, ends, corners, then edges; or null */
export const snapInLayer = (layer: PlottedLayer, index: LayerIndex, x: number, y: number, tolerance: number): SnapPoint | null => {
  const { prims, rings, objects } = layer
  let best: SnapPoint | null = null
  const offer = (px: number, py: number, kind: SnapPoint['kind']): void => {
    const distance = Math.hypot(px - x, py - y)
    if (distance <= tolerance) best = betterSnap(best, { x: px, y: py, kind, distance })
  }
  for (const prim of index.search([x - tolerance, y - tolerance, x + tolerance, y + tolerance])) {
    const object = prims.object[prim]!
    if (prims.kind[prim] === PRIM_CAPSULE) {
      const isDisc = prims.x0[prim] === prims.x1[prim] && prims.y0[prim] === prims.y1[prim]
      offer(prims.x0[prim]!, prims.y0[prim]!, isDisc ? 'centre' : 'end')
      if (!isDisc) offer(prims.x1[prim]!, prims.y1[prim]!, 'end')
    } else {
      for (let v = rings.start[prims.ringFrom[prim]!]!; v < rings.start[prims.ringTo[prim]!]!; v++)
        offer(rings.x[v]!, rings.y[v]!, 'corner')
      if (objects.kind[object] !== OBJECT_REGION) offer(objects.x0[object]!, objects.y0[object]!, 'centre')
    }
    const edge = nearestOnBoundary(layer, prim, x, y)
    if (edge.distance <= tolerance) best = betterSnap(best, { x: edge.x, y: edge.y, kind: 'edge', distance: edge.distance })
  }
  return best
}
