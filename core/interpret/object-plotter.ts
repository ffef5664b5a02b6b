import type { Aperture } from '#core/interpret/aperture.ts'
import { chordsOf, type Arc } from '#core/interpret/arc-geometry.ts'
import { copyObjects, sizeOf } from '#core/interpret/copy-objects.ts'
import { copyPrims } from '#core/interpret/copy-shape.ts'
import type { PlotContext } from '#core/interpret/plot-context.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'
import { roundArcStroke } from '#core/interpret/round-arc-stroke.ts'
import { sweepPen } from '#core/interpret/sweep-pen.ts'

/** Chords of arcs drawn with a pen that is not round, nm. */
const CHORD_TOLERANCE_NM = 1000

/**
 * Plots flashes, draws and arcs with the current aperture.
 * @source Gerber Layer Format Specification 2024.05, 4.7, 4.8
 */
export class ObjectPlotter {
  readonly #context: PlotContext

  constructor(context: PlotContext) {
    this.#context = context
  }

  flash(x: number, y: number, at: number): void {
    const context = this.#context
    const { plot, aperture, dark } = context
    if (aperture === null) return this.#missing(at)
    if (aperture.kind === 'block') return this.#flashBlock(aperture, x, y, at)
    const object = plot.beginObject(OBJECT_FLASH, dark, aperture.row, context.attributes.forAperture(aperture.attributes), context.line(at))
    plot.objects.ends(object, x, y, x, y)
    if (aperture.disc > 0) plot.capsule(dark, x, y, x, y, aperture.disc * context.placement.scale)
    else copyPrims(plot, aperture.shape, 0, aperture.shape.prims.count, context.placement, x, y, !dark)
    plot.endObject()
  }

  /** A straight stroke from the current point. */
  draw(x: number, y: number, at: number): void {
    const context = this.#context
    const { plot, aperture, dark } = context
    if (aperture === null) return this.#missing(at)
    const object = plot.beginObject(OBJECT_DRAW, dark, aperture.row, context.attributes.forAperture(aperture.attributes), context.line(at))
    plot.objects.ends(object, context.x, context.y, x, y)
    if (aperture.kind === 'circle') this.#capsule(aperture, x, y, at)
    else {
      this.#reportPen(aperture, at)
      sweepPen(plot, dark, aperture.pen(context.placement), context.x, context.y, x, y)
    }
    plot.endObject()
  }

  arc(arc: Arc, at: number): void {
    const context = this.#context
    const { plot, aperture, dark } = context
    if (aperture === null) return this.#missing(at)
    const object = plot.beginObject(OBJECT_ARC, dark, aperture.row, context.attributes.forAperture(aperture.attributes), context.line(at))
    plot.objects.ends(object, arc.x0, arc.y0, arc.x1, arc.y1)
    plot.objects.arc(object, arc.cx, arc.cy, arc.sweep)
    const pen = (aperture.info.size / 2) * context.placement.scale
    if (aperture.kind === 'circle') {
      this.#reportHole(aperture, at)
      if (pen > 0) roundArcStroke(plot, dark, arc, pen)
    } else {
      this.#reportPen(aperture, at)
      const points = chordsOf(arc, CHORD_TOLERANCE_NM)
      const outline = aperture.pen(context.placement)
      for (let v = 0; v + 3 < points.length; v += 2)
        sweepPen(plot, dark, outline, points[v]!, points[v + 1]!, points[v + 2]!, points[v + 3]!)
    }
    plot.endObject()
  }

  #capsule(aperture: Aperture, x: number, y: number, at: number): void {
    const { plot, dark, placement, x: fromX, y: fromY } = this.#context
    this.#reportHole(aperture, at)
    const pen = (aperture.info.size / 2) * placement.scale
    if (pen > 0) plot.capsule(dark, fromX, fromY, x, y, pen)
  }

  #flashBlock(block: Aperture, x: number, y: number, at: number): void {
    const context = this.#context
    const { plot, limits } = context
    const range = { objectFrom: 0, objectTo: block.shape.objects.count }
    const { prims, vertices } = sizeOf(block.shape, range)
    if (!context.allowsCopies(range.objectTo, prims, vertices)) {
      context.isFull = true
      context.error(
        'too-many-objects',
        at,
        `Block aperture D${block.info.code} expands beyond ${limits.copies} shapes; the rest of the file is left out.`,
      )
      return
    }
    block.blockFlashes++
    copyObjects(plot, block.shape, range, context.placement, x, y, !context.dark)
  }

  #missing(at: number): void {
    this.#context.error('no-aperture', at, 'Something is plotted while no defined aperture is selected; it is left out.')
  }

  #reportHole(aperture: Aperture, at: number): void {
    if (aperture.info.hole === 0) return
    this.#context.constructs.add('hole-in-pen', this.#context.line(at))
    this.#context.warn(
      'hole-in-pen',
      at,
      `D${aperture.info.code} has a hole and is used to draw; the hole is ignored. Readers differ on it.`,
    )
  }

  #reportPen(aperture: Aperture, at: number): void {
    const context = this.#context
    if (aperture.kind === 'rectangle' && aperture.info.hole === 0) {
      context.constructs.add('draw-with-rectangle', context.line(at))
      return
    }
    context.constructs.add('draw-with-unusual-aperture', context.line(at))
    context.warn(
      'draw-with-unusual-aperture',
      at,
      `D${aperture.info.code} (${aperture.kind}) is used to draw; only circles may. The area that its convex outline sweeps is taken.`,
    )
  }
}
