import { bulgeFor, type Arc } from '#core/interpret/arc-geometry.ts'
import type { Plot } from '#core/interpret/plot.ts'

const TURN = 2 * Math.PI

/**
 * Plots an arc drawn with a round pen, exactly: outer arc, round end, inner arc, round end. A full circle becomes an
 * annulus; where the round ends would overlap, the stroke is two contours, so that no contour crosses itself.
 */
export const roundArcStroke = (plot: Plot, dark: boolean, arc: Arc, pen: number): void => {
  const sweep = Math.abs(arc.sweep)
  if (sweep >= TURN - 1e-12) {
    fullCircle(plot, dark, arc, pen)
    return
  }
  const towards = (x: number, y: number): number => Math.atan2(y - arc.cy, x - arc.cx)
  const start = arc.sweep > 0 ? towards(arc.x0, arc.y0) : towards(arc.x1, arc.y1)
  if (pen >= arc.r) {
    thickArc(plot, dark, arc, pen, start, sweep)
    return
  }
  const endsOverlap = sweep > Math.PI && 2 * arc.r * Math.sin(sweep / 2) <= 2 * pen
  if (endsOverlap) {
    thinArc(plot, dark, arc, pen, start, sweep / 2)
    thinArc(plot, dark, arc, pen, start + sweep / 2, sweep / 2)
  } else thinArc(plot, dark, arc, pen, start, sweep)
}

const fullCircle = (plot: Plot, dark: boolean, { cx, cy, r }: Arc, pen: number): void => {
  if (pen >= r) {
    plot.capsule(dark, cx, cy, cx, cy, r + pen)
    return
  }
  const from = plot.rings.count
  plot.ring([cx - r - pen, cy, 1, cx + r + pen, cy, 1])
  plot.ring([cx - r + pen, cy, -1, cx + r - pen, cy, -1])
  plot.contour(dark, from)
}

/** Adds the vertices of an arc about the centre, its last point left out. */
const arcEdges = (plot: Plot, cx: number, cy: number, r: number, start: number, sweep: number): void => {
  const n = Math.max(1, Math.ceil(Math.abs(sweep) / Math.PI - 1e-9))
  const bulge = bulgeFor(sweep / n)
  for (let k = 0; k < n; k++) {
    const angle = start + (sweep * k) / n
    plot.rings.vertex(cx + r * Math.cos(angle), cy + r * Math.sin(angle), bulge)
  }
}

const thinArc = (plot: Plot, dark: boolean, { cx, cy, r }: Arc, pen: number, start: number, sweep: number): void => {
  const from = plot.rings.count
  const end = start + sweep
  arcEdges(plot, cx, cy, r + pen, start, sweep)
  plot.rings.vertex(cx + (r + pen) * Math.cos(end), cy + (r + pen) * Math.sin(end), 1)
  arcEdges(plot, cx, cy, r - pen, end, -sweep)
  plot.rings.vertex(cx + (r - pen) * Math.cos(start), cy + (r - pen) * Math.sin(start), 1)
  plot.rings.close()
  plot.contour(dark, from)
}

/**
 * The pen covers the centre: no inner arc is left. The boundary is the outer arc and parts of both end circles, which meet
 * on the ray from the centre away from the middle of the arc.
 */
const thickArc = (plot: Plot, dark: boolean, { cx, cy, r }: Arc, pen: number, start: number, sweep: number): void => {
  const from = plot.rings.count
  const end = start + sweep
  const back = start + sweep / 2 + Math.PI
  const turn = Math.PI - sweep / 2
  const reach = r * Math.cos(turn) + Math.sqrt(Math.max(0, pen * pen - (r * Math.sin(turn)) ** 2))
  const [mx, my] = [cx + reach * Math.cos(back), cy + reach * Math.sin(back)]
  arcEdges(plot, cx, cy, r + pen, start, sweep)
  const endX = cx + r * Math.cos(end)
  const endY = cy + r * Math.sin(end)
  arcEdges(plot, endX, endY, pen, end, turnTo(end, Math.atan2(my - endY, mx - endX)))
  const startX = cx + r * Math.cos(start)
  const startY = cy + r * Math.sin(start)
  const meeting = Math.atan2(my - startY, mx - startX)
  arcEdges(plot, startX, startY, pen, meeting, turnTo(meeting, start))
  plot.rings.close()
  plot.contour(dark, from)
}

/** @returns the counterclockwise turn from one direction to another, 0 up to a full turn */
const turnTo = (from: number, to: number): number => {
  const turn = (to - from) % TURN
  return turn < 0 ? turn + TURN : turn
}
