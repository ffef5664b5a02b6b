import { PIECE_LINE } from '#core/geometry/image.ts'
import { newWitness, pointDistance, type Witness } from './distance.ts'
import type { Shapes } from './shapes.ts'

/** Lines that lean less than 20 degrees against each other run side by side: sin² of it. */
const SIDE_BY_SIDE = Math.sin((20 * Math.PI) / 180) ** 2

/** Room for a stretch: x0, y0, x1, y1. */
export const newStretch = (): Float64Array => new Float64Array(4)

/**
 * Where two lines run side by side: writes the part of line `i` of one table beside line `j` of another (or the same) to `out`.
 * @returns false when either is an arc, they lean too much, or neither lies beside the other
 */
export const parallelStretch = (s: Shapes, i: number, t: Shapes, j: number, out: Float64Array): boolean => {
  if (s.kind[i] !== PIECE_LINE || t.kind[j] !== PIECE_LINE) return false
  const dx = s.x1[i] - s.x0[i]
  const dy = s.y1[i] - s.y0[i]
  const ex = t.x1[j] - t.x0[j]
  const ey = t.y1[j] - t.y0[j]
  const length2 = dx * dx + dy * dy
  const cross = dx * ey - dy * ex
  if (length2 === 0 || cross * cross > SIDE_BY_SIDE * length2 * (ex * ex + ey * ey)) return false
  const u = ((t.x0[j] - s.x0[i]) * dx + (t.y0[j] - s.y0[i]) * dy) / length2
  const v = ((t.x1[j] - s.x0[i]) * dx + (t.y1[j] - s.y0[i]) * dy) / length2
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

/** Distances along exactly parallel lines differ by rounding only, nm. */
const SAME_DISTANCE = 0.5

const centreWitness = (t: Shapes, j: number, w: Witness, stretch: Float64Array): void => {
  const x = (stretch[0] + stretch[2]) / 2
  const y = (stretch[1] + stretch[3]) / 2
  scratch[0] = Infinity
  pointDistance(x, y, t, j, scratch)
  if (Math.abs(scratch[0] - w[0]) > SAME_DISTANCE) return
  w[1] = x
  w[2] = y
  w[3] = scratch[3]
  w[4] = scratch[4]
}

const widen = (out: Float64Array, x: number, y: number): void => {
  out[0] = Math.min(out[0], x)
  out[1] = Math.min(out[1], y)
  out[2] = Math.max(out[2], x)
  out[3] = Math.max(out[3], y)
}

const widenByEnds = (s: Shapes, arc: number, t: Shapes, other: number, within: number, out: Float64Array): void => {
  if (s.kind[arc] === PIECE_LINE) return
  pointDistance(s.x0[arc], s.y0[arc], t, other, scratch)
  if (scratch[0] <= within) widen(out, s.x0[arc], s.y0[arc])
  pointDistance(s.x1[arc], s.y1[arc], t, other, scratch)
  if (scratch[0] <= within) widen(out, s.x1[arc], s.y1[arc])
}

/**
 * Along which stretch two shapes lie beside each other, so that places that follow each other join up: for lines side by side as `parallelStretch`, else
 * the box (lower left to upper right) of the witness and of those ends of arcs that are within the bound. Where the distance is the same all along, the
 * witness moves to the middle of the stretch.
 */
export const besideStretch = (s: Shapes, i: number, t: Shapes, j: number, within: number, w: Witness, out: Float64Array): void => {
  if (parallelStretch(s, i, t, j, out)) {
    centreWitness(t, j, w, out)
    return
  }
  out[0] = out[2] = (w[1] + w[3]) / 2
  out[1] = out[3] = (w[2] + w[4]) / 2
  widenByEnds(s, i, t, j, within, out)
  widenByEnds(t, j, s, i, within, out)
}
