import type { Point } from '#core/base/box.ts'
import { toNm, type Mm } from '#core/base/units.ts'
import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { namedNets, type NamedNets } from '#core/board/nets/named-nets.ts'
import { isOuter } from '#core/checks/measures.ts'
import type { Conductor, LayerGap, Measures, NetInfo, Ring } from '#core/checks/measures.ts'
import { planesOf } from '#core/checks/measuring/planes.ts'
import { conductorsOf } from '#core/checks/measuring/conductors.ts'
import { holesThrough, layerRings, type LayerRings } from '#core/checks/measuring/hole-rings.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { nearParts } from '#core/geometry/index/near-pairs.ts'
import type { Image } from '#core/geometry/image.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'
import { edgeDistance } from '#core/geometry/measure/edge-distance.ts'
import { holeSpacing } from '#core/geometry/measure/hole-spacing.ts'
import { holeToCopper } from '#core/geometry/measure/hole-to-copper.ts'
import { necks } from '#core/geometry/measure/necks.ts'
import { sameNetGaps } from '#core/geometry/measure/same-net-gaps.ts'
import { closestGap, spacingGaps } from '#core/geometry/measure/spacing.ts'
import { OBJECT_ARC, OBJECT_DRAW } from '#core/interpret/plotted-layer.ts'

/** Wider conductors are nobody's minimum. */
const THICKEST_MM = 2

/** Planes are asked for webs as wide as this: one sweep serves that and all smaller bounds. */
const WIDEST_WEB_MM = 0.3

const isCopper = (layer: Layer): boolean => layer.role === 'copper' || layer.role === 'plane'

/** @returns the measures of a board; every query is answered once and kept */
export const boardMeasures = (board: Board): Measures => {
  const kept = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
  const copper = board.layers.filter(isCopper)
  const imageOf = (layer: Layer): Image => {
    const image = layer.image()
    const near = isCopper(layer) && !isOuter(layer) && planesOf(image).length > 0 ? nearParts(image) : null
    if (near) near.shared = toNm(WIDEST_WEB_MM)
    return image
  }
  const tracedNets = (): NamedNets => once('nets', () => namedNets(board))
  const groupOf = (layer: Layer): Int32Array | null => tracedNets().netOf.get(layer.id) ?? null
  const infoOf = (id: number): NetInfo => ({ id, name: tracedNets().nets[id]?.name ?? null })
  const ringsOf = (layer: Layer): LayerRings => once(`rings:${layer.id}`, () => layerRings(board, layer))
  return {
    copper,
    once,
    composeCopper: () => copper.forEach((layer) => layer.image()),
    image: (layer) => layer.image(),
    componentAt(layer: Layer, at: Point) {
      const image = layer.image()
      return componentAt(image, pieceGrid(image), toNm(at[0]), toNm(at[1]))
    },
    nets: () =>
      once('net-view', () => ({
        count: tracedNets().nets.length,
        names: () => tracedNets().nets.flatMap(({ name }) => (name ? [name] : [])),
        of: (layer: Layer, component: number): NetInfo => infoOf(groupOf(layer)?.[component] ?? -1),
        ofHole(hole: number): NetInfo | null {
          const id = tracedNets().netOfHole[hole]!
          return id < 0 ? null : infoOf(id)
        },
      })),
    connectivity: tracedNets,
    gaps: (layer: Layer, within: Mm): readonly LayerGap[] =>
      once(`gaps:${layer.id}:${within}`, () =>
        spacingGaps(imageOf(layer), { withinMm: within, group: isCopper(layer) ? groupOf(layer) : null }),
      ),
    closest: (layer: Layer): LayerGap | null =>
      once(`closest:${layer.id}`, () => closestGap(imageOf(layer), { group: isCopper(layer) ? groupOf(layer) : null })),
    necks: (layer: Layer, within: Mm) =>
      once(`necks:${layer.id}:${within}`, () => {
        const { prims, objects } = layer.plotted
        const isTrack = (prim: number): boolean => {
          const kind = objects.kind[prims.object[prim]!]
          return kind === OBJECT_DRAW || kind === OBJECT_ARC
        }
        return necks(imageOf(layer), { withinMm: within, isTrack: layer.negative ? null : isTrack })
      }),
    conductors: (layer: Layer): readonly Conductor[] =>
      once(`conductors:${layer.id}`, () => conductorsOf(layer, layer.image(), toNm(THICKEST_MM))),
    rings: (layer: Layer): readonly Ring[] => ringsOf(layer).rings,
    drillMarks: (layer: Layer): Uint8Array => ringsOf(layer).drillMarks,
    holeGaps: (within: Mm) => once(`hole-gaps:${within}`, () => holeSpacing(board.holes, within)),
    edgeGaps: (layer: Layer, within: Mm) =>
      once(`edge:${layer.id}:${within}`, () => edgeDistance(layer.image(), [...board.outline.outer, ...board.outline.cutouts], within)),
    holeClearances: (layer: Layer, within: Mm) =>
      once(`hole-copper:${layer.id}:${within}`, () => {
        const rows = holesThrough(board, layer).filter((h) => board.holes.plating[h] !== HOLE_NON_PLATED)
        return holeToCopper(layer.image(), board.holes, { withinMm: within, group: groupOf(layer), own: tracedNets().netOfHole, rows })
      }),
    sameNetGaps: (layer: Layer, within: Mm): readonly LayerGap[] =>
      once(`same-net:${layer.id}:${within}`, () =>
        sameNetGaps(imageOf(layer), { withinMm: within, group: isCopper(layer) ? groupOf(layer) : null }),
      ),
    between: (one: Layer, other: Layer, within: Mm): readonly LayerGap[] =>
      once(`between:${one.id}:${other.id}:${within}`, () => clearance(one.image(), other.image(), { withinMm: within })),
  }
}
