import { EDGE_META, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'

/**
 * Where a point on the circle of arc f lies; ends reach as far as `end`.
 * @param data edge records
 * @returns 0 at the start, 1 at the end, 2 between, -1 not on the arc
 */
export const placeOnArc = (data: Float64Array, end: number, f: number, x: number, y: number): number => {
  const o = f << EDGE_SHIFT
  const px = x - data[o]
  const py = y - data[o + EDGE_Y0]
  if (px * px + py * py <= end * end) return 0
  const qx = x - data[o + EDGE_X1]
  const qy = y - data[o + EDGE_Y1]
  if (qx * qx + qy * qy <= end * end) return 1
  const turn = (data[o + EDGE_X1] - data[o]) * py - (data[o + EDGE_Y1] - data[o + EDGE_Y0]) * px
  return ((data[o + EDGE_META] & 3) === 1 ? turn < 0 : turn > 0) ? 2 : -1
}

/**
 * @param qx,qy the circle's centre seen from the line's start
 * @param dx,dy the line's end seen from its start
 * @returns whether a line is so short that it nowhere leaves the circle by more than `same`
 */
export const liesOnCircle = (qx: number, qy: number, dx: number, dy: number, length: number, radius: number, same: number): boolean => {
  if (length * length > 8 * radius * same) return false
  if (Math.abs(Math.sqrt(qx * qx + qy * qy) - radius) > same) return false
  return Math.abs(Math.sqrt((qx - dx) * (qx - dx) + (qy - dy) * (qy - dy)) - radius) <= same
}
