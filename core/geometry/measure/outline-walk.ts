import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'

const TURN = 2 * Math.PI

/** Angle swept from one direction of an arc to another in the arc's sense, 0 to a full turn. */
const swept = (from: number, to: number, ccw: boolean): number => {
  const angle = (ccw ? to - from : from - to) % TURN
  return angle < 0 ? angle + TURN : angle
}

/** @returns the length of a piece, nm */
export const pieceLength = (image: Image, piece: number): number => {
  const { kind, x0, y0, x1, y1, cx, cy, r } = image.pieces
  if (kind[piece] === PIECE_LINE) return Math.hypot(x1[piece] - x0[piece], y1[piece] - y0[piece])
  const from = Math.atan2(y0[piece] - cy[piece], x0[piece] - cx[piece])
  const to = Math.atan2(y1[piece] - cy[piece], x1[piece] - cx[piece])
  return swept(from, to, kind[piece] === PIECE_ARC_CCW) * r[piece]
}

/** @returns how far along its piece a place is, nm from the start */
export const lengthTo = (image: Image, piece: number, x: number, y: number): number => {
  const { kind, x0, y0, cx, cy, r } = image.pieces
  if (kind[piece] === PIECE_LINE) return Math.hypot(x - x0[piece], y - y0[piece])
  const from = Math.atan2(y0[piece] - cy[piece], x0[piece] - cx[piece])
  const angle = swept(from, Math.atan2(y - cy[piece], x - cx[piece]), kind[piece] === PIECE_ARC_CCW)
  // A place at the start may come out just before it.
  return (angle > 1.5 * Math.PI ? 0 : angle) * r[piece]
}

const placeOn = (image: Image, piece: number, length: number, whole: number, out: Float64Array): void => {
  const { kind, x0, y0, x1, y1, cx, cy, r } = image.pieces
  const t = whole > 0 ? length / whole : 0
  if (kind[piece] === PIECE_LINE) {
    out[0] = x0[piece] + t * (x1[piece] - x0[piece])
    out[1] = y0[piece] + t * (y1[piece] - y0[piece])
    return
  }
  const angle = Math.atan2(y0[piece] - cy[piece], x0[piece] - cx[piece]) + (kind[piece] === PIECE_ARC_CCW ? length : -length) / r[piece]
  out[0] = cx[piece] + r[piece] * Math.cos(angle)
  out[1] = cy[piece] + r[piece] * Math.sin(angle)
}

/** Most pieces that one walk passes. */
const MOST_PIECES = 200

/** Writes the place that lies `distance` nm along the outline from a place on a piece, onwards or (negative) backwards. */
export const walkOutline = (image: Image, piece: number, x: number, y: number, distance: number, out: Float64Array): void => {
  const { ring } = image.pieces
  const first = image.rings.start[ring[piece]]
  const last = image.rings.start[ring[piece] + 1] - 1
  let at = lengthTo(image, piece, x, y) + distance
  let whole = pieceLength(image, piece)
  for (let k = 0; k < MOST_PIECES && (at < 0 || at > whole); k++) {
    if (at < 0) {
      piece = piece === first ? last : piece - 1
      whole = pieceLength(image, piece)
      at += whole
    } else {
      at -= whole
      piece = piece === last ? first : piece + 1
      whole = pieceLength(image, piece)
    }
  }
  placeOn(image, piece, Math.max(0, Math.min(whole, at)), whole, out)
}

const lengthsOf = new WeakMap<Image, Float64Array>()

/** @returns length of the outline from ring start to the start of each piece, nm; one entry per piece */
export const outlineLengths = (image: Image): Float64Array => {
  const known = lengthsOf.get(image)
  if (known) return known
  const lengths = new Float64Array(image.pieces.count + 1)
  for (let k = 0; k < image.pieces.count; k++) lengths[k + 1] = lengths[k] + pieceLength(image, k)
  lengthsOf.set(image, lengths)
  return lengths
}
