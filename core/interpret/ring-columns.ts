import type { Rings } from '#core/interpret/plotted-layer.ts'
import { NO_DOUBLES, roomFor, trimmedColumn, widerDoubles, widerWords } from '#core/interpret/wider.ts'

/** Growable closed rings of lines and arcs; see `Rings`. */
export class RingColumns {
  /** Closed rings so far. */
  count = 0
  start: Uint32Array = new Uint32Array(1)
  /** Vertices so far, those of the ring being built included. */
  vertices = 0
  x: Float64Array = NO_DOUBLES
  y: Float64Array = NO_DOUBLES
  bulge: Float64Array = NO_DOUBLES

  vertex(x: number, y: number, bulge: number): void {
    const v = this.vertices
    if (v === this.x.length) this.reserveVertices(1)
    this.x[v] = x
    this.y[v] = y
    this.bulge[v] = bulge
    this.vertices = v + 1
  }

  /** Closes the ring of the vertices since the last one. */
  close(): void {
    if (this.count + 2 > this.start.length) this.reserveRings(1)
    this.start[++this.count] = this.vertices
  }

  /** Forgets the vertices of the ring being built. */
  drop(): void {
    this.vertices = this.start[this.count]!
  }

  /** First vertex of the ring being built. */
  get open(): number {
    return this.start[this.count]!
  }

  reserveVertices(more: number): void {
    if (this.vertices + more <= this.x.length) return
    const capacity = roomFor(this.x.length, this.vertices + more)
    this.x = widerDoubles(this.x, capacity)
    this.y = widerDoubles(this.y, capacity)
    this.bulge = widerDoubles(this.bulge, capacity)
  }

  reserveRings(more: number): void {
    if (this.count + more + 1 <= this.start.length) return
    this.start = widerWords(this.start, roomFor(this.start.length, this.count + more + 1))
  }

  /** Turns ring k around; the outline stays the same. */
  reverse(k: number): void {
    const from = this.start[k]!
    const to = this.start[k + 1]!
    const { x, y, bulge } = this
    x.subarray(from + 1, to).reverse()
    y.subarray(from + 1, to).reverse()
    bulge.subarray(from, to).reverse()
    for (let v = from; v < to; v++) bulge[v] = -bulge[v]!
  }

  trimmed(): Rings {
    const { count, vertices } = this
    return {
      count,
      start: trimmedColumn(this.start, count + 1),
      x: trimmedColumn(this.x, vertices),
      y: trimmedColumn(this.y, vertices),
      bulge: trimmedColumn(this.bulge, vertices),
    }
  }
}
