import type { Prims } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Buffers } from './buffers.ts'
import type { Capsules } from './capsules.ts'
import { CAPSULE_META, CAPSULE_SHIFT } from './capsules.ts'
import { ContourCells } from './contour-cells.ts'
import type { Edges } from './edges.ts'
import { primOf } from './edges.ts'
import { IntList } from './growing.ts'
import type { Grid } from './layout.ts'
import { columnOf, rowHigh, rowLow, rowOf } from './layout.ts'
import type { Strip } from './strips.ts'
import type { WorkLimit } from './work-limit.ts'

/** Entry tags: a plain entry is a capsule's record; contours give their local edges first and then one closing entry. */
export const ENTRY_EDGE = 1 << 30
export const ENTRY_CONTOUR = 1 << 29
export const ENTRY_INDEX = ENTRY_CONTOUR - 1

/**
 * What matters in each cell, latest primitive first. A primitive that covers a whole cell hides all earlier ones there,
 * and the rest of its own polarity run changes nothing either: `cut` is the last index that is hidden, -1 for none.
 */
export interface Cells {
  readonly grid: Grid
  /** columns x rows + 1 entries: the entries of cell c are `start[c] <= i < start[c + 1]`. */
  readonly start: Int32Array
  readonly entries: Int32Array
  readonly cut: Int32Array
  /** Closing entry t belongs to primitive `contourPrim[t]`, whose winding number at the cell's reference point is `contourBase[t]`. */
  readonly contourPrim: Int32Array
  readonly contourBase: Int32Array
}

/** Collects entries per cell while primitives are visited from the last to the first. */
export class CellWriter {
  readonly grid: Grid
  readonly cut: Int32Array
  readonly #cells: IntList
  readonly #values: IntList
  readonly #skip: Int32Array
  readonly #buffers: Buffers

  constructor(grid: Grid, expected: number, buffers: Buffers) {
    const n = grid.columns * grid.rows
    this.grid = grid
    this.#buffers = buffers
    this.cut = buffers.ints('cut', n).fill(-1, 0, n)
    this.#cells = new IntList(expected, buffers.ints('entry cells', expected))
    this.#values = new IntList(expected, buffers.ints('entry values', expected))
    this.#skip = buffers.ints('skip', n + 1)
    for (let c = 0; c <= n; c++) this.#skip[c] = c
  }

  get count(): number {
    return this.#cells.count
  }

  add(cell: number, value: number): void {
    this.#cells.push(cell)
    this.#values.push(value)
  }

  /** Marks the cells `from <= c <= to` of one row as covered by a primitive whose polarity run ends at `runEnd`. */
  cover(from: number, to: number, runEnd: number): void {
    const skip = this.#skip
    let c = this.nextFree(from)
    while (c <= to) {
      this.cut[c] = runEnd
      skip[c] = c + 1
      c = this.nextFree(c + 1)
    }
  }

  /** @returns the first cell from `cell` on that no later primitive covers wholly */
  nextFree(cell: number): number {
    const skip = this.#skip
    let c = cell
    while (skip[c] !== c) c = skip[c]
    while (skip[cell] !== c && cell !== c) {
      const next = skip[cell]
      skip[cell] = c
      cell = next
    }
    return c
  }

  /** Sorts the entries by cell, keeping their order, and leaves out what is hidden. `primOf` gives the primitive of an entry. */
  sorted(primOf: (value: number) => number): { start: Int32Array; entries: Int32Array } {
    const n = this.grid.columns * this.grid.rows
    const start = this.#buffers.ints('cell starts', n + 2).fill(0, 0, n + 2)
    const cells = this.#cells.items
    const values = this.#values.items
    const count = this.#cells.count
    for (let i = 0; i < count; i++) {
      const c = cells[i]
      if (this.cut[c] >= 0 && primOf(values[i]) <= this.cut[c]) cells[i] = -1
      else start[c + 2]++
    }
    for (let c = 0; c < n; c++) start[c + 2] += start[c + 1]
    const entries = this.#buffers.ints('entries', start[n + 1])
    for (let i = 0; i < count; i++) if (cells[i] >= 0) entries[start[cells[i] + 1]++] = values[i]
    this.#buffers.keepInts('entry cells', cells)
    this.#buffers.keepInts('entry values', values)
    return { start, entries }
  }
}

