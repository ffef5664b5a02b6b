import type { Pieces } from '#core/geometry/image.ts'
import { PIECE_ARC_CCW, PIECE_ARC_CW, PIECE_LINE } from '#core/geometry/image.ts'
import type { Chained } from './chain.ts'
import { allocatePieces } from './empty-image.ts'
import type { LoosePieces } from './loose-pieces.ts'
import type { RingMeasure } from './measure-ring.ts'
import { measureRing } from './measure-ring.ts'

/** Rings in walking order with their measures; dust is already left out. The stores may be longer than what is used. */
export interface TracedRings {
  readonly pieces: Pieces
  pieceCount: number
  /** The node at the start of each piece. */
  readonly node: Int32Array
  ringCount: number
  /** First piece of each ring, one entry more than rings. */
  readonly start: number[]
  readonly measures: RingMeasure[]
}

/** Lines that follow each other within this distance of one straight line, nm, become one. */
const STRAIGHT = 1e-5

/**
 * Walks the closed chains. Cuts that turned out to mean nothing are joined again: lines of one primitive that go straight
 * on, arcs of one primitive on the same circle. Rings with |area| < perimeter x `dust` are dropped.
 */
export const traceRings = (loose: LoosePieces, chained: Chained, dust: number): TracedRings => {
  const n = loose.count
  const traced: TracedRings = { pieces: allocatePieces(n), pieceCount: 0, node: new Int32Array(n), ringCount: 0, start: [0], measures: [] }
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
    if (q === p && length > 1) addRing(traced, loose, chained, walk, length, dust)
  }
  return traced
}

const addRing = (traced: TracedRings, loose: LoosePieces, chained: Chained, walk: Int32Array, length: number, dust: number): void => {
  let first = 0
  while (first < length - 1 && continues(loose, chained, walk[(first + length - 1) % length], walk[first])) first++
  const { pieces, node } = traced
  const from = traced.pieceCount
  let at = from - 1
  for (let i = 0; i < length; i++) {
    const p = walk[(first + i) % length]
    if (i > 0 && joins(pieces, at, loose, chained, p)) {
      pieces.x1[at] = loose.x1[p]
      pieces.y1[at] = loose.y1[p]
      continue
    }
    at++
    const arc = loose.arc[p]
    pieces.kind[at] = arc < 0 ? PIECE_LINE : arc & 1 ? PIECE_ARC_CW : PIECE_ARC_CCW
    // Ends of neighbours may differ by the snap distance: the start follows the end before it.
    pieces.x0[at] = at > from ? pieces.x1[at - 1] : loose.x0[p]
    pieces.y0[at] = at > from ? pieces.y1[at - 1] : loose.y0[p]
    pieces.x1[at] = loose.x1[p]
    pieces.y1[at] = loose.y1[p]
    pieces.prim[at] = loose.prim[p]
    pieces.ring[at] = traced.ringCount
    node[at] = chained.node[p]
    const row = 3 * (arc >> 1)
    pieces.cx[at] = arc < 0 ? 0 : loose.circles[row]
    pieces.cy[at] = arc < 0 ? 0 : loose.circles[row + 1]
    pieces.r[at] = arc < 0 ? 0 : loose.circles[row + 2]
  }
  pieces.x1[at] = pieces.x0[from]
  pieces.y1[at] = pieces.y0[from]
  const measure = measureRing(pieces, from, at + 1)
  if (!(Math.abs(measure.area) >= measure.perimeter * dust)) return
  traced.pieceCount = at + 1
  traced.ringCount++
  traced.start.push(at + 1)
  traced.measures.push(measure)
}

/** @returns whether q only goes on with p, so that a ring should not start between them */
const continues = (loose: LoosePieces, chained: Chained, p: number, q: number): boolean => {
  if (chained.shared[chained.node[q]] || loose.prim[p] !== loose.prim[q]) return false
  const a = loose.arc[p]
  const b = loose.arc[q]
  if (a < 0 || b < 0) {
    return (
      a < 0 &&
      b < 0 &&
      isStraight(loose.x1[p] - loose.x0[p], loose.y1[p] - loose.y0[p], loose.x1[q] - loose.x0[q], loose.y1[q] - loose.y0[q])
    )
  }
  const { circles } = loose
  const i = 3 * (a >> 1)
  const j = 3 * (b >> 1)
  return (a & 1) === (b & 1) && circles[i] === circles[j] && circles[i + 1] === circles[j + 1] && circles[i + 2] === circles[j + 2]
}

/** @returns whether loose piece p can be joined to the traced piece `at` before it */
const joins = (pieces: Pieces, at: number, loose: LoosePieces, chained: Chained, p: number): boolean => {
  if (chained.shared[chained.node[p]] || loose.prim[p] !== pieces.prim[at]) return false
  const ux = pieces.x1[at] - pieces.x0[at]
  const uy = pieces.y1[at] - pieces.y0[at]
  const arc = loose.arc[p]
  if (arc < 0) return pieces.kind[at] === PIECE_LINE && isStraight(ux, uy, loose.x1[p] - loose.x0[p], loose.y1[p] - loose.y0[p])
  const row = 3 * (arc >> 1)
  const cx = pieces.cx[at]
  const cy = pieces.cy[at]
  const r = pieces.r[at]
  if (pieces.kind[at] !== (arc & 1 ? PIECE_ARC_CW : PIECE_ARC_CCW)) return false
  if (loose.circles[row] !== cx || loose.circles[row + 1] !== cy || loose.circles[row + 2] !== r) return false
  // Together they may sweep at most a half turn.
  const ax = pieces.x0[at] - cx
  const ay = pieces.y0[at] - cy
  const bx = loose.x1[p] - cx
  const by = loose.y1[p] - cy
  const across = (ax * by - ay * bx) * (arc & 1 ? -1 : 1)
  return across > 1e-9 * r * r || (ax * bx + ay * by < 0 && across > -1e-9 * r * r)
}

const isStraight = (ux: number, uy: number, vx: number, vy: number): boolean =>
  ux * vx + uy * vy > 0 && Math.abs(ux * vy - uy * vx) <= STRAIGHT * Math.sqrt((ux + vx) * (ux + vx) + (uy + vy) * (uy + vy))
