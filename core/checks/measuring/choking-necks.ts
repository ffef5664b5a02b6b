import type { Point } from '#core/base/box.ts'
import type { Layer } from '#core/board/board.ts'
import { signedArea } from '#core/board/outline/contour-geometry.ts'
import type { Measures, Neck } from '#core/checks/measures.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { nearestPart, pieceGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'

/** A cut through the place leaves at least this share of the component's area on both sides. */
const SHARE = 0.1
/** The end of a witness lies on its outline as far as rounding lets it, nm. */
const ON_OUTLINE = 1000

/** The piece of the outline that a place (mm) lies on; -1 for none. */
const pieceAt = (image: Image, [x, y]: Point): number => {
  const grid = pieceGrid(image)
  if (!grid) return -1
  const part = nearestPart(grid, x * 1e6, y * 1e6, ON_OUTLINE, null, newWitness())
  return part < 0 ? -1 : shapeOfPart(grid, part)
}

const bulgeOf = ({ pieces }: Image, p: number): number => {
  if (pieces.kind[p] === PIECE_LINE) return 0
  const [ux, uy] = [pieces.x0[p]! - pieces.cx[p]!, pieces.y0[p]! - pieces.cy[p]!]
  const [vx, vy] = [pieces.x1[p]! - pieces.cx[p]!, pieces.y1[p]! - pieces.cy[p]!]
  const sweep = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
  return Math.tan(sweep / 4) * (pieces.kind[p] === PIECE_ARC_CCW ? 1 : -1)
}

/**
 * Area that the outer outline encloses from one place on it to another and straight back. Pieces that are cut count as a
 * whole: what that is off by is the size of a neck.
 */
const areaBetween = (image: Image, ring: number, p: number, q: number): number => {
  const { start } = image.rings
  const { x0, y0 } = image.pieces
  const [x, y, bulge]: [number[], number[], number[]] = [[], [], []]
  for (let k = p; k !== q; k = k + 1 === start[ring + 1]! ? start[ring]! : k + 1) {
    x.push(x0[k]!)
    y.push(y0[k]!)
    bulge.push(bulgeOf(image, k))
  }
  x.push(x0[q]!)
  y.push(y0[q]!)
  bulge.push(0)
  return Math.abs(signedArea(x, y, bulge))
}

/**
 * Necks that alone hold two large parts of a component together: both sides lie on its outer outline, and a cut leaves more
 * than a tenth of the area on either side.
 * @param within mm
 * @returns the narrowest place of each component and stretch, in the order of the necks
 */
export const chokingNecks = (measures: Measures, layer: Layer, within: number): readonly Neck[] => {
  const image = measures.image(layer)
  const { components, pieces, rings } = image
  return measures.necks(layer, within).filter((neck) => {
    if (neck.kind === 'sliver') return false
    const [p, q] = [pieceAt(image, neck.a), pieceAt(image, neck.b)]
    if (p < 0 || q < 0 || p === q) return false
    const ring = pieces.ring[p]!
    if (ring !== pieces.ring[q] || rings.area[ring]! < 0) return false
    const part = areaBetween(image, ring, p, q)
    const whole = components.area[neck.component]!
    return part > SHARE * whole && rings.area[ring]! - part > SHARE * whole
  })
}
