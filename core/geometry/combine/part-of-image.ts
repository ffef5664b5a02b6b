import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'

const bulgeOf = ({ pieces }: Image, p: number): number => {
  if (pieces.kind[p] === PIECE_LINE) return 0
  const [ux, uy] = [pieces.x0[p]! - pieces.cx[p]!, pieces.y0[p]! - pieces.cy[p]!]
  const [vx, vy] = [pieces.x1[p]! - pieces.cx[p]!, pieces.y1[p]! - pieces.cy[p]!]
  const sweep = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
  return Math.tan(sweep / 4) * (pieces.kind[p] === PIECE_ARC_CCW ? 1 : -1)
}

/** @returns some components of an image as an image of their own */
export const partOfImage = (image: Image, components: ReadonlySet<number>): Image => {
  const { pieces, rings } = image
  const list = new PrimList()
  const from = list.ringCount
  for (const c of components) {
    for (let k = image.components.ringStart[c]!; k < image.components.ringStart[c + 1]!; k++) {
      const ring = image.components.ringList[k]!
      for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) list.vertex(pieces.x0[p]!, pieces.y0[p]!, bulgeOf(image, p))
      list.ring()
    }
  }
  list.contour(true, from)
  return composePrims(list.input())
}
