import type { Edges } from './edges.ts'
import { LoosePieces } from './loose-pieces.ts'
import type { SideStates } from './point-state.ts'
import { DARK_LEFT, DARK_RIGHT } from './point-state.ts'
import type { SplitStore } from './split-store.ts'
import type { Tolerances } from './tolerances.ts'

/** Where on a piece its sides are looked at. Never the middle: with 45 degree tracks that is where others touch. */
const PROBE = 0.438

const LONG_LIST = 48

/** Cuts every live edge at its splits and keeps the pieces that have dark on one side only. */
export const cutEdges = (edges: Edges, live: Uint8Array, store: SplitStore, states: SideStates, tolerances: Tolerances): LoosePieces => {
  const cutter = new EdgeCutter(edges, store, states, tolerances)
  for (let e = 0; e < edges.count; e++) if (live[e]) cutter.cut(e)
  return cutter.pieces
}

class EdgeCutter {
  readonly pieces: LoosePieces
  readonly #edges: Edges
  readonly #store: SplitStore
  readonly #states: SideStates
  readonly #shortest: number
  #t = new Float64Array(64)
  #order = new Int32Array(64)

  constructor(edges: Edges, store: SplitStore, states: SideStates, tolerances: Tolerances) {
    this.#edges = edges
    this.#store = store
    this.#states = states
    this.#shortest = tolerances.shortest * tolerances.shortest
    this.pieces = new LoosePieces(edges.count)
  }

  cut(e: number): void {
    const { x0, y0, x1, y1 } = this.#edges
    const store = this.#store
    const n = store.head[e] < 0 ? 0 : this.#sortSplits(e)
    let ax = x0[e]
    let ay = y0[e]
    for (let i = 0; i <= n; i++) {
      const s = i < n ? this.#order[i] : -1
      const bx = s < 0 ? x1[e] : store.x[s]
      const by = s < 0 ? y1[e] : store.y[s]
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
    const { x0, y0, x1, y1, kind, cx, cy } = this.#edges
    if (kind[e] === 0) return (x - x0[e]) * (x1[e] - x0[e]) + (y - y0[e]) * (y1[e] - y0[e])
    const ax = x0[e] - cx[e]
    const ay = y0[e] - cy[e]
    const px = x - cx[e]
    const py = y - cy[e]
    const along = ax * px + ay * py
    const across = (ax * py - ay * px) * (kind[e] === 1 ? 1 : -1)
    const sum = Math.abs(along) + Math.abs(across)
    return along > 0 ? across / sum : 2 - across / sum
  }

  #judge(e: number, ax: number, ay: number, bx: number, by: number): void {
    const { kind, cx, cy, r, prim } = this.#edges
    let x: number
    let y: number
    let nx: number
    let ny: number
    if (kind[e] === 0) {
      // On the edge itself, not between the piece's ends: those may have been moved onto a neighbour's end.
      const { x0, y0, x1, y1 } = this.#edges
      const dx = x1[e] - x0[e]
      const dy = y1[e] - y0[e]
      const square = dx * dx + dy * dy
      const length = Math.sqrt(square)
      const t = ((ax + (bx - ax) * PROBE - x0[e]) * dx + (ay + (by - ay) * PROBE - y0[e]) * dy) / square
      x = x0[e] + dx * t
      y = y0[e] + dy * t
      nx = -dy / length
      ny = dx / length
    } else {
      const turn = kind[e] === 1 ? 1 : -1
      let px = ax - cx[e]
      let py = ay - cy[e]
      const qx = bx - cx[e]
      const qy = by - cy[e]
      let weight = 1 - PROBE
      let ux = qx
      let uy = qy
      if (px * qx + py * qy < 0) {
        // Wider than a quarter turn: between the start and the middle of the arc.
        const h = r[e] / Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        ux = (by - ay) * turn * h
        uy = -(bx - ax) * turn * h
        weight = 1 - 2 * PROBE
      }
      px = px * weight + ux * (1 - weight)
      py = py * weight + uy * (1 - weight)
      const h = 1 / Math.sqrt(px * px + py * py)
      x = cx[e] + px * h * r[e]
      y = cy[e] + py * h * r[e]
      nx = -px * h * turn
      ny = -py * h * turn
    }
    const dark = this.#states.at(x, y, nx, ny, prim[e])
    if (dark !== DARK_LEFT && dark !== DARK_RIGHT) return
    if (this.#store.upperHead[e] >= 0 && this.#isSpokenFor(e, x, y)) return
    if (dark === DARK_LEFT) this.pieces.push(e, ax, ay, bx, by)
    else this.pieces.push(-1 - e, bx, by, ax, ay)
  }

  /** @returns whether an edge with a higher index lies on e at (x, y) */
  #isSpokenFor(e: number, x: number, y: number): boolean {
    const { x0, y0, x1, y1, kind } = this.#edges
    const store = this.#store
    for (let i = store.upperHead[e]; i >= 0; i = store.upperNext[i]) {
      const f = store.upperEdge[i]
      const dx = x1[f] - x0[f]
      const dy = y1[f] - y0[f]
      const px = x - x0[f]
      const py = y - y0[f]
      if (kind[f] === 0) {
        const along = px * dx + py * dy
        if (along > 0 && along < dx * dx + dy * dy) return true
      } else {
        const turn = dx * py - dy * px
        if (kind[f] === 1 ? turn < 0 : turn > 0) return true
      }
    }
    return false
  }
}
