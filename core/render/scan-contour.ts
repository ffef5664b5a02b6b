import type { Rings } from '#core/interpret/plotted-layer.ts'
import { fillSpan, type SpanTarget } from '#core/render/span-target.ts'
import type { PixelMap } from '#core/render/view.ts'

const LINE = 0
const ARC_LEFT = 1
const ARC_RIGHT = 2

/**
 * Fills contours by the nonzero winding rule, row by row, with arcs as arcs. Keeps its work arrays between contours.
 * Every edge is cut where it turns in y, so that it crosses a row at most once; the chain of cut points stays closed,
 * so the windings of a row always add up to zero and no row can run away.
 */
export class ContourScan {
  #count = 0
  #yFrom = new Float64Array(256)
  #yTo = new Float64Array(256)
  #kind = new Uint8Array(256)
  // Line: a point and the slope dx/dy. Arc: centre and radius.
  #px = new Float64Array(256)
  #py = new Float64Array(256)
  #q = new Float64Array(256)
  #next = new Int32Array(256)
  #head = new Int32Array(256)
  #active = new Int32Array(256)
  #x = new Float64Array(64)
  #turn = new Int8Array(64)

  /** Paints the rings `from <= k < to` as one shape. */
  fill(target: SpanTarget, map: PixelMap, rings: Rings, from: number, to: number, value: number): void {
    this.#count = 0
    for (let k = from; k < to; k++) this.#addRing(map, rings, rings.start[k]!, rings.start[k + 1]!, target)
    this.#paint(target, value)
  }

