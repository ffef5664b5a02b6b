import type { Nm } from '#core/base/units.ts'
import type { RoutPath } from '#core/read/excellon/drill-file.ts'
import type { RoutStep } from '#core/read/excellon/rout-step.ts'

/** A path that comes back this close to its start is closed: the rounding of the file's own numbers. */
const CLOSED_NM = 1000
/** Steps that stay this close to one straight line mill a slot. */
const STRAIGHT_NM = 100

export interface Segment {
  readonly x0: Nm
  readonly y0: Nm
  readonly x1: Nm
  readonly y1: Nm
}

/**
 * A path whose straight steps all lie on one line mills a slot, also when it goes to and fro.
 * @returns the slot's centre line, both ends equal when the path does not move; null when the path is no slot
 */
export const slotOf = (steps: readonly RoutStep[]): Segment | null => {
  const [first] = steps
  if (!first || steps.some(({ sweep }) => sweep !== 0)) return null
  let [dx, dy, far] = [0, 0, 0]
  for (const { x1, y1 } of steps) {
    const reach = Math.hypot(x1 - first.x0, y1 - first.y0)
    if (reach > far) [dx, dy, far] = [x1 - first.x0, y1 - first.y0, reach]
  }
  if (far === 0) return { x0: first.x0, y0: first.y0, x1: first.x0, y1: first.y0 }
  let low: RoutPoint = { x: first.x0, y: first.y0, along: 0 }
  let high = low
  for (const { x1: x, y1: y } of steps) {
    const [px, py] = [x - first.x0, y - first.y0]
    if (Math.abs(px * dy - py * dx) / far > STRAIGHT_NM) return null
    const along = px * dx + py * dy
    if (along < low.along) low = { x, y, along }
    if (along > high.along) high = { x, y, along }
  }
  return { x0: low.x, y0: low.y, x1: high.x, y1: high.y }
}

interface RoutPoint {
  readonly x: Nm
  readonly y: Nm
  readonly along: number
}

/**
 * Joins routed steps to a polyline with bulges, arcs beyond a half turn split in equal parts. A closed path does not repeat its first
 * vertex: its last edge leads back to it. The last vertex of an open path has bulge 0.
 */
export const routPathOf = (steps: readonly RoutStep[], tool: number, diameter: Nm, line: number): RoutPath => {
  const x: number[] = []
  const y: number[] = []
  const bulge: number[] = []
  for (const step of steps) {
    const parts = Math.max(1, Math.ceil(Math.abs(step.sweep) / Math.PI - 1e-9))
    const part = step.sweep / parts
    for (let k = 0; k < parts; k++) {
      const [cos, sin] = [Math.cos(part * k), Math.sin(part * k)]
      const [rx, ry] = [step.x0 - step.cx, step.y0 - step.cy]
      x.push(k === 0 ? step.x0 : step.cx + rx * cos - ry * sin)
      y.push(k === 0 ? step.y0 : step.cy + rx * sin + ry * cos)
      bulge.push(Math.tan(part / 4))
    }
  }
  const last = steps.at(-1)!
  const closed = Math.hypot(last.x1 - x[0]!, last.y1 - y[0]!) <= CLOSED_NM
  if (!closed) {
    x.push(last.x1)
    y.push(last.y1)
    bulge.push(0)
  }
  return { tool, diameter, closed, x: Float64Array.from(x), y: Float64Array.from(y), bulge: Float64Array.from(bulge), line }
}
