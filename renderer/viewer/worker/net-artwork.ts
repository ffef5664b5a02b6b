import type { PlottedLayer, Prims } from '#core/interpret/plotted-layer.ts'
import type { Artwork } from '../geometry/drawable.ts'

/** @returns the attribute sets of a layer that name one of the nets */
const setsOf = (layer: PlottedLayer, nets: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(layer.attributes.flatMap((set, i) => (set.nets?.some((net) => nets.has(net)) ? [i] : [])))

const pickColumn = <T extends Uint8Array | Uint32Array | Float64Array>(column: T, picked: readonly number[]): T => {
  const out = new (column.constructor as new (n: number) => T)(picked.length)
  picked.forEach((p, i) => (out[i] = column[p]!))
  return out
}

const pickPrims = (prims: Prims, picked: readonly number[]): Prims => ({
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

/** @returns the dark primitives of the layer that belong to one of the nets, and of how many objects */
export const netArtwork = (layer: PlottedLayer, nets: ReadonlySet<string>): Artwork & { readonly objects: number } => {
  const sets = setsOf(layer, nets)
  const picked: number[] = []
  const objects = new Set<number>()
  for (let p = 0; p < layer.prims.count; p++) {
    const object = layer.prims.object[p]!
    if (layer.prims.dark[p] !== 1 || !sets.has(layer.objects.attributes[object]!)) continue
    picked.push(p)
    objects.add(object)
  }
  return { prims: pickPrims(layer.prims, picked), rings: layer.rings, objects: objects.size }
}
