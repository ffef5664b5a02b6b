import type { Box } from '#core/base/box.ts'
import { Bytes, Doubles, Words } from '#core/interpret/growing.ts'
import { PRIM_CAPSULE, PRIM_CONTOUR, type PlottedObjects, type Prims, type Rings } from '#core/interpret/plotted-layer.ts'
import type { Placement } from '#core/interpret/placement.ts'
import type { ShapePart } from '#core/interpret/shape.ts'

/** Collects primitives, rings and objects in drawing order: a layer, or the contents of a block or of a step-repeat. */
export class Plot {
  readonly kind = new Bytes()
  readonly dark = new Bytes()
  readonly x0 = new Doubles()
  readonly y0 = new Doubles()
  readonly x1 = new Doubles()
  readonly y1 = new Doubles()
  readonly r = new Doubles()
  readonly ringFrom = new Words()
  readonly ringTo = new Words()
  readonly object = new Words()
  readonly start = new Words()
  readonly vx = new Doubles(1024)
  readonly vy = new Doubles(1024)
  readonly bulge = new Doubles(1024)
  readonly oKind = new Bytes()
  readonly oDark = new Bytes()
  readonly oAperture = new Words()
  readonly oAttributes = new Words()
  readonly oLine = new Words()
  readonly ox0 = new Doubles()
  readonly oy0 = new Doubles()
  readonly ox1 = new Doubles()
  readonly oy1 = new Doubles()
  readonly ocx = new Doubles()
  readonly ocy = new Doubles()
  readonly oSweep = new Doubles()
  readonly oPrimFrom = new Words()
  readonly oPrimTo = new Words()

  constructor() {
    this.start.push(0)
  }

  get primCount(): number {
    return this.kind.length
  }

  get ringCount(): number {
    return this.start.length - 1
  }

  get objectCount(): number {
    return this.oKind.length
  }

  /** Opens an object; primitives that follow belong to it until `endObject`. */
  beginObject(kind: number, dark: boolean, aperture: number, attributes: number, line: number, x0: number, y0: number, x1: number, y1: number): void {
    this.oKind.push(kind)
    this.oDark.push(dark ? 1 : 0)
    this.oAperture.push(aperture)
    this.oAttributes.push(attributes)
    this.oLine.push(line)
    this.ox0.push(x0)
    this.oy0.push(y0)
    this.ox1.push(x1)
    this.oy1.push(y1)
    this.ocx.push(0)
    this.ocy.push(0)
    this.oSweep.push(0)
    this.oPrimFrom.push(this.primCount)
    this.oPrimTo.push(this.primCount)
  }

  /** The centre line of the open object is an arc. */
  arcOf(cx: number, cy: number, sweep: number): void {
    const last = this.objectCount - 1
    this.ocx.data[last] = cx
    this.ocy.data[last] = cy
    this.oSweep.data[last] = sweep
  }

  endObject(): void {
    this.oPrimTo.data[this.objectCount - 1] = this.primCount
  }

  capsule(dark: boolean, x0: number, y0: number, x1: number, y1: number, r: number): void {
    this.#prim(PRIM_CAPSULE, dark, x0, y0, x1, y1, r, 0, 0)
  }

  vertex(x: number, y: number, bulge: number): void {
    this.vx.push(x)
    this.vy.push(y)
    this.bulge.push(bulge)
  }

  /** Ends the ring of the vertices since the last one. */
  ring(): void {
    this.start.push(this.vx.length)
  }

