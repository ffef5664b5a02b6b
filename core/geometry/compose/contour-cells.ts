import type { CellWriter } from './cells.ts'
import type { Edges } from './edges.ts'
import { IntList } from './growing.ts'
import type { Grid } from './layout.ts'
import { columnOf, REFERENCE_X, REFERENCE_Y, rowOf } from './layout.ts'

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
  /** Cells touched or changed by the present contour. */
  readonly #keys = new IntList(4096)

  constructor(writer: CellWriter, edges: Edges) {
    this.#writer = writer
    this.#edges = edges
    this.#grid = writer.grid
    this.#touched = new Int32Array(writer.cut.length)
    this.#change = new Int32Array(writer.cut.length)
  }

  closings(): { contourPrim: Int32Array; contourBase: Int32Array } {
    return { contourPrim: this.#prims.items.subarray(0, this.#prims.count), contourBase: this.#bases.items.subarray(0, this.#bases.count) }
  }

  add(k: number, runEnd: number): void {
    const { from } = this.#edges
    if (from[k] === from[k + 1]) return
    this.#keys.count = 0
    for (let e = from[k]; e < from[k + 1]; e++) {
      this.#touch(k, e)
      this.#changeRows(e)
    }
    this.#sweep(k, runEnd)
  }

  #touch(k: number, e: number): void {
    const edges = this.#edges
    const grid = this.#grid
    const m = grid.margin
    const row0 = rowOf(grid, edges.by0[e] - m)
    const row1 = rowOf(grid, edges.by1[e] + m)
    const column0 = columnOf(grid, edges.bx0[e] - m)
    const column1 = columnOf(grid, edges.bx1[e] + m)
    const isSlanted = edges.kind[e] === 0 && row1 > row0 && column1 > column0 && edges.by1[e] > edges.by0[e]
    if (!isSlanted) {
      for (let row = row0; row <= row1; row++) this.#touchRow(k, e, row, column0, column1)
      return
    }
    const ax = edges.x0[e]
    const ay = edges.y0[e]
    const slope = (edges.x1[e] - ax) / (edges.y1[e] - ay)
    for (let row = row0; row <= row1; row++) {
      const low = row === row0 ? edges.by0[e] : Math.max(edges.by0[e], grid.y0 + row * grid.cell - m)
      const high = row === row1 ? edges.by1[e] : Math.min(edges.by1[e], grid.y0 + (row + 1) * grid.cell + m)
      const xa = Math.max(edges.bx0[e], Math.min(edges.bx1[e], ax + (low - ay) * slope))
      const xb = Math.max(edges.bx0[e], Math.min(edges.bx1[e], ax + (high - ay) * slope))
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
    const edges = this.#edges
    const grid = this.#grid
    const ax = edges.x0[e]
    const ay = edges.y0[e]
    const by = edges.y1[e]
    if (ay === by) return
    const low = ay < by ? ay : by
    const high = ay < by ? by : ay
    const first = Math.max(0, Math.ceil((low - grid.y0) * grid.inverse - REFERENCE_Y) - 1)
    const last = Math.min(grid.rows - 1, Math.floor((high - grid.y0) * grid.inverse - REFERENCE_Y) + 1)
    if (first > last) return
    const slope = (edges.x1[e] - ax) / (by - ay)
    for (let row = first; row <= last; row++) {
      const y = grid.y0 + (row + REFERENCE_Y) * grid.cell
      if (y < low || y >= high) continue
      const x = ax + (y - ay) * slope
      const column = Math.max(0, Math.ceil((x - grid.x0) * grid.inverse - REFERENCE_X))
      if (column >= grid.columns) continue
      const cell = row * grid.columns + column
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
