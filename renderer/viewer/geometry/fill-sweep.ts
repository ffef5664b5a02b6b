/** Takes what a filled contour is made of; all nm, in the coordinates of the input. */
export interface FillSink {
  /** A filled trapezoid between y0 < y1: from l0 to r0 at y0, from l1 to r1 at y1. */
  trapezoid(y0: number, y1: number, l0: number, r0: number, l1: number, r1: number): void
  /** A piece of the boundary of the filled area. */
  edge(x0: number, y0: number, x1: number, y1: number): void
}

/** Crossings nearer than this to an end of a slab are left alone, nm. */
const EPSILON_NM = 1
const NO_WIDTH_NM = 1e-3
/** Steps (active edges × slabs) that one contour may cost before its slabs are made coarser. */
const WORK_LIMIT = 400_000_000
const COARSE_SLABS = 2048

/**
 * Cuts contours filled by the nonzero rule into trapezoids and their true boundary, by a sweep along y. Any input is
 * fine: holes, overlapping, self-crossing and touching rings. The buffers are kept between calls.
 */
export class FillSweep {
  #low: number[] = []
  #high: number[] = []
  #xLow: number[] = []
  #slope: number[] = []
  #winding: number[] = []
  #ys: number[] = []
  #active: number[] = []
  #mid: number[] = []
  #spans: number[] = []
  #nextSpans: number[] = []
  /** Per edge: right partner as left end of a span, since when, and in which slab it was so. */
  #right: number[] = []
  #since: number[] = []
  #slabOf: number[] = []
  #edgeSince: number[] = []
  #edgeSlab: number[] = []
  #toggles: number[] = []

  begin(): void {
    for (const list of [this.#low, this.#high, this.#xLow, this.#slope, this.#winding, this.#ys, this.#active, this.#spans]) list.length = 0
  }

  /** Adds a closed ring as a flat list x, y, x, y, … */
  ring(points: ArrayLike<number>): void {
    const n = points.length
    if (n < 6) return
    let x0 = points[n - 2]!
    let y0 = points[n - 1]!
    for (let i = 0; i < n; i += 2) {
      const x1 = points[i]!
      const y1 = points[i + 1]!
      if (y0 !== y1) this.#addEdge(x0, y0, x1, y1)
      x0 = x1
      y0 = y1
    }
  }

  #addEdge(x0: number, y0: number, x1: number, y1: number): void {
    const up = y1 > y0
    this.#low.push(up ? y0 : y1)
    this.#high.push(up ? y1 : y0)
    this.#xLow.push(up ? x0 : x1)
    this.#slope.push((x1 - x0) / (y1 - y0))
    this.#winding.push(up ? 1 : -1)
    this.#ys.push(y0, y1)
  }

  #xAt(edge: number, y: number): number {
    return this.#xLow[edge]! + (y - this.#low[edge]!) * this.#slope[edge]!
  }

