import type { PenOutline } from '#core/interpret/convex-pen.ts'
import type { Plot } from '#core/interpret/plot.ts'

/**
 * Plots a straight stroke with a convex pen, exactly: the area the pen covers on its way. Its boundary is the pen's own,
 * cut at the two points farthest to the right and to the left of the way; the front half is shifted to the end.
 */
export const sweepPen = (plot: Plot, dark: boolean, pen: PenOutline, x0: number, y0: number, x1: number, y1: number): void => {
  if (pen.length < 6) return
  const from = plot.rings.count
  const dx = x1 - x0
  const dy = y1 - y0
  if (dx === 0 && dy === 0) {
    for (let v = 0; v < pen.length; v += 3) plot.rings.vertex(pen[v]! + x0, pen[v + 1]! + y0, pen[v + 2]!)
    plot.rings.close()
    plot.contour(dark, from)
    return
  }
  const ring = splitAt(splitAt(pen, dy, -dx), -dy, dx)
  const n = ring.length / 3
  const right = farthest(ring, dy, -dx)
  const left = farthest(ring, -dy, dx)
  const add = (k: number, x: number, y: number, bulge: number): void => plot.rings.vertex(ring[3 * k]! + x, ring[3 * k + 1]! + y, bulge)
  add(right, x0, y0, 0)
  for (let k = right; k !== left; k = (k + 1) % n) add(k, x1, y1, ring[3 * k + 2]!)
  add(left, x1, y1, 0)
  for (let k = left; k !== right; k = (k + 1) % n) add(k, x0, y0, ring[3 * k + 2]!)
  plot.rings.close()
  plot.contour(dark, from)
}

const farthest = (ring: readonly number[], nx: number, ny: number): number => {
  let best = 0
  let most = -Infinity
  for (let k = 0; 3 * k < ring.length; k++) {
    const reach = ring[3 * k]! * nx + ring[3 * k + 1]! * ny
    if (reach > most) {
      most = reach
      best = k
    }
  }
  return best
}

/** Cuts the arc whose inner point lies farthest in the direction (nx, ny), if one does, at that point. */
const splitAt = (ring: readonly number[], nx: number, ny: number): readonly number[] => {
  const length = Math.hypot(nx, ny)
  const n = ring.length / 3
  for (let k = 0; k < n; k++) {
    const bulge = ring[3 * k + 2]!
    if (bulge === 0) continue
    const w = (k + 1) % n
    const [x0, y0, x1, y1] = [ring[3 * k]!, ring[3 * k + 1]!, ring[3 * w]!, ring[3 * w + 1]!]
    const q = (1 - bulge * bulge) / (4 * bulge)
    const cx = (x0 + x1) / 2 - (y1 - y0) * q
    const cy = (y0 + y1) / 2 + (x1 - x0) * q
    const r = Math.hypot(x0 - cx, y0 - cy)
    const sweep = 4 * Math.atan(bulge)
    const turn = turnBetween((x0 - cx) / r, (y0 - cy) / r, nx / length, ny / length)
    if (turn <= 1e-9 || turn >= sweep - 1e-9) continue
    const middle = [cx + (r * nx) / length, cy + (r * ny) / length, Math.tan((sweep - turn) / 4)]
    return [...ring.slice(0, 3 * k + 2), Math.tan(turn / 4), ...middle, ...ring.slice(3 * k + 3)]
  }
  return ring
}

/** @returns the counterclockwise turn between two directions, 0 up to a full turn */
const turnBetween = (ax: number, ay: number, bx: number, by: number): number => {
  const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  return turn < 0 ? turn + 2 * Math.PI : turn
}
