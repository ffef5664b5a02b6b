import type { Buffers } from './buffers.ts'
import { doubledFloats, doubledInts } from './growing.ts'

const MOST_LOOKS = 24

/**
 * Where edges are split and which edges lie on top of which. Both are singly linked lists per edge in flat arrays; the
 * same split may be stored more than once.
 */
export class SplitStore {
  readonly head: Int32Array
  next: Int32Array
  x: Float64Array
  y: Float64Array
  count = 0
  /** Edges that lie on each other: each is in the list of the other. */
  readonly partnerHead: Int32Array
  partnerNext: Int32Array
  partnerEdge: Int32Array
  partnerCount = 0
  readonly #buffers: Buffers

  constructor(edgeCount: number, buffers: Buffers) {
    this.#buffers = buffers
    this.head = buffers.ints('split heads', edgeCount).fill(-1, 0, edgeCount)
    this.partnerHead = buffers.ints('partner heads', edgeCount).fill(-1, 0, edgeCount)
    const capacity = Math.max(256, edgeCount * 2)
    this.next = buffers.ints('split next', capacity)
    this.x = buffers.doubles('split x', this.next.length)
    this.y = buffers.doubles('split y', this.next.length)
    this.partnerNext = new Int32Array(256)
    this.partnerEdge = new Int32Array(256)
  }

  /** Splits edge e at (x, y). */
  split(e: number, x: number, y: number): void {
    if (this.count === this.next.length) {
      this.next = doubledInts(this.next)
      this.x = doubledFloats(this.x)
      this.y = doubledFloats(this.y)
      this.#buffers.keepInts('split next', this.next)
      this.#buffers.keepDoubles('split x', this.x)
      this.#buffers.keepDoubles('split y', this.y)
    }
    const i = this.count++
    this.x[i] = x
    this.y[i] = y
    this.next[i] = this.head[e]
    this.head[e] = i
  }

  /** Says that two edges lie on one line or circle; whether they share a part is seen where pieces are looked at. */
  pair(e: number, f: number): void {
    // Met again in the next cell it is among the last ones added; long lists are not searched for more.
    let looks = MOST_LOOKS
    for (let i = this.partnerHead[e]; i >= 0 && looks > 0; i = this.partnerNext[i], looks--) if (this.partnerEdge[i] === f) return
    this.#addPartner(e, f)
    this.#addPartner(f, e)
  }

  #addPartner(e: number, f: number): void {
    if (this.partnerCount === this.partnerNext.length) {
      this.partnerNext = doubledInts(this.partnerNext)
      this.partnerEdge = doubledInts(this.partnerEdge)
    }
    const i = this.partnerCount++
    this.partnerEdge[i] = f
    this.partnerNext[i] = this.partnerHead[e]
    this.partnerHead[e] = i
  }
}
