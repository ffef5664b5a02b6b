import type { Prims } from '#core/interpret/plotted-layer.ts'
import type { Cells } from './cells.ts'
import { ENTRY_CONTOUR, ENTRY_EDGE } from './cells.ts'
import type { Edges } from './edges.ts'
import { REFERENCE_X, REFERENCE_Y, columnOf, rowOf } from './layout.ts'

/** Results of `SideStates.at`: bit 0 = dark on the left, bit 1 = dark on the right. */
export const DARK_LEFT = 1
export const DARK_RIGHT = 2

/** Tells the polarity just left and just right of a point on an edge: that of the last primitive that covers it. */
export class SideStates {
  readonly #prims: Prims
  readonly #edges: Edges
  readonly #cells: Cells
  readonly #side: number
  /** 1 / squared length of a capsule's axis, 0 for discs. */
  readonly #inverse: Float64Array

  constructor(prims: Prims, edges: Edges, cells: Cells, side: number) {
    this.#prims = prims
    this.#edges = edges
    this.#cells = cells
    this.#side = side
    this.#inverse = new Float64Array(prims.count)
    for (let k = 0; k < prims.count; k++) {
      const dx = prims.x1[k] - prims.x0[k]
      const dy = prims.y1[k] - prims.y0[k]
      const square = dx * dx + dy * dy
      this.#inverse[k] = square > 1e-6 ? 1 / square : 0
    }
  }

  /**
   * @param nx,ny the left normal of the edge at (x, y), length 1
   * @param own the primitive whose edge it is
   */
  at(x: number, y: number, nx: number, ny: number, own: number): number {
    const { start, entries, cut, contourPrim, contourBase, grid } = this.#cells
    const { dark } = this.#prims
    const row = rowOf(grid, y)
    const column = columnOf(grid, x)
    const cell = row * grid.columns + column
    // Hidden here: should the point lie on an outline all the same, then a later primitive's edge is there and speaks.
    if (own <= cut[cell]) return 0
    const to = start[cell + 1]
    const base = cut[cell] < 0 ? 0 : dark[cut[cell]]
    let left = base
    let right = base
    let open = 3
    let windingL = 0
    let windingR = 0
    const s = this.#side
    const lx = x + nx * s
    const ly = y + ny * s
    const rx = x - nx * s
    const ry = y - ny * s
    const cx = grid.x0 + (column + REFERENCE_X) * grid.cell
    const cy = grid.y0 + (row + REFERENCE_Y) * grid.cell
    for (let i = start[cell]; i < to; i++) {
      const entry = entries[i]
      let covered = 0
      let k = entry
      if (entry & ENTRY_EDGE) {
        const e = entry ^ ENTRY_EDGE
        windingL += this.#windingChange(e, lx, ly, cx, cy)
        windingR += this.#windingChange(e, rx, ry, cx, cy)
        continue
      }
      if (entry & ENTRY_CONTOUR) {
        const t = entry ^ ENTRY_CONTOUR
        k = contourPrim[t]
        covered = (windingL + contourBase[t] !== 0 ? 1 : 0) | (windingR + contourBase[t] !== 0 ? 2 : 0)
        windingL = windingR = 0
      } else if (k === own) covered = 1
      else covered = this.#capsule(k, x, y, lx, ly, rx, ry)
      covered &= open
      if (covered === 0) continue
      if (covered & 1) left = dark[k]
      if (covered & 2) right = dark[k]
      open &= ~covered
      if (open === 0) break
    }
    return left | (right << 1)
  }

  #capsule(k: number, x: number, y: number, lx: number, ly: number, rx: number, ry: number): number {
    const radius = this.#prims.r[k]
    const square = radius * radius
    const band = 8 * radius * this.#side
    const d = this.#squareDistance(k, x, y)
    if (d > square + band) return 0
    if (d < square - band) return 3
    return (this.#squareDistance(k, lx, ly) < square ? 1 : 0) | (this.#squareDistance(k, rx, ry) < square ? 2 : 0)
  }

  #squareDistance(k: number, x: number, y: number): number {
    const { x0, y0, x1, y1 } = this.#prims
    const qx = x - x0[k]
    const qy = y - y0[k]
    const dx = x1[k] - x0[k]
    const dy = y1[k] - y0[k]
    let t = (qx * dx + qy * dy) * this.#inverse[k]
    t = t < 0 ? 0 : t > 1 ? 1 : t
    const ex = qx - t * dx
    const ey = qy - t * dy
    return ex * ex + ey * ey
  }

  /**
   * What edge e adds to the winding number between the cell's reference point (rx, ry) and (x, y). The way leads along y
   * to rx, then along x = rx; both legs ask the same question, "is the corner left of the chord", so they cannot disagree.
   */
  #windingChange(e: number, x: number, y: number, rx: number, ry: number): number {
    const { x0, y0, x1, y1, kind } = this.#edges
    const ax = x0[e]
    const ay = y0[e]
    const bx = x1[e]
    const by = y1[e]
    const dx = bx - ax
    const dy = by - ay
    let change = 0
    const spansY = ay <= y !== by <= y
    const spansX = ax <= rx !== bx <= rx
    if (spansY || spansX) {
      const corner = dx * (y - ay) - dy * (rx - ax) > 0 ? 1 : 0
      if (spansY) change += (dx * (y - ay) - dy * (x - ax) > 0 ? 1 : 0) - corner
      if (spansX) change += corner - (dx * (ry - ay) - dy * (rx - ax) > 0 ? 1 : 0)
    }
    if (kind[e] !== 0) {
      const qx = x - this.#edges.cx[e]
      const qy = y - this.#edges.cy[e]
      const r = this.#edges.r[e]
      if (qx * qx + qy * qy < r * r) {
        const isLeft = dx * (y - ay) - dy * (x - ax) > 0
        if (kind[e] === 1) change += isLeft ? 0 : 1
        else change -= isLeft ? 1 : 0
      }
    }
    return change
  }
}
