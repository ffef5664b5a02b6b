import type { OutlineRings, Pieces } from '#core/geometry/image.ts'

/** What a hole is nested by: its ring and its leftmost point. */
interface Hole {
  readonly ring: number
  readonly x: number
  readonly y: number
}

export const NO_OWNER = 0xffffffff

/** Ends this close to a ray are hit by it, nm. */
const GRAZE = 1e-3

/**
 * Finds for each ring the outer ring that it belongs to (outer rings: themselves). Dark lies left of a hole's leftmost point,
 * so the first ring met by a ray to the left is the owner or another hole of the same owner.
 * @returns one outer ring index per ring; NO_OWNER for a hole with nothing around it
 */
export const nestRings = (pieces: Pieces, rings: Pick<OutlineRings, 'count' | 'start' | 'area' | 'box'>): Uint32Array => {
  const owner = new Uint32Array(rings.count)
  const holes: Hole[] = []
  for (let k = 0; k < rings.count; k++) {
    owner[k] = k
    if (rings.area[k] < 0) holes.push(leftmost(pieces, rings, k))
  }
  if (holes.length === 0) return owner
  const index = new RayIndex(pieces, holes)
  holes.sort((a, b) => a.x - b.x || a.ring - b.ring)
  for (const { ring, x, y } of holes) {
    const hit = index.firstLeft(x, y, ring)
    owner[ring] = hit < 0 ? NO_OWNER : owner[hit]
  }
  return owner
}

const leftmost = (pieces: Pieces, rings: Pick<OutlineRings, 'start' | 'box'>, k: number): Hole => {
  const x = rings.box[4 * k]
  let best = Infinity
  let y = 0
  for (let p = rings.start[k]; p < rings.start[k + 1]; p++) {
    if (pieces.x0[p] - x < best) {
      best = pieces.x0[p] - x
      y = pieces.y0[p]
    }
    if (pieces.kind[p] !== 0 && pieces.cx[p] - pieces.r[p] - x < best && isOnArc(pieces, p, pieces.cx[p] - pieces.r[p], pieces.cy[p])) {
      best = pieces.cx[p] - pieces.r[p] - x
      y = pieces.cy[p]
    }
  }
  return { ring: k, x, y }
}

const isOnArc = (pieces: Pieces, p: number, x: number, y: number): boolean => {
  const turn = (pieces.x1[p] - pieces.x0[p]) * (y - pieces.y0[p]) - (pieces.y1[p] - pieces.y0[p]) * (x - pieces.x0[p])
  return pieces.kind[p] === 1 ? turn <= 0 : turn >= 0
}

/** Pieces in a grid of cells, for rays that run left along a row. */
class RayIndex {
  readonly #pieces: Pieces
  readonly #x0: number
  readonly #y0: number
  readonly #inverse: number
  readonly #columns: number
  readonly #rows: number
  readonly #start: Int32Array
  readonly #items: Int32Array
  /** 1 for rows along which a ray runs: only these are filled. */
  readonly #seen: Uint8Array

  /** @param holes where rays will start */
  constructor(pieces: Pieces, holes: readonly Hole[]) {
    this.#pieces = pieces
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = 0; p < pieces.count; p++) {
      const r = pieces.kind[p] === 0 ? 0 : pieces.r[p]
      const cx = pieces.kind[p] === 0 ? pieces.x0[p] : pieces.cx[p]
      const cy = pieces.kind[p] === 0 ? pieces.y0[p] : pieces.cy[p]
      x0 = Math.min(x0, pieces.x0[p], cx - Math.min(r, 1e7))
      x1 = Math.max(x1, pieces.x0[p], cx + Math.min(r, 1e7))
      y0 = Math.min(y0, pieces.y0[p], cy - Math.min(r, 1e7))
      y1 = Math.max(y1, pieces.y0[p], cy + Math.min(r, 1e7))
    }
    const wanted = Math.min(2_000_000, Math.max(16, pieces.count))
    const cell = Math.max(1, Math.sqrt(((x1 - x0) * (y1 - y0)) / wanted), (x1 - x0) / 4000, (y1 - y0) / 4000)
    this.#x0 = x0
    this.#y0 = y0
    this.#inverse = 1 / cell
    this.#columns = Math.floor((x1 - x0) / cell) + 1
    this.#rows = Math.floor((y1 - y0) / cell) + 1
    this.#start = new Int32Array(this.#columns * this.#rows + 2)
    this.#seen = new Uint8Array(this.#rows)
    for (const { y } of holes) this.#seen[this.#row(y)] = 1
    for (let p = 0; p < pieces.count; p++) this.#visit(p, null)
    for (let c = 2; c < this.#start.length; c++) this.#start[c] += this.#start[c - 1]
    this.#items = new Int32Array(this.#start[this.#start.length - 1])
    for (let p = 0; p < pieces.count; p++) this.#visit(p, this.#items)
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#x0) * this.#inverse)))
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#y0) * this.#inverse)))
  }

