import type { Nm } from '#core/base/units.ts'
import { ROUT_ARC_CCW, ROUT_ARC_CW, ROUT_LINE, type DrillFile, type DrillFormat } from '#core/read/excellon/drill-file.ts'
import { rawToNm } from '#core/read/excellon/raw-scale.ts'

/** One routed step in nm; arcs as signed sweep (radians, positive = counterclockwise), 0 = straight. `cx`, `cy` count for arcs only. */
export interface RoutStep {
  readonly x0: Nm
  readonly y0: Nm
  readonly x1: Nm
  readonly y1: Nm
  readonly cx: Nm
  readonly cy: Nm
  readonly sweep: number
}

const TURN = 2 * Math.PI
/** Ends closer than this to each other are one point, so that such an arc is a full circle. */
const SAME_NM = 1

/** @returns the routed step that command `k` makes */
export const routStep = ({ commands }: DrillFile, k: number, format: DrillFormat): RoutStep => {
  const { raw, kind, radius } = commands
  const [x0, y0, x1, y1, i, j] = raw.map((column) => rawToNm(column, k, format)) as [Nm, Nm, Nm, Nm, Nm, Nm]
  const straight = { x0, y0, x1, y1, cx: 0, cy: 0, sweep: 0 }
  if (kind[k] === ROUT_LINE) return straight
  const turn = kind[k] === ROUT_ARC_CCW ? 1 : kind[k] === ROUT_ARC_CW ? -1 : 0
  const ends = { x0, y0, x1, y1 }
  if (radius[k] === 1) {
    const chord = Math.hypot(x1 - x0, y1 - y0)
    if (chord <= SAME_NM || i === 0) return straight // a radius alone does not say where a full circle lies
    const half = Math.min(1, chord / (2 * Math.abs(i)))
    const rise = (Math.sqrt(1 - half * half) * Math.abs(i) * turn) / chord
    // always the shorter way round: the centre lies left of the chord for counterclockwise arcs
    return { ...ends, cx: (x0 + x1) / 2 - (y1 - y0) * rise, cy: (y0 + y1) / 2 + (x1 - x0) * rise, sweep: turn * 2 * Math.asin(half) }
  }
  const [cx, cy] = [x0 + i, y0 + j]
  if (i === 0 && j === 0) return straight
  if (Math.hypot(x1 - x0, y1 - y0) <= SAME_NM) return { ...ends, cx, cy, sweep: turn * TURN }
  const angle = Math.atan2(y1 - cy, x1 - cx) - Math.atan2(y0 - cy, x0 - cx)
  const positive = (((angle * turn) % TURN) + TURN) % TURN
  return { ...ends, cx, cy, sweep: turn * (positive === 0 ? TURN : positive) }
}
