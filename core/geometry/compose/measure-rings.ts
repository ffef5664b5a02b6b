import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_R, EDGE_SHIFT } from './edges.ts'
import type { TracedRings } from './trace-rings.ts'

/** Exact measures of one ring, nm and nm². */
export interface RingMeasure {
  area: number
  perimeter: number
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Measures the pieces `from <= p < to`: signed area with arcs, perimeter and box. */
export const measureRing = (traced: TracedRings, edges: Edges, from: number, to: number, into: RingMeasure): void => {
  const { kind, x0, y0, x1, y1, edge } = traced
  const ox = x0[from]
  const oy = y0[from]
  let double = 0
  let perimeter = 0
  let left = ox
  let right = ox
  let low = oy
  let high = oy
  for (let p = from; p < to; p++) {
    const ax = x0[p] - ox
    const ay = y0[p] - oy
    const bx = x1[p] - ox
    const by = y1[p] - oy
    double += ax * by - ay * bx
    if (x0[p] < left) left = x0[p]
    if (x0[p] > right) right = x0[p]
    if (y0[p] < low) low = y0[p]
    if (y0[p] > high) high = y0[p]
    if (kind[p] === 0) {
      perimeter += Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
      continue
    }
    const e = edge[p]
    const cx = edges.data[(e << EDGE_SHIFT) + EDGE_CX]
    const cy = edges.data[(e << EDGE_SHIFT) + EDGE_CY]
    const r = edges.data[(e << EDGE_SHIFT) + EDGE_R]
    const ux = x0[p] - cx
    const uy = y0[p] - cy
    const vx = x1[p] - cx
    const vy = y1[p] - cy
    const cross = Math.abs(ux * vy - uy * vx)
    const sweep = Math.atan2(cross, ux * vx + uy * vy)
    const turn = kind[p] === 1 ? 1 : -1
    double += turn * r * r * (sweep - Math.sin(sweep))
    perimeter += r * sweep
    const dx = (bx - ax) * turn
    const dy = (by - ay) * turn
    const c = dx * (cy - y0[p]) - dy * (cx - x0[p])
    if (c - dy * r < 0 && cx + r > right) right = cx + r
    if (c + dy * r < 0 && cx - r < left) left = cx - r
    if (c + dx * r < 0 && cy + r > high) high = cy + r
    if (c - dx * r < 0 && cy - r < low) low = cy - r
  }
  into.area = double / 2
  into.perimeter = perimeter
  into.x0 = left
  into.y0 = low
  into.x1 = right
  into.y1 = high
}
