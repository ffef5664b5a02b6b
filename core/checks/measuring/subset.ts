import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import type { PlottedLayer, Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** Picks some primitives of a layer, in their order; the rings are shared. */
const pickPrims = (prims: Prims, rows: Uint32Array): Prims => {
  const bytes = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (p) => column[p]!)
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (p) => column[p]!)
  const indexes = (column: Uint32Array): Uint32Array => Uint32Array.from(rows, (p) => column[p]!)
  return {
    count: rows.length,
    kind: bytes(prims.kind),
    dark: bytes(prims.dark),
    x0: numbers(prims.x0),
    y0: numbers(prims.y0),
    x1: numbers(prims.x1),
    y1: numbers(prims.y1),
    r: numbers(prims.r),
    ringFrom: indexes(prims.ringFrom),
    ringTo: indexes(prims.ringTo),
    object: indexes(prims.object),
  }
}

/** @returns the image of some objects of a layer alone, as if nothing else had been drawn */
export const imageOfObjects = (plotted: PlottedLayer, objects: readonly number[]): Image => {
  const rows: number[] = []
  for (const o of objects) for (let p = plotted.objects.primFrom[o]!; p < plotted.objects.primTo[o]!; p++) rows.push(p)
  const rings: Rings = plotted.rings
  return composePrims({ prims: pickPrims(plotted.prims, Uint32Array.from(rows)), rings })
}
