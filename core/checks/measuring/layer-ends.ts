import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { holeIndex, layerPads } from '#core/checks/measuring/pads.ts'
import { OBJECT_DRAW } from '#core/interpret/plotted-layer.ts'
import { freeEnds, layerNodes, type FreeEnd, type Nodes } from '#core/checks/measuring/track-ends.ts'

export interface LayerEnd extends FreeEnd {
  /** The component holds no pad and no hole: text, marks, logos. */
  readonly alone: boolean
}

/** @returns the nodes of a layer, worked out once */
export const nodesOf = (board: Board, measures: Measures, layer: Layer): Nodes =>
  measures.once(`nodes:${layer.id}`, () => layerNodes(board, layer))

/** @returns components that hold a pad's centre or a hole's axis */
const usedComponents = (board: Board, measures: Measures, layer: Layer): ReadonlySet<number> => {
  const used = new Set<number>()
  const pads = layerPads(board, measures, layer)
  for (let row = 0; row < pads.count; row++) used.add(measures.componentAt(layer, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]))
  for (const ring of measures.rings(layer)) used.add(ring.component)
  return used
}

/** This many strokes of one width and one direction in one piece of copper are the filling of an area. */
const FILLING = 40

/** Components and pens that fill areas with level or upright strokes, as older tools draw their pours. */
const fillings = (measures: Measures, layer: Layer): ReadonlySet<string> => {
  const { objects } = layer.plotted
  const counts = new Map<string, number>()
  for (let o = 0; o < objects.count; o++) {
    if (objects.kind[o] !== OBJECT_DRAW || !objects.dark[o]) continue
    const key = fillingKey(measures, layer, o)
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, n]) => n >= FILLING).map(([key]) => key))
}

const fillingKey = (measures: Measures, layer: Layer, o: number): string | null => {
  const { objects } = layer.plotted
  const [x0, y0, x1, y1] = [objects.x0[o]!, objects.y0[o]!, objects.x1[o]!, objects.y1[o]!]
  if ((x0 === x1) === (y0 === y1)) return null
  const component = measures.componentAt(layer, [(x0 + x1) / 2e6, (y0 + y1) / 2e6])
  return `${component}|${objects.aperture[o]}|${x0 === x1 ? 'v' : 'h'}`
}

/** Whether a hole's axis lies on the stroke. */
const isDrilled = (board: Board, measures: Measures, end: FreeEnd): boolean => {
  const [dx, dy] = [end.fromX - end.x, end.fromY - end.y]
  const length = Math.hypot(dx, dy)
  return holeIndex(board, measures)
    .near(end.x, end.y, Math.min(1_000_000, length + end.width))
    .some((h) => {
      const { holes } = board
      const [px, py] = [(holes.x0[h]! + holes.x1[h]!) / 2 - end.x, (holes.y0[h]! + holes.y1[h]!) / 2 - end.y]
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / (length * length)))
      return Math.hypot(px - t * dx, py - t * dy) <= end.width / 2
    })
}

/** @returns the free track ends of a layer, worked out once; strokes that fill an area are no tracks */
export const layerFreeEnds = (board: Board, measures: Measures, layer: Layer): readonly LayerEnd[] =>
  measures.once(`ends:${layer.id}`, () => {
    const used = usedComponents(board, measures, layer)
    const filled = fillings(measures, layer)
    const ends = freeEnds(layer, measures.image(layer), nodesOf(board, measures, layer))
    const perObject = new Map<number, number>()
    for (const { object } of ends) perObject.set(object, (perObject.get(object) ?? 0) + 1)
    return (
      ends
        // A stroke with two free ends, or with a hole in it, is a pad drawn with a pen.
        .filter(
          (end) =>
            perObject.get(end.object) === 1 &&
            !isDrilled(board, measures, end) &&
            !filled.has(fillingKey(measures, layer, end.object) ?? ''),
        )
        .map((end) => ({ ...end, alone: !used.has(end.component) }))
    )
  })
