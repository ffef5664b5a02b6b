import { PIECE_LINE } from '#core/geometry/image.ts'
import { nearestPart, partsInBox, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness, shapeDistance, type Witness } from './distance.ts'
import type { HoleShape } from './hole.ts'
import { emptyShapes, setLine } from './shapes.ts'

/** Searches a grid around the axis of a hole: a point, or the centre line of a slot. Holds its working room. */
export class NearAxis {
  readonly axis = emptyShapes(1)
  readonly #found = newWitness()

  /**
   * Nearest part to the axis.
   * @param within nm from the axis
   * @param skip parts for which it is true don't count
   * @param out the point on the axis and the nearest point on the part
   * @returns the part, -1 for none within the bound
   */
  nearest(grid: PieceGrid, hole: HoleShape, within: number, skip: ((part: number) => boolean) | null, out: Witness): number {
    const { x0, y0, x1, y1 } = hole
    if (x0 === x1 && y0 === y1) return nearestPart(grid, x0, y0, within, skip, out)
    const half = Math.hypot(x1 - x0, y1 - y0) / 2
    // What is nearest to the axis is no farther from the axis than the part nearest to its middle, nor than the bound.
    let best = nearestPart(grid, (x0 + x1) / 2, (y0 + y1) / 2, within + half, skip, out)
    const reach = Math.min(within, out[0])
    setLine(this.axis, 0, x0, y0, x1, y1)
    this.axis.kind[0] = PIECE_LINE
    out[0] = Infinity
    best = -1
    partsInBox(grid, Math.min(x0, x1) - reach, Math.min(y0, y1) - reach, Math.max(x0, x1) + reach, Math.max(y0, y1) + reach, (part) => {
      if (skip !== null && skip(part)) return false
      shapeDistance(this.axis, 0, grid.parts, part, this.#found)
      if (this.#found[0] <= within && this.#found[0] < out[0]) {
        out.set(this.#found)
        best = part
      }
      return false
    })
    return best
  }
}
