import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { PIECE_ARC_CCW, PIECE_LINE } from '#core/geometry/image.ts'
import { addImageRings } from './image-rings.ts'
import { PrimList } from './prim-list.ts'

/**
 * Grows (delta > 0) or shrinks (delta < 0) an image by `delta` nm all around, with round outer corners. Exact: the image
 * plus or minus its own outline drawn with a round pen of radius |delta|, composed by the same kernel; arcs stay arcs.
 */
export const offsetImage = (image: Image, delta: number): Image => {
  const list = new PrimList()
  addImageRings(list, image, false)
  list.contour(true, 0)
  const pen = Math.abs(delta)
  if (pen > 0) strokeOutline(list, image, pen, delta > 0)
  return composePrims(list.input())
}

const strokeOutline = (list: PrimList, image: Image, pen: number, dark: boolean): void => {
  const { pieces, rings } = image
  for (let k = 0; k < rings.count; k++) {
    const from = rings.start[k]
    const to = rings.start[k + 1]
    for (let p = from; p < to; p++) {
      if (isFlat(image, p)) {
        list.capsule(dark, pieces.x0[p], pieces.y0[p], pieces.x1[p], pieces.y1[p], pen)
        continue
      }
      strokeArc(list, image, p, pen, dark)
      const before = p > from ? p - 1 : to - 1
      // Lines bring their own round ends.
      if (!isFlat(image, before)) list.capsule(dark, pieces.x0[p], pieces.y0[p], pieces.x0[p], pieces.y0[p], pen)
    }
  }
}

/** Arcs that rise less than this above their chord are stroked as lines, nm. */
const FLAT = 0.05

const isFlat = ({ pieces }: Image, p: number): boolean => {
  if (pieces.kind[p] === PIECE_LINE) return true
  const square = (pieces.x1[p] - pieces.x0[p]) ** 2 + (pieces.y1[p] - pieces.y0[p]) ** 2
  return square < 8 * FLAT * pieces.r[p] && square < pieces.r[p] * pieces.r[p]
}

/** A ring sector around an arc, or a pie slice when the pen is wider than the arc's radius; its ends are left flat. */
const strokeArc = (list: PrimList, { pieces }: Image, p: number, pen: number, dark: boolean): void => {
  const cx = pieces.cx[p]
  const cy = pieces.cy[p]
  const r = pieces.r[p]
  const ux = (pieces.x0[p] - cx) / r
  const uy = (pieces.y0[p] - cy) / r
  const vx = (pieces.x1[p] - cx) / r
  const vy = (pieces.y1[p] - cy) / r
  const sweep = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
  const bulge = Math.tan(sweep / 4) * (pieces.kind[p] === PIECE_ARC_CCW ? 1 : -1)
  const from = list.ringCount
  const far = r + pen
  list.vertex(cx + ux * far, cy + uy * far, bulge)
  list.vertex(cx + vx * far, cy + vy * far, 0)
  if (r > pen) {
    const near = r - pen
    list.vertex(cx + vx * near, cy + vy * near, -bulge)
    list.vertex(cx + ux * near, cy + uy * near, 0)
  } else list.vertex(cx, cy, 0)
  list.ring()
  list.contour(dark, from)
}
