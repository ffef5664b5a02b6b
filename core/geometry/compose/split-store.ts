import type { Buffers } from './buffers.ts'
import { doubledFloats, doubledInts } from './growing.ts'

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
  /** Edges on the same line or circle with a higher index: those speak for the common part. */
  readonly upperHead: Int32Array
  upperNext: Int32Array
  upperEdge: Int32Array
  upperCount = 0

  readonly #buffers: Buffers

  constructor(edgeCount: number, buffers: Buffers) {
    this.#buffers = buffers
    this.head = buffers.ints('split heads', edgeCount).fill(-1, 0, edgeCount)
    this.upperHead = buffers.ints('upper heads', edgeCount).fill(-1, 0, edgeCount)
    const capacity = Math.max(256, edgeCount * 2)
    this.next = buffers.ints('split next', capacity)
    this.x = buffers.doubles('split x', this.next.length)
    this.y = buffers.doubles('split y', this.next.length)
    this.upperNext = new Int32Array(256)
    this.upperEdge = new Int32Array(256)
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

  /** Says that `upper` lies on the line or circle of `lower` and overlaps it. */
  cover(lower: number, upper: number): void {
    for (let i = this.upperHead[lower]; i >= 0; i = this.upperNext[i]) if (this.upperEdge[i] === upper) return
    if (this.upperCount === this.upperNext.length) {
      this.upperNext = doubledInts(this.upperNext)
      this.upperEdge = doubledInts(this.upperEdge)
    }
    const i = this.upperCount++
    this.upperEdge[i] = upper
    this.upperNext[i] = this.upperHead[lower]
    this.upperHead[lower] = i
  }
}
