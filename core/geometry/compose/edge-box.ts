import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'

/** The box of one edge: written by `boxOf`, read at once. */
export interface EdgeBox {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Writes the box of edge e; for arcs that of the arc itself, not of the circle. */
export const boxOf = (edges: Edges, e: number, box: EdgeBox): void => {
  const { data } = edges
  const o = e << EDGE_SHIFT
  const ax = data[o]
  const ay = data[o + EDGE_Y0]
  const bx = data[o + EDGE_X1]
  const by = data[o + EDGE_Y1]
  box.x0 = ax < bx ? ax : bx
  box.y0 = ay < by ? ay : by
  box.x1 = ax < bx ? bx : ax
  box.y1 = ay < by ? by : ay
  const kind = data[o + EDGE_META] & 3
  if (kind === 0) return
  const r = data[o + EDGE_R]
  const cx = data[o + EDGE_CX]
  const cy = data[o + EDGE_CY]
  const dx = kind === 1 ? bx - ax : ax - bx
  const dy = kind === 1 ? by - ay : ay - by
  // An extreme of the circle belongs to the arc when it lies right of the counterclockwise chord.
  const side = dx * (cy - ay) - dy * (cx - ax)
  if (side < dy * r) box.x1 = cx + r
  if (side < -dy * r) box.x0 = cx - r
  if (side < -dx * r) box.y1 = cy + r
  if (side < dx * r) box.y0 = cy - r
}
