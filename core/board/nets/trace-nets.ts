import type { Board, Layer } from '#core/board/board.ts'
import { joinByHoles, Unions } from './join-by-holes.ts'
import { judgeLabels } from './judge-labels.ts'
import type { Net, NetNode, Nets } from './nets.ts'
import { objectLabels } from './object-labels.ts'

export type { Net, NetLabel, NetNode, NetOpen, NetShort, Nets } from './nets.ts'

/** @returns a board's copper layers, planes included, in the board's order (top to bottom) */
export const copperLayers = (board: Board): readonly Layer[] => board.layers.filter(({ role }) => role === 'copper' || role === 'plane')

/**
 * Works out a board's nets from its artwork: components of the copper layers, joined by the plated holes and slots that reach
 * them, named by X2 net names where the files have them. Composes all copper images.
 * @returns nets numbered by their first component from the top layer down; a net without a name has null
 */
export const traceNets = (board: Board): Nets => {
  const layers = copperLayers(board)
  const nodeOf: number[] = []
  let count = 0
  for (const layer of layers) {
    nodeOf.push(count)
    count += layer.image().components.count
  }
  const unions = new Unions(count)
  const nodeOfHole = joinByHoles(layers, board.holes, nodeOf, unions)
  const idOf = new Int32Array(count).fill(-1)
  const nodes: NetNode[][] = []
  const netOf = new Map<string, Int32Array>()
  layers.forEach((layer, k) => {
    const ids = new Int32Array(layer.image().components.count)
    for (let component = 0; component < ids.length; component++) {
      const root = unions.find(nodeOf[k] + component)
      if (idOf[root] < 0) idOf[root] = nodes.push([]) - 1
      ids[component] = idOf[root]
      nodes[idOf[root]].push({ layer: layer.id, component })
    }
    netOf.set(layer.id, ids)
  })
  const holes: number[][] = nodes.map(() => [])
  const netOfHole = nodeOfHole.map((node) => (node < 0 ? -1 : idOf[unions.find(node)]))
  netOfHole.forEach((net, hole) => net >= 0 && holes[net].push(hole))
  const { names, shorts, opens } = judgeLabels(layers.flatMap((layer) => objectLabels(layer, netOf.get(layer.id)!)))
  const nets = nodes.map((list, id): Net => {
    const found = names.get(id) ?? []
    return { id, name: found[0] ?? null, names: found, nodes: list, holes: holes[id] }
  })
  return { nets, netOf, netOfHole, shorts, opens }
}
