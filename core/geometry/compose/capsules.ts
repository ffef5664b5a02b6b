import type { Prims } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Buffers } from './buffers.ts'
import type { Edges } from './edges.ts'

/** Doubles per capsule record; one cache line. */
export const CAPSULE_SHIFT = 3
export const CAPSULE_X = 0
export const CAPSULE_Y = 1
export const CAPSULE_DX = 2
export const CAPSULE_DY = 3
export const CAPSULE_R = 4
/** 1 / squared length of the axis; 0 for discs. */
export const CAPSULE_INVERSE = 5
/** First edge x 8 + number of edges. */
export const CAPSULE_EDGES = 6
/** Primitive x 2 + dark. */
export const CAPSULE_META = 7

/** Capsules as records in the order of their edges, so that neighbours in the plane share the cache. */
export interface Capsules {
  readonly data: Float64Array
  /** Record of primitive k among those of `order`, -1 when it is no capsule or never shows. */
  readonly recordOf: Int32Array
}

export const buildCapsules = (prims: Prims, edges: Edges, gone: Uint8Array, order: Int32Array, buffers: Buffers): Capsules => {
  const recordOf = buffers.ints('capsule records', prims.count)
  let count = 0
  for (const k of order) recordOf[k] = prims.kind[k] === PRIM_CAPSULE && !gone[k] ? count++ : -1
  const data = buffers.doubles('capsules', count << CAPSULE_SHIFT)
  for (const k of order) {
    if (recordOf[k] < 0) continue
    const o = recordOf[k] << CAPSULE_SHIFT
    const dx = prims.x1[k] - prims.x0[k]
    const dy = prims.y1[k] - prims.y0[k]
    const square = dx * dx + dy * dy
    data[o] = prims.x0[k]
    data[o + CAPSULE_Y] = prims.y0[k]
    data[o + CAPSULE_DX] = dx
    data[o + CAPSULE_DY] = dy
    data[o + CAPSULE_R] = prims.r[k]
    data[o + CAPSULE_INVERSE] = square > 1e-6 ? 1 / square : 0
    data[o + CAPSULE_EDGES] = edges.from[k] * 8 + (edges.to[k] - edges.from[k])
    data[o + CAPSULE_META] = k * 2 + prims.dark[k]
  }
  return { data, recordOf }
}
