import { arcVertices, type ArcGeometry } from '#core/interpret/arc-geometry.ts'
import type { Plot } from '#core/interpret/plot.ts'
import { exactTurn, flattenArc } from '#core/interpret/shape.ts'

/** A pen of another shape than a disc, as the points of its outline around its origin, nm, already placed. */
export type PenPoints = readonly number[]

/** Convex hull of flat points, counterclockwise (monotone chain). */
export const hullOf = (points: readonly number[]): number[] => {
  const order = Array.from({ length: points.length / 2 }, (_, k) => k).sort((p, q) => points[2 * p]! - points[2 * q]! || points[2 * p + 1]! - points[2 * q + 1]!)
  const half = (list: readonly number[]): number[] => {
    const out: number[] = []
    for (const k of list) {
      while (out.length > 1) {
        const [p, q] = [out.at(-2)!, out.at(-1)!]
        const cross =
          (points[2 * q]! - points[2 * p]!) * (points[2 * k + 1]! - points[2 * p + 1]!) - (points[2 * q + 1]! - points[2 * p + 1]!) * (points[2 * k]! - points[2 * p]!)
        if (cross > 0) break
        out.pop()
      }
      out.push(k)
    }
    out.pop()
    return out
  }
  return [...half(order), ...half([...order].reverse())]
}

/** A straight stroke with a pen that is not round: the hull of the pen at both ends. */
export const sweptStroke = (plot: Plot, dark: boolean, pen: PenPoints, x0: number, y0: number, x1: number, y1: number): void => {
  const points: number[] = []
  for (let v = 0; v < pen.length; v += 2) points.push(pen[v]! + x0, pen[v + 1]! + y0, pen[v]! + x1, pen[v + 1]! + y1)
  const hull = hullOf(points)
  if (hull.length < 3) return
  const from = plot.ringCount
  for (const k of hull) plot.vertex(points[2 * k]!, points[2 * k + 1]!, 0)
  plot.ring()
  plot.contour(dark, from)
}

/** @returns the chords of an arc within 0.05 µm as flat points, ends included */
export const chordsOf = (arc: ArcGeometry, x0: number, y0: number, x1: number, y1: number): number[] => {
  const corners: [number, number, number][] = []
  arcVertices(arc, x0, y0, (x, y, bulge) => corners.push([x, y, bulge]))
  const out: number[] = []
  corners.forEach(([x, y, bulge], k) => {
    const next = corners[k + 1] ?? [x1, y1]
    out.push(x, y)
    if (bulge !== 0) flattenArc(out, x, y, next[0]!, next[1]!, bulge)
  })
  out.push(x1, y1)
  return out
}

const annulus = (plot: Plot, dark: boolean, cx: number, cy: number, outer: number, inner: number): void => {
  const from = plot.ringCount
  plot.vertex(cx - outer, cy, 1)
  plot.vertex(cx + outer, cy, 1)
  plot.ring()
  if (inner > 0) {
    plot.vertex(cx - inner, cy, -1)
    plot.vertex(cx + inner, cy, -1)
    plot.ring()
  }
  plot.contour(dark, from)
}

/** An arc drawn with a round pen of radius `pen`: outer arc, round end, inner arc, round end, all exact. */
export const roundArcStroke = (plot: Plot, dark: boolean, arc: ArcGeometry, pen: number, x0: number, y0: number, x1: number, y1: number): void => {
  const r = (arc.r0 + arc.r1) / 2
  if (Math.abs(arc.sweep) >= 2 * Math.PI) {
    annulus(plot, dark, arc.cx, arc.cy, r + pen, r - pen)
    return
  }
  if (r <= pen) {
    // The inner side would turn inside out: a chain of short strokes covers the same area.
    const points = chordsOf(arc, x0, y0, x1, y1)
    for (let v = 0; v + 3 < points.length; v += 2) plot.capsule(dark, points[v]!, points[v + 1]!, points[v + 2]!, points[v + 3]!, pen)
    return
  }
  const [start, sweep] = arc.sweep > 0 ? [arc.start, arc.sweep] : [arc.start + arc.sweep, -arc.sweep]
  const n = Math.max(1, Math.ceil(sweep / (Math.PI / 2) - 1e-9))
  const bulge = Math.tan(sweep / n / 4)
  const from = plot.ringCount
  const at = (k: number, radius: number, b: number): void => {
    const [cos, sin] = exactTurn(start + (sweep * k) / n)
    plot.vertex(arc.cx + radius * cos, arc.cy + radius * sin, b)
  }
  for (let k = 0; k < n; k++) at(k, r + pen, bulge)
  at(n, r + pen, 1)
  for (let k = n; k > 0; k--) at(k, r - pen, -bulge)
  at(0, r - pen, 1)
  plot.ring()
  plot.contour(dark, from)
}
