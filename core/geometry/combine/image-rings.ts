import type { Image } from '#core/geometry/image.ts'
import { PIECE_ARC_CCW } from '#core/geometry/image.ts'
import type { Rings } from '#core/interpret/plotted-layer.ts'
import type { PrimList } from './prim-list.ts'

/**
 * The outline of an image as rings with bulges, one per outline ring in the same order: outer rings counterclockwise,
 * holes clockwise, so that the nonzero rule fills exactly the image. Reuse it as contours, e.g. for an aperture composed once.
 */
export const imageToRings = (image: Image): Rings => {
  const { pieces, rings } = image
  const bulge = new Float64Array(pieces.count)
  for (let p = 0; p < pieces.count; p++) bulge[p] = bulgeOf(image, p)
  return { count: rings.count, start: rings.start.slice(), x: pieces.x0.slice(), y: pieces.y0.slice(), bulge }
}

/**
 * Adds the rings of an image; `reversed` turns every ring around, so that its winding numbers change sign.
 * @param only these rings in this order; default: all
 */
export const addImageRings = (list: PrimList, image: Image, reversed: boolean, only?: readonly number[]): void => {
  const { pieces, rings } = image
  const count = only ? only.length : rings.count
  for (let i = 0; i < count; i++) {
    const k = only ? only[i] : i
    const from = rings.start[k]
    const to = rings.start[k + 1]
    if (reversed) for (let p = to - 1; p >= from; p--) list.vertex(pieces.x1[p], pieces.y1[p], -bulgeOf(image, p))
    else for (let p = from; p < to; p++) list.vertex(pieces.x0[p], pieces.y0[p], bulgeOf(image, p))
    list.ring()
  }
}

const bulgeOf = ({ pieces }: Image, p: number): number => {
  if (pieces.kind[p] === 0) return 0
  const ux = pieces.x0[p] - pieces.cx[p]
  const uy = pieces.y0[p] - pieces.cy[p]
  const vx = pieces.x1[p] - pieces.cx[p]
  const vy = pieces.y1[p] - pieces.cy[p]
  const sweep = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
  return Math.tan(sweep / 4) * (pieces.kind[p] === PIECE_ARC_CCW ? 1 : -1)
}
