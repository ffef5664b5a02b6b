import type { Edges } from './edges.ts'
import type { SplitStore } from './split-store.ts'
import type { Tolerances } from './tolerances.ts'

/**
 * Finds where two edges meet and stores the splits; edges on one line or circle are recorded as lying on each other.
 * Meeting at an end of an edge splits only the other edge, at exactly that end, so that piece ends are the same doubles.
 */
export class EdgeCrosser {
  readonly #edges: Edges
  readonly #store: SplitStore
  readonly #side: number
  readonly #end: number

  constructor(edges: Edges, store: SplitStore, tolerances: Tolerances) {
    this.#edges = edges
    this.#store = store
    this.#side = tolerances.side
    this.#end = tolerances.end
  }

  /** Any two edges whose boxes overlap; e and f differ. */
  cross(e: number, f: number): void {
    const { kind } = this.#edges
    if (kind[e] === 0) {
      if (kind[f] === 0) this.#lines(e, f)
      else this.#lineArc(e, f)
    } else if (kind[f] === 0) this.#lineArc(f, e)
    else this.#arcs(e, f)
  }

  #lines(e: number, f: number): void {
    const { x0, y0, x1, y1 } = this.#edges
    const ax = x0[e]
    const ay = y0[e]
    const dx = x1[e] - ax
    const dy = y1[e] - ay
    const cx = x0[f] - ax
    const cy = y0[f] - ay
    const fx = x1[f] - x0[f]
    const fy = y1[f] - y0[f]
    // One continues the other without folding back: nothing but the common end.
    if (((cx === dx && cy === dy) || (x1[f] === ax && y1[f] === ay)) && dx * fx + dy * fy > 0) return
    // Signed distances of f's ends from e's line, times the length of e, and the other way round.
    const c0 = dx * cy - dy * cx
    const c1 = dx * (cy + fy) - dy * (cx + fx)
    const lengthE = Math.sqrt(dx * dx + dy * dy)
    const touchE = this.#end * lengthE
    if ((c0 > touchE && c1 > touchE) || (c0 < -touchE && c1 < -touchE)) return
    const e0 = fy * cx - fx * cy
    const e1 = fx * (dy - cy) - fy * (dx - cx)
    const lengthF = Math.sqrt(fx * fx + fy * fy)
    const touchF = this.#end * lengthF
    if ((e0 > touchF && e1 > touchF) || (e0 < -touchF && e1 < -touchF)) return
    const den = dx * fy - dy * fx
    if (Math.abs(den) < 1e-3 * lengthE * lengthF) return this.#slantedLines(e, f, c0, c1, e0, e1, lengthE, lengthF, den)
    const t = (cx * fy - cy * fx) / den
    const u = (cx * dy - cy * dx) / den
    const te = this.#end / lengthE
    const uf = this.#end / lengthF
    if (t < -te || t > 1 + te || u < -uf || u > 1 + uf) return
    const atE = t <= te ? 0 : t >= 1 - te ? 1 : -1
    const atF = u <= uf ? 0 : u >= 1 - uf ? 1 : -1
    const store = this.#store
    if (atE >= 0) {
      if (atF < 0) store.split(f, atE ? x1[e] : ax, atE ? y1[e] : ay)
    } else if (atF >= 0) store.split(e, atF ? x1[f] : x0[f], atF ? y1[f] : y0[f])
    else {
      const x = ax + t * dx
      const y = ay + t * dy
      store.split(e, x, y)
      store.split(f, x, y)
    }
  }

  /** Nearly parallel lines: the crossing is ill defined along them, so ends that touch are looked at first. */
  #slantedLines(e: number, f: number, c0: number, c1: number, e0: number, e1: number, lengthE: number, lengthF: number, den: number): void {
    const { x0, y0, x1, y1 } = this.#edges
    const store = this.#store
    const ax = x0[e]
    const ay = y0[e]
    const ux = (x1[e] - ax) / lengthE
    const uy = (y1[e] - ay) / lengthE
    const p0 = (x0[f] - ax) * ux + (y0[f] - ay) * uy
    const p1 = (x1[f] - ax) * ux + (y1[f] - ay) * uy
    const from = Math.max(0, Math.min(p0, p1))
    const to = Math.min(lengthE, Math.max(p0, p1))
    if (to - from < -this.#end) return
    const d0 = c0 / lengthE
    const d1 = c1 / lengthE
    const slope = p1 === p0 ? 0 : (d1 - d0) / (p1 - p0)
    const atFrom = d0 + (from - p0) * slope
    const atTo = d0 + (to - p0) * slope
    const touch = this.#end
    const isOn = Math.abs(atFrom) <= this.#side && Math.abs(atTo) <= this.#side
    if (isOn && to - from > touch) {
      if (e < f) store.cover(e, f)
      else store.cover(f, e)
    }
    const near = isOn ? this.#side * 4 : touch
    if (Math.abs(d0) <= near && p0 > touch && p0 < lengthE - touch) {
      store.split(e, x0[f], y0[f])
    }
    if (Math.abs(d1) <= near && p1 > touch && p1 < lengthE - touch) {
      store.split(e, x1[f], y1[f])
    }
    if (Math.abs(e0 / lengthF) <= near && this.#isWithin(f, ax, ay, lengthF)) {
      store.split(f, ax, ay)
    }
    if (Math.abs(e1 / lengthF) <= near && this.#isWithin(f, x1[e], y1[e], lengthF)) {
      store.split(f, x1[e], y1[e])
    }
    if (isOn || den === 0 || atFrom * atTo > 0) return
    const along = from + (to - from) * (atFrom / (atFrom - atTo))
    const x = ax + ux * along
    const y = ay + uy * along
    if (along > touch && along < lengthE - touch) store.split(e, x, y)
    if (this.#isWithin(f, x, y, lengthF)) store.split(f, x, y)
  }

  #isWithin(f: number, x: number, y: number, lengthF: number): boolean {
    const { x0, y0, x1, y1 } = this.#edges
    const along = ((x - x0[f]) * (x1[f] - x0[f]) + (y - y0[f]) * (y1[f] - y0[f])) / lengthF
    return along > this.#end && along < lengthF - this.#end
  }

  #lineArc(e: number, f: number): void {
    const { x0, y0, x1, y1, cx, cy, r } = this.#edges
    const ax = x0[e]
    const ay = y0[e]
    const dx = x1[e] - ax
    const dy = y1[e] - ay
    const length = Math.sqrt(dx * dx + dy * dy)
    const ux = dx / length
    const uy = dy / length
    const qx = cx[f] - ax
    const qy = cy[f] - ay
    const radius = r[f]
    const foot = qx * ux + qy * uy
    const height = qx * uy - qy * ux
    const gap = Math.abs(height) - radius
    if (gap > this.#side * 2) return
    if (gap > -this.#side * 2) {
      this.#meetLineArc(e, f, foot, length, ax + ux * foot, ay + uy * foot)
      return
    }
    const half = Math.sqrt((radius - height) * (radius + height))
    this.#meetLineArc(e, f, foot - half, length, ax + ux * (foot - half), ay + uy * (foot - half))
    this.#meetLineArc(e, f, foot + half, length, ax + ux * (foot + half), ay + uy * (foot + half))
  }

  #meetLineArc(e: number, f: number, along: number, length: number, x: number, y: number): void {
    const touch = this.#end
    if (along < -touch || along > length + touch) return
    const place = this.#placeOnArc(f, x, y)
    if (place < 0) return
    const { x0, y0, x1, y1 } = this.#edges
    const store = this.#store
    const isAtEnd = along <= touch || along >= length - touch
    if (isAtEnd) {
      if (place === 2) store.split(f, along <= touch ? x0[e] : x1[e], along <= touch ? y0[e] : y1[e])
      return
    }
    if (place === 2) {
      store.split(e, x, y)
      store.split(f, x, y)
    } else store.split(e, place ? x1[f] : x0[f], place ? y1[f] : y0[f])
  }

  /** @returns 0 at the start, 1 at the end, 2 between, -1 not on arc f, for a point on its circle */
  #placeOnArc(f: number, x: number, y: number): number {
    const { x0, y0, x1, y1, kind } = this.#edges
    const touch = this.#end * this.#end
    const px = x - x0[f]
    const py = y - y0[f]
    if (px * px + py * py <= touch) return 0
    const qx = x - x1[f]
    const qy = y - y1[f]
    if (qx * qx + qy * qy <= touch) return 1
    const turn = (x1[f] - x0[f]) * py - (y1[f] - y0[f]) * px
    return (kind[f] === 1 ? turn < 0 : turn > 0) ? 2 : -1
  }

  #arcs(e: number, f: number): void {
    const { cx, cy, r } = this.#edges
    const dx = cx[f] - cx[e]
    const dy = cy[f] - cy[e]
    const distance = Math.sqrt(dx * dx + dy * dy)
    const near = this.#side * 2
    if (distance <= near && Math.abs(r[e] - r[f]) <= near) return this.#sameCircle(e, f)
    if (distance > r[e] + r[f] + near || distance < Math.abs(r[e] - r[f]) - near || distance === 0) return
    const ux = dx / distance
    const uy = dy / distance
    const along = (distance + ((r[e] - r[f]) * (r[e] + r[f])) / distance) / 2
    if (distance > r[e] + r[f] - near || distance < Math.abs(r[e] - r[f]) + near) {
      const reach = along > 0 ? r[e] : -r[e]
      return this.#meetArcs(e, f, cx[e] + ux * reach, cy[e] + uy * reach)
    }
    const half = Math.sqrt(Math.max(0, (r[e] - along) * (r[e] + along)))
    const x = cx[e] + ux * along
    const y = cy[e] + uy * along
    this.#meetArcs(e, f, x - uy * half, y + ux * half)
    this.#meetArcs(e, f, x + uy * half, y - ux * half)
  }

  #meetArcs(e: number, f: number, x: number, y: number): void {
    const atE = this.#placeOnArc(e, x, y)
    if (atE < 0) return
    const atF = this.#placeOnArc(f, x, y)
    if (atF < 0) return
    const { x0, y0, x1, y1 } = this.#edges
    const store = this.#store
    if (atE === 2 && atF === 2) {
      store.split(e, x, y)
      store.split(f, x, y)
    } else if (atE === 2) store.split(e, atF ? x1[f] : x0[f], atF ? y1[f] : y0[f])
    else if (atF === 2) store.split(f, atE ? x1[e] : x0[e], atE ? y1[e] : y0[e])
  }

  #sameCircle(e: number, f: number): void {
    const { x0, y0, x1, y1 } = this.#edges
    const store = this.#store
    const f0 = this.#placeOnArc(e, x0[f], y0[f])
    const f1 = this.#placeOnArc(e, x1[f], y1[f])
    const e0 = this.#placeOnArc(f, x0[e], y0[e])
    const e1 = this.#placeOnArc(f, x1[e], y1[e])
    if (f0 === 2) store.split(e, x0[f], y0[f])
    if (f1 === 2) store.split(e, x1[f], y1[f])
    if (e0 === 2) store.split(f, x0[e], y0[e])
    if (e1 === 2) store.split(f, x1[e], y1[e])
    // Which part is common is decided where pieces are looked at; arcs that only touch at ends have none.
    if (e < f) store.cover(e, f)
    else store.cover(f, e)
  }
}
