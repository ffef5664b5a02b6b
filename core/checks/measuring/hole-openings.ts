import type { Point } from '#core/base/box.ts'
import { toMm, type Mm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import type { Image } from '#core/geometry/image.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'
import { holeAt } from '#core/geometry/measure/hole.ts'
import { NearAxis } from '#core/geometry/measure/near-axis.ts'

/** How a mask opening lies around one hole. Lengths and points mm. */
export interface HoleOpening {
  readonly hole: number
  /** The axis lies in an opening. */
  readonly open: boolean
  /**
   * From the wall to the opening's edge. Open: positive outwards, negative where mask lies over the hole. Covered: mask
   * left on the rim, negative where an opening cuts the hole; Infinity when no opening is near.
   */
  readonly margin: Mm
  /** On the wall and on the opening's edge; equal when there is no opening near. */
  readonly wall: Point
  readonly edge: Point
}

/** @returns one entry per hole of `rows`, in their order; openings farther than `within` (mm) from the wall don't count */
export const holeOpenings = (board: Board, openings: Image, rows: ArrayLike<number>, within: Mm): readonly HoleOpening[] => {
  const grid = pieceGrid(openings)
  const axis = new NearAxis()
  const w = newWitness()
  return Array.from(rows, (row): HoleOpening => {
    const hole = holeAt(board.holes, row)
    const [mx, my] = [(hole.x0 + hole.x1) / 2, (hole.y0 + hole.y1) / 2]
    const open = componentAt(openings, grid, mx, my) >= 0
    const r = hole.d / 2
    const part = grid ? axis.nearest(grid, hole, open ? Infinity : r + within * 1e6, null, w) : -1
    const at: Point = [toMm(mx), toMm(my)]
    if (part < 0) return { hole: row, open, margin: Infinity, wall: at, edge: at }
    const [ux, uy] = w[0]! > 0 ? [(w[3]! - w[1]!) / w[0]!, (w[4]! - w[2]!) / w[0]!] : [1, 0]
    return {
      hole: row,
      open,
      margin: toMm(w[0]! - r),
      wall: [toMm(w[1]! + ux * r), toMm(w[2]! + uy * r)],
      edge: [toMm(w[3]!), toMm(w[4]!)],
    }
  })
}
