import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'

/**
 * Copper of the circuit: components that hold a pad or a hole, or carry the name of a net. Pictures, text and rails,
 * however large, are none.
 * @returns 1 per component of the layer's image that is
 */
export const usedComponents = (board: Board, measures: Measures, layer: Layer): Uint8Array =>
  measures.once(`used:${layer.id}`, () => {
    const used = new Uint8Array(measures.image(layer).components.count)
    const mark = (component: number): void => {
      if (component >= 0) used[component] = 1
    }
    const pads = layerPads(board, measures, layer)
    for (let row = 0; row < pads.count; row++) mark(measures.componentAt(layer, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]))
    for (const ring of measures.rings(layer)) mark(ring.component)
    used.forEach((_, c) => measures.nets().of(layer, c).name && mark(c))
    return used
  })
