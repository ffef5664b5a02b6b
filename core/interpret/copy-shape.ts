import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Placement } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'

/**
 * Copies the primitives `from <= p < to` of a plot to a place, for the object opened last.
 * @param inverted turns dark into clear and back
 */
export const copyPrims = (
  target: Plot,
  source: Plot,
  from: number,
  to: number,
  placement: Placement,
  dx: number,
  dy: number,
  inverted: boolean,
): void => {
  const { a, b, c, d, scale, plain } = placement
  const { prims } = source
  for (let p = from; p < to; p++) {
    const dark = (prims.dark[p] === 1) !== inverted
    const x0 = prims.x0[p]!
    const y0 = prims.y0[p]!
    const x1 = prims.x1[p]!
    const y1 = prims.y1[p]!
    if (prims.kind[p] === PRIM_CAPSULE) {
      if (plain) target.capsule(dark, x0 + dx, y0 + dy, x1 + dx, y1 + dy, prims.r[p]!)
      else target.capsule(dark, a * x0 + b * y0 + dx, c * x0 + d * y0 + dy, a * x1 + b * y1 + dx, c * x1 + d * y1 + dy, prims.r[p]! * scale)
      continue
    }
    const ringFrom = target.rings.count
    copyRings(target, source, prims.ringFrom[p]!, prims.ringTo[p]!, placement, dx, dy)
    if (plain) target.contourWithin(dark, ringFrom, x0 + dx, y0 + dy, x1 + dx, y1 + dy)
    else target.contour(dark, ringFrom)
  }
}

const copyRings = (target: Plot, source: Plot, from: number, to: number, placement: Placement, dx: number, dy: number): void => {
  const { a, b, c, d, flips, plain } = placement
  const first = source.rings.start[from]!
  target.rings.reserveVertices(source.rings.start[to]! - first)
  target.rings.reserveRings(to - from)
  // Read the columns only now: the source may be the target, which has just grown.
  const { start, x, y, bulge } = source.rings
  const { rings } = target
  let w = rings.vertices
  for (let k = from; k < to; k++) {
    const end = start[k + 1]!
    for (let v = start[k]!; v < end; v++, w++) {
      const vx = x[v]!
      const vy = y[v]!
      rings.x[w] = plain ? vx + dx : a * vx + b * vy + dx
      rings.y[w] = plain ? vy + dy : c * vx + d * vy + dy
      rings.bulge[w] = flips ? -bulge[v]! : bulge[v]!
    }
    rings.vertices = w
    rings.close()
    if (flips) rings.reverse(rings.count - 1)
  }
}

/** @returns width and height of an aperture's shape, nm; zero for an empty one */
export const extentOf = (shape: Plot): readonly [width: number, height: number] => {
  const box = shape.bounds(true)
  return box ? [box[2] - box[0], box[3] - box[1]] : [0, 0]
}
