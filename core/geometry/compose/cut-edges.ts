import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
import type { Grid } from './layout.ts'
import type { LoosePieces } from './loose-pieces.ts'
import type { SideStates } from './point-state.ts'
import { DARK_LEFT, DARK_RIGHT } from './point-state.ts'
import { splitAtHeight } from './split-at-height.ts'
import type { SplitStore } from './split-store.ts'
import type { Tolerances } from './tolerances.ts'

/** Where on a piece its sides are looked at. Never the middle: with 45 degree tracks that is where others touch. */
const PROBE = 0.438

const LONG_LIST = 48

/** Cuts every live edge at its splits and adds the pieces that have dark on one side only and lie in the strip. */
export const cutEdges = (
  edges: Edges,
  live: Int32Array,
  store: SplitStore,
  states: SideStates,
  grid: Grid,
  tolerances: Tolerances,
  pieces: LoosePieces,
): void => {
  if (grid.low !== -Infinity) splitAtHeight(edges, live, store, grid.low)
  if (grid.high !== Infinity) splitAtHeight(edges, live, store, grid.high)
  const cutter = new EdgeCutter(edges, store, states, grid, tolerances, pieces)
  for (const e of live) cutter.cut(e)
}

class EdgeCutter {
  readonly #pieces: LoosePieces
  readonly #low: number
  readonly #high: number
  readonly #edges: Edges
  readonly #store: SplitStore
  readonly #states: SideStates
  readonly #shortest: number
  #t = new Float64Array(64)
  #order = new Int32Array(64)

  constructor(edges: Edges, store: SplitStore, states: SideStates, grid: Grid, tolerances: Tolerances, pieces: LoosePieces) {
    this.#edges = edges
    this.#store = store
    this.#states = states
    this.#shortest = tolerances.shortest * tolerances.shortest
    this.#pieces = pieces
    this.#low = grid.low
    this.#high = grid.high
  }

  cut(e: number): void {
    const { data } = this.#edges
    const store = this.#store
    const n = store.head[e] < 0 ? 0 : this.#sortSplits(e)
    let ax = data[e << EDGE_SHIFT]
    let ay = data[(e << EDGE_SHIFT) + EDGE_Y0]
    for (let i = 0; i <= n; i++) {
      const s = i < n ? this.#order[i] : -1
      const bx = s < 0 ? data[(e << EDGE_SHIFT) + EDGE_X1] : store.x[s]
      const by = s < 0 ? data[(e << EDGE_SHIFT) + EDGE_Y1] : store.y[s]
      const square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay)
      if (square < this.#shortest) continue
      this.#judge(e, ax, ay, bx, by)
      ax = bx
      ay = by
    }
  }

  #sortSplits(e: number): number {
    const store = this.#store
    let n = 0
    for (let i = store.head[e]; i >= 0; i = store.next[i]) {
      if (n === this.#t.length) this.#widen()
      this.#t[n] = this.#parameter(e, store.x[i], store.y[i])
      this.#order[n++] = i
    }
    if (n > LONG_LIST) this.#sortLong(n)
    else this.#sortShort(n)
    return n
  }

