import type { Prims } from '#core/interpret/plotted-layer.ts'
import type { Capsules } from './capsules.ts'
import { CAPSULE_DX, CAPSULE_DY, CAPSULE_INVERSE, CAPSULE_META, CAPSULE_R, CAPSULE_SHIFT, CAPSULE_Y } from './capsules.ts'
import type { Cells } from './cells.ts'
import { ENTRY_CONTOUR, ENTRY_EDGE } from './cells.ts'
import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
import { columnOf, rowOf } from './layout.ts'
import type { WorkLimit } from './work-limit.ts'

/** Results of `SideStates.at`: bit 0 = dark on the left, bit 1 = dark on the right. */
export const DARK_LEFT = 1
export const DARK_RIGHT = 2

/** Edges on one edge beyond this many are taken as their doubles say. */
const MOST_PARTNERS = 64

/** Tells the polarity just left and just right of a point on an edge: that of the last primitive that covers it. */
export class SideStates {
  readonly #dark: Uint8Array
  readonly #edges: Edges
  readonly #capsules: Float64Array
  readonly #cells: Cells
  readonly #side: number
  readonly #limit: WorkLimit

  constructor(prims: Prims, edges: Edges, capsules: Capsules, cells: Cells, side: number, limit: WorkLimit) {
    this.#dark = prims.dark
    this.#edges = edges
    this.#capsules = capsules.data
    this.#cells = cells
    this.#side = side
    this.#limit = limit
  }

  /** Edges that lie on the edge in question; see `addPartner`. Set to 0 before a new one is looked at. */
  partnerCount = 0
  readonly #partnerEdge = new Int32Array(MOST_PARTNERS)
  readonly #partnerPrim = new Int32Array(MOST_PARTNERS)
  /** 1 when it runs the same way, -1 when it runs against. */
  readonly #partnerSense = new Int8Array(MOST_PARTNERS)

  /** Says that an edge lies on the one in question, so that its sides are those of that edge, whatever its doubles say. */
  addPartner(edge: number, prim: number, isAlong: boolean): void {
    if (this.partnerCount === MOST_PARTNERS) return
    this.#partnerEdge[this.partnerCount] = edge
    this.#partnerPrim[this.partnerCount] = prim
    this.#partnerSense[this.partnerCount++] = isAlong ? 1 : -1
  }

  #senseOfEdge(e: number): number {
    for (let i = 0; i < this.partnerCount; i++) if (this.#partnerEdge[i] === e) return this.#partnerSense[i]
    return 0
  }

  #senseOfPrim(k: number): number {
    for (let i = 0; i < this.partnerCount; i++) if (this.#partnerPrim[i] === k) return this.#partnerSense[i]
    return 0
  }

  /**
   * @param nx,ny the left normal of the edge at (x, y), length 1
   * @param own the primitive whose edge it is
   */
  at(x: number, y: number, nx: number, ny: number, own: number): number {
    const { start, entries, cut, contourPrim, contourBase, grid } = this.#cells
    const dark = this.#dark
    const row = rowOf(grid, y)
    const column = columnOf(grid, x)
    const cell = row * grid.columns + column
    // Hidden here: should the point lie on an outline all the same, then a later primitive's edge is there and speaks.
    if (own <= cut[cell]) return 0
    const to = start[cell + 1]
    const steps = to - start[cell]
    if (!this.#limit.allows(steps)) {
      this.#limit.leaveOut(x, y)
      return 0
    }
    this.#limit.steps += steps
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
    const cx = grid.referenceX[column]
    const cy = grid.referenceY[row]
    for (let i = start[cell]; i < to; i++) {
      const entry = entries[i]
      let covered: number
      let polarity: number
      if (entry & ENTRY_EDGE) {
        const e = entry ^ ENTRY_EDGE
        const sense = this.partnerCount > 0 ? this.#senseOfEdge(e) : 0
        windingL += this.#windingChange(e, lx, ly, cx, cy, sense)
        windingR += this.#windingChange(e, rx, ry, cx, cy, -sense)
        continue
      }
      if (entry & ENTRY_CONTOUR) {
        const t = entry ^ ENTRY_CONTOUR
        polarity = dark[contourPrim[t]]
        covered = (windingL + contourBase[t] !== 0 ? 1 : 0) | (windingR + contourBase[t] !== 0 ? 2 : 0)
        windingL = windingR = 0
      } else {
        const meta = this.#capsules[(entry << CAPSULE_SHIFT) + CAPSULE_META]
        polarity = meta & 1
        const sense = this.partnerCount > 0 ? this.#senseOfPrim(meta >> 1) : 0
        if (meta >> 1 === own || sense > 0) covered = 1
        else covered = sense < 0 ? 2 : this.#capsule(entry, x, y, lx, ly, rx, ry)
      }
      covered &= open
      if (covered === 0) continue
      if (covered & 1) left = polarity
      if (covered & 2) right = polarity
      open &= ~covered
      if (open === 0) break
    }
    return left | (right << 1)
  }

