import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Grid } from './layout.ts'
import { rowOf } from './layout.ts'

/** Some rows of the grid and the primitives that reach into them, in image order. */
export interface Strip {
  readonly grid: Grid
  readonly prims: Int32Array
}

/** Edges that one strip should hold: what is worked on at once then stays near the processor. */
export const EDGES_PER_STRIP = 150_000

/** Cuts the grid into strips of rows, each to be composed on its own; their outlines meet exactly at the borders. */
export const planStrips = (grid: Grid, prims: Prims, rings: Rings, edgesPerStrip: number): readonly Strip[] => {
  const weight = new Float64Array(grid.rows)
  let edges = 0
  for (let k = 0; k < prims.count; k++) {
    const n = prims.kind[k] === PRIM_CAPSULE ? 3 : rings.start[prims.ringTo[k]] - rings.start[prims.ringFrom[k]]
    weight[rowOf(grid, (prims.y0[k] + prims.y1[k]) / 2)] += n
    edges += n
  }
  if (edges <= 2 * edgesPerStrip) return [{ grid, prims: Int32Array.from({ length: prims.count }, (_, k) => k) }]
  const borders = [0]
  let sum = 0
  for (let row = 0; row < grid.rows - 1; row++) {
    sum += weight[row]
    if (sum < edgesPerStrip) continue
    borders.push(row + 1)
    sum = 0
  }
  borders.push(grid.rows)
  const lists = primsPerStrip(grid, prims, rings, borders)
  return lists.map((list, s) => ({ grid: rowsOf(grid, borders[s], borders[s + 1]), prims: list }))
}

const primsPerStrip = (grid: Grid, prims: Prims, rings: Rings, borders: readonly number[]): readonly Int32Array[] => {
  const stripOf = new Int32Array(grid.rows)
  for (let s = 0; s + 1 < borders.length; s++) stripOf.fill(s, borders[s], borders[s + 1])
  const first = new Int32Array(prims.count)
  const last = new Int32Array(prims.count)
  const counts = new Int32Array(borders.length - 1)
  for (let k = 0; k < prims.count; k++) {
    const [low, high] = heightsOf(prims, rings, k)
    first[k] = stripOf[rowOf(grid, low - grid.margin)]
    last[k] = stripOf[rowOf(grid, high + grid.margin)]
    for (let s = first[k]; s <= last[k]; s++) counts[s]++
  }
  const lists = Array.from(counts, (n) => new Int32Array(n))
  counts.fill(0)
  for (let k = 0; k < prims.count; k++) for (let s = first[k]; s <= last[k]; s++) lists[s][counts[s]++] = k
  return lists
}

const heightsOf = (prims: Prims, rings: Rings, k: number): [number, number] => {
  if (prims.kind[k] === PRIM_CAPSULE) {
    return [Math.min(prims.y0[k], prims.y1[k]) - prims.r[k], Math.max(prims.y0[k], prims.y1[k]) + prims.r[k]]
  }
  let low = Infinity
  let high = -Infinity
  for (let ring = prims.ringFrom[k]; ring < prims.ringTo[k]; ring++) {
    const from = rings.start[ring]
    const to = rings.start[ring + 1]
    for (let v = from; v < to; v++) {
      const w = v + 1 < to ? v + 1 : from
      // An arc of at most a half turn stays within half its chord of its ends.
      const reach = rings.bulge[v] === 0 ? 0 : Math.hypot(rings.x[w] - rings.x[v], rings.y[w] - rings.y[v]) / 2
      low = Math.min(low, rings.y[v] - reach, rings.y[w] - reach)
      high = Math.max(high, rings.y[v] + reach, rings.y[w] + reach)
    }
  }
  return [low, high]
}

/** @returns the grid of the rows `from <= row < to` */
const rowsOf = (grid: Grid, from: number, to: number): Grid => ({
  ...grid,
  rows: to - from,
  bottom: grid.bottom.subarray(from, to + 1),
  referenceY: grid.referenceY.subarray(from, to),
  rowOfBin: grid.rowOfBin.map((row) => Math.max(0, Math.min(to - from - 1, row - from))),
  low: from === 0 ? -Infinity : grid.bottom[from],
  high: to === grid.rows ? Infinity : grid.bottom[to],
})
