import { QUADRANT_MULTI, QUADRANT_SINGLE } from '#core/read/gerber/gerber-commands.ts'

/** An arc through two given end points; nm. */
export interface Arc {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Equally far from both ends. */
  readonly cx: number
  readonly cy: number
  readonly r: number
  /** Radians, positive counterclockwise, at most a full turn. */
  readonly sweep: number
  /** Difference of the radii at both ends for the centre as written. */
  readonly misfit: number
}

const TURN = 2 * Math.PI
/** A quarter turn, with room for rounded coordinates. */
const QUARTER = Math.PI / 2 + 0.01

/**
 * Moves the centre along the chord until both ends are equally far, so that both lie on the arc. The side of the chord on
 * which the centre lies, and with it the choice of the short or the long way, stays.
 */
const through = (x0: number, y0: number, x1: number, y1: number, cx: number, cy: number, ccw: boolean): Arc => {
  const r0 = Math.hypot(x0 - cx, y0 - cy)
  const misfit = Math.abs(Math.hypot(x1 - cx, y1 - cy) - r0)
  const chord = Math.hypot(x1 - x0, y1 - y0)
  if (chord === 0) return { x0, y0, x1, y1, cx, cy, r: r0, sweep: ccw ? TURN : -TURN, misfit: 0 }
  const ex = (x1 - x0) / chord
  const ey = (y1 - y0) / chord
  const mx = (x0 + x1) / 2
  const my = (y0 + y1) / 2
  /** Distance of the centre from the chord, positive on its left. */
  const side = ex * (cy - my) - ey * (cx - mx)
  const r = Math.hypot(chord / 2, side)
  const half = Math.atan2(chord / 2, Math.abs(side))
  const isShort = side === 0 || side > 0 === ccw
  const sweep = isShort ? 2 * half : TURN - 2 * half
  return { x0, y0, x1, y1, cx: mx - ey * side, cy: my + ex * side, r, sweep: ccw ? sweep : -sweep, misfit }
}

/** Single quadrant: offsets have no sign; of the four centres the one that fits an arc of at most a quarter turn best. */
const single = (x0: number, y0: number, x1: number, y1: number, i: number, j: number, ccw: boolean): Arc | null => {
  let best: Arc | null = null
  for (const si of [1, -1]) {
    for (const sj of [1, -1]) {
      const arc = through(x0, y0, x1, y1, x0 + si * Math.abs(i), y0 + sj * Math.abs(j), ccw)
      if (Math.abs(arc.sweep) <= QUARTER && (!best || arc.misfit < best.misfit)) best = arc
    }
  }
  return best
}

/**
 * Works an arc out from its ends and centre offsets.
 * @param quadrant the mode in force; unset: multi quadrant when the offsets fit it, else single quadrant
 * @returns null when there is no arc: no offsets, no fitting centre, or equal ends in single quadrant mode
 * @source Gerber Layer Format Specification 2024.05, 4.7.2 (multi quadrant), 8.1.10 (single quadrant)
 */
export const arcOf = (x0: number, y0: number, x1: number, y1: number, i: number, j: number, ccw: boolean, quadrant: number): Arc | null => {
  if (i === 0 && j === 0) return null
  const isPoint = x0 === x1 && y0 === y1
  if (quadrant === QUADRANT_SINGLE) return isPoint ? null : single(x0, y0, x1, y1, i, j, ccw)
  const multi = through(x0, y0, x1, y1, x0 + i, y0 + j, ccw)
  if (quadrant === QUADRANT_MULTI || isPoint || i < 0 || j < 0) return multi
  return multi.misfit <= 0.01 * multi.r ? multi : (single(x0, y0, x1, y1, i, j, ccw) ?? multi)
}

/** @returns the bulge of an edge that sweeps an angle of at most a half turn; exactly 1 for a half turn */
export const bulgeFor = (sweep: number): number => (Math.abs(sweep) > Math.PI - 1e-12 ? Math.sign(sweep) : Math.tan(sweep / 4))

/** Calls back with each vertex of an arc but the last, and with the bulge of the edge that starts there; no edge beyond a half turn. */
export const eachArcVertex = (arc: Arc, each: (x: number, y: number, bulge: number) => void): void => {
  const { x0, y0, cx, cy, sweep } = arc
  const n = Math.max(1, Math.ceil(Math.abs(sweep) / Math.PI - 1e-9))
  const bulge = bulgeFor(sweep / n)
  each(x0, y0, bulge)
  if (n === 1) return
  // Two edges: the middle of the arc lies opposite the start for a full turn, else on the bisector.
  const [cos, sin] = Math.abs(sweep) === TURN ? [-1, 0] : [Math.cos(sweep / 2), Math.sin(sweep / 2)]
  each(cx + (x0 - cx) * cos - (y0 - cy) * sin, cy + (x0 - cx) * sin + (y0 - cy) * cos, bulge)
}

/** @returns chords of the arc no farther from it than `tolerance`: flat x, y with both ends, at most 2 × 720 numbers */
export const chordsOf = (arc: Arc, tolerance: number): number[] => {
  const { x0, y0, x1, y1, cx, cy, r, sweep } = arc
  const step = r > tolerance ? 2 * Math.acos(1 - tolerance / r) : Math.PI
  const n = Math.min(719, Math.max(1, Math.ceil(Math.abs(sweep) / step)))
  const points = [x0, y0]
  for (let k = 1; k < n; k++) {
    const cos = Math.cos((sweep * k) / n)
    const sin = Math.sin((sweep * k) / n)
    points.push(cx + (x0 - cx) * cos - (y0 - cy) * sin, cy + (x0 - cx) * sin + (y0 - cy) * cos)
  }
  points.push(x1, y1)
  return points
}
