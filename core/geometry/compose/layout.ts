import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

/**
 * A grid of cells whose columns and rows are narrower where there is more to see. What lies beyond its border belongs to
 * the border cells.
 */
export interface Grid {
  readonly columns: number
  readonly rows: number
  /** Borders of columns and rows: one more than there are. */
  readonly left: Float64Array
  readonly bottom: Float64Array
  /** Per column and row the coordinate of its cells' reference points; odd shares keep them off the vertices. */
  readonly referenceX: Float64Array
  readonly referenceY: Float64Array
  /** Column of each of `BINS` equal bins, and likewise rows. */
  readonly columnOfBin: Uint16Array
  readonly rowOfBin: Uint16Array
  readonly binsPerX: number
  readonly binsPerY: number
  /** Typical side of a cell. */
  readonly cell: number
  /** Width of the narrowest column or row. */
  readonly narrowest: number
  /** Lengths added around everything when it is put into cells, so that rounding never loses a neighbour. */
  readonly margin: number
  /** Where the bins start, and the heights between which this grid speaks; infinite at the outer borders. */
  readonly originX: number
  readonly originY: number
  readonly low: number
  readonly high: number
  /** True when some geometry lies outside, so that border cells reach to infinity. */
  readonly open: boolean
}

const BINS = 16384
const MAX_CELLS = 6_000_000
const MAX_LINES = 4000
const SAMPLES = 4096
const REFERENCE_X = 0.513746381
const REFERENCE_Y = 0.487231947
/** Share of the lines that are spread evenly; the rest follow the density. */
const EVEN = 0.3
const HISTOGRAM = 128

/** @returns the column of x, kept inside the grid */
export const columnOf = (grid: Grid, x: number): number => {
  const bin = (x - grid.originX) * grid.binsPerX
  return grid.columnOfBin[bin <= 0 ? 0 : bin >= BINS ? BINS - 1 : bin | 0]
}

/** @returns the row of y, kept inside the grid */
export const rowOf = (grid: Grid, y: number): number => {
  const bin = (y - grid.originY) * grid.binsPerY
  return grid.rowOfBin[bin <= 0 ? 0 : bin >= BINS ? BINS - 1 : bin | 0]
}

/** @returns the lower end of what a row holds */
export const rowLow = (grid: Grid, row: number): number => (row === 0 ? grid.low : grid.bottom[row])

/** @returns the upper end of what a row holds */
export const rowHigh = (grid: Grid, row: number): number => (row === grid.rows - 1 ? grid.high : grid.bottom[row + 1])

/**
 * Lays a grid over the primitives. Stray objects far away must not stretch the cells of the board, so the grid covers
 * the middle 98 % of the sampled places when that is much smaller than the whole extent.
 * @returns null when no primitive has a finite extent
 */
export const layOutGrid = (prims: Prims, rings: Rings, cellsPerEdge: number): Grid | null => {
  const whole = extentOf(prims)
  if (!whole) return null
  const edges = edgeCount(prims, rings)
  const [xs, ys] = samplePlaces(prims, rings, edges)
  let [x0, y0, x1, y1] = whole
  const [cx0, cx1] = middle(xs)
  const [cy0, cy1] = middle(ys)
  const open = (cx1 - cx0) * (cy1 - cy0) < 0.1 * (x1 - x0) * (y1 - y0) && cx1 > cx0 && cy1 > cy0
  if (open) [x0, y0, x1, y1] = [cx0, cy0, cx1, cy1]
  const wanted = Math.min(MAX_CELLS, Math.max(16, edges * cellsPerEdge))
  const width = Math.max(x1 - x0, 1000)
  const height = Math.max(y1 - y0, 1000)
  const cell = Math.max(1000.0137, Math.sqrt((width * height) / wanted), width / MAX_LINES, height / MAX_LINES)
  const across = spread(xs, x0 - cell * 0.4137, width + cell, Math.ceil(width / cell) + 1, REFERENCE_X)
  const up = spread(ys, y0 - cell * 0.3871, height + cell, Math.ceil(height / cell) + 1, REFERENCE_Y)
  return {
    columns: across.borders.length - 1,
    rows: up.borders.length - 1,
    left: across.borders,
    bottom: up.borders,
    referenceX: across.references,
    referenceY: up.references,
    columnOfBin: across.lineOfBin,
    rowOfBin: up.lineOfBin,
    binsPerX: BINS / (width + cell),
    binsPerY: BINS / (height + cell),
    originX: across.borders[0],
    originY: up.borders[0],
    low: -Infinity,
    high: Infinity,
    cell,
    narrowest: Math.min(narrowestOf(across.borders), narrowestOf(up.borders)),
    margin: 8 + Math.max(Math.abs(x0), Math.abs(y0), Math.abs(x1), Math.abs(y1)) * 1e-9,
    open,
  }
}

