import { PIECE_LINE } from '#core/geometry/image.ts'
import { newWitness, pointDistance, type Witness } from './distance.ts'
import type { Shapes } from './shapes.ts'

/** Lines that lean less than 20 degrees against each other run side by side: sin² of it. */
const SIDE_BY_SIDE = Math.sin((20 * Math.PI) / 180) ** 2

/** Room for a stretch: x0, y0, x1, y1. */
export const newStretch = (): Float64Array => new Float64Array(4)

/**
 * Where two lines run side by side: writes the part of line `i` beside line `j` to `out`.
 * @returns false when either is an arc, they lean too much, or neither lies beside the other
 */
export const parallelStretch = (s: Shapes, i: number, j: number, out: Float64Array): boolean => {
  if (s.kind[i] !== PIECE_LINE || s.kind[j] !== PIECE_LINE) return false
  const dx = s.x1[i] - s.x0[i]
  const dy = s.y1[i] - s.y0[i]
  const ex = s.x1[j] - s.x0[j]
  const ey = s.y1[j] - s.y0[j]
  const length2 = dx * dx + dy * dy
  const cross = dx * ey - dy * ex
  if (length2 === 0 || cross * cross > SIDE_BY_SIDE * length2 * (ex * ex + ey * ey)) return false
  const u = ((s.x0[j] - s.x0[i]) * dx + (s.y0[j] - s.y0[i]) * dy) / length2
  const v = ((s.x1[j] - s.x0[i]) * dx + (s.y1[j] - s.y0[i]) * dy) / length2
  const from = Math.max(0, Math.min(u, v))
  const to = Math.min(1, Math.max(u, v))
  if (to <= from) return false
  out[0] = s.x0[i] + from * dx
  out[1] = s.y0[i] + from * dy
  out[2] = s.x0[i] + to * dx
  out[3] = s.y0[i] + to * dy
  return true
}

const scratch = newWitness()

const widen = (out: Float64Array, x: number, y: number): void => {
  out[0] = Math.min(out[0], x)
  out[1] = Math.min(out[1], y)
  out[2] = Math.max(out[2], x)
  out[3] = Math.max(out[3], y)
}

const widenByEnds = (s: Shapes, arc: number, other: number, within: number, out: Float64Array): void => {
  if (s.kind[arc] === PIECE_LINE) return
  pointDistance(s.x0[arc], s.y0[arc], s, other, scratch)
  if (scratch[0] <= within) widen(out, s.x0[arc], s.y0[arc])
  pointDistance(s.x1[arc], s.y1[arc], s, other, scratch)
  if (scratch[0] <= within) widen(out, s.x1[arc], s.y1[arc])
}

/**
 * How far an arc lies beside another shape: writes the box of the witness and of those ends of arcs that are beside the other shape
 * to `out` (lower left to upper right), so that the places of arcs that follow each other join up.
 */
export const arcStretch = (s: Shapes, i: number, j: number, within: number, w: Witness, out: Float64Array): void => {
  out[0] = out[2] = (w[1] + w[3]) / 2
  out[1] = out[3] = (w[2] + w[4]) / 2
  widenByEnds(s, i, j, within, out)
  widenByEnds(s, j, i, within, out)
}
