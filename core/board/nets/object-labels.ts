import { toMm } from '#core/base/units.ts'
import type { Layer } from '#core/board/board.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { OBJECT_FLASH, OBJECT_REGION, type AttributeSet } from '#core/interpret/plotted-layer.ts'
import type { NetLabel } from './nets.ts'

/** Names that say "no net": many separate pads carry them. */
const NO_NET = new Set(['', 'N/C'])

/** @returns the net names that an object's attributes give, without those that mean "no net" */
export const netNamesOf = (attributes: AttributeSet | undefined): readonly string[] =>
  attributes?.nets?.filter((name) => !NO_NET.has(name)) ?? []

/**
 * Reads X2 net names off a layer's objects. An object's component is that of an outline piece it made, or, when other copper covers
 * it wholly, the one at its position.
 * @param netOf net of each component
 * @returns in file order; none for negative layers, whose objects are gaps
 * @source Gerber Layer Format Specification 2024.05, 5.6.14 (.N)
 */
export const objectLabels = (layer: Layer, netOf: Int32Array): readonly NetLabel[] => {
  const { objects, prims, attributes } = layer.plotted
  const named = attributes.map(netNamesOf)
  if (layer.negative || named.every((names) => names.length === 0)) return []
  const image = layer.image()
  const grid = pieceGrid(image)
  const componentOf = new Int32Array(objects.count).fill(-1)
  for (let p = 0; p < image.pieces.count; p++) {
    const prim = image.pieces.prim[p]
    if (prims.dark[prim]) componentOf[prims.object[prim]] = image.rings.component[image.pieces.ring[p]]
  }
  const labels: NetLabel[] = []
  for (let o = 0; o < objects.count; o++) {
    const names = named[objects.attributes[o]]
    if (!objects.dark[o] || names.length === 0) continue
    const [x, y] = [objects.x0[o], objects.y0[o]]
    const component = componentOf[o] >= 0 ? componentOf[o] : componentAt(image, grid, x, y)
    if (component < 0) continue
    const kind = objects.kind[o]
    labels.push({
      names,
      net: netOf[component],
      at: [toMm(x), toMm(y)],
      layer: layer.id,
      line: objects.line[o],
      source: kind === OBJECT_FLASH ? 'flash' : kind === OBJECT_REGION ? 'region' : 'draw',
    })
  }
  return labels
}
