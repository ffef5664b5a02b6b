import type { Contour } from '#core/board/board.ts'
import { emptyShapes, setBulge, type Shapes } from './shapes.ts'

/** @returns the edges of closed contours as rows, contour after contour; nm */
export const contourShapes = (contours: readonly Contour[]): Shapes => {
  const shapes = emptyShapes(contours.reduce((sum, contour) => sum + contour.x.length, 0))
  let at = 0
  for (const { x, y, bulge } of contours) {
    for (let k = 0; k < x.length; k++, at++) {
      const next = k + 1 === x.length ? 0 : k + 1
      setBulge(shapes, at, x[k], y[k], x[next], y[next], bulge[k])
    }
  }
  return shapes
}
