import type { Box } from '#core/base/box.ts'
import { OBJECT_REGION, PRIM_CONTOUR, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { emptyPrims } from '#renderer/viewer/worker/merge-artwork.ts'

const NO_APERTURE = 0xffff

const prepend = <T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(column: T, value: number, count: number): T => {
  const out = new (column.constructor as new (n: number) => T)(count + 1)
  out[0] = value
  out.set(column.subarray(0, count) as never, 1)
  return out
}

const shifted = (column: Uint32Array, count: number, by: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, i) => column[i]! + by)

/**
 * Turns artwork that says where there is no copper into artwork that says where there is: the board's area dark, then
 * everything with its polarity reversed. The board's area becomes object and primitive 0.
 * @param box the board's extent, nm
 */
export const invertLayer = (layer: PlottedLayer, box: Box): PlottedLayer => {
  const { prims, rings, objects } = layer
  const n = prims.count
  const inverted = emptyPrims(n + 1)
  inverted.kind[0] = PRIM_CONTOUR
  inverted.dark[0] = 1
  inverted.x0[0] = box[0]
  inverted.y0[0] = box[1]
  inverted.x1[0] = box[2]
  inverted.y1[0] = box[3]
  inverted.ringTo[0] = 1
  inverted.dark.set(
    prims.dark.subarray(0, n).map((dark) => 1 - dark),
    1,
  )
  for (const name of ['kind', 'x0', 'y0', 'x1', 'y1', 'r'] as const) inverted[name].set(prims[name].subarray(0, n), 1)
  for (const name of ['ringFrom', 'ringTo', 'object'] as const) inverted[name].set(shifted(prims[name], n, 1), 1)
  const vertices = rings.start[rings.count] ?? 0
  const corners = { x: [box[0], box[2], box[2], box[0]], y: [box[1], box[1], box[3], box[3]], bulge: [0, 0, 0, 0] }
  const join = (name: keyof typeof corners): Float64Array => {
    const out = new Float64Array(vertices + 4)
    out.set(corners[name])
    out.set(rings[name].subarray(0, vertices), 4)
    return out
  }
  return {
    ...layer,
    prims: inverted,
    rings: {
      count: rings.count + 1,
      start: Uint32Array.from([0, ...shifted(rings.start, rings.count + 1, 4)]),
      x: join('x'),
      y: join('y'),
      bulge: join('bulge'),
    },
    objects: {
      count: objects.count + 1,
      kind: prepend(objects.kind, OBJECT_REGION, objects.count),
      dark: prepend(
        objects.dark.map((dark) => 1 - dark),
        1,
        objects.count,
      ),
      aperture: prepend(objects.aperture, NO_APERTURE, objects.count),
      attributes: prepend(objects.attributes, 0, objects.count),
      line: prepend(objects.line, 0, objects.count),
      x0: prepend(objects.x0, box[0], objects.count),
      y0: prepend(objects.y0, box[1], objects.count),
      x1: prepend(objects.x1, box[0], objects.count),
      y1: prepend(objects.y1, box[1], objects.count),
      cx: prepend(objects.cx, 0, objects.count),
      cy: prepend(objects.cy, 0, objects.count),
      sweep: prepend(objects.sweep, 0, objects.count),
      primFrom: prepend(shifted(objects.primFrom, objects.count, 1), 0, objects.count),
      primTo: prepend(shifted(objects.primTo, objects.count, 1), 1, objects.count),
    },
  }
}
