import type { Image, Pieces } from '#core/geometry/image.ts'
import { isInPlace, placeBox, placeColumns, placePoint, type Placement } from '#core/review/placement.ts'

/** Boxes lie in one column, four numbers each. */
const placedBoxes = (placement: Placement, column: Float64Array): Float64Array => {
  const out = new Float64Array(column.length)
  for (let i = 0; i + 3 < column.length; i += 4) {
    out.set(placeBox(placement, [column[i]!, column[i + 1]!, column[i + 2]!, column[i + 3]!]), i)
  }
  return out
}

/** Where each piece comes from when every ring is walked the other way round. */
const backwards = ({ rings, pieces }: Image): Uint32Array => {
  const from = new Uint32Array(pieces.count)
  for (let ring = 0; ring < rings.count; ring++) {
    const [first, end] = [rings.start[ring]!, rings.start[ring + 1]!]
    for (let i = first; i < end; i++) from[i] = first + end - 1 - i
  }
  return from
}

const picked = <T extends Float64Array | Uint8Array | Uint32Array>(column: T, from: Uint32Array): T => {
  const out = column.slice() as T
  for (let i = 0; i < from.length; i++) out[i] = column[from[i]!]!
  return out
}

/** Mirrored, the dark area would lie on the right: rings are walked the other way. An arc mirrored and walked backwards keeps its sense. */
const mirroredPieces = (image: Image): Pieces => {
  const p = image.pieces
  const from = backwards(image)
  return {
    ...p,
    kind: picked(p.kind, from),
    x0: picked(p.x1, from),
    y0: picked(p.y1, from),
    x1: picked(p.x0, from),
    y1: picked(p.y0, from),
    cx: picked(p.cx, from),
    cy: picked(p.cy, from),
    r: picked(p.r, from),
    prim: picked(p.prim, from),
  }
}

/** @returns the image where it lies after the placement, whose shift is in nm */
export const placeImage = (image: Image, placement: Placement): Image => {
  if (isInPlace(placement)) return image
  const { rings, components, bounds, repaired, pinches } = image
  const pieces = placement.mirrored ? mirroredPieces(image) : image.pieces
  const place = (x: Float64Array, y: Float64Array) => placeColumns(placement, x, y)
  const [x0, y0] = place(pieces.x0, pieces.y0)
  const [x1, y1] = place(pieces.x1, pieces.y1)
  // Lines have no centre, and none is looked at.
  const [cx, cy] = place(pieces.cx, pieces.cy)
  const points = (list: Image['pinches']): Image['pinches'] =>
    list.map(({ x, y }) => {
      const [px, py] = placePoint(placement, x, y)
      return { x: px, y: py }
    })
  return {
    ...image,
    pieces: { ...pieces, x0, y0, x1, y1, cx, cy },
    rings: { ...rings, box: placedBoxes(placement, rings.box) },
    components: { ...components, box: placedBoxes(placement, components.box) },
    bounds: bounds && placeBox(placement, bounds),
    repaired: points(repaired),
    pinches: points(pinches),
  }
}
