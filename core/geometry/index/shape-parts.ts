import { PIECE_LINE } from '#core/geometry/image.ts'
import { emptyShapes, setLine, type Shapes } from '#core/geometry/measure/shapes.ts'

/** Shapes whose boxes are small: long slanted lines and wide arcs come in several parts. */
export interface ShapeParts {
  readonly shapes: Shapes
  /** The shape that each part is of; null when nothing had to be split (part i is shape i). */
  readonly of: Uint32Array | null
}

const MOST_PARTS = 4096
/** Parts never outnumber the shapes by more than this, few ones apart: they get longer instead. */
const MOST_GROWTH = 4
const FEW_PARTS = 100_000

const partsNeeded = (s: Shapes, i: number, longest: number): number => {
  const dx = Math.abs(s.x1[i] - s.x0[i])
  const dy = Math.abs(s.y1[i] - s.y0[i])
  // The box of a line along an axis is no larger than the line; only slanted ones waste cells.
  const waste = s.kind[i] === PIECE_LINE ? Math.min(dx, dy) : Math.min(s.r[i], Math.max(dx, dy))
  return waste > longest ? Math.min(MOST_PARTS, Math.ceil(waste / longest)) : 1
}

const copyRow = (from: Shapes, i: number, to: Shapes, at: number): void => {
  setLine(to, at, from.x0[i], from.y0[i], from.x1[i], from.y1[i])
  to.kind[at] = from.kind[i]
  to.cx[at] = from.cx[i]
  to.cy[at] = from.cy[i]
  to.r[at] = from.r[i]
}

const splitRow = (from: Shapes, i: number, parts: number, to: Shapes, at: number): void => {
  const isLine = from.kind[i] === PIECE_LINE
  const a0 = Math.atan2(from.y0[i] - from.cy[i], from.x0[i] - from.cx[i])
  const a1 = Math.atan2(from.y1[i] - from.cy[i], from.x1[i] - from.cx[i])
  let sweep = a1 - a0
  // At most half a turn, so the shorter way round is the arc; the direction decides for half turns.
  if (from.kind[i] === 1 && sweep < 0) sweep += 2 * Math.PI
  if (from.kind[i] === 2 && sweep > 0) sweep -= 2 * Math.PI
  for (let k = 0; k < parts; k++) {
    copyRow(from, i, to, at + k)
    if (k === 0) continue
    const t = k / parts
    const x = isLine ? from.x0[i] + t * (from.x1[i] - from.x0[i]) : from.cx[i] + from.r[i] * Math.cos(a0 + sweep * t)
    const y = isLine ? from.y0[i] + t * (from.y1[i] - from.y0[i]) : from.cy[i] + from.r[i] * Math.sin(a0 + sweep * t)
    to.x0[at + k] = x
    to.y0[at + k] = y
    to.x1[at + k - 1] = x
    to.y1[at + k - 1] = y
  }
}

const countParts = (shapes: Shapes, longest: number): number => {
  let total = 0
  for (let i = 0; i < shapes.count; i++) total += partsNeeded(shapes, i, longest)
  return total
}

/** @returns the shapes in parts whose boxes waste no more than about `longest` by `longest` of room */
export const shapeParts = (shapes: Shapes, longest: number): ShapeParts => {
  let total = countParts(shapes, longest)
  while (total > MOST_GROWTH * shapes.count + FEW_PARTS) {
    longest *= 2
    total = countParts(shapes, longest)
  }
  if (total === shapes.count) return { shapes, of: null }
  const parts = emptyShapes(total)
  const of = new Uint32Array(total)
  for (let i = 0, at = 0; i < shapes.count; i++) {
    const n = partsNeeded(shapes, i, longest)
    if (n === 1) copyRow(shapes, i, parts, at)
    else splitRow(shapes, i, n, parts, at)
    of.fill(i, at, at + n)
    at += n
  }
  return { shapes: parts, of }
}
