import type { Buffers } from './buffers.ts'
import type { CellWriter } from './cells.ts'
import type { EdgeBox } from './edge-box.ts'
import { boxOf } from './edge-box.ts'
import type { Edges } from './edges.ts'
import { EDGE_META, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
import { IntList } from './growing.ts'
import type { Grid } from './layout.ts'
import { columnOf, rowHigh, rowLow, rowOf } from './layout.ts'

const EDGE_TAG = 1 << 30
const CONTOUR_TAG = 1 << 29

/**
 * Puts contours into cells: their edges where they pass, the winding number at the reference point of each such cell, and
 * the cells that lie wholly inside. Winding numbers are those of the chords; arcs are added where a point is looked up.
 */
export class ContourCells {
  readonly #writer: CellWriter
  readonly #edges: Edges
  readonly #grid: Grid
  readonly #prims = new IntList(1024)
  readonly #bases = new IntList(1024)
  /** Per cell: the contour (plus one) that touched it last. */
  readonly #touched: Int32Array
  /** Per cell: change of the winding number when a row is walked to the right. */
  readonly #change: Int32Array
  readonly #box: EdgeBox = { x0: 0, y0: 0, x1: 0, y1: 0 }
  /** Cells touched or changed by the present contour. */
  readonly #keys = new IntList(4096)

  constructor(writer: CellWriter, edges: Edges, buffers: Buffers) {
    this.#writer = writer
    this.#edges = edges
    this.#grid = writer.grid
    const n = writer.grid.columns * writer.grid.rows
    this.#touched = buffers.ints('touched', n).fill(0, 0, n)
    this.#change = buffers.ints('change', n).fill(0, 0, n)
  }

  closings(): { contourPrim: Int32Array; contourBase: Int32Array } {
    return { contourPrim: this.#prims.items.subarray(0, this.#prims.count), contourBase: this.#bases.items.subarray(0, this.#bases.count) }
  }

  /** @returns how many cells were touched */
  add(k: number, runEnd: number): number {
    const from = this.#edges.from[k]
    const to = this.#edges.to[k]
    if (from === to) return 0
    this.#keys.count = 0
    for (let e = from; e < to; e++) {
      this.#touch(k, e)
      this.#changeRows(e)
    }
    this.#sweep(k, runEnd)
    return this.#keys.count
  }

  #touch(k: number, e: number): void {
    const { data } = this.#edges
    const grid = this.#grid
    const m = grid.margin
    const box = this.#box
    boxOf(this.#edges, e, box)
    if (box.y1 + m < grid.low || box.y0 - m > grid.high) return
    const row0 = rowOf(grid, box.y0 - m)
    const row1 = rowOf(grid, box.y1 + m)
    const column0 = columnOf(grid, box.x0 - m)
    const column1 = columnOf(grid, box.x1 + m)
    const o = e << EDGE_SHIFT
    const isSlanted = (data[o + EDGE_META] & 3) === 0 && row1 > row0 && column1 > column0 && box.y1 > box.y0
    if (!isSlanted) {
      for (let row = row0; row <= row1; row++) this.#touchRow(k, e, row, column0, column1)
      return
    }
    const ax = data[o]
    const ay = data[o + EDGE_Y0]
    const slope = (data[o + EDGE_X1] - ax) / (data[o + EDGE_Y1] - ay)
    for (let row = row0; row <= row1; row++) {
      const low = Math.max(box.y0, rowLow(grid, row) - m)
      const high = Math.min(box.y1, rowHigh(grid, row) + m)
      const xa = Math.max(box.x0, Math.min(box.x1, ax + (low - ay) * slope))
      const xb = Math.max(box.x0, Math.min(box.x1, ax + (high - ay) * slope))
      this.#touchRow(k, e, row, columnOf(grid, Math.min(xa, xb) - m), columnOf(grid, Math.max(xa, xb) + m))
    }
  }

  #touchRow(k: number, e: number, row: number, column0: number, column1: number): void {
    const { cut } = this.#writer
    const base = row * this.#grid.columns
    for (let cell = base + column0; cell <= base + column1; cell++) {
      if (this.#touched[cell] !== k + 1) {
        this.#touched[cell] = k + 1
        this.#keys.push(cell)
      }
      if (cut[cell] < k) this.#writer.add(cell, EDGE_TAG | e)
    }
  }

  /** Notes where the chord of an edge passes the reference lines of rows. */
  #changeRows(e: number): void {
    const { data } = this.#edges
    const { columns, referenceX, referenceY } = this.#grid
    const o = e << EDGE_SHIFT
    const ax = data[o]
    const ay = data[o + EDGE_Y0]
    const by = data[o + EDGE_Y1]
    if (ay === by) return
    const low = ay < by ? ay : by
    const high = ay < by ? by : ay
    const last = rowOf(this.#grid, high)
    const slope = (data[o + EDGE_X1] - ax) / (by - ay)
    for (let row = rowOf(this.#grid, low); row <= last; row++) {
      const y = referenceY[row]
      if (y < low || y >= high) continue
      const x = ax + (y - ay) * slope
      let column = columnOf(this.#grid, x)
      if (referenceX[column] < x) column++
      if (column >= columns) continue
      const cell = row * columns + column
      this.#change[cell] += by > ay ? -1 : 1
      this.#keys.push(cell)
    }
  }

  #sweep(k: number, runEnd: number): void {
    const { columns } = this.#grid
    const keys = this.#keys.items.subarray(0, this.#keys.count)
    if (keys.length > 1) keys.sort()
    let winding = 0
    let row = -1
    let done = -1
    for (const cell of keys) {
      if (cell === done) continue
      const cellRow = Math.floor(cell / columns)
      if (cellRow !== row) {
        row = cellRow
        winding = 0
      } else if (winding !== 0 && cell - done > 1) this.#writer.cover(done + 1, cell - 1, runEnd)
      winding += this.#change[cell]
      this.#change[cell] = 0
      done = cell
      if (this.#touched[cell] === k + 1) {
        if (this.#writer.cut[cell] < k) this.#close(cell, k, winding)
      } else if (winding !== 0) this.#writer.cover(cell, cell, runEnd)
    }
  }

  #close(cell: number, k: number, winding: number): void {
    this.#writer.add(cell, CONTOUR_TAG | this.#prims.count)
    this.#prims.push(k)
    this.#bases.push(winding)
  }
}