  #addRing(map: PixelMap, rings: Rings, first: number, end: number, target: SpanTarget): void {
    const flip = map.ax * map.ay < 0 ? -1 : 1
    const top = target.firstRow + 0.5
    const bottom = target.firstRow + target.rows - 0.5
    for (let v = first; v < end; v++) {
      const w = v + 1 === end ? first : v + 1
      const x0 = map.ax * rings.x[v]! + map.bx
      const y0 = map.ay * rings.y[v]! + map.by
      const x1 = map.ax * rings.x[w]! + map.bx
      const y1 = map.ay * rings.y[w]! + map.by
      const bulge = rings.bulge[v]! * flip
      if (bulge !== 0) this.#addArc(x0, y0, x1, y1, bulge)
      else if (!((y0 < top && y1 < top) || (y0 > bottom && y1 > bottom))) this.#add(LINE, y0, y1, x0, y0, (x1 - x0) / (y1 - y0))
    }
  }

  #addArc(x0: number, y0: number, x1: number, y1: number, bulge: number): void {
    const chord = Math.hypot(x1 - x0, y1 - y0)
    if (chord === 0) return
    const k = (1 - bulge * bulge) / (4 * bulge)
    const cx = (x0 + x1) / 2 - (y1 - y0) * k
    const cy = (y0 + y1) / 2 + (x1 - x0) * k
    const r = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge))
    const sweep = 4 * Math.atan(bulge)
    let angle = Math.atan2(y0 - cy, x0 - cx)
    const end = angle + sweep
    const step = sweep > 0 ? 1 : -1
    let y = y0
    // The next angle of ±90 degrees in walking direction.
    const half = sweep > 0 ? Math.floor(angle / Math.PI + 0.5) : Math.ceil(angle / Math.PI - 0.5) - 1
    let turn = half * Math.PI + Math.PI / 2
    for (; step > 0 ? turn < end : turn > end; turn += step * Math.PI) {
      const yTurn = cy + r * Math.sign(Math.sin(turn))
      this.#add(Math.cos((angle + turn) / 2) < 0 ? ARC_LEFT : ARC_RIGHT, y, yTurn, cx, cy, r)
      angle = turn
      y = yTurn
    }
    this.#add(Math.cos((angle + end) / 2) < 0 ? ARC_LEFT : ARC_RIGHT, y, y1, cx, cy, r)
  }

  #add(kind: number, yFrom: number, yTo: number, px: number, py: number, q: number): void {
    if (yFrom === yTo) return
    if (this.#count === this.#yFrom.length) this.#grow()
    const i = this.#count++
    this.#kind[i] = kind
    this.#yFrom[i] = yFrom
    this.#yTo[i] = yTo
    this.#px[i] = px
    this.#py[i] = py
    this.#q[i] = q
  }

  #grow(): void {
    const size = this.#yFrom.length * 2
    const floats = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(size)
      next.set(old)
      return next
    }
    this.#yFrom = floats(this.#yFrom)
    this.#yTo = floats(this.#yTo)
    this.#px = floats(this.#px)
    this.#py = floats(this.#py)
    this.#q = floats(this.#q)
    const kinds = new Uint8Array(size)
    kinds.set(this.#kind)
    this.#kind = kinds
    this.#next = new Int32Array(size)
    this.#active = new Int32Array(size)
  }

  #paint(target: SpanTarget, value: number): void {
    const { firstRow, rows } = target
    if (this.#head.length < rows) this.#head = new Int32Array(rows)
    const head = this.#head
    let low = rows
    let high = 0
    for (let i = 0; i < this.#count; i++) {
      const [row, last] = this.#rowsOf(i, firstRow, rows)
      if (row > last) continue
      if (row < low) low = row
      if (last > high) high = last
    }
    head.fill(-1, low, high + 1)
    for (let i = 0; i < this.#count; i++) {
      const [row, last] = this.#rowsOf(i, firstRow, rows)
      if (row > last) continue
      this.#next[i] = head[row]!
      head[row] = i
    }
    let active = 0
    for (let row = low; row <= high && row < rows; row++) {
      for (let i = head[row]!; i !== -1; i = this.#next[i]!) this.#active[active++] = i
      active = this.#row(target, firstRow + row, active, value)
    }
  }

  /** First and last row, relative to the target, whose centre the edge crosses: half open at its lower end in y. */
  #rowsOf(i: number, firstRow: number, rows: number): readonly [number, number] {
    const [a, b] = this.#yFrom[i]! < this.#yTo[i]! ? [this.#yFrom[i]!, this.#yTo[i]!] : [this.#yTo[i]!, this.#yFrom[i]!]
    return [Math.max(0, Math.ceil(a - 0.5) - firstRow), Math.min(rows - 1, Math.ceil(b - 0.5) - 1 - firstRow)]
  }

  #row(target: SpanTarget, row: number, active: number, value: number): number {
    const y = row + 0.5
    let kept = 0
    let n = 0
    if (this.#x.length < active) {
      this.#x = new Float64Array(active * 2)
      this.#turn = new Int8Array(active * 2)
    }
    const [xs, turns] = [this.#x, this.#turn]
    for (let k = 0; k < active; k++) {
      const i = this.#active[k]!
      const [from, to] = [this.#yFrom[i]!, this.#yTo[i]!]
      const end = from < to ? to : from
      if (end <= y) continue
      this.#active[kept++] = i
      const turn = from < to ? 1 : -1
      const x = this.#crossing(i, y)
      let at = n++
      while (at > 0 && xs[at - 1]! > x) {
        xs[at] = xs[at - 1]!
        turns[at] = turns[at - 1]!
        at--
      }
      xs[at] = x
      turns[at] = turn
    }
    let winding = 0
    let start = 0
    for (let k = 0; k < n; k++) {
      if (winding === 0) start = xs[k]!
      winding += turns[k]!
      if (winding === 0) fillSpan(target, row, start, xs[k]!, value)
    }
    return kept
  }

  #crossing(i: number, y: number): number {
    const dy = y - this.#py[i]!
    if (this.#kind[i] === LINE) return this.#px[i]! + dy * this.#q[i]!
    const h = Math.sqrt(Math.max(0, this.#q[i]! * this.#q[i]! - dy * dy))
    return this.#kind[i] === ARC_LEFT ? this.#px[i]! - h : this.#px[i]! + h
  }
}
