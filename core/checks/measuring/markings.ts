import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'

export const NET_COPPER = 0
export const MARKING = 1
export const DRILL_MARK = 2

/** Larger copper without pads is a pour that lost its connection, not a marking. */
const LARGEST_MM2 = 10

/**
 * Copper text, logos and alignment marks: small components that hold no pad and no hole and carry no net name. Nothing
 * flows there: letters close to each other are no risk of a short, and their strokes are no conductors.
 * Drill marks inside holes are gone once the board is drilled.
 * @returns per component of the layer's image: `NET_COPPER`, `MARKING` or `DRILL_MARK`
 */
export const markings = (board: Board, measures: Measures, layer: Layer): Uint8Array =>
  measures.once(`markings:${layer.id}`, () => {
    const { components } = measures.image(layer)
    const flags = new Uint8Array(components.count).fill(MARKING)
    const used = (component: number): void => {
      if (component >= 0) flags[component] = NET_COPPER
    }
    const pads = layerPads(board, measures, layer)
    for (let row = 0; row < pads.count; row++) used(measures.componentAt(layer, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]))
    for (const ring of measures.rings(layer)) {
      used(ring.component)
      // A wall that cuts into copper joins it as well.
      if (ring.value < 0) used(ring.nearest)
    }
    for (let c = 0; c < components.count; c++)
      if (components.area[c]! / 1e12 > LARGEST_MM2 || measures.nets().of(layer, c).name) flags[c] = NET_COPPER
    measures.drillMarks(layer).forEach((mark, c) => mark && (flags[c] = DRILL_MARK))
    return flags
  })