  /** @returns the slab borders, fewer and evenly spaced when the exact ones would cost too much */
  #levels(): number[] {
    const ys = this.#ys.sort((a, b) => a - b)
    let n = 0
    for (let i = 0; i < ys.length; i++) if (i === 0 || ys[i] !== ys[n - 1]) ys[n++] = ys[i]!
    ys.length = n
    if (this.#low.length * n <= WORK_LIMIT) return ys
    let load = 0
    for (let e = 0; e < this.#low.length; e++) load += ((this.#high[e]! - this.#low[e]!) / Math.max(1, ys[n - 1]! - ys[0]!)) * n
    if (load <= WORK_LIMIT) return ys
    const from = ys[0]!
    const step = (ys[n - 1]! - from) / COARSE_SLABS
    return Array.from({ length: COARSE_SLABS + 1 }, (_, i) => from + i * step)
  }

  /** Sweeps what was added since `begin`. */
  run(sink: FillSink): void {
    const edges = this.#low.length
    if (edges === 0) return
    const order = Array.from({ length: edges }, (_, e) => e).sort((a, b) => this.#low[a]! - this.#low[b]!)
    for (let e = 0; e < edges; e++) this.#slabOf[e] = this.#edgeSlab[e] = -2
    const levels = this.#levels()
    let splitsLeft = 4 * edges + 1000
    let pending = 0
    let slab = 0
    for (let k = 0; k + 1 < levels.length; k++) {
      let y = levels[k]!
      const top = levels[k + 1]!
      this.#retire(y)
      for (; pending < edges && this.#low[order[pending]!]! <= y; pending++) {
        if (this.#high[order[pending]!]! > y) this.#active.push(order[pending]!)
      }
      while (y < top) {
        let to = top
        this.#sortAt((y + to) / 2)
        for (let tries = 0; tries < 8 && splitsLeft > 0; tries++) {
          const crossing = this.#firstCrossing(y, to)
          if (crossing === null) break
          splitsLeft--
          to = crossing
          this.#sortAt((y + to) / 2)
        }
        this.#step(slab++, y, sink)
        y = to
      }
    }
    const last = levels[levels.length - 1]!
    this.#active.length = 0
    this.#step(slab, last, sink)
  }

  #retire(y: number): void {
    const active = this.#active
    let kept = 0
    for (const edge of active) if (this.#high[edge]! > y) active[kept++] = edge
    active.length = kept
  }

  #sortAt(y: number): void {
    const active = this.#active
    const mid = this.#mid
    for (let i = 0; i < active.length; i++) {
      const edge = active[i]!
      const x = this.#xAt(edge, y)
      let j = i - 1
      while (j >= 0 && mid[j]! > x) {
        mid[j + 1] = mid[j]!
        active[j + 1] = active[j]!
        j--
      }
      mid[j + 1] = x
      active[j + 1] = edge
    }
  }

  /** @returns the lowest crossing of neighbours strictly inside the slab, or null */
  #firstCrossing(y: number, to: number): number | null {
    const active = this.#active
    let first = to
    for (let i = 0; i + 1 < active.length; i++) {
      const a = active[i]!
      const b = active[i + 1]!
      const atLow = this.#xAt(a, y) - this.#xAt(b, y)
      const atHigh = this.#xAt(a, to) - this.#xAt(b, to)
      if (atLow <= EPSILON_NM && atHigh <= EPSILON_NM) continue
      if (atLow === atHigh || atLow * atHigh > 0) continue
      const crossing = y + ((to - y) * atLow) / (atLow - atHigh)
      if (crossing > y + EPSILON_NM / 4 && crossing < first - EPSILON_NM / 4) first = crossing
    }
    return first < to ? first : null
  }

  /** Finds the spans just above y, closes what ended there and opens what begins. */
  #step(slab: number, y: number, sink: FillSink): void {
    const active = this.#active
    const next = this.#nextSpans
    next.length = 0
    let winding = 0
    let leftX = 0
    for (let i = 0; i < active.length; i++) {
      const edge = active[i]!
      const before = winding
      winding += this.#winding[edge]!
      if (before === 0) {
        next.push(edge)
        leftX = this.#mid[i]!
      } else if (winding === 0) {
        // Edges that lie on each other enclose nothing: no area and no boundary.
        if (this.#mid[i]! - leftX > NO_WIDTH_NM) next.push(edge)
        else next.length--
      }
    }
    next.length &= ~1
    this.#close(slab, y, sink, next)
    this.#nextSpans = this.#spans
    this.#spans = next
  }

  #close(slab: number, y: number, sink: FillSink, next: number[]): void {
    const spans = this.#spans
    const toggles = this.#toggles
    toggles.length = 0
    // Spans that go on keep their start; the others end here.
    const goesOn = slab + 0.5
    for (let i = 0; i < next.length; i += 2) {
      const left = next[i]!
      if (this.#slabOf[left] === slab - 1 && this.#right[left] === next[i + 1]) this.#slabOf[left] = goesOn
    }
    for (let i = 0; i < spans.length; i += 2) {
      const left = spans[i]!
      if (this.#slabOf[left] === goesOn) continue
      const right = this.#right[left]!
      const from = this.#since[left]!
      const l1 = this.#xAt(left, y)
      const r1 = this.#xAt(right, y)
      sink.trapezoid(from, y, this.#xAt(left, from), this.#xAt(right, from), l1, r1)
      toggles.push(l1, r1)
    }
    for (let i = 0; i < next.length; i += 2) {
      const left = next[i]!
      if (this.#slabOf[left] !== goesOn) {
        const right = next[i + 1]!
        this.#right[left] = right
        this.#since[left] = y
        toggles.push(this.#xAt(left, y), this.#xAt(right, y))
      }
      this.#slabOf[left] = slab
    }
    this.#boundary(slab, y, sink, next)
  }

  #boundary(slab: number, y: number, sink: FillSink, next: number[]): void {
    for (const edge of next) {
      if (this.#edgeSlab[edge] !== slab - 1) this.#edgeSince[edge] = y
      this.#edgeSlab[edge] = slab
    }
    for (const edge of this.#spans) {
      if (this.#edgeSlab[edge] === slab) continue
      const from = this.#edgeSince[edge]!
      sink.edge(this.#xAt(edge, from), from, this.#xAt(edge, y), y)
    }
    // Level pieces of the boundary: where exactly one side of the line y is filled.
    const toggles = this.#toggles
    if (toggles.length === 0) return
    toggles.sort((a, b) => a - b)
    for (let i = 0; i + 1 < toggles.length; i += 2) {
      if (toggles[i + 1]! - toggles[i]! > EPSILON_NM) sink.edge(toggles[i]!, y, toggles[i + 1]!, y)
    }
  }
}
