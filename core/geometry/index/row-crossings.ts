import { PIECE_ARC_CCW, PIECE_LINE } from '#core/geometry/image.ts'
import type { Shapes } from '#core/geometry/measure/shapes.ts'
import { columnOf, rowOf, type BoxGrid } from './box-grid.ts'

/** Crossings nearer than this to each other, nm, are one place: outlines that touch there. */
const SAME_PLACE = 1e-4
/** Ends of arcs this close to the topmost or lowest point, in radii, are that point. */
const TOP = 1e-5

/**
 * Walks a level row of a grid to the left and finds where shapes cross it. One rule for all: a shape crosses the level of
 * y when one end lies at or below it and the other above; arcs are taken in rising and falling halves.
 */
export class RowWalk {
  /** The crossing found last: place, +1 rising or -1 falling (summed where several meet), and a shape of it. */
  x = 0
  direction = 0
  shape = -1
  readonly #shapes: Shapes
  readonly #boxes: Float64Array
  readonly #grid: BoxGrid
  /** Per cell the nearest cell with items at or before it in its row, -1 when none. */
  readonly #filled: Int32Array
  #column = 0
  #limit = 0
  #y = 0

  constructor(shapes: Shapes, boxes: Float64Array, grid: BoxGrid) {
    this.#shapes = shapes
    this.#boxes = boxes
    this.#grid = grid
    const { cols, rows } = grid.layout
    this.#filled = new Int32Array(cols * rows)
    for (let r = 0, cell = 0; r < rows; r++) {
      for (let c = 0, last = -1; c < cols; c++, cell++) {
        if (grid.start[cell + 1] > grid.start[cell]) last = cell
        this.#filled[cell] = last
      }
    }
  }

  /**
   * Finds the nearest crossing left of (x, y).
   * @param skip shapes for which it is true are looked through
   * @returns false when nothing is crossed up to the end of the row
   */
  left(x: number, y: number, skip: ((shape: number) => boolean) | null): boolean {
    const { layout, start, items } = this.#grid
    if (y < layout.y0 || y > layout.y0 + layout.rows * layout.cell || x < layout.x0) return false
    const first = rowOf(layout, y) * layout.cols
    this.#limit = x
    this.#y = y
    let cell = this.#filled[first + columnOf(layout, x)]
    while (cell >= 0) {
      this.#column = cell - first
      this.x = -Infinity
      this.direction = 0
      this.shape = -1
      for (let k = start[cell]; k < start[cell + 1]; k++) {
        const i = items[k]
        if (this.#boxes[4 * i + 1] <= y && this.#boxes[4 * i + 3] >= y && !(skip !== null && skip(i))) this.#cross(i)
      }
      if (this.shape < 0) cell = cell > first ? this.#filled[cell - 1] : -1
      else if (this.direction !== 0) return true
      else this.#limit = this.x - SAME_PLACE
    }
    return false
  }

  #cross(i: number): void {
    const s = this.#shapes
    if (s.kind[i] === PIECE_LINE) {
      const y0 = s.y0[i]
      const y1 = s.y1[i]
      if (y0 <= this.#y === y1 <= this.#y) return
      this.#offer(i, s.x0[i] + ((this.#y - y0) / (y1 - y0)) * (s.x1[i] - s.x0[i]), y1 > y0 ? 1 : -1)
      return
    }
    const ccw = s.kind[i] === PIECE_ARC_CCW
    const cx = s.cx[i]
    const cy = s.cy[i]
    // An end at the top or bottom within rounding belongs to the side that the arc runs on.
    const top = TOP * s.r[i]
    const right0 = Math.abs(s.x0[i] - cx) > top ? s.x0[i] > cx : ccw === s.y0[i] < cy
    const right1 = Math.abs(s.x1[i] - cx) > top ? s.x1[i] > cx : ccw === s.y1[i] > cy
    if (right0 === right1) {
      this.#half(i, right0, s.y0[i], s.y1[i])
      return
    }
    // Over the top when it leaves the right side counterclockwise or the left side clockwise.
    const middle = right0 === ccw ? cy + s.r[i] : cy - s.r[i]
    this.#half(i, right0, s.y0[i], middle)
    this.#half(i, right1, middle, s.y1[i])
  }

  #half(i: number, right: boolean, y0: number, y1: number): void {
    if (y0 <= this.#y === y1 <= this.#y) return
    const h = this.#y - this.#shapes.cy[i]
    const w = Math.sqrt(Math.max(0, this.#shapes.r[i] * this.#shapes.r[i] - h * h))
    this.#offer(i, right ? this.#shapes.cx[i] + w : this.#shapes.cx[i] - w, y1 > y0 ? 1 : -1)
  }

  #offer(i: number, x: number, direction: number): void {
    // Rounding must not push the crossing into a cell that doesn't list the shape.
    const at = Math.max(this.#boxes[4 * i], Math.min(this.#boxes[4 * i + 2], x))
    if (at >= this.#limit || columnOf(this.#grid.layout, at) !== this.#column) return
    if (at > this.x + SAME_PLACE) {
      this.x = at
      this.direction = direction
      this.shape = i
    } else if (at > this.x - SAME_PLACE) {
      this.x = Math.min(this.x, at)
      this.direction += direction
    }
  }
}