  #capsule(record: number, x: number, y: number, lx: number, ly: number, rx: number, ry: number): number {
    const radius = this.#capsules[(record << CAPSULE_SHIFT) + CAPSULE_R]
    const square = radius * radius
    const band = 8 * radius * this.#side
    const d = this.#squareDistance(record, x, y)
    if (d > square + band) return 0
    if (d < square - band) return 3
    return (this.#squareDistance(record, lx, ly) < square ? 1 : 0) | (this.#squareDistance(record, rx, ry) < square ? 2 : 0)
  }

  #squareDistance(record: number, x: number, y: number): number {
    const data = this.#capsules
    const o = record << CAPSULE_SHIFT
    const qx = x - data[o]
    const qy = y - data[o + CAPSULE_Y]
    const dx = data[o + CAPSULE_DX]
    const dy = data[o + CAPSULE_DY]
    let t = (qx * dx + qy * dy) * data[o + CAPSULE_INVERSE]
    t = t < 0 ? 0 : t > 1 ? 1 : t
    const ex = qx - t * dx
    const ey = qy - t * dy
    return ex * ex + ey * ey
  }

  /**
   * What edge e adds to the winding number between the cell's reference point (rx, ry) and (x, y). The way leads along y
   * to rx, then along x = rx; both legs ask the same question, "is the corner left of the chord", so they cannot disagree.
   * @param sense 1 when (x, y) is known to lie left of e, -1 right of it, 0 when that is to be worked out
   */
  #windingChange(e: number, x: number, y: number, rx: number, ry: number, sense: number): number {
    const { data } = this.#edges
    const o = e << EDGE_SHIFT
    const ax = data[o]
    const ay = data[o + EDGE_Y0]
    const bx = data[o + EDGE_X1]
    const by = data[o + EDGE_Y1]
    const dx = bx - ax
    const dy = by - ay
    const kind = data[o + EDGE_META] & 3
    const isLeft = sense !== 0 && kind === 0 ? sense > 0 : dx * (y - ay) - dy * (x - ax) > 0
    let change = 0
    const spansY = ay <= y !== by <= y
    const spansX = ax <= rx !== bx <= rx
    if (spansY || spansX) {
      const corner = dx * (y - ay) - dy * (rx - ax) > 0 ? 1 : 0
      if (spansY) change += (isLeft ? 1 : 0) - corner
      if (spansX) change += corner - (dx * (ry - ay) - dy * (rx - ax) > 0 ? 1 : 0)
    }
    if (kind === 0 || isLeft === (kind === 1)) return change
    // Beyond the chord: between it and the arc when also within the circle.
    const qx = x - data[o + EDGE_CX]
    const qy = y - data[o + EDGE_CY]
    const r = data[o + EDGE_R]
    const isWithin = sense !== 0 ? sense > 0 === (kind === 1) : qx * qx + qy * qy < r * r
    if (isWithin) change += kind === 1 ? 1 : -1
    return change
  }
}
