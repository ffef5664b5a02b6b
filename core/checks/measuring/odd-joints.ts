import type { Board, Layer } from '#core/board/board.ts'
import { traceNets } from '#core/board/nets/trace-nets.ts'
import type { Measures } from '#core/checks/measures.ts'
import { nodesOf } from '#core/checks/measuring/layer-ends.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { meetingAt } from '#core/checks/measuring/track-ends.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { OBJECT_DRAW, type PlottedObjects } from '#core/interpret/plotted-layer.ts'

/** A track that joins two nets although neither of its ends meets the end of another track, a pad or a hole. */
export interface OddJoint {
  readonly layer: Layer
  readonly object: number
}

/** Where more tracks than this join in mid-track it is the tool's habit and says nothing. */
const MOST_ODD = 3
const MOST_ODD_SHARE = 0.002

const insideStroke = (o: PlottedObjects, other: number, width: number, x: number, y: number): boolean => {
  const [ax, ay] = [o.x0[other]!, o.y0[other]!]
  const [dx, dy] = [o.x1[other]! - ax, o.y1[other]! - ay]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) <= width / 2
}

/** Whether the place lies on another stroke of the layer. */
const onStroke = (layer: Layer, self: number, x: number, y: number): boolean => {
  const { objects, apertures } = layer.plotted
  for (let o = 0; o < objects.count; o++) {
    if (o === self || objects.kind[o] !== OBJECT_DRAW || !objects.dark[o]) continue
    if (insideStroke(objects, o, apertures[objects.aperture[o]!]?.size ?? 0, x, y)) return true
  }
  return false
}

const inPad = (board: Board, measures: Measures, layer: Layer, x: number, y: number): boolean => {
  const pads = layerPads(board, measures, layer)
  return pads.index.near(x, y, 1_000_000).some((row) => {
    const { width, height } = pads.aperture[row]!
    return Math.abs(pads.x[row]! - x) <= width / 2 && Math.abs(pads.y[row]! - y) <= height / 2
  })
}

/** Whether the board falls into two nets at this object: both ends are in different nets once it is left out. */
const joinsTwoNets = (board: Board, layer: Layer, object: number): boolean => {
  const { objects } = layer.plotted
  const others = Array.from({ length: objects.count }, (_, o) => o).filter((o) => o !== object)
  const image = imageOfObjects(layer.plotted, others)
  const grid = pieceGrid(image)
  const [one, other] = [
    componentAt(image, grid, objects.x0[object]!, objects.y0[object]!),
    componentAt(image, grid, objects.x1[object]!, objects.y1[object]!),
  ]
  if (one < 0 || other < 0 || one === other) return false
  const changed: Board = { ...board, layers: board.layers.map((l) => (l === layer ? { ...l, image: () => image } : l)) }
  const netOf = traceNets(changed).netOf.get(layer.id)!
  return netOf[one] !== netOf[other]
}

/**
 * Tracks that a CAD tool would not have routed: both ends lie somewhere on other tracks instead of at a track's end, a pad
 * or a hole, they are the exception on their layer, and they join what would be two nets without them. An inference for
 * packages without net names, never a proof.
 */
export const oddJoints = (board: Board, measures: Measures): readonly OddJoint[] =>
  measures.copper.flatMap((layer): OddJoint[] => {
    if (layer.negative) return []
    const nodes = nodesOf(board, measures, layer)
    const { objects } = layer.plotted
    const odd: number[] = []
    let draws = 0
    for (let o = 0; o < objects.count; o++) {
      if (objects.kind[o] !== OBJECT_DRAW || !objects.dark[o]) continue
      draws++
      const ends = [
        [objects.x0[o]!, objects.y0[o]!],
        [objects.x1[o]!, objects.y1[o]!],
      ] as const
      if (ends.some(([x, y]) => meetingAt(nodes, x, y) !== 1)) continue
      if (
        ends.every(([x, y]) => onStroke(layer, o, x, y) || inPad(board, measures, layer, x, y)) &&
        ends.some(([x, y]) => onStroke(layer, o, x, y))
      )
        odd.push(o)
      if (odd.length > MOST_ODD + MOST_ODD_SHARE * objects.count) return []
    }
    if (odd.length > Math.max(MOST_ODD, MOST_ODD_SHARE * draws)) return []
    return odd.filter((object) => joinsTwoNets(board, layer, object)).map((object) => ({ layer, object }))
  })
