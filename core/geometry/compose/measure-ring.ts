import type { Pieces } from '#core/geometry/image.ts'

/** Exact measures of one ring, nm and nm². */
export interface RingMeasure {
  readonly area: number
  readonly perimeter: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Measures the pieces `from <= p < to`: signed area with arcs, perimeter and box. */
export const measureRing = (pieces: Pieces, from: number, to: number): RingMeasure => {
  const { kind, x0, y0, x1, y1 } = pieces
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
    const cx = pieces.cx[p]
    const cy = pieces.cy[p]
    const r = pieces.r[p]
    const ux = x0[p] - cx
    const uy = y0[p] - cy
    const vx = x1[p] - cx
    const vy = y1[p] - cy
    const cross = Math.abs(ux * vy - uy * vx)
    const sweep = Math.atan2(cross, ux * vx + uy * vy)
    const turn = kind[p] === 1 ? 1 : -1
    double += turn * r * r * (sweep - Math.sin(sweep))
    perimeter += r * sweep
    // An extreme of the circle belongs to the arc when it lies right of the counterclockwise chord.
    const dx = (bx - ax) * turn
    const dy = (by - ay) * turn
    const side = dx * (cy - y0[p]) - dy * (cx - x0[p])
    if (side < dy * r && cx + r > right) right = cx + r
    if (side < -dy * r && cx - r < left) left = cx - r
    if (side < -dx * r && cy + r > high) high = cy + r
    if (side < dx * r && cy - r < low) low = cy - r
  }
  return { area: double / 2, perimeter, x0: left, y0: low, x1: right, y1: high }
}