  /** Makes a contour of the rings from `from` on. */
  contour(dark: boolean, from: number): void {
    const to = this.ringCount
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    const cover = (x: number, y: number): void => {
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y < y0) y0 = y
      if (y > y1) y1 = y
    }
    for (let k = from; k < to; k++) {
      const first = this.start.data[k]!
      const end = this.start.data[k + 1]!
      for (let v = first; v < end; v++) {
        const [x, y, b] = [this.vx.data[v]!, this.vy.data[v]!, this.bulge.data[v]!]
        cover(x, y)
        if (b === 0) continue
        const w = v + 1 < end ? v + 1 : first
        coverArc(cover, x, y, this.vx.data[w]!, this.vy.data[w]!, b)
      }
    }
    this.#prim(PRIM_CONTOUR, dark, x0, y0, x1, y1, 0, from, to)
  }

  /** Adds parts of an aperture at a place. `inverted` turns dark into clear and back. */
  parts(parts: readonly ShapePart[], placement: Placement, dx: number, dy: number, inverted: boolean): void {
    const { a, b, c, d, scale, flips } = placement
    for (const part of parts) {
      const dark = part.dark !== inverted
      if (part.kind === 'capsule') {
        const { x0, y0, x1, y1, r } = part
        this.capsule(dark, a * x0 + b * y0 + dx, c * x0 + d * y0 + dy, a * x1 + b * y1 + dx, c * x1 + d * y1 + dy, r * scale)
        continue
      }
      const from = this.ringCount
      for (const ring of part.rings) {
        for (let v = 0; v < ring.length; v += 3) {
          const [x, y] = [ring[v]!, ring[v + 1]!]
          this.vertex(a * x + b * y + dx, c * x + d * y + dy, flips ? -ring[v + 2]! : ring[v + 2]!)
        }
        this.ring()
      }
      this.contour(dark, from)
    }
  }

  /** Copies another plot's objects to a place: a block flash or a step of a repeat. */
  copy(other: Plot, placement: Placement, dx: number, dy: number, inverted: boolean): void {
    const { a, b, c, d, scale, flips } = placement
    const [firstRing, firstVertex, firstObject, firstPrim] = [this.ringCount, this.vx.length, this.objectCount, this.primCount]
    for (let v = 0; v < other.vx.length; v++) {
      const [x, y] = [other.vx.data[v]!, other.vy.data[v]!]
      this.vertex(a * x + b * y + dx, c * x + d * y + dy, flips ? -other.bulge.data[v]! : other.bulge.data[v]!)
    }
    for (let k = 1; k <= other.ringCount; k++) this.start.push(firstVertex + other.start.data[k]!)
    for (let p = 0; p < other.primCount; p++) {
      const dark = (other.dark.data[p] === 1) !== inverted
      const [from, to] = [firstRing + other.ringFrom.data[p]!, firstRing + other.ringTo.data[p]!]
      const owner = firstObject + other.object.data[p]!
      if (other.kind.data[p] === PRIM_CAPSULE) {
        const [x0, y0, x1, y1] = [other.x0.data[p]!, other.y0.data[p]!, other.x1.data[p]!, other.y1.data[p]!]
        this.#prim(PRIM_CAPSULE, dark, a * x0 + b * y0 + dx, c * x0 + d * y0 + dy, a * x1 + b * y1 + dx, c * x1 + d * y1 + dy, other.r.data[p]! * scale, 0, 0)
      } else if (placement.plain) {
        this.#prim(PRIM_CONTOUR, dark, other.x0.data[p]! + dx, other.y0.data[p]! + dy, other.x1.data[p]! + dx, other.y1.data[p]! + dy, 0, from, to)
      } else {
        const box = boxUnder(placement, other.x0.data[p]!, other.y0.data[p]!, other.x1.data[p]!, other.y1.data[p]!)
        this.#prim(PRIM_CONTOUR, dark, box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy, 0, from, to)
      }
      this.object.data[this.primCount - 1] = owner
    }
    for (let o = 0; o < other.objectCount; o++) {
      const place = (xs: Doubles, ys: Doubles): readonly [number, number] => {
        const [x, y] = [xs.data[o]!, ys.data[o]!]
        return [a * x + b * y + dx, c * x + d * y + dy]
      }
      const [start, end, centre] = [place(other.ox0, other.oy0), place(other.ox1, other.oy1), place(other.ocx, other.ocy)]
      const dark = (other.oDark.data[o] === 1) !== inverted
      this.beginObject(other.oKind.data[o]!, dark, other.oAperture.data[o]!, other.oAttributes.data[o]!, other.oLine.data[o]!, start[0], start[1], end[0], end[1])
      if (other.oSweep.data[o] !== 0) this.arcOf(centre[0], centre[1], flips ? -other.oSweep.data[o]! : other.oSweep.data[o]!)
      this.oPrimFrom.data[this.objectCount - 1] = firstPrim + other.oPrimFrom.data[o]!
      this.oPrimTo.data[this.objectCount - 1] = firstPrim + other.oPrimTo.data[o]!
    }
  }

  prims(): Prims {
    return {
      count: this.primCount,
      kind: this.kind.trimmed(),
      dark: this.dark.trimmed(),
      x0: this.x0.trimmed(),
      y0: this.y0.trimmed(),
      x1: this.x1.trimmed(),
      y1: this.y1.trimmed(),
      r: this.r.trimmed(),
      ringFrom: this.ringFrom.trimmed(),
      ringTo: this.ringTo.trimmed(),
      object: this.object.trimmed(),
    }
  }

  rings(): Rings {
    return { count: this.ringCount, start: this.start.trimmed(), x: this.vx.trimmed(), y: this.vy.trimmed(), bulge: this.bulge.trimmed() }
  }

  objects(): PlottedObjects {
    return {
      count: this.objectCount,
      kind: this.oKind.trimmed(),
      dark: this.oDark.trimmed(),
      aperture: Uint16Array.from(this.oAperture.trimmed()),
      attributes: this.oAttributes.trimmed(),
      line: this.oLine.trimmed(),
      x0: this.ox0.trimmed(),
      y0: this.oy0.trimmed(),
      x1: this.ox1.trimmed(),
      y1: this.oy1.trimmed(),
      cx: this.ocx.trimmed(),
      cy: this.ocy.trimmed(),
      sweep: this.oSweep.trimmed(),
      primFrom: this.oPrimFrom.trimmed(),
      primTo: this.oPrimTo.trimmed(),
    }
  }

  /** @returns the extent of all dark primitives, or null */
  bounds(): Box | null {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = 0; p < this.primCount; p++) {
      if (this.dark.data[p] !== 1) continue
      const r = this.r.data[p]!
      x0 = Math.min(x0, this.x0.data[p]! - r, this.x1.data[p]! - r)
      y0 = Math.min(y0, this.y0.data[p]! - r, this.y1.data[p]! - r)
      x1 = Math.max(x1, this.x0.data[p]! + r, this.x1.data[p]! + r)
      y1 = Math.max(y1, this.y0.data[p]! + r, this.y1.data[p]! + r)
    }
    return x1 >= x0 ? [x0, y0, x1, y1] : null
  }

  #prim(kind: number, dark: boolean, x0: number, y0: number, x1: number, y1: number, r: number, from: number, to: number): void {
    this.kind.push(kind)
    this.dark.push(dark ? 1 : 0)
    this.x0.push(x0)
    this.y0.push(y0)
    this.x1.push(x1)
    this.y1.push(y1)
    this.r.push(r)
    this.ringFrom.push(from)
    this.ringTo.push(to)
    this.object.push(Math.max(0, this.objectCount - 1))
  }
}

