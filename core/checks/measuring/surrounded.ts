import { pieceLength } from '#core/geometry/measure/outline-walk.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { nearestPart, pieceGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'

/** Pours keep no more than this from what they flow around, nm. */
const NEAR_NM = 1_000_000
/** Long pieces are looked at in steps of this, nm. */
const STEP_NM = 500_000
const MOST_STEPS = 2000

/**
 * How much of a component's outer outline runs beside other copper: nearly all for a pour between tracks, little for a
 * picture or a rail.
 * @param counts which components count as copper beside it
 * @returns 0 to 1
 */
export const shareBeside = (image: Image, component: number, counts: (other: number) => boolean): number => {
  const grid = pieceGrid(image)
  if (!grid) return 0
  const { pieces, rings, components } = image
  const owner = (part: number): number => rings.component[pieces.ring[shapeOfPart(grid, part)]!]!
  const skip = (part: number): boolean => owner(part) === component || !counts(owner(part))
  const ring = components.ringList[components.ringStart[component]!]!
  const w = newWitness()
  let [beside, all, steps] = [0, 0, 0]
  for (let p = rings.start[ring]!; p < rings.start[ring + 1]! && steps < MOST_STEPS; p++) {
    const length = pieceLength(image, p)
    const parts = pieces.kind[p] === PIECE_LINE ? Math.max(1, Math.ceil(length / STEP_NM)) : 1
    for (let k = 0; k < parts && steps < MOST_STEPS; k++, steps++) {
      const t = (k + 0.5) / parts
      const [x, y] = [pieces.x0[p]! + t * (pieces.x1[p]! - pieces.x0[p]!), pieces.y0[p]! + t * (pieces.y1[p]! - pieces.y0[p]!)]
      all += length / parts
      if (nearestPart(grid, x, y, NEAR_NM, skip, w) >= 0) beside += length / parts
    }
  }
  return all > 0 ? beside / all : 0
}
