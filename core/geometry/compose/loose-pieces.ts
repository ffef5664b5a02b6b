import { doubledFloats, doubledInts } from './growing.ts'

/** Pieces of the outline before they are put into rings; the dark area lies on the left of each. */
export class LoosePieces {
  count = 0
  x0: Float64Array
  y0: Float64Array
  x1: Float64Array
  y1: Float64Array
  prim: Int32Array
  /** -1 for lines; for arcs 2 x the row in `circles`, plus 1 when clockwise. */
  arc: Int32Array
  /** Rows of centre x, centre y, radius. */
  circles: Float64Array
  /** Groups of pieces that meet each other only at the heights `low` and `high`, in order. */
  readonly groups: { readonly from: number; readonly low: number; readonly high: number }[] = []
  #circleCount = 0

  constructor(capacity: number) {
    const n = Math.max(64, capacity)
    this.x0 = new Float64Array(n)
    this.y0 = new Float64Array(n)
    this.x1 = new Float64Array(n)
    this.y1 = new Float64Array(n)
    this.prim = new Int32Array(n)
    this.arc = new Int32Array(n)
    this.circles = new Float64Array(3 * n)
  }

  /** What is added from now on belongs to a new group. */
  startGroup(low: number, high: number): void {
    this.groups.push({ from: this.count, low, high })
  }

  /** From now on any two pieces may meet anywhere. */
  joinGroups(): void {
    this.groups.splice(0, this.groups.length, { from: 0, low: -Infinity, high: Infinity })
  }

  addLine(prim: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.count === this.arc.length) this.#widen()
    const i = this.count++
    this.x0[i] = x0
    this.y0[i] = y0
    this.x1[i] = x1
    this.y1[i] = y1
    this.prim[i] = prim
    this.arc[i] = -1
  }

  addArc(prim: number, x0: number, y0: number, x1: number, y1: number, cx: number, cy: number, r: number, isClockwise: boolean): void {
    this.addLine(prim, x0, y0, x1, y1)
    const row = 3 * this.#circleCount
    if (row + 3 > this.circles.length) this.circles = doubledFloats(this.circles)
    this.circles[row] = cx
    this.circles[row + 1] = cy
    this.circles[row + 2] = r
    this.arc[this.count - 1] = 2 * this.#circleCount++ + (isClockwise ? 1 : 0)
  }

  #widen(): void {
    this.x0 = doubledFloats(this.x0)
    this.y0 = doubledFloats(this.y0)
    this.x1 = doubledFloats(this.x1)
    this.y1 = doubledFloats(this.y1)
    this.prim = doubledInts(this.prim)
    this.arc = doubledInts(this.arc)
  }
}