const boxUnder = ({ a, b, c, d }: Placement, x0: number, y0: number, x1: number, y1: number): Box => {
  const xs = [a * x0 + b * y0, a * x1 + b * y0, a * x0 + b * y1, a * x1 + b * y1]
  const ys = [c * x0 + d * y0, c * x1 + d * y0, c * x0 + d * y1, c * x1 + d * y1]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Extends a box by the axis extremes of an arc given by its ends and bulge. */
const coverArc = (cover: (x: number, y: number) => void, x0: number, y0: number, x1: number, y1: number, bulge: number): void => {
  const k = (1 - bulge * bulge) / (4 * bulge)
  const [cx, cy] = [(x0 + x1) / 2 - (y1 - y0) * k, (y0 + y1) / 2 + (x1 - x0) * k]
  const r = Math.hypot(x0 - cx, y0 - cy)
  const start = Math.atan2(y0 - cy, x0 - cx)
  const sweep = 4 * Math.atan(bulge)
  const [low, high] = sweep > 0 ? [start, start + sweep] : [start + sweep, start]
  for (let q = Math.ceil(low / (Math.PI / 2)); q <= Math.floor(high / (Math.PI / 2)); q++) {
    const turn = ((q % 4) + 4) % 4
    cover(turn === 0 ? cx + r : turn === 2 ? cx - r : cx, turn === 1 ? cy + r : turn === 3 ? cy - r : cy)
  }
}
