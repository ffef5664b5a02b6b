import type { Board, Contour } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { imageOfContours, type ContourVertex } from '#core/geometry/combine/combine.ts'
import type { Image } from '#core/geometry/image.ts'

const verticesOf = ({ x, y, bulge }: Contour, reversed: boolean): ContourVertex[] => {
  const n = x.length
  return Array.from({ length: n }, (_, k) => {
    if (!reversed) return { x: x[k]!, y: y[k]!, bulge: bulge[k]! }
    const v = n - 1 - k
    return { x: x[v]!, y: y[v]!, bulge: -bulge[(v - 1 + n) % n]! }
  })
}

/** @returns the board's material as its contours bound it, holes not taken away: the boards of a panel are components */
export const boardRegion = (board: Board, measures: Measures): Image =>
  measures.once('board-region', () =>
    imageOfContours([
      ...board.outline.outer.map((contour) => verticesOf(contour, false)),
      ...board.outline.cutouts.map((contour) => verticesOf(contour, true)),
    ]),
  )
