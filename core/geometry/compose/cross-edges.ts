import { liesOnCircle, placeOnArc } from './arc-place.ts'
import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
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
  readonly #same: number
  readonly #end: number

  constructor(edges: Edges, store: SplitStore, tolerances: Tolerances) {
    this.#edges = edges
    this.#store = store
    this.#side = tolerances.side
    this.#same = tolerances.same
    this.#end = tolerances.end
  }

  /** Splits and pairs stored so far. */
  get splitCount(): number {
    return this.#store.count + this.#store.partnerCount
  }

  /** Any two edges whose boxes overlap; e and f differ. */
  cross(e: number, f: number): void {
    const { data } = this.#edges
    const isArcE = (data[(e << EDGE_SHIFT) + EDGE_META] & 3) !== 0
    const isArcF = (data[(f << EDGE_SHIFT) + EDGE_META] & 3) !== 0
    if (!isArcE) {
      if (!isArcF) this.#lines(e, f)
      else this.#lineArc(e, f)
    } else if (!isArcF) this.#lineArc(f, e)
    else this.#arcs(e, f)
  }

  #lines(e: number, f: number): void {
    const { data } = this.#edges
    const ax = data[e << EDGE_SHIFT]
    const ay = data[(e << EDGE_SHIFT) + EDGE_Y0]
    const dx = data[(e << EDGE_SHIFT) + EDGE_X1] - ax
    const dy = data[(e << EDGE_SHIFT) + EDGE_Y1] - ay
    const cx = data[f << EDGE_SHIFT] - ax
    const cy = data[(f << EDGE_SHIFT) + EDGE_Y0] - ay
    const fx = data[(f << EDGE_SHIFT) + EDGE_X1] - data[f << EDGE_SHIFT]
    const fy = data[(f << EDGE_SHIFT) + EDGE_Y1] - data[(f << EDGE_SHIFT) + EDGE_Y0]
    // One continues the other without folding back: nothing but the common end.
    if (
      ((cx === dx && cy === dy) || (data[(f << EDGE_SHIFT) + EDGE_X1] === ax && data[(f << EDGE_SHIFT) + EDGE_Y1] === ay)) &&
      dx * fx + dy * fy > 0
    )
      return
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
      if (atF < 0) store.split(f, atE ? data[(e << EDGE_SHIFT) + EDGE_X1] : ax, atE ? data[(e << EDGE_SHIFT) + EDGE_Y1] : ay)
    } else if (atF >= 0)
      store.split(
        e,
        atF ? data[(f << EDGE_SHIFT) + EDGE_X1] : data[f << EDGE_SHIFT],
        atF ? data[(f << EDGE_SHIFT) + EDGE_Y1] : data[(f << EDGE_SHIFT) + EDGE_Y0],
      )
    else {
      const x = ax + t * dx
      const y = ay + t * dy
      store.split(e, x, y)
      store.split(f, x, y)
    }
  }

  /** Nearly parallel lines: the crossing is ill defined along them, so ends that touch are looked at first. */
  #slantedLines(e: number, f: number, c0: number, c1: number, e0: number, e1: number, lengthE: number, lengthF: number, den: number): void {
    const { data } = this.#edges
    const store = this.#store
    const ax = data[e << EDGE_SHIFT]
    const ay = data[(e << EDGE_SHIFT) + EDGE_Y0]
    const ux = (data[(e << EDGE_SHIFT) + EDGE_X1] - ax) / lengthE
    const uy = (data[(e << EDGE_SHIFT) + EDGE_Y1] - ay) / lengthE
    const p0 = (data[f << EDGE_SHIFT] - ax) * ux + (data[(f << EDGE_SHIFT) + EDGE_Y0] - ay) * uy
    const p1 = (data[(f << EDGE_SHIFT) + EDGE_X1] - ax) * ux + (data[(f << EDGE_SHIFT) + EDGE_Y1] - ay) * uy
    const from = Math.max(0, Math.min(p0, p1))
    const to = Math.min(lengthE, Math.max(p0, p1))
    if (to - from < -this.#end) return
    const d0 = c0 / lengthE
    const d1 = c1 / lengthE
    const slope = p1 === p0 ? 0 : (d1 - d0) / (p1 - p0)
    const atFrom = d0 + (from - p0) * slope
    const atTo = d0 + (to - p0) * slope
    const touch = this.#end
    const isOn = Math.abs(atFrom) <= this.#same && Math.abs(atTo) <= this.#same
    if (isOn && to - from > touch) {
      this.#store.pair(e, f)
    }
    const near = isOn ? this.#same * 2 : touch
    if (Math.abs(d0) <= near && p0 > touch && p0 < lengthE - touch) {
      store.split(e, data[f << EDGE_SHIFT], data[(f << EDGE_SHIFT) + EDGE_Y0])
    }
    if (Math.abs(d1) <= near && p1 > touch && p1 < lengthE - touch) {
      store.split(e, data[(f << EDGE_SHIFT) + EDGE_X1], data[(f << EDGE_SHIFT) + EDGE_Y1])
    }
    if (Math.abs(e0 / lengthF) <= near && this.#isWithin(f, ax, ay, lengthF)) {
      store.split(f, ax, ay)
    }
    if (
      Math.abs(e1 / lengthF) <= near &&
      this.#isWithin(f, data[(e << EDGE_SHIFT) + EDGE_X1], data[(e << EDGE_SHIFT) + EDGE_Y1], lengthF)
    ) {
      store.split(f, data[(e << EDGE_SHIFT) + EDGE_X1], data[(e << EDGE_SHIFT) + EDGE_Y1])
    }
    if (isOn || den === 0 || atFrom * atTo > 0) return
    const along = from + (to - from) * (atFrom / (atFrom - atTo))
    const x = ax + ux * along
    const y = ay + uy * along
    if (along > touch && along < lengthE - touch) store.split(e, x, y)
    if (this.#isWithin(f, x, y, lengthF)) store.split(f, x, y)
  }

  #isWithin(f: number, x: number, y: number, lengthF: number): boolean {
    const { data } = this.#edges
    const along =
      ((x - data[f << EDGE_SHIFT]) * (data[(f << EDGE_SHIFT) + EDGE_X1] - data[f << EDGE_SHIFT]) +
        (y - data[(f << EDGE_SHIFT) + EDGE_Y0]) * (data[(f << EDGE_SHIFT) + EDGE_Y1] - data[(f << EDGE_SHIFT) + EDGE_Y0])) /
      lengthF
    return along > this.#end && along < lengthF - this.#end
  }

  #lineArc(e: number, f: number): void {
    const { data } = this.#edges
    const ax = data[e << EDGE_SHIFT]
    const ay = data[(e << EDGE_SHIFT) + EDGE_Y0]
    const dx = data[(e << EDGE_SHIFT) + EDGE_X1] - ax
    const dy = data[(e << EDGE_SHIFT) + EDGE_Y1] - ay
    const length = Math.sqrt(dx * dx + dy * dy)
    const ux = dx / length
    const uy = dy / length
    const qx = data[(f << EDGE_SHIFT) + EDGE_CX] - ax
    const qy = data[(f << EDGE_SHIFT) + EDGE_CY] - ay
    const radius = data[(f << EDGE_SHIFT) + EDGE_R]
    const foot = qx * ux + qy * uy
    const height = qx * uy - qy * ux
    if (liesOnCircle(qx, qy, dx, dy, length, radius, this.#same)) return this.#lineOnArc(e, f)
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

  #lineOnArc(e: number, f: number): void {
    const { data } = this.#edges
    const o = e << EDGE_SHIFT
    const q = f << EDGE_SHIFT
    const length = Math.hypot(data[o + EDGE_X1] - data[o], data[o + EDGE_Y1] - data[o + EDGE_Y0])
    for (let end = 0; end <= EDGE_X1; end += EDGE_X1) {
      if (placeOnArc(this.#edges.data, this.#end, f, data[o + end], data[o + end + 1]) === 2)
        this.#store.split(f, data[o + end], data[o + end + 1])
      if (this.#isWithin(e, data[q + end], data[q + end + 1], length)) {
        const off =
          (data[q + end] - data[o]) * (data[o + EDGE_Y1] - data[o + EDGE_Y0]) -
          (data[q + end + 1] - data[o + EDGE_Y0]) * (data[o + EDGE_X1] - data[o])
        if (Math.abs(off) <= 3 * this.#same * length) this.#store.split(e, data[q + end], data[q + end + 1])
      }
    }
    this.#store.pair(e, f)
  }

  #meetLineArc(e: number, f: number, along: number, length: number, x: number, y: number): void {
    const touch = this.#end
    if (along < -touch || along > length + touch) return
    const place = placeOnArc(this.#edges.data, this.#end, f, x, y)
    if (place < 0) return
    const { data } = this.#edges
    const store = this.#store
    const isAtEnd = along <= touch || along >= length - touch
    if (isAtEnd) {
      if (place === 2)
        store.split(
          f,
          along <= touch ? data[e << EDGE_SHIFT] : data[(e << EDGE_SHIFT) + EDGE_X1],
          along <= touch ? data[(e << EDGE_SHIFT) + EDGE_Y0] : data[(e << EDGE_SHIFT) + EDGE_Y1],
        )
      return
    }
    if (place === 2) {
      store.split(e, x, y)
      store.split(f, x, y)
    } else
      store.split(
        e,
        place ? data[(f << EDGE_SHIFT) + EDGE_X1] : data[f << EDGE_SHIFT],
        place ? data[(f << EDGE_SHIFT) + EDGE_Y1] : data[(f << EDGE_SHIFT) + EDGE_Y0],
      )
  }

  #arcs(e: number, f: number): void {
    const { data } = this.#edges
    const dx = data[(f << EDGE_SHIFT) + EDGE_CX] - data[(e << EDGE_SHIFT) + EDGE_CX]
    const dy = data[(f << EDGE_SHIFT) + EDGE_CY] - data[(e << EDGE_SHIFT) + EDGE_CY]
    const distance = Math.sqrt(dx * dx + dy * dy)
    const near = this.#side * 2
    if (distance <= near && Math.abs(data[(e << EDGE_SHIFT) + EDGE_R] - data[(f << EDGE_SHIFT) + EDGE_R]) <= near)
      return this.#sameCircle(e, f)
    if (
      distance > data[(e << EDGE_SHIFT) + EDGE_R] + data[(f << EDGE_SHIFT) + EDGE_R] + near ||
      distance < Math.abs(data[(e << EDGE_SHIFT) + EDGE_R] - data[(f << EDGE_SHIFT) + EDGE_R]) - near ||
      distance === 0
    )
      return
    const ux = dx / distance
    const uy = dy / distance
    const along =
      (distance +
        ((data[(e << EDGE_SHIFT) + EDGE_R] - data[(f << EDGE_SHIFT) + EDGE_R]) *
          (data[(e << EDGE_SHIFT) + EDGE_R] + data[(f << EDGE_SHIFT) + EDGE_R])) /
          distance) /
      2
    if (
      distance > data[(e << EDGE_SHIFT) + EDGE_R] + data[(f << EDGE_SHIFT) + EDGE_R] - near ||
      distance < Math.abs(data[(e << EDGE_SHIFT) + EDGE_R] - data[(f << EDGE_SHIFT) + EDGE_R]) + near
    ) {
      const reach = along > 0 ? data[(e << EDGE_SHIFT) + EDGE_R] : -data[(e << EDGE_SHIFT) + EDGE_R]
      return this.#meetArcs(e, f, data[(e << EDGE_SHIFT) + EDGE_CX] + ux * reach, data[(e << EDGE_SHIFT) + EDGE_CY] + uy * reach)
    }
    const half = Math.sqrt(Math.max(0, (data[(e << EDGE_SHIFT) + EDGE_R] - along) * (data[(e << EDGE_SHIFT) + EDGE_R] + along)))
    const x = data[(e << EDGE_SHIFT) + EDGE_CX] + ux * along
    const y = data[(e << EDGE_SHIFT) + EDGE_CY] + uy * along
    this.#meetArcs(e, f, x - uy * half, y + ux * half)
    this.#meetArcs(e, f, x + uy * half, y - ux * half)
  }

  #meetArcs(e: number, f: number, x: number, y: number): void {
    const atE = placeOnArc(this.#edges.data, this.#end, e, x, y)
    if (atE < 0) return
    const atF = placeOnArc(this.#edges.data, this.#end, f, x, y)
    if (atF < 0) return
    const { data } = this.#edges
    const store = this.#store
    if (atE === 2 && atF === 2) {
      store.split(e, x, y)
      store.split(f, x, y)
    } else if (atE === 2)
      store.split(
        e,
        atF ? data[(f << EDGE_SHIFT) + EDGE_X1] : data[f << EDGE_SHIFT],
        atF ? data[(f << EDGE_SHIFT) + EDGE_Y1] : data[(f << EDGE_SHIFT) + EDGE_Y0],
      )
    else if (atF === 2)
      store.split(
        f,
        atE ? data[(e << EDGE_SHIFT) + EDGE_X1] : data[e << EDGE_SHIFT],
        atE ? data[(e << EDGE_SHIFT) + EDGE_Y1] : data[(e << EDGE_SHIFT) + EDGE_Y0],
      )
  }

  #sameCircle(e: number, f: number): void {
    const { data } = this.#edges
    const store = this.#store
    const f0 = placeOnArc(this.#edges.data, this.#end, e, data[f << EDGE_SHIFT], data[(f << EDGE_SHIFT) + EDGE_Y0])
    const f1 = placeOnArc(this.#edges.data, this.#end, e, data[(f << EDGE_SHIFT) + EDGE_X1], data[(f << EDGE_SHIFT) + EDGE_Y1])
    const e0 = placeOnArc(this.#edges.data, this.#end, f, data[e << EDGE_SHIFT], data[(e << EDGE_SHIFT) + EDGE_Y0])
    const e1 = placeOnArc(this.#edges.data, this.#end, f, data[(e << EDGE_SHIFT) + EDGE_X1], data[(e << EDGE_SHIFT) + EDGE_Y1])
    if (f0 === 2) store.split(e, data[f << EDGE_SHIFT], data[(f << EDGE_SHIFT) + EDGE_Y0])
    if (f1 === 2) store.split(e, data[(f << EDGE_SHIFT) + EDGE_X1], data[(f << EDGE_SHIFT) + EDGE_Y1])
    if (e0 === 2) store.split(f, data[e << EDGE_SHIFT], data[(e << EDGE_SHIFT) + EDGE_Y0])
    if (e1 === 2) store.split(f, data[(e << EDGE_SHIFT) + EDGE_X1], data[(e << EDGE_SHIFT) + EDGE_Y1])
    // Which part is common is decided where pieces are looked at; arcs that only touch at ends have none.
    this.#store.pair(e, f)
  }
}
