import type { PlottedObjects } from '#core/interpret/plotted-layer.ts'
import {
  NO_BYTES,
  NO_DOUBLES,
  NO_SHORTS,
  NO_WORDS,
  roomFor,
  trimmedColumn,
  widerBytes,
  widerDoubles,
  widerShorts,
  widerWords,
} from '#core/interpret/wider.ts'

/** Growable plotted objects; see `PlottedObjects`. */
export class ObjectColumns {
  count = 0
  kind: Uint8Array = NO_BYTES
  dark: Uint8Array = NO_BYTES
  aperture: Uint16Array = NO_SHORTS
  attributes: Uint32Array = NO_WORDS
  line: Uint32Array = NO_WORDS
  x0: Float64Array = NO_DOUBLES
  y0: Float64Array = NO_DOUBLES
  x1: Float64Array = NO_DOUBLES
  y1: Float64Array = NO_DOUBLES
  cx: Float64Array = NO_DOUBLES
  cy: Float64Array = NO_DOUBLES
  sweep: Float64Array = NO_DOUBLES
  primFrom: Uint32Array = NO_WORDS
  primTo: Uint32Array = NO_WORDS

  /** Adds a row without primitives and without an arc. */
  push(kind: number, dark: number, aperture: number, attributes: number, line: number, prim: number): number {
    const o = this.count
    if (o === this.kind.length) this.reserve(1)
    this.kind[o] = kind
    this.dark[o] = dark
    this.aperture[o] = aperture
    this.attributes[o] = attributes
    this.line[o] = line
    this.primFrom[o] = prim
    this.primTo[o] = prim
    this.count = o + 1
    return o
  }

  ends(o: number, x0: number, y0: number, x1: number, y1: number): void {
    this.x0[o] = x0
    this.y0[o] = y0
    this.x1[o] = x1
    this.y1[o] = y1
  }

  arc(o: number, cx: number, cy: number, sweep: number): void {
    this.cx[o] = cx
    this.cy[o] = cy
    this.sweep[o] = sweep
  }

  reserve(more: number): void {
    if (this.count + more <= this.kind.length) return
    const capacity = roomFor(this.kind.length, this.count + more)
    this.kind = widerBytes(this.kind, capacity)
    this.dark = widerBytes(this.dark, capacity)
    this.aperture = widerShorts(this.aperture, capacity)
    this.attributes = widerWords(this.attributes, capacity)
    this.line = widerWords(this.line, capacity)
    this.x0 = widerDoubles(this.x0, capacity)
    this.y0 = widerDoubles(this.y0, capacity)
    this.x1 = widerDoubles(this.x1, capacity)
    this.y1 = widerDoubles(this.y1, capacity)
    this.cx = widerDoubles(this.cx, capacity)
    this.cy = widerDoubles(this.cy, capacity)
    this.sweep = widerDoubles(this.sweep, capacity)
    this.primFrom = widerWords(this.primFrom, capacity)
    this.primTo = widerWords(this.primTo, capacity)
  }

  trimmed(): PlottedObjects {
    const n = this.count
    return {
      count: n,
      kind: trimmedColumn(this.kind, n),
      dark: trimmedColumn(this.dark, n),
      aperture: trimmedColumn(this.aperture, n),
      attributes: trimmedColumn(this.attributes, n),
      line: trimmedColumn(this.line, n),
      x0: trimmedColumn(this.x0, n),
      y0: trimmedColumn(this.y0, n),
      x1: trimmedColumn(this.x1, n),
      y1: trimmedColumn(this.y1, n),
      cx: trimmedColumn(this.cx, n),
      cy: trimmedColumn(this.cy, n),
      sweep: trimmedColumn(this.sweep, n),
      primFrom: trimmedColumn(this.primFrom, n),
      primTo: trimmedColumn(this.primTo, n),
    }
  }
}