  #sortShort(n: number): void {
    const t = this.#t
    const order = this.#order
    for (let i = 1; i < n; i++) {
      const key = t[i]
      const split = order[i]
      let j = i
      for (; j > 0 && t[j - 1] > key; j--) {
        t[j] = t[j - 1]
        order[j] = order[j - 1]
      }
      t[j] = key
      order[j] = split
    }
  }

  #sortLong(n: number): void {
    const sorted = Array.from({ length: n }, (_, i) => i).sort((a, b) => this.#t[a] - this.#t[b])
    const order = this.#order.slice(0, n)
    for (let i = 0; i < n; i++) this.#order[i] = order[sorted[i]]
  }

  #widen(): void {
    const t = new Float64Array(this.#t.length * 2)
    t.set(this.#t)
    this.#t = t
    const order = new Int32Array(this.#order.length * 2)
    order.set(this.#order)
    this.#order = order
  }

  /** @returns a number that grows along the edge: the distance for lines, a rational stand-in of the angle for arcs */
  #parameter(e: number, x: number, y: number): number {
    const { data } = this.#edges
    if ((data[(e << EDGE_SHIFT) + EDGE_META] & 3) === 0)
      return (
        (x - data[e << EDGE_SHIFT]) * (data[(e << EDGE_SHIFT) + EDGE_X1] - data[e << EDGE_SHIFT]) +
        (y - data[(e << EDGE_SHIFT) + EDGE_Y0]) * (data[(e << EDGE_SHIFT) + EDGE_Y1] - data[(e << EDGE_SHIFT) + EDGE_Y0])
      )
    const ax = data[e << EDGE_SHIFT] - data[(e << EDGE_SHIFT) + EDGE_CX]
    const ay = data[(e << EDGE_SHIFT) + EDGE_Y0] - data[(e << EDGE_SHIFT) + EDGE_CY]
    const px = x - data[(e << EDGE_SHIFT) + EDGE_CX]
    const py = y - data[(e << EDGE_SHIFT) + EDGE_CY]
    const along = ax * px + ay * py
    const across = (ax * py - ay * px) * ((data[(e << EDGE_SHIFT) + EDGE_META] & 3) === 1 ? 1 : -1)
    const sum = Math.abs(along) + Math.abs(across)
    return along > 0 ? across / sum : 2 - across / sum
  }

  #judge(e: number, ax: number, ay: number, bx: number, by: number): void {
    const { data } = this.#edges
    let x: number
    let y: number
    let nx: number
    let ny: number
    if ((data[(e << EDGE_SHIFT) + EDGE_META] & 3) === 0) {
      // On the edge itself, not between the piece's ends: those may have been moved onto a neighbour's end.
      const dx = data[(e << EDGE_SHIFT) + EDGE_X1] - data[e << EDGE_SHIFT]
      const dy = data[(e << EDGE_SHIFT) + EDGE_Y1] - data[(e << EDGE_SHIFT) + EDGE_Y0]
      const square = dx * dx + dy * dy
      const length = Math.sqrt(square)
      const t =
        ((ax + (bx - ax) * PROBE - data[e << EDGE_SHIFT]) * dx + (ay + (by - ay) * PROBE - data[(e << EDGE_SHIFT) + EDGE_Y0]) * dy) / square
      x = data[e << EDGE_SHIFT] + dx * t
      y = data[(e << EDGE_SHIFT) + EDGE_Y0] + dy * t
      nx = -dy / length
      ny = dx / length
    } else {
      const turn = (data[(e << EDGE_SHIFT) + EDGE_META] & 3) === 1 ? 1 : -1
      let px = ax - data[(e << EDGE_SHIFT) + EDGE_CX]
      let py = ay - data[(e << EDGE_SHIFT) + EDGE_CY]
      const qx = bx - data[(e << EDGE_SHIFT) + EDGE_CX]
      const qy = by - data[(e << EDGE_SHIFT) + EDGE_CY]
      let weight = 1 - PROBE
      let ux = qx
      let uy = qy
      if (px * qx + py * qy < 0) {
        // Wider than a quarter turn: between the start and the middle of the arc.
        const h = data[(e << EDGE_SHIFT) + EDGE_R] / Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        ux = (by - ay) * turn * h
        uy = -(bx - ax) * turn * h
        weight = 1 - 2 * PROBE
      }
      px = px * weight + ux * (1 - weight)
      py = py * weight + uy * (1 - weight)
      const h = 1 / Math.sqrt(px * px + py * py)
      x = data[(e << EDGE_SHIFT) + EDGE_CX] + px * h * data[(e << EDGE_SHIFT) + EDGE_R]
      y = data[(e << EDGE_SHIFT) + EDGE_CY] + py * h * data[(e << EDGE_SHIFT) + EDGE_R]
      nx = -px * h * turn
      ny = -py * h * turn
    }
    if (y < this.#low || y >= this.#high) return
    this.#states.partnerCount = 0
    if (this.#store.partnerHead[e] >= 0 && this.#isSpokenFor(e, x, y, nx, ny)) return
    const dark = this.#states.at(x, y, nx, ny, data[(e << EDGE_SHIFT) + EDGE_META] >> 3)
    if (dark !== DARK_LEFT && dark !== DARK_RIGHT) return
    const isForth = dark === DARK_LEFT
    const [px, py, qx, qy] = isForth ? [ax, ay, bx, by] : [bx, by, ax, ay]
    const o = e << EDGE_SHIFT
    const meta = data[o + EDGE_META]
    const kind = meta & 3
    if (kind === 0) this.#pieces.addLine(meta >> 3, px, py, qx, qy)
    else this.#pieces.addArc(meta >> 3, px, py, qx, qy, data[o + EDGE_CX], data[o + EDGE_CY], data[o + EDGE_R], (kind === 1) !== isForth)
  }

  /**
   * Looks for the edges that lie on e at (x, y). The last primitive's edge speaks for all of them: it is never hidden where
   * another one shows.
   * @returns whether another edge speaks; if not, the edges found are handed to the side states
   */
  #isSpokenFor(e: number, x: number, y: number, nx: number, ny: number): boolean {
    const { data } = this.#edges
    const store = this.#store
    const o = e << EDGE_SHIFT
    const meta = data[o + EDGE_META]
    for (let i = store.partnerHead[e]; i >= 0; i = store.partnerNext[i]) {
      const f = store.partnerEdge[i]
      const q = f << EDGE_SHIFT
      const dx = data[q + EDGE_X1] - data[q]
      const dy = data[q + EDGE_Y1] - data[q + EDGE_Y0]
      const px = x - data[q]
      const py = y - data[q + EDGE_Y0]
      const other = data[q + EDGE_META]
      if ((other & 3) === 0) {
        const along = px * dx + py * dy
        if (along <= 0 || along >= dx * dx + dy * dy) continue
      } else {
        const turn = dx * py - dy * px
        if ((other & 3) === 1 ? turn >= 0 : turn <= 0) continue
      }
      if (other >> 3 > meta >> 3 || (other >> 3 === meta >> 3 && f > e)) return true
      this.#states.addPartner(f, other >> 3, runsAlong(data, q, x, y, nx, ny))
    }
    return false
  }
}

/** @returns whether the edge at record q, which passes (x, y), has the normal (nx, ny) on its left there */
const runsAlong = (data: Float64Array, q: number, x: number, y: number, nx: number, ny: number): boolean => {
  const kind = data[q + EDGE_META] & 3
  if (kind === 0) return nx * (data[q + EDGE_Y0] - data[q + EDGE_Y1]) + ny * (data[q + EDGE_X1] - data[q]) > 0
  const inward = nx * (data[q + EDGE_CX] - x) + ny * (data[q + EDGE_CY] - y)
  return kind === 1 ? inward > 0 : inward < 0
}
