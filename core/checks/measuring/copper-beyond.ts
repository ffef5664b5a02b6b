import type { Point } from '#core/base/box.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { componentAt, partsInBox, pieceGrid } from '#core/geometry/index/piece-grid.ts'

/** Rings this near to the edge of the board are taken to cross it, nm. */
const ROOM_NM = 1000

/** @returns the middle of a line or arc, nm */
export const middleOfPiece = ({ pieces }: Image, p: number): Point => {
  const [mx, my] = [(pieces.x0[p]! + pieces.x1[p]!) / 2, (pieces.y0[p]! + pieces.y1[p]!) / 2]
  if (pieces.kind[p] === PIECE_LINE) return [mx, my]
  const [dx, dy] = [mx - pieces.cx[p]!, my - pieces.cy[p]!]
  const d = Math.hypot(dx, dy)
  return d > 0 ? [pieces.cx[p]! + (dx / d) * pieces.r[p]!, pieces.cy[p]! + (dy / d) * pieces.r[p]!] : [mx, my]
}

/** @returns a place (nm) in a component: the middle of its box where that is copper, else a place just inside its outline. */
export const placeInComponent = (image: Image, c: number): Point => {
  const { box, ringList, ringStart } = image.components
  const middle: Point = [(box[4 * c]! + box[4 * c + 2]!) / 2, (box[4 * c + 1]! + box[4 * c + 3]!) / 2]
  const grid = pieceGrid(image)
  if (componentAt(image, grid, middle[0], middle[1]) === c) return middle
  const { pieces, rings } = image
  const ring = ringList[ringStart[c]!]!
  for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) {
    const [dx, dy] = [pieces.x1[p]! - pieces.x0[p]!, pieces.y1[p]! - pieces.y0[p]!]
    const length = Math.hypot(dx, dy)
    const [mx, my] = middleOfPiece(image, p)
    const inside: Point = [mx - (dy / length) * 1000, my + (dx / length) * 1000]
    if (length > 0 && componentAt(image, grid, inside[0], inside[1]) === c) return inside
  }
  return middle
}

/** @returns the rings of a component, its outer one first */
export const ringsOf = ({ components }: Image, c: number): readonly number[] => [
  ...components.ringList.subarray(components.ringStart[c]!, components.ringStart[c + 1]!),
]

/** Rings of components that may bound copper off the board: all but those that lie wholly on it. */
export const ringsReachingOut = (image: Image, components: readonly number[], region: Image): readonly number[] => {
  const edges = pieceGrid(region)
  const { box, start } = image.rings
  const isOnBoard = (ring: number): boolean => {
    const [x0, y0, x1, y1] = box.subarray(4 * ring, 4 * ring + 4)
    if (edges && partsInBox(edges, x0! - ROOM_NM, y0! - ROOM_NM, x1! + ROOM_NM, y1! + ROOM_NM, () => true)) return false
    return componentAt(region, edges, image.pieces.x0[start[ring]!]!, image.pieces.y0[start[ring]!]!) >= 0
  }
  return components.flatMap((c) => ringsOf(image, c).filter((ring) => !isOnBoard(ring)))
}

/** @returns how much of each component of the whole the parts make up, nm² */
export const areaByComponent = (parts: Image, whole: Image): Float64Array => {
  const sums = new Float64Array(whole.components.count)
  const grid = pieceGrid(whole)
  for (let c = 0; c < parts.components.count; c++) {
    const owner = componentAt(whole, grid, ...placeInComponent(parts, c))
    if (owner >= 0) sums[owner]! += parts.components.area[c]!
  }
  return sums
}
