import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { shapeDistance, type Witness } from './distance.ts'
import { newStretch, parallelStretch } from './stretch.ts'
import { isOnArc, type Shapes } from './shapes.ts'

/** Through the copper: from dark side to dark side. */
export const INWARD = 1
/** Through the clear: a notch or slot. */
export const OUTWARD = -1

/** The witness is a local minimum: along the outlines nothing near is closer. */
export const FACE_MINIMUM = 1
/** Two lines that run side by side for longer than they are apart, narrowest at the end of one. */
export const FACE_TAPER = 2
const FACE_NOT = 0

/** How much nearer (as a slope) the outline may come beside a witness that still counts as the nearest: about one degree. */
const SLOPE = 0.02
/** Ends of pieces, nm. */
const AT_END = 0.01
/** Parallel lines and concentric arcs whose distance varies less than this, nm, are measured in the middle. */
const EVEN = 1
/** Pieces shorter than this, nm, come from rounding and say nothing about where an outline leads. */
const CRUMB = 10
const MOST_CRUMBS = 4

const tangent = new Float64Array(2)

/** Writes the unit tangent of a piece at a place on it, in walking direction. */
const tangentAt = (s: Shapes, i: number, x: number, y: number): void => {
  let tx = s.x1[i] - s.x0[i]
  let ty = s.y1[i] - s.y0[i]
  if (s.kind[i] !== PIECE_LINE) {
    const rx = x - s.cx[i]
    const ry = y - s.cy[i]
    tx = s.kind[i] === PIECE_ARC_CCW ? -ry : ry
    ty = s.kind[i] === PIECE_ARC_CCW ? rx : -rx
  }
  const t = Math.sqrt(tx * tx + ty * ty)
  tangent[0] = t > 0 ? tx / t : 0
  tangent[1] = t > 0 ? ty / t : 0
}

/**
 * Decides which pieces of an image face each other. Holds its working room, so that sweeps allocate nothing.
 * After `face` returned something, `stretch` is where it holds, `run` its length (0 for a pair of points) and `nearest` the smallest
 * distance of both, nm.
 */
export class Facing {
  readonly stretch = newStretch()
  run = 0
  nearest = 0
  readonly #image: Image

  constructor(image: Image) {
    this.#image = image
  }

  /** @returns the piece before in the ring */
  before(piece: number): number {
    const { start } = this.#image.rings
    const ring = this.#image.pieces.ring[piece]
    return piece === start[ring] ? start[ring + 1] - 1 : piece - 1
  }

  /** @returns the piece after in the ring */
  after(piece: number): number {
    const { start } = this.#image.rings
    const ring = this.#image.pieces.ring[piece]
    return piece === start[ring + 1] - 1 ? start[ring] : piece + 1
  }

  /**
   * Whether pieces p and q, or the parts i and j of them, face each other through the copper (INWARD) or through the clear (OUTWARD),
   * closer than `within`. Neighbours in a ring never do.
   * @param out the nearest points, or the middle of the stretch where the distance is the same all along
   */
  face(parts: Shapes, i: number, j: number, p: number, q: number, side: number, within: number, out: Witness): number {
    const { pieces } = this.#image
    if (p === q || (pieces.ring[p] === pieces.ring[q] && (this.after(p) === q || this.after(q) === p))) return FACE_NOT
    if (!seesLine(parts, i, j, side) || !seesLine(parts, j, i, side)) return FACE_NOT
    shapeDistance(parts, i, parts, j, out)
    const width = out[0]
    // Outlines that touch are pinches, not widths.
    if (width >= within || width < 1) return FACE_NOT
    this.run = 0
    this.nearest = width
    const sideBySide = parallelStretch(parts, i, parts, j, this.stretch)
    if (sideBySide) {
      this.run = Math.hypot(this.stretch[2] - this.stretch[0], this.stretch[3] - this.stretch[1])
      if (lean(parts, i, j) * this.run <= EVEN) middleOfLines(parts, j, this.stretch, out)
    } else {
      if (parts.kind[i] !== PIECE_LINE && parts.kind[j] !== PIECE_LINE) this.#middleOfArcs(parts, i, j, out)
      this.stretch[0] = this.stretch[2] = (out[1] + out[3]) / 2
      this.stretch[1] = this.stretch[3] = (out[2] + out[4]) / 2
    }
    const ux = (out[3] - out[1]) / out[0]
    const uy = (out[4] - out[2]) / out[0]
    const first = this.#isMinimum(p, out[1], out[2], ux, uy, side)
    const second = this.#isMinimum(q, out[3], out[4], -ux, -uy, side)
    if (first === FACE_NOT || second === FACE_NOT) return FACE_NOT
    if (first === FACE_MINIMUM && second === FACE_MINIMUM) return FACE_MINIMUM
    return sideBySide && this.run >= width && opposed(parts, i, j) ? FACE_TAPER : FACE_NOT
  }

