import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

/** A uniform grid of square cells; what lies beyond its border belongs to the border cells. */
export interface Grid {
  readonly x0: number
  readonly y0: number
  readonly cell: number
  readonly inverse: number
  readonly columns: number
  readonly rows: number
  /** Lengths added around everything when it is put into cells, so that rounding never loses a neighbour. */
  readonly margin: number
  /** True when some geometry lies outside, so that border cells reach to infinity. */
  readonly open: boolean
}

/** Reference point of a cell as a share of its side; odd shares keep it off the vertices. */
export const REFERENCE_X = 0.513746381
export const REFERENCE_Y = 0.487231947

const MAX_CELLS = 4_000_000
const SAMPLES = 4096

/** @returns the column of x, kept inside the grid */
export const columnOf = (grid: Grid, x: number): number => {
  const c = Math.floor((x - grid.x0) * grid.inverse)
  return c < 0 ? 0 : c >= grid.columns ? grid.columns - 1 : c
}

/** @returns the row of y, kept inside the grid */
export const rowOf = (grid: Grid, y: number): number => {
  const r = Math.floor((y - grid.y0) * grid.inverse)
  return r < 0 ? 0 : r >= grid.rows ? grid.rows - 1 : r
}

/**
 * Lays a grid over the primitives. Stray objects far away must not stretch the cells of the board, so the grid covers
 * the middle 98 % of the sampled places when that is much smaller than the whole extent.
 * @returns null when no primitive has a finite extent
 */
export const layOutGrid = (prims: Prims, rings: Rings, cellsPerEdge: number): Grid | null => {
  const whole = extentOf(prims)
  if (!whole) return null
  const edges = edgeCount(prims, rings)
  let [x0, y0, x1, y1] = whole
  const [cx0, cy0, cx1, cy1] = coreOf(prims, rings)
  let open = false
  if ((cx1 - cx0) * (cy1 - cy0) < 0.2 * (x1 - x0) * (y1 - y0) && cx1 > cx0 && cy1 > cy0) {
    ;[x0, y0, x1, y1] = [cx0, cy0, cx1, cy1]
    open = true
  }
  const width = Math.max(x1 - x0, 1000)
  const height = Math.max(y1 - y0, 1000)
  const wanted = Math.min(MAX_CELLS, Math.max(16, edges * cellsPerEdge))
  const cell = Math.max(1000.0137, Math.sqrt((width * height) / wanted) * 1.000137, width / 8000, height / 8000)
  const columns = Math.floor(width / cell) + 2
  const rows = Math.floor(height / cell) + 2
  const margin = 8 + Math.max(Math.abs(x0), Math.abs(y0), Math.abs(x1), Math.abs(y1)) * 1e-9
  return { x0: x0 - cell * 0.4137, y0: y0 - cell * 0.3871, cell, inverse: 1 / cell, columns, rows, margin, open }
}

/** @returns the largest distance of a finite coordinate from the origin, per axis */
export const reachOf = (prims: Prims): number => {
  const box = extentOf(prims)
  return box ? Math.max(Math.abs(box[0]), Math.abs(box[1]), Math.abs(box[2]), Math.abs(box[3])) : 0
}

const extentOf = (prims: Prims): [number, number, number, number] | null => {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let k = 0; k < prims.count; k++) {
    const r = prims.kind[k] === PRIM_CAPSULE ? prims.r[k] : 0
    const ax = prims.x0[k]
    const ay = prims.y0[k]
    const bx = prims.x1[k]
    const by = prims.y1[k]
    if (!Number.isFinite(ax + ay + bx + by + r)) continue
    x0 = Math.min(x0, ax - r, bx - r)
    y0 = Math.min(y0, ay - r, by - r)
    x1 = Math.max(x1, ax + r, bx + r)
    y1 = Math.max(y1, ay + r, by + r)
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : null
}

const edgeCount = (prims: Prims, rings: Rings): number => {
  let edges = 0
  for (let k = 0; k < prims.count; k++) {
    edges += prims.kind[k] === PRIM_CAPSULE ? 3 : rings.start[prims.ringTo[k]] - rings.start[prims.ringFrom[k]]
  }
  return edges
}

const coreOf = (prims: Prims, rings: Rings): [number, number, number, number] => {
  const xs: number[] = []
  const ys: number[] = []
  const step = Math.max(1, Math.floor(edgeCount(prims, rings) / SAMPLES))
  let next = 0
  let seen = 0
  for (let k = 0; k < prims.count; k++) {
    if (prims.kind[k] === PRIM_CAPSULE) {
      seen += 3
      if (seen <= next) continue
      next = seen + step
      xs.push(prims.x0[k], prims.x1[k])
      ys.push(prims.y0[k], prims.y1[k])
      continue
    }
    const from = rings.start[prims.ringFrom[k]]
    const to = rings.start[prims.ringTo[k]]
    for (let v = from + Math.max(0, next - seen); v < to; v += step) {
      xs.push(rings.x[v])
      ys.push(rings.y[v])
      next = seen + v - from + step
    }
    seen += to - from
  }
  return [...middle(xs), ...middle(ys)].length === 4 ? interleave(middle(xs), middle(ys)) : [0, 0, 0, 0]
}

const interleave = (x: number[], y: number[]): [number, number, number, number] => [x[0], y[0], x[1], y[1]]

const middle = (values: number[]): number[] => {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort()
  if (sorted.length === 0) return []
  const low = sorted[Math.floor((sorted.length - 1) * 0.01)]
  const high = sorted[Math.ceil((sorted.length - 1) * 0.99)]
  const pad = (high - low) * 0.1
  return [low - pad, high + pad]
}
