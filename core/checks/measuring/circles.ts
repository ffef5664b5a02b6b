import type { Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { arcOf } from '#core/board/outline/contour-geometry.ts'

/** Arcs of one circle agree this well, nm: their centres are computed from rounded ends. */
const SAME_NM = 10_000

export interface Circle {
  /** Nm. */
  readonly centre: Point
  readonly diameter: number
}

/** @returns the circle that a contour is, arcs of one centre all around; null for any other figure */
export const circleOf = ({ x, y, bulge }: Contour): Circle | null => {
  let first: { cx: number; cy: number; r: number } | null = null
  let sweep = 0
  for (let v = 0; v < x.length; v++) {
    const w = (v + 1) % x.length
    const arc = arcOf(x[v]!, y[v]!, x[w]!, y[w]!, bulge[v]!)
    if (!arc) return null
    first ??= arc
    if (Math.hypot(arc.cx - first.cx, arc.cy - first.cy) > SAME_NM || Math.abs(arc.r - first.r) > SAME_NM) return null
    sweep += arc.sweep
  }
  return first && Math.abs(Math.abs(sweep) - 2 * Math.PI) < 1e-3 ? { centre: [first.cx, first.cy], diameter: 2 * first.r } : null
}