  /** Puts a piece into its cells, or counts it there while there is no room for the items yet. */
  #visit(p: number, items: Int32Array | null): void {
    const { kind, x0, y0, x1, y1, cx, cy, r } = this.#pieces
    let left = Math.min(x0[p], x1[p])
    let right = Math.max(x0[p], x1[p])
    let low = Math.min(y0[p], y1[p])
    let high = Math.max(y0[p], y1[p])
    if (kind[p] !== 0) {
      if (isOnArc(this.#pieces, p, cx[p] - r[p], cy[p])) left = cx[p] - r[p]
      if (isOnArc(this.#pieces, p, cx[p] + r[p], cy[p])) right = cx[p] + r[p]
      if (isOnArc(this.#pieces, p, cx[p], cy[p] - r[p])) low = cy[p] - r[p]
      if (isOnArc(this.#pieces, p, cx[p], cy[p] + r[p])) high = cy[p] + r[p]
    }
    const row1 = this.#row(high + 1)
    for (let row = this.#row(low - 1); row <= row1; row++) {
      if (this.#seen[row] === 0) continue
      let from = left
      let to = right
      if (kind[p] === 0 && high > low) {
        const slope = (x1[p] - x0[p]) / (y1[p] - y0[p])
        const ya = Math.max(low, this.#y0 + row / this.#inverse - 1)
        const yb = Math.min(high, this.#y0 + (row + 1) / this.#inverse + 1)
        const xa = x0[p] + (ya - y0[p]) * slope
        const xb = x0[p] + (yb - y0[p]) * slope
        from = Math.max(left, Math.min(xa, xb))
        to = Math.min(right, Math.max(xa, xb))
      }
      const last = this.#column(to + 1)
      for (let c = row * this.#columns + this.#column(from - 1); c <= row * this.#columns + last; c++) {
        if (items === null) this.#start[c + 2]++
        else items[this.#start[c + 1]++] = p
      }
    }
  }

  /** @returns the ring of the first piece left of (x, y) that is not of ring `own`, -1 when there is none */
  firstLeft(x: number, y: number, own: number): number {
    const row = this.#row(y)
    for (let column = this.#column(x); column >= 0; column--) {
      const c = row * this.#columns + column
      let best = -Infinity
      let ring = -1
      for (let i = this.#start[c]; i < this.#start[c + 1]; i++) {
        const p = this.#items[i]
        if (this.#pieces.ring[p] === own) continue
        const hit = this.#hit(p, x, y)
        if (hit > best) {
          best = hit
          ring = this.#pieces.ring[p]
        }
      }
      // A hit in a cell further left may still be beaten by one of that cell's own pieces.
      if (ring >= 0 && this.#column(best) >= column) return ring
      if (ring >= 0 && column === 0) return ring
    }
    return -1
  }

  /** @returns the largest x <= `x` where piece p passes the height y, -Infinity when it does not */
  #hit(p: number, x: number, y: number): number {
    const { kind, x0, y0, x1, y1, cx, cy, r } = this.#pieces
    let best = -Infinity
    // A ray through a common end of two pieces must not slip between them.
    if (Math.abs(y0[p] - y) <= GRAZE && x0[p] <= x) best = x0[p]
    if (Math.abs(y1[p] - y) <= GRAZE && x1[p] <= x && x1[p] > best) best = x1[p]
    if (kind[p] === 0) {
      if (y0[p] <= y === y1[p] <= y) return best
      const at = x0[p] + ((y - y0[p]) / (y1[p] - y0[p])) * (x1[p] - x0[p])
      return at <= x && at > best ? at : best
    }
    const square = (r[p] - (y - cy[p])) * (r[p] + (y - cy[p]))
    if (square < 0) return best
    const half = Math.sqrt(square)
    for (const at of [cx[p] - half, cx[p] + half]) if (at <= x && at > best && isOnArc(this.#pieces, p, at, y)) best = at
    return best
  }
}