  /**
   * @returns FACE_NOT when the direction leads to the wrong side of the piece, FACE_MINIMUM when the outline nowhere leads
   *   towards the other point, else FACE_TAPER
   */
  #isMinimum(piece: number, x: number, y: number, ux: number, uy: number, side: number): number {
    const { pieces } = this.#image
    tangentAt(pieces, piece, x, y)
    const tx = tangent[0]
    const ty = tangent[1]
    if ((tx * uy - ty * ux) * side <= 0) return FACE_NOT
    let forward = tx * ux + ty * uy
    let back = -forward
    if (Math.abs(x - pieces.x1[piece]) < AT_END && Math.abs(y - pieces.y1[piece]) < AT_END) {
      tangentAt(pieces, this.#substantial(piece, true), x, y)
      forward = tangent[0] * ux + tangent[1] * uy
    } else if (Math.abs(x - pieces.x0[piece]) < AT_END && Math.abs(y - pieces.y0[piece]) < AT_END) {
      tangentAt(pieces, this.#substantial(piece, false), x, y)
      back = -(tangent[0] * ux + tangent[1] * uy)
    }
    return forward <= SLOPE && back <= SLOPE ? FACE_MINIMUM : FACE_TAPER
  }

  /** @returns the next piece forwards or backwards that is long enough to have a direction */
  #substantial(piece: number, forward: boolean): number {
    const { x0, y0, x1, y1 } = this.#image.pieces
    let next = piece
    for (let k = 0; k < MOST_CRUMBS; k++) {
      next = forward ? this.after(next) : this.before(next)
      if (Math.abs(x1[next] - x0[next]) > CRUMB || Math.abs(y1[next] - y0[next]) > CRUMB) break
    }
    return next
  }

  /** Concentric arcs: moves the witness to the middle of where they face each other. */
  #middleOfArcs(s: Shapes, i: number, j: number, out: Witness): void {
    if (Math.abs(s.cx[i] - s.cx[j]) > EVEN || Math.abs(s.cy[i] - s.cy[j]) > EVEN) return
    const cx = (s.cx[i] + s.cx[j]) / 2
    const cy = (s.cy[i] + s.cy[j]) / 2
    let mx = 0
    let my = 0
    let found = 0
    // The ends of the common stretch are ends of one arc that lie beside the other.
    for (let k = 0; k < 4; k++) {
      const one = k < 2 ? i : j
      const other = k < 2 ? j : i
      const dx = (k % 2 === 0 ? s.x0[one] : s.x1[one]) - cx
      const dy = (k % 2 === 0 ? s.y0[one] : s.y1[one]) - cy
      const r = Math.sqrt(dx * dx + dy * dy)
      if (r === 0 || !isOnArc(s, other, s.cx[other] + (dx * s.r[other]) / r, s.cy[other] + (dy * s.r[other]) / r)) continue
      mx += dx / r
      my += dy / r
      found++
    }
    const m = Math.sqrt(mx * mx + my * my)
    if (found < 2 || m < 0.1) return
    out[1] = s.cx[i] + (mx / m) * s.r[i]
    out[2] = s.cy[i] + (my / m) * s.r[i]
    out[3] = s.cx[j] + (mx / m) * s.r[j]
    out[4] = s.cy[j] + (my / m) * s.r[j]
    out[0] = Math.sqrt((out[1] - out[3]) * (out[1] - out[3]) + (out[2] - out[4]) * (out[2] - out[4]))
    this.run = 2 * Math.acos(Math.min(1, m / found)) * Math.min(s.r[i], s.r[j])
  }
}

/** False when a line has the other shape's ends wholly on its wrong side; arcs always see. */
const seesLine = (s: Shapes, i: number, j: number, side: number): boolean => {
  if (s.kind[i] !== PIECE_LINE || s.kind[j] !== PIECE_LINE) return true
  const dx = s.x1[i] - s.x0[i]
  const dy = s.y1[i] - s.y0[i]
  return (
    (dx * (s.y0[j] - s.y0[i]) - dy * (s.x0[j] - s.x0[i])) * side > 0 || (dx * (s.y1[j] - s.y0[i]) - dy * (s.x1[j] - s.x0[i])) * side > 0
  )
}

/** @returns sine of the angle between two lines */
const lean = (s: Shapes, i: number, j: number): number => {
  const [dx, dy] = [s.x1[i] - s.x0[i], s.y1[i] - s.y0[i]]
  const [ex, ey] = [s.x1[j] - s.x0[j], s.y1[j] - s.y0[j]]
  return Math.abs(dx * ey - dy * ex) / Math.sqrt((dx * dx + dy * dy) * (ex * ex + ey * ey))
}

const opposed = (s: Shapes, i: number, j: number): boolean =>
  (s.x1[i] - s.x0[i]) * (s.x1[j] - s.x0[j]) + (s.y1[i] - s.y0[i]) * (s.y1[j] - s.y0[j]) < 0

const middleOfLines = (s: Shapes, j: number, stretch: Float64Array, out: Witness): void => {
  const x = (stretch[0] + stretch[2]) / 2
  const y = (stretch[1] + stretch[3]) / 2
  const dx = s.x1[j] - s.x0[j]
  const dy = s.y1[j] - s.y0[j]
  const t = Math.max(0, Math.min(1, ((x - s.x0[j]) * dx + (y - s.y0[j]) * dy) / (dx * dx + dy * dy)))
  out[1] = x
  out[2] = y
  out[3] = s.x0[j] + t * dx
  out[4] = s.y0[j] + t * dy
  out[0] = Math.sqrt((out[1] - out[3]) * (out[1] - out[3]) + (out[2] - out[4]) * (out[2] - out[4]))
}
