import type { Prims } from '#core/interpret/plotted-layer.ts'

const pickColumn = <T extends Uint8Array | Uint32Array | Float64Array>(column: T, picked: readonly number[]): T => {
  const out = new (column.constructor as new (n: number) => T)(picked.length)
  picked.forEach((p, i) => (out[i] = column[p]!))
  return out
}

/** @returns the named rows of a table of primitives, in that order */
export const pickPrims = (prims: Prims, picked: readonly number[]): Prims => ({
  count: picked.length,
  kind: pickColumn(prims.kind, picked),
  dark: pickColumn(prims.dark, picked),
  x0: pickColumn(prims.x0, picked),
  y0: pickColumn(prims.y0, picked),
  x1: pickColumn(prims.x1, picked),
  y1: pickColumn(prims.y1, picked),
  r: pickColumn(prims.r, picked),
  ringFrom: pickColumn(prims.ringFrom, picked),
  ringTo: pickColumn(prims.ringTo, picked),
  object: pickColumn(prims.object, picked),
})
