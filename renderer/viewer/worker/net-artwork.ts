import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { Artwork } from '../geometry/drawable.ts'
import { pickPrims } from './pick-prims.ts'

/** @returns the attribute sets of a layer that name one of the nets */
const setsOf = (layer: PlottedLayer, nets: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(layer.attributes.flatMap((set, i) => (set.nets?.some((net) => nets.has(net)) ? [i] : [])))

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