/** Puts every primitive into the cells that it touches. */
export const fillCells = (
  prims: Prims,
  { grid, prims: list }: Strip,
  edges: Edges,
  capsules: Capsules,
  runEnd: Int32Array,
  buffers: Buffers,
  limit: WorkLimit,
): Cells => {
  const writer = new CellWriter(grid, list.length * 4 + edges.count * 2, buffers)
  const contours = new ContourCells(writer, edges, buffers)
  for (let i = list.length - 1; i >= 0; i--) {
    const k = list[i]
    const before = writer.count
    const record = capsules.recordOf[k]
    if (!limit.allows(0)) limit.leaveOut(prims.x0[k], prims.y0[k])
    else if (record >= 0) limit.steps += addCapsule(writer, prims, runEnd, k, record)
    else if (prims.kind[k] !== PRIM_CAPSULE) limit.steps += contours.add(k, runEnd[k])
    limit.stored += writer.count - before
  }
  const { contourPrim, contourBase } = contours.closings()
  const { data } = capsules
  const { start, entries } = writer.sorted((value) =>
    value & ENTRY_EDGE
      ? primOf(edges, value ^ ENTRY_EDGE)
      : value & ENTRY_CONTOUR
        ? contourPrim[value ^ ENTRY_CONTOUR]
        : data[(value << CAPSULE_SHIFT) + CAPSULE_META] >> 1,
  )
  return { grid, start, entries, cut: writer.cut, contourPrim, contourBase }
}

/** @returns how many cells were looked at */
const addCapsule = (writer: CellWriter, prims: Prims, runEnd: Int32Array, k: number, record: number): number => {
  let steps = 0
  const { grid } = writer
  const ax = prims.x0[k]
  const ay = prims.y0[k]
  const bx = prims.x1[k]
  const by = prims.y1[k]
  const reach = prims.r[k] + grid.margin
  const row0 = rowOf(grid, (ay < by ? ay : by) - reach)
  const row1 = rowOf(grid, (ay < by ? by : ay) + reach)
  const left = (ax < bx ? ax : bx) - reach
  const right = (ax < bx ? bx : ax) + reach
  const column0 = columnOf(grid, left)
  const column1 = columnOf(grid, right)
  const isWide = prims.r[k] > grid.narrowest * 0.7071
  const isSlanted = row1 - row0 > 1 && column1 - column0 > 1 && ax !== bx && ay !== by
  for (let row = row0; row <= row1; row++) {
    let from = column0
    let to = column1
    if (isSlanted) {
      const low = rowLow(grid, row) - reach
      const high = rowHigh(grid, row) + reach
      const t0 = (low - ay) / (by - ay)
      const t1 = (high - ay) / (by - ay)
      const a = Math.max(0, Math.min(t0, t1))
      const b = Math.min(1, Math.max(t0, t1))
      const xa = ax + (bx - ax) * a
      const xb = ax + (bx - ax) * b
      from = columnOf(grid, Math.min(xa, xb) - reach)
      to = columnOf(grid, Math.max(xa, xb) + reach)
    }
    const base = row * grid.columns
    for (let cell = writer.nextFree(base + from); cell <= base + to; cell = writer.nextFree(cell + 1)) {
      steps++
      if (isWide && coversCell(prims, grid, k, row, cell - base)) writer.cover(cell, cell, runEnd[k])
      else writer.add(cell, record)
    }
  }
  return steps
}

const coversCell = (prims: Prims, grid: Grid, k: number, row: number, column: number): boolean => {
  if (grid.open && (rowLow(grid, row) === -Infinity || column === 0 || rowHigh(grid, row) === Infinity || column === grid.columns - 1))
    return false
  const m = grid.margin
  const x0 = grid.left[column] - m
  const y0 = grid.bottom[row] - m
  const x1 = grid.left[column + 1] + m
  const y1 = grid.bottom[row + 1] + m
  return isDeep(prims, k, x0, y0) && isDeep(prims, k, x1, y0) && isDeep(prims, k, x0, y1) && isDeep(prims, k, x1, y1)
}

const isDeep = (prims: Prims, k: number, x: number, y: number): boolean => {
  const dx = prims.x1[k] - prims.x0[k]
  const dy = prims.y1[k] - prims.y0[k]
  const qx = x - prims.x0[k]
  const qy = y - prims.y0[k]
  const square = dx * dx + dy * dy
  const t = square > 0 ? Math.max(0, Math.min(1, (qx * dx + qy * dy) / square)) : 0
  const ex = qx - t * dx
  const ey = qy - t * dy
  const r = prims.r[k] - 1
  return ex * ex + ey * ey < r * r
}
