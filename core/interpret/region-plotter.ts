import { NO_APERTURE } from '#core/interpret/aperture.ts'
import { eachArcVertex, type Arc } from '#core/interpret/arc-geometry.ts'
import type { PlotContext } from '#core/interpret/plot-context.ts'
import { OBJECT_REGION } from '#core/interpret/plotted-layer.ts'
import { ringArea } from '#core/interpret/ring-measures.ts'

/** Gaps up to this many counts come from rounding. */
const ROUNDING_COUNTS = 2

/**
 * Plots regions: each contour between G36 and G37 becomes one object with one contour, counterclockwise. A contour that
 * does not end where it started is closed by a straight line and reported.
 * @source Gerber Layer Format Specification 2024.05, 4.10
 */
export class RegionPlotter {
  readonly #context: PlotContext
  #isOpen = false
  #startX = 0
  #startY = 0
  #contourAt = 0

  constructor(context: PlotContext) {
    this.#context = context
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  open(at: number): void {
    if (this.#isOpen) {
      this.#context.error('region-in-region', at, 'A region (G36) starts inside a region; the first one is closed here.')
      this.#closeContour()
    }
    this.#isOpen = true
  }

  close(at: number): void {
    if (!this.#isOpen) this.#context.warn('region-not-open', at, 'A region ends (G37) that was not opened.')
    else this.#closeContour()
    this.#isOpen = false
  }

  /** D02: the next edge starts another contour. */
  move(): void {
    this.#closeContour()
  }

  lineTo(at: number): void {
    this.#begin(at)
    this.#context.plot.rings.vertex(this.#context.x, this.#context.y, 0)
  }

  arcTo(arc: Arc, at: number): void {
    this.#begin(at)
    const { rings } = this.#context.plot
    eachArcVertex(arc, (x, y, bulge) => rings.vertex(x, y, bulge))
  }

  #begin(at: number): void {
    const { plot, x, y } = this.#context
    if (plot.rings.vertices > plot.rings.open) return
    this.#startX = x
    this.#startY = y
    this.#contourAt = at
  }

  /** Ends the contour; the edges so far lead to the current point. */
  #closeContour(): void {
    const context = this.#context
    const { plot, x, y } = context
    const { rings } = plot
    if (rings.vertices === rings.open) return
    const gap = Math.hypot(x - this.#startX, y - this.#startY)
    if (gap > 0) {
      rings.vertex(x, y, 0)
      const level = gap > ROUNDING_COUNTS * context.count ? 'error' : 'warning'
      const line = context.line(this.#contourAt)
      context.problems.add(
        level,
        'open-contour',
        line,
        `The region contour that starts here does not close: ${(gap / 1e6).toFixed(6)} mm lie between its ends. Closed by a straight line; refill the zone and export again.`,
      )
    }
    const { attributes } = context
    const object = plot.beginObject(OBJECT_REGION, context.dark, NO_APERTURE, attributes.forRegion(), context.line(this.#contourAt))
    plot.objects.ends(object, this.#startX, this.#startY, this.#startX, this.#startY)
    dropRepeated(rings)
    rings.close()
    const k = rings.count - 1
    const area = ringArea(rings, k)
    if (area < 0) rings.reverse(k)
    if (area !== 0) plot.contour(context.dark, k)
    else
      context.problems.add('info', 'empty-contour', context.line(this.#contourAt), 'A region contour encloses no area; it plots nothing.')
    plot.endObject()
  }
}

/** Leaves out straight edges without length in the ring being built. */
const dropRepeated = (rings: PlotContext['plot']['rings']): void => {
  const { x, y, bulge, open } = rings
  let kept = open
  for (let v = open; v < rings.vertices; v++) {
    const w = v + 1 < rings.vertices ? v + 1 : open
    if (bulge[v] === 0 && x[v] === x[w] && y[v] === y[w] && w !== v) continue
    x[kept] = x[v]!
    y[kept] = y[v]!
    bulge[kept] = bulge[v]!
    kept++
  }
  if (kept > open) rings.vertices = kept
}
