import type { Chained } from './chain.ts'
import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_R, EDGE_SHIFT, kindOf, primOf } from './edges.ts'
import type { LoosePieces } from './loose-pieces.ts'

/** Pieces in walking order, ring by ring, in stores that may be longer than what is used. */
export interface TracedRings {
  pieceCount: number
  readonly kind: Uint8Array
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly edge: Int32Array
  /** The node at the start of each piece. */
  readonly node: Int32Array
  ringCount: number
  /** First piece of each ring, one entry more than rings. */
  readonly start: Int32Array
}

/** Walks the closed chains. Cuts that turned out to mean nothing are joined again: same edge, or same circle of one primitive. */
export const traceRings = (pieces: LoosePieces, edges: Edges, chained: Chained): TracedRings => {
  const n = pieces.count
  const traced: TracedRings = {
    pieceCount: 0,
    kind: new Uint8Array(n),
    x0: new Float64Array(n),
    y0: new Float64Array(n),
    x1: new Float64Array(n),
    y1: new Float64Array(n),
    edge: new Int32Array(n),
    node: new Int32Array(n),
    ringCount: 0,
    start: new Int32Array((n >> 1) + 2),
  }
  const walk = new Int32Array(n)
  const seen = new Uint8Array(n)
  for (let p = 0; p < n; p++) {
    if (seen[p] || chained.next[p] < 0) continue
    let length = 0
    let q = p
    while (q >= 0 && !seen[q]) {
      seen[q] = 1
      walk[length++] = q
      q = chained.next[q]
    }
    if (q === p && length > 1) addRing(traced, pieces, edges, chained, walk, length)
  }
  traced.start[traced.ringCount] = traced.pieceCount
  return traced
}

const addRing = (traced: TracedRings, pieces: LoosePieces, edges: Edges, chained: Chained, walk: Int32Array, length: number): void => {
  traced.start[traced.ringCount++] = traced.pieceCount
  let first = 0
  while (first < length - 1 && continues(pieces, edges, chained, walk[(first + length - 1) % length], walk[first])) first++
  const from = traced.pieceCount
  for (let i = 0; i < length; i++) {
    const p = walk[(first + i) % length]
    const last = traced.pieceCount - 1
    const e = pieces.edge[p] < 0 ? -1 - pieces.edge[p] : pieces.edge[p]
    if (last >= from && i > 0) {
      const before = walk[(first + i - 1) % length]
      if (continues(pieces, edges, chained, before, p) && staysHalf(edges, e, traced, last, pieces.x1[p], pieces.y1[p])) {
        traced.x1[last] = pieces.x1[p]
        traced.y1[last] = pieces.y1[p]
        continue
      }
    }
    const at = traced.pieceCount++
    const kind = kindOf(edges, e)
    traced.kind[at] = kind === 0 || pieces.edge[p] >= 0 ? kind : 3 - kind
    // Ends of neighbours may differ by the snap distance: the start follows the end before it.
    traced.x0[at] = at > from ? traced.x1[at - 1] : pieces.x0[p]
    traced.y0[at] = at > from ? traced.y1[at - 1] : pieces.y0[p]
    traced.x1[at] = pieces.x1[p]
    traced.y1[at] = pieces.y1[p]
    traced.edge[at] = e
    traced.node[at] = chained.node[p]
  }
  traced.x1[traced.pieceCount - 1] = traced.x0[from]
  traced.y1[traced.pieceCount - 1] = traced.y0[from]
}

const continues = (pieces: LoosePieces, edges: Edges, chained: Chained, p: number, q: number): boolean => {
  if (chained.shared[chained.node[q]]) return false
  const a = pieces.edge[p]
  const b = pieces.edge[q]
  if (a === b) return true
  if (a < 0 !== b < 0) return false
  const e = a < 0 ? -1 - a : a
  const f = a < 0 ? -1 - b : b
  return (
    kindOf(edges, e) !== 0 &&
    kindOf(edges, e) === kindOf(edges, f) &&
    primOf(edges, e) === primOf(edges, f) &&
    edges.data[(e << EDGE_SHIFT) + EDGE_CX] === edges.data[(f << EDGE_SHIFT) + EDGE_CX] &&
    edges.data[(e << EDGE_SHIFT) + EDGE_CY] === edges.data[(f << EDGE_SHIFT) + EDGE_CY] &&
    edges.data[(e << EDGE_SHIFT) + EDGE_R] === edges.data[(f << EDGE_SHIFT) + EDGE_R]
  )
}

/** @returns whether a piece drawn out to (x, y) still sweeps at most a half turn; lines always do */
const staysHalf = (edges: Edges, e: number, traced: TracedRings, last: number, x: number, y: number): boolean => {
  if (kindOf(edges, e) === 0) return true
  const ux = traced.x0[last] - edges.data[(e << EDGE_SHIFT) + EDGE_CX]
  const uy = traced.y0[last] - edges.data[(e << EDGE_SHIFT) + EDGE_CY]
  const vx = x - edges.data[(e << EDGE_SHIFT) + EDGE_CX]
  const vy = y - edges.data[(e << EDGE_SHIFT) + EDGE_CY]
  const across = (ux * vy - uy * vx) * (traced.kind[last] === 1 ? 1 : -1)
  const along = ux * vx + uy * vy
  const square = edges.data[(e << EDGE_SHIFT) + EDGE_R] * edges.data[(e << EDGE_SHIFT) + EDGE_R]
  return across > 1e-9 * square || (along < 0 && across > -1e-9 * square)
}
