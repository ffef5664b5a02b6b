import type { Placement } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'
import { coverRings, emptyExtent } from '#core/interpret/ring-measures.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

/** Objects `objectFrom <= o < objectTo` of a plot: what a step-repeat or a block holds. */
export interface PlotRange {
  readonly objectFrom: number
  readonly objectTo: number
}

/** Rows that a range of objects covers: objects own consecutive primitives, and contours consecutive rings. */
interface Rows {
  readonly prims: readonly [from: number, to: number]
  readonly rings: readonly [from: number, to: number]
  readonly vertices: readonly [from: number, to: number]
}

const rowsOf = ({ objects, prims, rings }: Plot, { objectFrom, objectTo }: PlotRange): Rows => {
  const from = objectTo > objectFrom ? objects.primFrom[objectFrom]! : 0
  const to = objectTo > objectFrom ? objects.primTo[objectTo - 1]! : 0
  let first = from
  while (first < to && prims.kind[first] === PRIM_CAPSULE) first++
  let last = to
  while (last > first && prims.kind[last - 1] === PRIM_CAPSULE) last--
  const [ringFrom, ringTo] = first < last ? [prims.ringFrom[first]!, prims.ringTo[last - 1]!] : [0, 0]
  return { prims: [from, to], rings: [ringFrom, ringTo], vertices: [rings.start[ringFrom]!, rings.start[ringTo]!] }
}

/** @returns how many primitives and vertices a range of objects holds */
export const sizeOf = (plot: Plot, range: PlotRange): { readonly prims: number; readonly vertices: number } => {
  const { prims, vertices } = rowsOf(plot, range)
  return { prims: prims[1] - prims[0], vertices: vertices[1] - vertices[0] }
}

/**
 * Copies objects with their primitives to a place, column by column: a block flash or a step of a repeat. Objects keep
 * their attributes, apertures and lines. The source may be the target itself.
 * @param inverted turns dark into clear and back
 */
export const copyObjects = (
  target: Plot,
  source: Plot,
  range: PlotRange,
  placement: Placement,
  dx: number,
  dy: number,
  inverted: boolean,
): void => {
  const rows = rowsOf(source, range)
  const firstPrim = target.prims.count
  const firstRing = target.rings.count
  const firstObject = target.objects.count
  copyRings(target, source, rows, placement, dx, dy)
  copyPrimRows(target, source, rows, placement, dx, dy, inverted)
  for (let p = firstPrim, from = rows.prims[0]; p < target.prims.count; p++, from++) {
    target.prims.object[p] = source.prims.object[from]! - range.objectFrom + firstObject
    if (target.prims.kind[p] === PRIM_CAPSULE) continue
    target.prims.ringFrom[p] = source.prims.ringFrom[from]! - rows.rings[0] + firstRing
    target.prims.ringTo[p] = source.prims.ringTo[from]! - rows.rings[0] + firstRing
    if (!placement.plain) fitBox(target, p)
  }
  copyObjectRows(target, source, range, placement, dx, dy, inverted)
  for (let o = firstObject, from = range.objectFrom; o < target.objects.count; o++, from++) {
    target.objects.primFrom[o] = source.objects.primFrom[from]! - rows.prims[0] + firstPrim
    target.objects.primTo[o] = source.objects.primTo[from]! - rows.prims[0] + firstPrim
  }
}

/** Writes the points (fromX, fromY) of rows `from <= k < to`, placed, from row `at` on. */
const place = (
  { a, b, c, d, plain }: Placement,
  dx: number,
  dy: number,
  fromX: Float64Array,
  fromY: Float64Array,
  from: number,
  to: number,
  toX: Float64Array,
  toY: Float64Array,
  at: number,
): void => {
  const shift = at - from
  if (plain) {
    for (let k = from; k < to; k++) toX[k + shift] = fromX[k]! + dx
    for (let k = from; k < to; k++) toY[k + shift] = fromY[k]! + dy
    return
  }
  for (let k = from; k < to; k++) {
    const x = fromX[k]!
    const y = fromY[k]!
    toX[k + shift] = a * x + b * y + dx
    toY[k + shift] = c * x + d * y + dy
  }
}

const copyRings = (
  target: Plot,
  source: Plot,
  { rings: [from, to], vertices: [first, end] }: Rows,
  placement: Placement,
  dx: number,
  dy: number,
): void => {
  if (to === from) return
  const rings = target.rings
  rings.reserveVertices(end - first)
  rings.reserveRings(to - from)
  const at = rings.vertices
  place(placement, dx, dy, source.rings.x, source.rings.y, first, end, rings.x, rings.y, at)
  for (let v = first; v < end; v++) rings.bulge[at + v - first] = placement.flips ? -source.rings.bulge[v]! : source.rings.bulge[v]!
  for (let k = from; k < to; k++) {
    rings.vertices = at + source.rings.start[k + 1]! - first
    rings.close()
    if (placement.flips) rings.reverse(rings.count - 1)
  }
}

const copyPrimRows = (
  target: Plot,
  source: Plot,
  { prims: [from, to] }: Rows,
  placement: Placement,
  dx: number,
  dy: number,
  inverted: boolean,
): void => {
  const at = target.prims.count
  target.prims.reserve(to - from)
  const [write, read] = [target.prims, source.prims]
  write.kind.set(read.kind.subarray(from, to), at)
  place(placement, dx, dy, read.x0, read.y0, from, to, write.x0, write.y0, at)
  place(placement, dx, dy, read.x1, read.y1, from, to, write.x1, write.y1, at)
  for (let p = from; p < to; p++) {
    write.dark[at + p - from] = inverted ? 1 - read.dark[p]! : read.dark[p]!
    write.r[at + p - from] = read.r[p]! * placement.scale
  }
  write.count = at + to - from
}

/** A turned box is not the box of what it held. */
const fitBox = ({ prims, rings }: Plot, p: number): void => {
  const extent = emptyExtent()
  coverRings(rings, prims.ringFrom[p]!, prims.ringTo[p]!, extent)
  prims.x0[p] = extent.x0
  prims.y0[p] = extent.y0
  prims.x1[p] = extent.x1
  prims.y1[p] = extent.y1
}

const copyObjectRows = (
  target: Plot,
  source: Plot,
  { objectFrom, objectTo }: PlotRange,
  placement: Placement,
  dx: number,
  dy: number,
  inverted: boolean,
): void => {
  const at = target.objects.count
  target.objects.reserve(objectTo - objectFrom)
  const [write, read] = [target.objects, source.objects]
  write.kind.set(read.kind.subarray(objectFrom, objectTo), at)
  write.aperture.set(read.aperture.subarray(objectFrom, objectTo), at)
  write.attributes.set(read.attributes.subarray(objectFrom, objectTo), at)
  write.line.set(read.line.subarray(objectFrom, objectTo), at)
  place(placement, dx, dy, read.x0, read.y0, objectFrom, objectTo, write.x0, write.y0, at)
  place(placement, dx, dy, read.x1, read.y1, objectFrom, objectTo, write.x1, write.y1, at)
  place(placement, dx, dy, read.cx, read.cy, objectFrom, objectTo, write.cx, write.cy, at)
  for (let o = objectFrom; o < objectTo; o++) {
    const to = at + o - objectFrom
    write.dark[to] = inverted ? 1 - read.dark[o]! : read.dark[o]!
    write.sweep[to] = placement.flips ? -read.sweep[o]! : read.sweep[o]!
    if (read.sweep[o] !== 0) continue
    write.cx[to] = 0
    write.cy[to] = 0
  }
  write.count = at + objectTo - objectFrom
}
