import type { Board, Layer } from '#core/board/board.ts'
import type { Ring } from '#core/checks/measures.ts'
import type { Image } from '#core/geometry/image.ts'
import { annularRings } from '#core/geometry/measure/annular-ring.ts'
import { holeToCopper } from '#core/geometry/measure/hole-to-copper.ts'

/** Copper beyond this is not looked for, mm. */
const FURTHEST_MM = 5
const ROUNDING_NM = 1000

/** Rows of the holes whose span takes in the layer. */
export const holesThrough = ({ holes }: Board, layer: Layer): Uint32Array => {
  const rows: number[] = []
  const { order } = layer
  for (let h = 0; h < holes.count; h++) if (order === null || (order >= holes.from[h]! && order <= holes.to[h]!)) rows.push(h)
  return Uint32Array.from(rows)
}

export interface LayerRings {
  readonly rings: readonly Ring[]
  /** 1 for components that lie wholly inside a hole: drill marks, gone once the hole is drilled. */
  readonly drillMarks: Uint8Array
}

const isInside = (image: Image, component: number, board: Board, h: number): boolean => {
  const { holes } = board
  const r = holes.diameter[h]! / 2 + ROUNDING_NM
  const box = image.components.box
  const near = (x: number, y: number): boolean => {
    const [dx, dy] = [holes.x1[h]! - holes.x0[h]!, holes.y1[h]! - holes.y0[h]!]
    const length2 = dx * dx + dy * dy
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - holes.x0[h]!) * dx + (y - holes.y0[h]!) * dy) / length2))
    return Math.hypot(x - holes.x0[h]! - t * dx, y - holes.y0[h]! - t * dy) <= r
  }
  const [x0, y0, x1, y1] = [box[4 * component]!, box[4 * component + 1]!, box[4 * component + 2]!, box[4 * component + 3]!]
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
  // The four extremes of a round mark, and its diagonals by the larger radius.
  return near(x0, cy) && near(x1, cy) && near(cx, y0) && near(cx, y1) && Math.max(x1 - x0, y1 - y0) <= Math.hypot(holes.x1[h]! - holes.x0[h]!, holes.y1[h]! - holes.y0[h]!) + 2 * r
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
    if (ring.component >= 0 && isInside(image, ring.component, board, hole)) {
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
