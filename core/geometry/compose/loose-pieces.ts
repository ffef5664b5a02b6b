import { doubledFloats, doubledInts } from './growing.ts'

/** Pieces of the outline before they are put into rings; the dark area lies on the left of each. */
export class LoosePieces {
  count = 0
  /** The edge that the piece is cut from; negative (-1 - edge) when it runs against the edge. */
  edge: Int32Array
  x0: Float64Array
  y0: Float64Array
  x1: Float64Array
  y1: Float64Array

  constructor(capacity: number) {
    const n = Math.max(64, capacity)
    this.edge = new Int32Array(n)
    this.x0 = new Float64Array(n)
    this.y0 = new Float64Array(n)
    this.x1 = new Float64Array(n)
    this.y1 = new Float64Array(n)
  }

  push(edge: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.count === this.edge.length) {
      this.edge = doubledInts(this.edge)
      this.x0 = doubledFloats(this.x0)
      this.y0 = doubledFloats(this.y0)
      this.x1 = doubledFloats(this.x1)
      this.y1 = doubledFloats(this.y1)
    }
    const i = this.count++
    this.edge[i] = edge
    this.x0[i] = x0
    this.y0[i] = y0
    this.x1[i] = x1
    this.y1[i] = y1
  }
}
