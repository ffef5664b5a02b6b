import { ProblemLog } from '#core/base/problem.ts'
import type { Aperture } from '#core/interpret/aperture.ts'
import { AttributeStore } from '#core/interpret/attribute-store.ts'
import { LineWalker } from '#core/interpret/line-walker.ts'
import { PLAIN, type Placement } from '#core/interpret/placement.ts'
import { Plot } from '#core/interpret/plot.ts'
import type { PlotLimits } from '#core/interpret/plot-limits.ts'
import { ConstructLog } from '#core/read/gerber/construct-log.ts'

/** What the parts of the interpreter share: where to plot, the graphics state, and where to report. */
export class PlotContext {
  readonly limits: PlotLimits
  readonly problems = new ProblemLog()
  readonly constructs = new ConstructLog()
  readonly attributes = new AttributeStore()
  readonly #lines: LineWalker

  /** The layer, or the block being defined. */
  plot = new Plot()
  /** Current point, nm, in the image. */
  x = 0
  y = 0
  dark = true
  aperture: Aperture | null = null
  /** How apertures lie: LM, LR, LS and the deprecated image transformations. */
  placement: Placement = PLAIN
  /** One count of the file, nm. */
  count = 1
  /** Set when a limit is reached: nothing more is plotted. */
  isFull = false

  /** Rows of plots other than the current one: closed blocks and the layers around an open block. */
  #elsewhere = 0
  #verticesElsewhere = 0
  #copies = 0

  constructor(lineStarts: Uint32Array, limits: PlotLimits) {
    this.#lines = new LineWalker(lineStarts)
    this.limits = limits
  }

  /** @returns whether so much more stays within the limits */
  fits(objects: number, prims: number, vertices: number): boolean {
    const { plot, limits } = this
    const rows = Math.max(plot.prims.count + prims, plot.objects.count + objects)
    return this.#elsewhere + rows <= limits.prims && this.#verticesElsewhere + plot.rings.vertices + vertices <= limits.vertices
  }

  /** @returns whether so many copies may be made; they count if so. A vertex counts as a tenth of a primitive. */
  allowsCopies(objects: number, prims: number, vertices: number): boolean {
    const copies = Math.max(objects, prims, vertices / 10)
    if (this.#copies + copies > this.limits.copies || !this.fits(objects, prims, vertices)) return false
    this.#copies += copies
    return true
  }

  /** Plots into another plot from here on; the one so far counts on. */
  switchTo(plot: Plot): void {
    this.#count(this.plot, 1)
    this.plot = plot
  }

  /** Goes back to a plot that was switched away from; the one so far counts on. */
  returnTo(plot: Plot): void {
    this.#count(this.plot, 1)
    this.#count(plot, -1)
    this.plot = plot
  }

  #count(plot: Plot, sign: number): void {
    this.#elsewhere += sign * Math.max(plot.prims.count, plot.objects.count)
    this.#verticesElsewhere += sign * plot.rings.vertices
  }

  line(at: number): number {
    return this.#lines.at(at)
  }

  warn(code: string, at: number, message: string): void {
    this.problems.add('warning', code, this.line(at), message)
  }

  error(code: string, at: number, message: string): void {
    this.problems.add('error', code, this.line(at), message)
  }
}
