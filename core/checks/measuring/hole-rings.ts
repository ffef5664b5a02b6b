import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { isOuter, type Ring } from '#core/checks/measures.ts'
import { annularRings } from '#core/geometry/measure/annular-ring.ts'
import { holeToCopper } from '#core/geometry/measure/hole-to-copper.ts'

/** Copper beyond this is not looked for, mm. */
const FURTHEST_MM = 5

/** Rows of the holes whose span takes in the layer. */
export const holesThrough = ({ holes }: Board, layer: Layer): Uint32Array => {
  const rows: number[] = []
  const { order } = layer
  for (let h = 0; h < holes.count; h++) if (order === null || (order >= holes.from[h]! && order <= holes.to[h]!)) rows.push(h)
  return Uint32Array.from(rows)
}

export interface LayerRings {
  readonly rings: readonly Ring[]
  /** 1 for components that lie wholly inside a hole and are no land: drill marks, gone once the hole is drilled. */
  readonly drillMarks: Uint8Array
}

/** @returns the copper around every hole that passes the layer, drill marks inside the holes not counted */
export const layerRings = (board: Board, layer: Layer): LayerRings => {
  const image = layer.image()
  const rows = holesThrough(board, layer)
  const drillMarks = new Uint8Array(image.components.count)
  const own = new Int32Array(board.holes.count).fill(-1)
  const marked: number[] = []
  const rings = annularRings(image, board.holes, rows).map((ring, k): Ring => {
    const hole = rows[k]!
    // On an outer layer a plated hole that swallows its land is a breakout; elsewhere the copper inside is a drill mark.
    const isMark = ring.swallowed && (!isOuter(layer) || board.holes.plating[hole] === HOLE_NON_PLATED)
    if (ring.component >= 0 && isMark) {
      drillMarks[ring.component] = 1
      own[hole] = ring.component
      marked.push(hole)
    }
    return { hole, value: ring.ring_mm, a: ring.wall, b: ring.edge, component: ring.component, nearest: ring.nearest }
  })
  if (marked.length === 0) return { rings, drillMarks }
  const foreign = new Map(holeToCopper(image, board.holes, { withinMm: FURTHEST_MM, own, rows: marked }).map((gap) => [gap.hole, gap]))
  const withoutMarks = rings.map((ring): Ring => {
    if (own[ring.hole]! < 0) return ring
    const gap = foreign.get(ring.hole)
    return gap
      ? { hole: ring.hole, value: gap.value, a: gap.a, b: gap.b, component: -1, nearest: gap.component }
      : { ...ring, value: Infinity, b: ring.a, component: -1, nearest: -1 }
  })
  return { rings: withoutMarks, drillMarks }
}
