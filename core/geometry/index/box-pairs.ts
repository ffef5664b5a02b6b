import { extentOf, fillBoxGrid, layoutFor, widenedFor, type BoxGrid } from './box-grid.ts'

/** Called once per candidate pair. */
export type PairVisitor = (i: number, j: number) => unknown

/** @returns whether the box at offset i of one set and that at offset j of another come within `reach` of each other */
export const isNear = (a: Float64Array, i: number, b: Float64Array, j: number, reach: number): boolean =>
  a[i] - b[j + 2] <= reach && b[j] - a[i + 2] <= reach && a[i + 1] - b[j + 3] <= reach && b[j + 1] - a[i + 3] <= reach

/** True in one cell only of those that two boxes share: the lower left one. Holds because boxes are in all cells that they touch. */
const isOwner = (low: number, other: number, c: number, r: number): boolean =>
  Math.max(low & 0xffff, other & 0xffff) === c && Math.max(low >>> 16, other >>> 16) === r

/** Visits every two boxes (4 numbers each) that come within `reach` of each other, once, i < j not guaranteed. */
export const eachBoxPair = (boxes: Float64Array, reach: number, visit: PairVisitor): void => {
  const bounds = extentOf(boxes)
  if (!bounds) return
  const grid = fillBoxGrid(boxes, widenedFor(boxes, layoutFor(bounds, boxes.length / 4, reach * 1.5), reach / 2), reach / 2)
  const { start, items, low, layout } = grid
  for (let r = 0, cell = 0; r < layout.rows; r++) {
    for (let c = 0; c < layout.cols; c++, cell++) {
      const end = start[cell + 1]
      for (let a = start[cell]; a < end; a++) {
        const i = items[a]
        const li = low[i]
        for (let b = a + 1; b < end; b++) {
          const j = items[b]
          if (isNear(boxes, 4 * i, boxes, 4 * j, reach) && isOwner(li, low[j], c, r)) visit(i, j)
        }
      }
    }
  }
}

const bothGrids = (a: Float64Array, b: Float64Array, reach: number): readonly [BoxGrid, BoxGrid] | null => {
  const [boundsA, boundsB] = [extentOf(a), extentOf(b)]
  if (!boundsA || !boundsB) return null
  const bounds = [
    Math.min(boundsA[0], boundsB[0]),
    Math.min(boundsA[1], boundsB[1]),
    Math.max(boundsA[2], boundsB[2]),
    Math.max(boundsA[3], boundsB[3]),
  ] as const
  const layout = widenedFor(b, widenedFor(a, layoutFor(bounds, (a.length + b.length) / 4, reach * 1.5), reach / 2), reach / 2)
  return [fillBoxGrid(a, layout, reach / 2), fillBoxGrid(b, layout, reach / 2)]
}

/** Visits every box i of the first set and j of the second that come within `reach` of each other, once. */
export const eachBoxPairBetween = (a: Float64Array, b: Float64Array, reach: number, visit: PairVisitor): void => {
  const grids = bothGrids(a, b, reach)
  if (!grids) return
  const [one, other] = grids
  const { layout } = one
  for (let r = 0, cell = 0; r < layout.rows; r++) {
    for (let c = 0; c < layout.cols; c++, cell++) {
      const to = other.start[cell + 1]
      if (other.start[cell] === to) continue
      for (let k = one.start[cell]; k < one.start[cell + 1]; k++) {
        const i = one.items[k]
        for (let m = other.start[cell]; m < to; m++) {
          const j = other.items[m]
          if (isNear(a, 4 * i, b, 4 * j, reach) && isOwner(one.low[i], other.low[j], c, r)) visit(i, j)
        }
      }
    }
  }
}
