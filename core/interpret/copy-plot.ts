import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Placement } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'

/**
 * Copies the primitives `from <= p < to` of a plot to a place, for the object opened last.
 * @param inverted turns dark into clear and back
 */
export const copyPrims = (target: Plot, source: Plot, from: number, to: number, placement: Placement, dx: number, dy: number, inverted: boolean): void => {
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

/** Rows of a plot: what a step-repeat or a block holds. */
export interface PlotRange {
  readonly objectFrom: number
  readonly objectTo: number
}

/**
 * Copies objects with their primitives to a place: a block flash or a step of a repeat. Objects keep their attributes,
 * apertures and lines.
 */
export const copyObjects = (target: Plot, source: Plot, range: PlotRange, placement: Placement, dx: number, dy: number, inverted: boolean): void => {
  const { a, b, c, d, flips } = placement
  const from = source.objects
  target.objects.reserve(range.objectTo - range.objectFrom)
  for (let o = range.objectFrom; o < range.objectTo; o++) {
    const dark = (from.dark[o] === 1) !== inverted
    const n = target.beginObject(from.kind[o]!, dark, from.aperture[o]!, from.attributes[o]!, from.line[o]!)
    const [x0, y0, x1, y1] = [from.x0[o]!, from.y0[o]!, from.x1[o]!, from.y1[o]!]
    target.objects.ends(n, a * x0 + b * y0 + dx, c * x0 + d * y0 + dy, a * x1 + b * y1 + dx, c * x1 + d * y1 + dy)
    const sweep = from.sweep[o]!
    if (sweep !== 0) {
      const [cx, cy] = [from.cx[o]!, from.cy[o]!]
      target.objects.arc(n, a * cx + b * cy + dx, c * cx + d * cy + dy, flips ? -sweep : sweep)
    }
    copyPrims(target, source, from.primFrom[o]!, from.primTo[o]!, placement, dx, dy, inverted)
    target.endObject()
  }
}

/** @returns how many primitives and vertices a range of objects holds */
export const sizeOf = (plot: Plot, range: PlotRange): { readonly prims: number; readonly vertices: number } => {
  const { objects, prims, rings } = plot
  let vertices = 0
  let count = 0
  for (let o = range.objectFrom; o < range.objectTo; o++) {
    const from = objects.primFrom[o]!
    const to = objects.primTo[o]!
    count += to - from
    for (let p = from; p < to; p++) if (prims.kind[p] !== PRIM_CAPSULE) vertices += rings.start[prims.ringTo[p]!]! - rings.start[prims.ringFrom[p]!]!
  }
  return { prims: count, vertices }
}

/** @returns width and height of an aperture's shape, nm; zero for an empty one */
export const extentOf = (shape: Plot): readonly [width: number, height: number] => {
  const box = shape.bounds(true)
  return box ? [box[2] - box[0], box[3] - box[1]] : [0, 0]
}

