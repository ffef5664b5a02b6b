import { buildOutline } from '#core/board/outline/build-outline.ts'
import { strokesOfArtwork } from '#core/board/outline/edges.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, OBJECT_REGION, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { PrimList } from '#core/render/prim-list.ts'
import type { Artwork } from '../geometry/drawable.ts'
import { mergeArtwork } from './merge-artwork.ts'
import { pickPrims } from './pick-prims.ts'

/** Which objects of a layer are drawn; `clear`: what erases, drawn as if it did not. */
export type Part = 'draws' | 'flashes' | 'regions' | 'clear'

/** Artwork that is made from layers that are there. */
export type Derived =
  | { readonly kind: 'part'; readonly layer: string; readonly part: Part }
  /** The board's material within its edge. */
  | { readonly kind: 'material'; readonly outlines: readonly string[] }
  /** The soldermask as it lies on the board: the material without the openings. */
  | { readonly kind: 'mask'; readonly outlines: readonly string[]; readonly openings: readonly string[] }

const KINDS: Record<Exclude<Part, 'clear'>, readonly number[]> = {
  draws: [OBJECT_DRAW, OBJECT_ARC],
  flashes: [OBJECT_FLASH],
  regions: [OBJECT_REGION],
}

const partOf = ({ prims, rings, objects }: PlottedLayer, part: Part): Artwork => {
  const isWanted = (p: number): boolean => (part === 'clear' ? prims.dark[p] === 0 : KINDS[part].includes(objects.kind[prims.object[p]!]!))
  const picked = Array.from({ length: prims.count }, (_, p) => p).filter(isWanted)
  const found = pickPrims(prims, picked)
  return { prims: part === 'clear' ? { ...found, dark: found.dark.fill(1) } : found, rings }
}

/** Where a line ends and another begins may differ by what a file without a format of its own rounds to. */
const materialOf = (outlines: readonly PlottedLayer[]): Artwork => {
  const list = new PrimList()
  for (const plotted of outlines) {
    const strokes = strokesOfArtwork({ plotted, format: null, unit: 'mm' })
    const { outer, cutouts } = buildOutline(strokes, { x: new Float64Array(0), y: new Float64Array(0) }, 'outline', '')
    for (const contour of outer) list.contour(contour)
    for (const contour of cutouts) list.contour(contour, false)
  }
  const { prims, rings } = list.paintable()
  return { prims: { ...prims, object: new Uint32Array(prims.count) }, rings }
}

const turned = ({ prims, rings }: Artwork): Artwork => ({ prims: { ...prims, dark: prims.dark.map((dark) => 1 - dark) }, rings })

/** @param layerOf what the worker holds; layers that are not there are left out */
export const derivedArtwork = (derived: Derived, layerOf: (id: string) => PlottedLayer | null): Artwork => {
  const layersOf = (ids: readonly string[]): readonly PlottedLayer[] => ids.flatMap((id) => layerOf(id) ?? [])
  switch (derived.kind) {
    case 'part':
      return mergeArtwork(layersOf([derived.layer]).map((layer) => partOf(layer, derived.part)))
    case 'material':
      return materialOf(layersOf(derived.outlines))
    case 'mask':
      return mergeArtwork([materialOf(layersOf(derived.outlines)), ...layersOf(derived.openings).map(turned)])
  }
}
