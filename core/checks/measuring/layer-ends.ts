import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { freeEnds, layerNodes, type FreeEnd, type Nodes } from '#core/checks/measuring/track-ends.ts'

export interface LayerEnd extends FreeEnd {
  /** The component holds no pad and no hole: text, marks, logos. */
  readonly alone: boolean
}

/** @returns the nodes of a layer, worked out once */
export const nodesOf = (board: Board, measures: Measures, layer: Layer): Nodes => measures.once(`nodes:${layer.id}`, () => layerNodes(board, layer))

/** @returns components that hold a pad's centre or a hole's axis */
const usedComponents = (board: Board, measures: Measures, layer: Layer): ReadonlySet<number> => {
  const used = new Set<number>()
  const pads = layerPads(board, measures, layer)
  for (let row = 0; row < pads.count; row++) used.add(measures.componentAt(layer, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]))
  for (const ring of measures.rings(layer)) used.add(ring.component)
  return used
}

/** @returns the free track ends of a layer, worked out once */
export const layerFreeEnds = (board: Board, measures: Measures, layer: Layer): readonly LayerEnd[] =>
  measures.once(`ends:${layer.id}`, () => {
    const used = usedComponents(board, measures, layer)
    return freeEnds(layer, measures.image(layer), nodesOf(board, measures, layer)).map((end) => ({ ...end, alone: !used.has(end.component) }))
  })
