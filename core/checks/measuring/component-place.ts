import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'

/** How far from its edge the place is taken, nm; narrower parts don't matter to anybody. */
const STEP_NM = 50

/** @returns a place in a component, mm: just inside the middle of its longest outer edge, so that odd shapes and rings hold it */
export const placeInside = ({ components, rings, pieces }: Image, component: number): Point => {
  const ring = components.ringList[components.ringStart[component]!]!
  let best = rings.start[ring]!
  let longest = -1
  for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) {
    const length = Math.hypot(pieces.x1[p]! - pieces.x0[p]!, pieces.y1[p]! - pieces.y0[p]!)
    if (length > longest) {
      longest = length
      best = p
    }
  }
  // Ends lie on the edge for certain, the middle of an arc's chord does not.
  const isArc = pieces.kind[best] !== 0
  const [x0, y0, x1, y1] = [pieces.x0[best]!, pieces.y0[best]!, pieces.x1[best]!, pieces.y1[best]!]
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
  if (!isArc) {
    const length = longest || 1
    return [toMm(mx - ((y1 - y0) / length) * STEP_NM), toMm(my + ((x1 - x0) / length) * STEP_NM)]
  }
  const [cx, cy, r] = [pieces.cx[best]!, pieces.cy[best]!, pieces.r[best]!]
  const [dx, dy] = [mx - cx, my - cy]
  const off = Math.hypot(dx, dy)
  // The middle of a half circle: square to its chord, on the side it turns to.
  const isLeft = pieces.kind[best] === 1
  const [ux, uy] =
    off > 1e-6 * r
      ? [dx / off, dy / off]
      : isLeft
        ? [(y1 - y0) / (2 * r), -(x1 - x0) / (2 * r)]
        : [-(y1 - y0) / (2 * r), (x1 - x0) / (2 * r)]
  const inward = isLeft ? r - STEP_NM : r + STEP_NM
  return [toMm(cx + ux * inward), toMm(cy + uy * inward)]
}
