import type { Prims } from '#core/interpret/plotted-layer.ts'
import { NO_BYTES, NO_DOUBLES, NO_WORDS, roomFor, trimmedColumn, widerBytes, widerDoubles, widerWords } from '#core/interpret/wider.ts'

/** Growable primitives; see `Prims`. */
export class PrimColumns {
  count = 0
  kind: Uint8Array = NO_BYTES
  dark: Uint8Array = NO_BYTES
  x0: Float64Array = NO_DOUBLES
  y0: Float64Array = NO_DOUBLES
  x1: Float64Array = NO_DOUBLES
  y1: Float64Array = NO_DOUBLES
  r: Float64Array = NO_DOUBLES
  ringFrom: Uint32Array = NO_WORDS
  ringTo: Uint32Array = NO_WORDS
  object: Uint32Array = NO_WORDS

  /** Adds a row; the caller fills the fields that are not zero. */
  push(kind: number, dark: number, x0: number, y0: number, x1: number, y1: number, r: number, object: number): number {
    const p = this.count
    if (p === this.kind.length) this.reserve(1)
    this.kind[p] = kind
    this.dark[p] = dark
    this.x0[p] = x0
    this.y0[p] = y0
    this.x1[p] = x1
    this.y1[p] = y1
    this.r[p] = r
    this.object[p] = object
    this.count = p + 1
    return p
  }

  reserve(more: number): void {
    if (this.count + more <= this.kind.length) return
    const capacity = roomFor(this.kind.length, this.count + more)
    this.kind = widerBytes(this.kind, capacity)
    this.dark = widerBytes(this.dark, capacity)
    this.x0 = widerDoubles(this.x0, capacity)
    this.y0 = widerDoubles(this.y0, capacity)
    this.x1 = widerDoubles(this.x1, capacity)
    this.y1 = widerDoubles(this.y1, capacity)
    this.r = widerDoubles(this.r, capacity)
    this.ringFrom = widerWords(this.ringFrom, capacity)
    this.ringTo = widerWords(this.ringTo, capacity)
    this.object = widerWords(this.object, capacity)
  }

  trimmed(): Prims {
    const n = this.count
    return {
      count: n,
      kind: trimmedColumn(this.kind, n),
      dark: trimmedColumn(this.dark, n),
      x0: trimmedColumn(this.x0, n),
      y0: trimmedColumn(this.y0, n),
      x1: trimmedColumn(this.x1, n),
      y1: trimmedColumn(this.y1, n),
      r: trimmedColumn(this.r, n),
      ringFrom: trimmedColumn(this.ringFrom, n),
      ringTo: trimmedColumn(this.ringTo, n),
      object: trimmedColumn(this.object, n),
    }
  }
}
