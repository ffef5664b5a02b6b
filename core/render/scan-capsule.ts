import { fillSpan, rowRange, type SpanTarget } from '#core/render/span-target.ts'

/** Paints all pixels whose centres lie within `r` of the segment; pixel coordinates. A capsule is convex: one span a row. */
export const scanCapsule = (target: SpanTarget, x0: number, y0: number, x1: number, y1: number, r: number, value: number): void => {
  if (!(r > 0)) return
  const [top, bottom] = rowRange(target, Math.min(y0, y1) - r, Math.max(y0, y1) + r)
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = Math.hypot(dx, dy)
  const [nx, ny] = length > 0 ? [(-dy / length) * r, (dx / length) * r] : [0, 0]
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5
    let lo = Infinity
    let hi = -Infinity
    const h0 = r * r - (y - y0) * (y - y0)
    if (h0 >= 0) {
      const h = Math.sqrt(h0)
      lo = x0 - h
      hi = x0 + h
    }
    if (length > 0) {
      const h1 = r * r - (y - y1) * (y - y1)
      if (h1 >= 0) {
        const h = Math.sqrt(h1)
        lo = Math.min(lo, x1 - h)
        hi = Math.max(hi, x1 + h)
      }
      // The body's two long edges and its two ends.
      for (let k = 0; k < 4; k++) {
        const ax = k < 2 ? x0 + (k === 0 ? nx : -nx) : x0 + nx + (k === 2 ? 0 : dx)
        const ay = k < 2 ? y0 + (k === 0 ? ny : -ny) : y0 + ny + (k === 2 ? 0 : dy)
        const ex = k < 2 ? dx : -2 * nx
        const ey = k < 2 ? dy : -2 * ny
        const t = ey === 0 ? -1 : (y - ay) / ey
        if (t < 0 || t > 1) continue
        const x = ax + ex * t
        if (x < lo) lo = x
        if (x > hi) hi = x
      }
    }
    if (hi > lo) fillSpan(target, row, lo, hi, value)
  }
}
