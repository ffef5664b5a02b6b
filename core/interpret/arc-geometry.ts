import { QUADRANT_MULTI, QUADRANT_SINGLE } from '#core/read/gerber/gerber-commands.ts'

/** An arc's centre, signed sweep in radians (+ counterclockwise) and start angle; `misfit` = difference of its two radii. */
export interface ArcGeometry {
  readonly cx: number
  readonly cy: number
  readonly start: number
  readonly sweep: number
  readonly r0: number
  readonly r1: number
  readonly misfit: number
}

const TURN = 2 * Math.PI

const around = (x0: number, y0: number, x1: number, y1: number, cx: number, cy: number, ccw: boolean, closed: boolean): ArcGeometry => {
  const start = Math.atan2(y0 - cy, x0 - cx)
  const end = Math.atan2(y1 - cy, x1 - cx)
  let sweep = ccw ? end - start : start - end
  if (sweep < 0) sweep += TURN
  if (sweep >= TURN) sweep -= TURN
  if (x0 === x1 && y0 === y1) sweep = closed ? TURN : 0
  const [r0, r1] = [Math.hypot(x0 - cx, y0 - cy), Math.hypot(x1 - cx, y1 - cy)]
  return { cx, cy, start, sweep: ccw ? sweep : -sweep, r0, r1, misfit: Math.abs(r0 - r1) }
}

/** In single quadrant mode the offsets have no sign: the centre is the one of four that fits a quarter turn best. */
const single = (x0: number, y0: number, x1: number, y1: number, i: number, j: number, ccw: boolean): ArcGeometry | null => {
  let best: ArcGeometry | null = null
  for (const si of [1, -1]) {
    for (const sj of [1, -1]) {
      const arc = around(x0, y0, x1, y1, x0 + si * Math.abs(i), y0 + sj * Math.abs(j), ccw, false)
      if (Math.abs(arc.sweep) > Math.PI / 2 + 0.01) continue
      if (!best || arc.misfit < best.misfit) best = arc
    }
  }
  return best
}

/**
 * Works an arc out from its ends and centre offsets (nm).
 * @param quadrant the mode in force; unset is read as multi quadrant when the centre fits, else as single quadrant
 * @source Gerber Layer Format Specification 2024.05, 4.7.2 (G75), 8.1.10 (G74)
 */
export const arcGeometry = (x0: number, y0: number, x1: number, y1: number, i: number, j: number, ccw: boolean, quadrant: number): ArcGeometry => {
  const multi = around(x0, y0, x1, y1, x0 + i, y0 + j, ccw, true)
  if (quadrant === QUADRANT_MULTI) return multi
  if (quadrant === QUADRANT_SINGLE) return single(x0, y0, x1, y1, i, j, ccw) ?? multi
  const fits = multi.misfit <= 0.01 * multi.r0
  return fits || i < 0 || j < 0 ? multi : (single(x0, y0, x1, y1, i, j, ccw) ?? multi)
}

/** Points that cut an arc into parts of at most a quarter turn, ends kept exactly. Calls back with vertex and bulge of the edge that starts there. */
export const arcVertices = (arc: ArcGeometry, x0: number, y0: number, each: (x: number, y: number, bulge: number) => void): void => {
  const n = Math.max(1, Math.ceil(Math.abs(arc.sweep) / (Math.PI / 2) - 1e-9))
  const bulge = Math.tan(arc.sweep / n / 4)
  each(x0, y0, bulge)
  for (let k = 1; k < n; k++) {
    const angle = arc.start + (arc.sweep * k) / n
    const r = arc.r0 + ((arc.r1 - arc.r0) * k) / n
    each(arc.cx + r * Math.cos(angle), arc.cy + r * Math.sin(angle), bulge)
  }
}
