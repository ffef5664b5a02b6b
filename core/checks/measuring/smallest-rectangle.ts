import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import type { Contour } from '#core/board/board.ts'

const ARC_STEPS = 32

/** A closed ring of lines and arcs, nm. */
export type Ring = Pick<Contour, 'x' | 'y' | 'bulge'>

/** Vertices of the contours, arcs sampled finely, nm. */
const pointsOf = (contours: readonly Ring[]): Point[] =>
  contours.flatMap(({ x, y, bulge }) =>
    Array.from(x).flatMap((x0, i): Point[] => {
      const next = (i + 1) % x.length
      const b = bulge[i]!
      if (b === 0) return [[x0, y[i]!]]
      const [dx, dy] = [x[next]! - x0, y[next]! - y[i]!]
      const sweep = 4 * Math.atan(b)
      const [mx, my] = [(x0 + x[next]!) / 2, (y[i]! + y[next]!) / 2]
      const k = (1 - b * b) / (4 * b)
      const [cx, cy] = [mx - dy * k, my + dx * k]
      const [rx, ry] = [x0 - cx, y[i]! - cy]
      return Array.from({ length: ARC_STEPS }, (_, s): Point => {
        const angle = (sweep * s) / ARC_STEPS
        return [cx + rx * Math.cos(angle) - ry * Math.sin(angle), cy + rx * Math.sin(angle) + ry * Math.cos(angle)]
      })
    }),
  )

/** Convex hull, counterclockwise (monotone chain). */
const hullOf = (points: Point[]): readonly Point[] => {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = []
    for (const p of list) {
      while (out.length > 1) {
        const [a, b] = [out.at(-2)!, out.at(-1)!]
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break
        out.pop()
      }
      out.push(p)
    }
    out.pop()
    return out
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

/**
 * The smallest rectangle, at any angle, around contours (one of its sides lies on an edge of the hull).
 * @returns its sides and centre in mm, and the direction of its long side
 */
export const smallestRectangle = (
  contours: readonly Ring[],
): { readonly short: number; readonly long: number; readonly centre: Point; readonly along: Point } => {
  const hull = hullOf(pointsOf(contours))
  let best = { area: Infinity, short: 0, long: 0, centre: [0, 0] as Point, along: [1, 0] as Point }
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length === 0) return
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    let [s0, s1, t0, t1] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const [x, y] of hull) {
      const [s, t] = [x * ux + y * uy, y * ux - x * uy]
      s0 = Math.min(s0, s)
      s1 = Math.max(s1, s)
      t0 = Math.min(t0, t)
      t1 = Math.max(t1, t)
    }
    const [w, h] = [s1 - s0, t1 - t0]
    if (w * h >= best.area) return
    const [cs, ct] = [(s0 + s1) / 2, (t0 + t1) / 2]
    best = {
      area: w * h,
      short: toMm(Math.min(w, h)),
      long: toMm(Math.max(w, h)),
      centre: [toMm(cs * ux - ct * uy), toMm(cs * uy + ct * ux)],
      along: w >= h ? [ux, uy] : [-uy, ux],
    }
  })
  return best
}
