import type { RingColumns } from '#core/interpret/ring-columns.ts'

const QUARTER = Math.PI / 2

/** Extent under construction. */
export interface Extent {
  x0: number
  y0: number
  x1: number
  y1: number
}

export const emptyExtent = (): Extent => ({ x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity })

/** Widens `extent` to the rings `from <= k < to`, arcs included exactly. */
export const coverRings = (rings: RingColumns, from: number, to: number, extent: Extent): void => {
  const { start, x, y, bulge } = rings
  let { x0, y0, x1, y1 } = extent
  for (let k = from; k < to; k++) {
    const first = start[k]!
    const end = start[k + 1]!
    for (let v = first; v < end; v++) {
      const vx = x[v]!
      const vy = y[v]!
      if (vx < x0) x0 = vx
      if (vx > x1) x1 = vx
      if (vy < y0) y0 = vy
      if (vy > y1) y1 = vy
    }
  }
  extent.x0 = x0
  extent.y0 = y0
  extent.x1 = x1
  extent.y1 = y1
  for (let k = from; k < to; k++) {
    const first = start[k]!
    const end = start[k + 1]!
    for (let v = first; v < end; v++) {
      if (bulge[v] === 0) continue
      const w = v + 1 < end ? v + 1 : first
      coverArc(extent, x[v]!, y[v]!, x[w]!, y[w]!, bulge[v]!)
    }
  }
}

/** Widens `extent` by the axis extremes of an arc given by its ends and bulge. */
const coverArc = (extent: Extent, x0: number, y0: number, x1: number, y1: number, bulge: number): void => {
  const k = (1 - bulge * bulge) / (4 * bulge)
  const cx = (x0 + x1) / 2 - (y1 - y0) * k
  const cy = (y0 + y1) / 2 + (x1 - x0) * k
  const r = Math.hypot(x0 - cx, y0 - cy)
  if (!(r > 0)) return
  const start = Math.atan2(y0 - cy, x0 - cx)
  const sweep = 4 * Math.atan(bulge)
  const low = sweep > 0 ? start : start + sweep
  const high = sweep > 0 ? start + sweep : start
  for (let q = Math.ceil(low / QUARTER - 1e-9); q <= high / QUARTER + 1e-9; q++) {
    const turn = ((q % 4) + 4) % 4
    if (turn === 0) extent.x1 = Math.max(extent.x1, cx + r)
    else if (turn === 1) extent.y1 = Math.max(extent.y1, cy + r)
    else if (turn === 2) extent.x0 = Math.min(extent.x0, cx - r)
    else extent.y0 = Math.min(extent.y0, cy - r)
  }
}

/** @returns the signed area of ring k in nm², arcs included: positive = counterclockwise */
export const ringArea = (rings: RingColumns, k: number): number => {
  const { start, x, y, bulge } = rings
  const first = start[k]!
  const end = start[k + 1]!
  if (end <= first) return 0
  const ox = x[first]!
  const oy = y[first]!
  let doubled = 0
  for (let v = first; v < end; v++) {
    const w = v + 1 < end ? v + 1 : first
    const ax = x[v]! - ox
    const ay = y[v]! - oy
    const bx = x[w]! - ox
    const by = y[w]! - oy
    doubled += ax * by - bx * ay
    const b = bulge[v]!
    if (b !== 0) doubled += 2 * segmentArea((bx - ax) ** 2 + (by - ay) ** 2, b)
  }
  return doubled / 2
}

/** Area between a chord and its arc: r²/2 (sweep - sin sweep), signed as the bulge. */
const segmentArea = (chordSquared: number, bulge: number): number => {
  const sweep = 4 * Math.atan(bulge)
  const sine = Math.sin(sweep / 2)
  const rSquared = chordSquared / (4 * sine * sine)
  return (rSquared / 2) * (sweep - Math.sin(sweep))
}
