import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'
import type { Witness } from './distance.ts'
import { walkOutline } from './outline-walk.ts'
import { newWitness } from './distance.ts'
import type { Hits } from './places.ts'

/** Free tips sharper than this are slivers (as in the tip rule of common layout checkers). */
const SHARPEST_COSINE = Math.cos((20 * Math.PI) / 180)
/** A sliver is at least this many times as long as it is allowed to be narrow. */
const SLENDER = 2
const STEPS = 64

const unitTangent = (image: Image, piece: number, atEnd: boolean): readonly [number, number] => {
  const p = image.pieces
  if (p.kind[piece] === PIECE_LINE) {
    const [dx, dy] = [p.x1[piece] - p.x0[piece], p.y1[piece] - p.y0[piece]]
    const d = Math.hypot(dx, dy)
    return d > 0 ? [dx / d, dy / d] : [0, 0]
  }
  const [rx, ry] = [(atEnd ? p.x1 : p.x0)[piece] - p.cx[piece], (atEnd ? p.y1 : p.y0)[piece] - p.cy[piece]]
  const r = Math.hypot(rx, ry)
  if (r === 0) return [0, 0]
  return p.kind[piece] === PIECE_ARC_CCW ? [-ry / r, rx / r] : [ry / r, -rx / r]
}

const [left, right] = [new Float64Array(2), new Float64Array(2)]

const tipsOf = new WeakMap<Image, readonly number[]>()

/** @returns pieces that end in a sharp free tip, in the order of the rings: the same for every bound, so kept with the image */
const sharpTips = (image: Image): readonly number[] => {
  const known = tipsOf.get(image)
  if (known) return known
  const { rings } = image
  const tips: number[] = []
  for (let ring = 0; ring < rings.count; ring++) {
    for (let p = rings.start[ring]; p < rings.start[ring + 1]; p++) {
      const [ax, ay] = unitTangent(image, p, true)
      const [bx, by] = unitTangent(image, pieceAfter(image, ring, p), false)
      // Dark lies on the left: a sharp tip is a left turn of nearly half a turn.
      if (ax * bx + ay * by <= -SHARPEST_COSINE && ax * by - ay * bx > 0) tips.push(p)
    }
  }
  tipsOf.set(image, tips)
  return tips
}

const pieceAfter = ({ rings }: Image, ring: number, p: number): number => (p + 1 === rings.start[ring + 1] ? rings.start[ring] : p + 1)

/**
 * Free sharp tips of the dark area that stay narrower than `within` for at least twice that length.
 * Adds one hit per tip: the width in the middle of the narrow part with the pieces left and right of the tip; the stretch runs
 * from the tip to where it has become `within` wide. nm.
 */
export const findSharpTips = (image: Image, within: number, hits: Hits): void => {
  const { pieces } = image
  const w = newWitness()
  for (const p of sharpTips(image)) {
    const q = pieceAfter(image, pieces.ring[p], p)
    const length = narrowLength(image, p, q, within)
    if (length < SLENDER * within) continue
    widthAt(image, p, q, length / 2, w)
    const [x, y] = [pieces.x1[p], pieces.y1[p]]
    widthAt(image, p, q, length, END)
    hits.addStretch(p, q, w, Float64Array.of(x, y, (END[1] + END[3]) / 2, (END[2] + END[4]) / 2))
  }
}

const END = newWitness()

/** The chord between both outlines at a length from the tip. */
const widthAt = (image: Image, p: number, q: number, length: number, out: Witness): void => {
  const { x1, y1, x0, y0 } = image.pieces
  walkOutline(image, p, x1[p], y1[p], -length, left)
  walkOutline(image, q, x0[q], y0[q], length, right)
  out.set(left, 1)
  out.set(right, 3)
  out[0] = Math.hypot(left[0] - right[0], left[1] - right[1])
}

/** How far from the tip it stays narrower; 0 when one outline turns back first. */
const narrowLength = (image: Image, p: number, q: number, within: number): number => {
  const step = within / 4
  let before = 0
  for (let k = 1; k <= STEPS; k++) {
    widthAt(image, p, q, k * step, END)
    if (END[0] >= within) return (k - (END[0] - within) / Math.max(1e-9, END[0] - before)) * step
    if (END[0] < before) return 0
    before = END[0]
  }
  return STEPS * step
}
