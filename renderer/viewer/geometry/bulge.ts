/** Chord error of a flattened arc, nm: well below a pixel at every zoom the camera allows. */
export const CHORD_ERROR_NM = 1000

const MAX_STEPS = 512

/** Circle of an edge with a bulge. */
export interface EdgeArc {
  readonly cx: number
  readonly cy: number
  readonly r: number
  /** Start angle and signed sweep, radians. */
  readonly from: number
  readonly sweep: number
}

/** @returns the arc from (x0, y0) to (x1, y1) with `bulge` = tan(sweep / 4), not 0; null when both ends coincide */
export const arcOf = (x0: number, y0: number, x1: number, y1: number, bulge: number): EdgeArc | null => {
  const dx = x1 - x0
  const dy = y1 - y0
  if (dx === 0 && dy === 0) return null
  const k = (1 - bulge * bulge) / (4 * bulge)
  const cx = (x0 + x1) / 2 - dy * k
  const cy = (y0 + y1) / 2 + dx * k
  return { cx, cy, r: Math.hypot(x0 - cx, y0 - cy), from: Math.atan2(y0 - cy, x0 - cx), sweep: 4 * Math.atan(bulge) }
}

/** @returns how many chords replace the arc so that none is farther than `error` from it */
export const stepsOf = (arc: EdgeArc, error: number): number => {
  const step = 2 * Math.acos(Math.max(0, 1 - error / Math.max(arc.r, error)))
  return Math.min(MAX_STEPS, Math.max(1, Math.ceil(Math.abs(arc.sweep) / Math.max(step, 1e-3))))
}

/** Adds the points of an edge after its start, its end excluded, to a flat x, y list. */
export const flattenEdge = (out: number[], x0: number, y0: number, x1: number, y1: number, bulge: number, error = CHORD_ERROR_NM): void => {
  if (bulge === 0) return
  const arc = arcOf(x0, y0, x1, y1, bulge)
  if (!arc) return
  const steps = stepsOf(arc, error)
  for (let s = 1; s < steps; s++) {
    const angle = arc.from + (arc.sweep * s) / steps
    out.push(arc.cx + arc.r * Math.cos(angle), arc.cy + arc.r * Math.sin(angle))
  }
}
