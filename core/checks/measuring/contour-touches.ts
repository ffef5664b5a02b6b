import type { Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { contourCrossings } from '#core/checks/measuring/contour-crossings.ts'
import { clustersOf } from '#core/checks/measuring/clusters.ts'
import { eachBoxPair } from '#core/geometry/index/box-pairs.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { boxesOf } from '#core/geometry/measure/shapes.ts'

const MOST_TOUCHES = 1000
/** Touches this near are one, nm. */
const TOGETHER_NM = 500_000

/**
 * Places where two contours touch without crossing.
 * @param step how far two descriptions of one point may lie apart, nm
 * @returns one point a place, nm
 */
export const contourTouches = (contours: readonly Contour[], step: number): readonly Point[] => {
  const shapes = contourShapes(contours)
  const owner = Uint32Array.from(contours.flatMap((contour, c) => Array.from(contour.x, () => c)))
  const found: Point[] = []
  const w = newWitness()
  eachBoxPair(boxesOf(shapes), step, (i, j) => {
    if (owner[i] === owner[j] || found.length >= MOST_TOUCHES) return
    shapeDistance(shapes, i, shapes, j, w)
    if (w[0]! <= step) found.push([w[1]!, w[2]!])
  })
  if (found.length === 0) return []
  const crossings = contourCrossings(contours, step)
  const isCrossing = ([x, y]: Point): boolean => crossings.some(({ at }) => Math.hypot(at[0] - x, at[1] - y) <= TOGETHER_NM)
  return clustersOf(found, TOGETHER_NM)
    .filter((group) => !group.some((k) => isCrossing(found[k]!)))
    .map((group) => found[group[0]!]!)
}
