import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { LayerIndex } from './layer-index.ts'
import { distanceToPrim } from './prim-distance.ts'

/** An object under the pointer. */
export interface PickedPrim {
  readonly object: number
  readonly prim: number
  /** From the drawn shape, nm; 0 inside. */
  readonly distance: number
}

/**
 * What lies under a point of one layer: exact distance to the drawn shapes, newest first; clear shapes hide what lies
 * below them. When nothing covers the point, the nearest shape within `tolerance` (nm) counts.
 * @returns each object once; empty when there is none
 */
export const pickLayer = (layer: PlottedLayer, index: LayerIndex, x: number, y: number, tolerance: number): readonly PickedPrim[] => {
  const near = index.search([x - tolerance, y - tolerance, x + tolerance, y + tolerance])
  const inside: PickedPrim[] = []
  let nearest: PickedPrim | null = null
  const seen = new Set<number>()
  for (let i = near.length - 1; i >= 0; i--) {
    const prim = near[i]!
    const distance = distanceToPrim(layer, prim, x, y)
    if (layer.prims.dark[prim] === 0) {
      if (distance === 0) break
      continue
    }
    const object = layer.prims.object[prim]!
    if (distance > tolerance || seen.has(object)) continue
    if (distance === 0) {
      seen.add(object)
      inside.push({ object, prim, distance })
    } else if (!nearest || distance < nearest.distance) nearest = { object, prim, distance }
  }
  if (inside.length) return inside
  return nearest ? [nearest] : []
}
