import type { Board, Contour } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'

/** Adds a contour as a ring of a shape under the nonzero rule; reversed = clockwise, which takes away. */
export const addContour = (list: PrimList, { x, y, bulge }: Pick<Contour, 'x' | 'y' | 'bulge'>, reversed: boolean): void => {
  const n = x.length
  for (let k = 0; k < n; k++) {
    const v = reversed ? n - 1 - k : k
    list.vertex(x[v]!, y[v]!, reversed ? -bulge[(v - 1 + n) % n]! : bulge[v]!)
  }
  list.ring()
}

/** @returns the board's material as its contours bound it, holes not taken away: the boards of a panel are components */
export const boardRegion = (board: Board, measures: Measures): Image =>
  measures.once('board-region', () => {
    const list = new PrimList()
    for (const contour of board.outline.outer) addContour(list, contour, false)
    for (const contour of board.outline.cutouts) addContour(list, contour, true)
    list.contour(true, 0)
    return composePrims(list.input())
  })
