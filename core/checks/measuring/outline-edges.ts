import type { Point } from '#core/base/box.ts'
import type { Board } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import type { Measures } from '#core/checks/measures.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, pointDistance } from '#core/geometry/measure/distance.ts'

/** The outer edges of the board or panel, for single points; all nm. */
export interface OutlineEdges {
  /** Inside an outer contour, cut-outs included. */
  isInside(at: Point): boolean
  /** To the nearest outer contour. */
  distance(at: Point): number
}

/** @returns the board's outer contours as something to ask about points */
export const outlineEdges = (board: Board, measures: Measures): OutlineEdges =>
  measures.once('outline-edges', () => {
    const { outer } = board.outline
    const shapes = contourShapes(outer)
    const w = newWitness()
    return {
      isInside: ([x, y]) => outer.some((contour) => insideContour(contour, x, y)),
      distance: ([x, y]) => {
        let nearest = Infinity
        for (let i = 0; i < shapes.count; i++) {
          pointDistance(x, y, shapes, i, w)
          nearest = Math.min(nearest, w[0]!)
        }
        return nearest
      },
    }
  })
