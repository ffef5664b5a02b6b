import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { ArtItem, LayerId, Vertex } from '#core/builder/description.ts'
import { QUARTER } from '#core/builder/shape-contour.ts'

/** @returns a box from its lower left corner, counterclockwise, with round corners when `radius` > 0 */
export const roundedBoxContour = ([x, y]: Point, width: Mm, height: Mm, radius: Mm): readonly Vertex[] => {
  const [r, x1, y1] = [Math.min(radius, width / 2, height / 2), x + width, y + height]
  if (r <= 0)
    return [
      [x, y],
      [x1, y],
      [x1, y1],
      [x, y1],
    ]
  return [
    [x + r, y],
    [x1 - r, y, QUARTER],
    [x1, y + r],
    [x1, y1 - r, QUARTER],
    [x1 - r, y1],
    [x + r, y1, QUARTER],
    [x, y1 - r],
    [x, y + r, QUARTER],
  ]
}

/** Below any file's resolution: rounding of sums. */
const NOTHING_MM = 1e-9

const arcCentre = (from: Point, to: Point, bulge: number): Point => {
  const k = (1 - bulge * bulge) / (4 * bulge)
  return [(from[0] + to[0]) / 2 - (to[1] - from[1]) * k, (from[1] + to[1]) / 2 + (to[0] - from[0]) * k]
}

/**
 * @param gap how much of the first edge is left out at its start, mm
 * @returns the contour as strokes of a pen
 */
export const contourItems = (contour: readonly Vertex[], layer: LayerId, pen: Mm, gap: Mm): ArtItem[] =>
  contour.flatMap((vertex, i): ArtItem[] => {
    const next = contour[(i + 1) % contour.length]!
    const [from, to]: Point[] = [
      [vertex[0], vertex[1]],
      [next[0], next[1]],
    ]
    const bulge = vertex[2] ?? 0
    if (bulge !== 0)
      return [
        { kind: 'arc', layer, from: from!, to: to!, centre: arcCentre(from!, to!, bulge), clockwise: bulge < 0, width: pen, fn: 'Profile' },
      ]
    const length = Math.hypot(to![0] - from![0], to![1] - from![1])
    // Round ends without a straight part between them.
    if (length < NOTHING_MM) return []
    const cut = i === 0 ? gap / length : 0
    const start: Point = [from![0] + (to![0] - from![0]) * cut, from![1] + (to![1] - from![1]) * cut]
    return cut >= 1 ? [] : [{ kind: 'draw', layer, from: start, to: to!, width: pen, fn: 'Profile' }]
  })
