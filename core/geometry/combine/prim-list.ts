import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE, PRIM_CONTOUR } from '#core/interpret/plotted-layer.ts'

/** Collects primitives and rings for the composing kernel, in image order. Lengths in nm. */
export class PrimList {
  readonly #kind: number[] = []
  readonly #dark: number[] = []
  readonly #box: number[] = []
  readonly #r: number[] = []
  readonly #ringFrom: number[] = []
  readonly #ringTo: number[] = []
  readonly #start: number[] = [0]
  readonly #x: number[] = []
  readonly #y: number[] = []
  readonly #bulge: number[] = []

  capsule(dark: boolean, x0: number, y0: number, x1: number, y1: number, r: number): void {
    this.#kind.push(PRIM_CAPSULE)
    this.#dark.push(dark ? 1 : 0)
    this.#box.push(x0, y0, x1, y1)
    this.#r.push(r)
    this.#ringFrom.push(0)
    this.#ringTo.push(0)
  }

  vertex(x: number, y: number, bulge: number): void {
    this.#x.push(x)
    this.#y.push(y)
    this.#bulge.push(bulge)
  }

  /** Ends the ring made of the vertices since the last ring. */
  ring(): void {
    this.#start.push(this.#x.length)
  }

  /** Makes a contour of the rings from `from` on. */
  contour(dark: boolean, from: number): void {
    const to = this.#start.length - 1
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let v = this.#start[from]; v < this.#start[to]; v++) {
      const w = v + 1 < this.#start[to] ? v + 1 : v
      // A half circle reaches half a chord beyond its ends; a roomy box is enough here.
      const reach = this.#bulge[v] === 0 ? 0 : Math.hypot(this.#x[w] - this.#x[v], this.#y[w] - this.#y[v]) / 2
      x0 = Math.min(x0, this.#x[v] - reach)
      y0 = Math.min(y0, this.#y[v] - reach)
      x1 = Math.max(x1, this.#x[v] + reach)
      y1 = Math.max(y1, this.#y[v] + reach)
    }
    this.#kind.push(PRIM_CONTOUR)
    this.#dark.push(dark ? 1 : 0)
    this.#box.push(x0, y0, x1, y1)
    this.#r.push(0)
    this.#ringFrom.push(from)
    this.#ringTo.push(to)
  }

  get ringCount(): number {
    return this.#start.length - 1
  }

  input(): { prims: Prims; rings: Rings } {
    const n = this.#kind.length
    const column = (offset: number): Float64Array => Float64Array.from({ length: n }, (_, k) => this.#box[4 * k + offset])
    return {
      prims: {
        count: n,
        kind: Uint8Array.from(this.#kind),
        dark: Uint8Array.from(this.#dark),
        x0: column(0),
        y0: column(1),
        x1: column(2),
        y1: column(3),
        r: Float64Array.from(this.#r),
        ringFrom: Uint32Array.from(this.#ringFrom),
        ringTo: Uint32Array.from(this.#ringTo),
        object: Uint32Array.from({ length: n }, (_, k) => k),
      },
      rings: {
        count: this.#start.length - 1,
        start: Uint32Array.from(this.#start),
        x: Float64Array.from(this.#x),
        y: Float64Array.from(this.#y),
        bulge: Float64Array.from(this.#bulge),
      },
    }
  }
}