const narrowestOf = (borders: Float64Array): number => {
  let least = Infinity
  for (let i = 1; i < borders.length; i++) least = Math.min(least, borders[i] - borders[i - 1])
  return least
}

/** Cuts one axis into about `lines` parts, narrow where many samples lie; every part is a whole number of bins wide. */
const spread = (
  samples: Float64Array,
  from: number,
  length: number,
  lines: number,
  reference: number,
): { borders: Float64Array; references: Float64Array; lineOfBin: Uint16Array } => {
  const share = new Float64Array(HISTOGRAM)
  for (const at of samples) {
    const i = Math.floor(((at - from) / length) * HISTOGRAM)
    if (i >= 0 && i < HISTOGRAM) share[i] += (1 - EVEN) / samples.length
  }
  const lineOfBin = new Uint16Array(BINS)
  const borders = [from]
  let sum = 0
  let line = 0
  for (let bin = 0; bin < BINS; bin++) {
    lineOfBin[bin] = line
    sum += (share[Math.floor((bin * HISTOGRAM) / BINS)] * HISTOGRAM + EVEN) / BINS
    if (sum * lines >= line + 1 && bin + 1 < BINS) {
      line++
      borders.push(from + ((bin + 1) * length) / BINS)
    }
  }
  borders.push(from + length)
  const references = Float64Array.from({ length: borders.length - 1 }, (_, i) => borders[i] + (borders[i + 1] - borders[i]) * reference)
  return { borders: Float64Array.from(borders), references, lineOfBin }
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

const samplePlaces = (prims: Prims, rings: Rings, edges: number): [Float64Array, Float64Array] => {
  const xs: number[] = []
  const ys: number[] = []
  const step = Math.max(1, edges / SAMPLES)
  let next = 0
  let seen = 0
  for (let k = 0; k < prims.count; k++) {
    if (prims.kind[k] === PRIM_CAPSULE) {
      seen += 3
      if (seen <= next) continue
      next += step
      xs.push((prims.x0[k] + prims.x1[k]) / 2)
      ys.push((prims.y0[k] + prims.y1[k]) / 2)
      continue
    }
    const from = rings.start[prims.ringFrom[k]]
    const to = rings.start[prims.ringTo[k]]
    for (; next < seen + to - from; next += step) {
      xs.push(rings.x[from + Math.floor(next - seen)])
      ys.push(rings.y[from + Math.floor(next - seen)])
    }
    seen += to - from
  }
  return [sorted(xs), sorted(ys)]
}

const sorted = (values: number[]): Float64Array => Float64Array.from(values.filter(Number.isFinite)).sort()

/** @returns the ends of the middle 98 %, a tenth wider */
const middle = (values: Float64Array): [number, number] => {
  if (values.length === 0) return [0, 0]
  const low = values[Math.floor((values.length - 1) * 0.01)]
  const high = values[Math.ceil((values.length - 1) * 0.99)]
  const pad = (high - low) * 0.1
  return [low - pad, high + pad]
}
