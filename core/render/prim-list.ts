import type { Point } from '#core/base/box.ts'
import { PRIM_CAPSULE, PRIM_CONTOUR, type Prims, type Rings } from '#core/interpret/plotted-layer.ts'

/** What can be painted: primitives in order and the rings they use. A plotted layer is one. */
export interface Paintable {
  readonly prims: Pick<Prims, 'count' | 'kind' | 'dark' | 'x0' | 'y0' | 'x1' | 'y1' | 'r' | 'ringFrom' | 'ringTo'>
  readonly rings: Rings
}

interface RingArrays {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly bulge: ArrayLike<number>
}

/** Collects capsules and contours (nm) to paint: holes, board edges, marks. */
export class PrimList {
  readonly #columns: number[][] = []
  readonly #start: number[] = [0]
  readonly #x: number[] = []
  readonly #y: number[] = []
  readonly #bulge: number[] = []

  capsule(from: Point, to: Point, r: number, dark = true): this {
    this.#columns.push([PRIM_CAPSULE, dark ? 1 : 0, from[0], from[1], to[0], to[1], r, 0, 0])
    return this
  }

  contour(ring: RingArrays, dark = true): this {
    const first = this.#start.length - 1
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = 0; i < ring.x.length; i++) {
      const j = (i + 1) % ring.x.length
      const [x, y, bulge] = [ring.x[i]!, ring.y[i]!, ring.bulge[i]!]
      this.#x.push(x)
      this.#y.push(y)
      this.#bulge.push(bulge)
      // An arc stays within half its chord times the larger of bulge and 1 of its ends.
      const reach = bulge ? Math.hypot(ring.x[j]! - x, ring.y[j]! - y) : 0
      x0 = Math.min(x0, x - reach)
      x1 = Math.max(x1, x + reach)
      y0 = Math.min(y0, y - reach)
      y1 = Math.max(y1, y + reach)
    }
    this.#start.push(this.#x.length)
    this.#columns.push([PRIM_CONTOUR, dark ? 1 : 0, x0, y0, x1, y1, 0, first, first + 1])
    return this
  }

  paintable(): Paintable {
    const column = (k: number): Float64Array => Float64Array.from(this.#columns, (c) => c[k]!)
    return {
      prims: {
        count: this.#columns.length,
        kind: Uint8Array.from(column(0)),
        dark: Uint8Array.from(column(1)),
        x0: column(2),
        y0: column(3),
        x1: column(4),
        y1: column(5),
        r: column(6),
        ringFrom: Uint32Array.from(column(7)),
        ringTo: Uint32Array.from(column(8)),
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
