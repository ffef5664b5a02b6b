import type { Buffers } from './buffers.ts'
import type { Capsules } from './capsules.ts'
import { CAPSULE_EDGES, CAPSULE_SHIFT } from './capsules.ts'
import type { Cells } from './cells.ts'
import { ENTRY_CONTOUR, ENTRY_EDGE } from './cells.ts'
import type { EdgeCrosser } from './cross-edges.ts'
import type { EdgeBox } from './edge-box.ts'
import { boxOf } from './edge-box.ts'
import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
import { IntList } from './growing.ts'
import { rowHigh, rowLow } from './layout.ts'
import type { WorkLimit } from './work-limit.ts'

/** The edges of one cell with their boxes cut to the cell: compact, so that the pair loop stays in the cache. */
class Bench {
  size = 0
  edge = new Int32Array(64)
  /** Capsules cannot cross themselves: their index; contours get -1 - edge, which is never equal. */
  owner = new Int32Array(64)
  x0 = new Float64Array(64)
  y0 = new Float64Array(64)
  x1 = new Float64Array(64)
  y1 = new Float64Array(64)

  grow(): void {
    const n = this.edge.length * 2
    this.edge = copied(this.edge, new Int32Array(n))
    this.owner = copied(this.owner, new Int32Array(n))
    this.x0 = copied(this.x0, new Float64Array(n))
    this.y0 = copied(this.y0, new Float64Array(n))
    this.x1 = copied(this.x1, new Float64Array(n))
    this.y1 = copied(this.y1, new Float64Array(n))
  }
}

const copied = <A extends Int32Array | Float64Array>(from: A, to: A): A => {
  to.set(from)
  return to
}

/**
 * Tests every pair of edges that share a cell in which the image can change.
 * @returns the edges that pass such a cell, in the order of cells; the others cannot be part of the outline
 */
export const crossCells = (
  cells: Cells,
  edges: Edges,
  capsules: Capsules,
  crosser: EdgeCrosser,
  buffers: Buffers,
  limit: WorkLimit,
): Int32Array => {
  const { grid, start, entries } = cells
  const seen = buffers.ints('seen', edges.count).fill(0, 0, edges.count)
  const live = new IntList(edges.count, buffers.ints('live', edges.count))
  const bench = new Bench()
  const n = grid.columns * grid.rows
  const m = grid.margin
  for (let cell = 0; cell < n; cell++) {
    const from = start[cell]
    const to = start[cell + 1]
    if (to === from) continue
    const row = Math.floor(cell / grid.columns)
    const column = cell - row * grid.columns
    const x0 = column === 0 ? -Infinity : grid.left[column] - m
    const x1 = column === grid.columns - 1 ? Infinity : grid.left[column + 1] + m
    const y0 = rowLow(grid, row) - m
    const y1 = rowHigh(grid, row) + m
    bench.size = 0
    for (let i = from; i < to; i++) {
      const entry = entries[i]
      if (entry & ENTRY_EDGE) {
        const e = entry ^ ENTRY_EDGE
        place(bench, edges, e, -1 - e, x0, y0, x1, y1)
      } else if (!(entry & ENTRY_CONTOUR)) {
        const span = capsules.data[(entry << CAPSULE_SHIFT) + CAPSULE_EDGES]
        const first = Math.floor(span / 8)
        const last = first + (span & 7)
        for (let e = first; e < last; e++) place(bench, edges, e, entry, x0, y0, x1, y1)
      }
    }
    for (let i = 0; i < bench.size; i++) {
      const e = bench.edge[i]
      if (seen[e]) continue
      seen[e] = 1
      live.push(e)
    }
    if (bench.size < 2 || to - from < 2) continue
    const tests = (bench.size * bench.size) / 2
    if (limit.allows(tests)) {
      limit.steps += tests
      const before = crosser.splitCount
      crossPairs(bench, crosser)
      limit.stored += crosser.splitCount - before
    } else limit.leaveOut(grid.referenceX[column], grid.referenceY[row])
  }
  return live.items.subarray(0, live.count)
}

const box: EdgeBox = { x0: 0, y0: 0, x1: 0, y1: 0 }

const place = (bench: Bench, edges: Edges, e: number, owner: number, x0: number, y0: number, x1: number, y1: number): void => {
  const { data } = edges
  const o = e << EDGE_SHIFT
  const meta = data[o + EDGE_META]
  boxOf(edges, e, box)
  let left = box.x0
  let right = box.x1
  let low = box.y0
  let high = box.y1
  if ((meta & 4) !== 0 || left > x1 || right < x0 || low > y1 || high < y0) return
  if ((meta & 3) === 0 && left !== right && low !== high && (left < x0 || right > x1 || low < y0 || high > y1)) {
    const ax = data[o]
    const ay = data[o + EDGE_Y0]
    const slope = (data[o + EDGE_Y1] - ay) / (data[o + EDGE_X1] - ax)
    left = left < x0 ? x0 : left
    right = right > x1 ? x1 : right
    const ya = ay + (left - ax) * slope
    const yb = ay + (right - ax) * slope
    // The margin also covers the rounding of this cut.
    low = Math.max(low, y0, (ya < yb ? ya : yb) - 1)
    high = Math.min(high, y1, (ya < yb ? yb : ya) + 1)
    if (low > high) return
    const xa = ax + (low - ay) / slope
    const xb = ax + (high - ay) / slope
    left = Math.max(left, (xa < xb ? xa : xb) - 1)
    right = Math.min(right, (xa < xb ? xb : xa) + 1)
    if (left > right) return
  }
  if ((meta & 3) !== 0 && (left < x0 || right > x1 || low < y0 || high > y1)) {
    if (!circlePasses(data[o + EDGE_CX], data[o + EDGE_CY], data[o + EDGE_R], x0, y0, x1, y1)) return
    left = left < x0 ? x0 : left
    right = right > x1 ? x1 : right
    low = low < y0 ? y0 : low
    high = high > y1 ? y1 : high
  }
  if (bench.size === bench.edge.length) bench.grow()
  const i = bench.size++
  bench.edge[i] = e
  bench.owner[i] = owner
  bench.x0[i] = left - 0.001
  bench.y0[i] = low - 0.001
  bench.x1[i] = right + 0.001
  bench.y1[i] = high + 0.001
}

/** @returns whether a circle comes into a box, give or take a nanometre */
const circlePasses = (cx: number, cy: number, r: number, x0: number, y0: number, x1: number, y1: number): boolean => {
  const nearX = cx < x0 ? x0 - cx : cx > x1 ? cx - x1 : 0
  const nearY = cy < y0 ? y0 - cy : cy > y1 ? cy - y1 : 0
  if (nearX * nearX + nearY * nearY > (r + 1) * (r + 1)) return false
  const farX = Math.max(cx - x0, x1 - cx)
  const farY = Math.max(cy - y0, y1 - cy)
  return farX * farX + farY * farY >= (r - 1) * (r - 1)
}

const crossPairs = (bench: Bench, crosser: EdgeCrosser): void => {
  const { size, edge, owner, x0, y0, x1, y1 } = bench
  for (let i = 1; i < size; i++) {
    const left = x0[i]
    const right = x1[i]
    const low = y0[i]
    const high = y1[i]
    const own = owner[i]
    for (let j = 0; j < i; j++) {
      if (x0[j] > right || x1[j] < left || y0[j] > high || y1[j] < low || owner[j] === own) continue
      crosser.cross(edge[i], edge[j])
    }
  }
}
