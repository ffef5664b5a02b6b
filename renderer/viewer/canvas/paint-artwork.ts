import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Linear } from '../camera.ts'
import { arcOf } from '../geometry/bulge.ts'
import type { Artwork } from '../geometry/drawable.ts'

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

/** World -> pixels: px = a·x + b·y + e, py = c·x + d·y + f. */
export interface WorldMap {
  readonly linear: Linear
  readonly e: number
  readonly f: number
}

/** Sub-paths stroked in one call: more makes the rasteriser slow. */
const PATH_PARTS = 400

/** @returns a map that puts world point (x, y) at pixel (px, py) */
export const worldMap = (linear: Linear, x: number, y: number, px: number, py: number): WorldMap => ({
  linear,
  e: px - linear[0] * x - linear[1] * y,
  f: py - linear[2] * x - linear[3] * y,
})

/** Adds a contour's rings, arcs included, to a path. */
export const traceContour = (path: Path2D, { prims, rings }: Artwork, prim: number, map: WorldMap): void => {
  const [a, b, c, d] = map.linear
  const scale = Math.hypot(a, c)
  const mirrored = a * d - b * c > 0
  const px = (x: number, y: number): number => a * x + b * y + map.e
  const py = (x: number, y: number): number => c * x + d * y + map.f
  for (let k = prims.ringFrom[prim]!; k < prims.ringTo[prim]!; k++) {
    const from = rings.start[k]!
    const to = rings.start[k + 1]!
    for (let v = from; v < to; v++) {
      const x = rings.x[v]!
      const y = rings.y[v]!
      if (v === from) path.moveTo(px(x, y), py(x, y))
      const w = v + 1 < to ? v + 1 : from
      const bulge = rings.bulge[v]!
      const arc = bulge === 0 ? null : arcOf(x, y, rings.x[w]!, rings.y[w]!, bulge)
      if (arc && arc.r * scale < 1e6) {
        const start = Math.atan2(py(x, y) - py(arc.cx, arc.cy), px(x, y) - px(arc.cx, arc.cy))
        // On the screen y runs down: a counterclockwise arc runs clockwise unless the view is mirrored.
        const sweep = mirrored ? arc.sweep : -arc.sweep
        path.arc(px(arc.cx, arc.cy), py(arc.cx, arc.cy), arc.r * scale, start, start + sweep, sweep < 0)
      } else path.lineTo(px(rings.x[w]!, rings.y[w]!), py(rings.x[w]!, rings.y[w]!))
    }
    path.closePath()
  }
}

/** Strokes of one width in one path, discs in another. */
class Batch {
  strokes = new Path2D()
  discs = new Path2D()
  parts = 0
  readonly radius: number

  constructor(radius: number) {
    this.radius = radius
  }

  flush(context: Context): void {
    if (this.parts === 0) return
    // Thinner than a pixel: a pixel wide and fainter, but never lost.
    context.globalAlpha = Math.min(1, Math.max(0.25, 2 * this.radius))
    context.lineWidth = 2 * Math.max(0.5, this.radius)
    context.stroke(this.strokes)
    context.fill(this.discs)
    context.globalAlpha = 1
    this.strokes = new Path2D()
    this.discs = new Path2D()
    this.parts = 0
  }
}

/**
 * Paints the coverage of a layer, white on transparent, in image order: dark covers, clear erases.
 * @param prims primitives to paint, ascending; all when null
 */
export const paintArtwork = (context: Context, art: Artwork, map: WorldMap, prims: readonly number[] | null, outlines = false): void => {
  const [a, b, c, d] = map.linear
  const scale = Math.hypot(a, c)
  const batches = new Map<number, Batch>()
  const flush = (): void => {
    for (const batch of batches.values()) batch.flush(context)
    batches.clear()
  }
  context.fillStyle = context.strokeStyle = '#fff'
  context.lineCap = context.lineJoin = 'round'
  context.lineWidth = 1
  let polarity = -1
  const count = prims?.length ?? art.prims.count
  for (let i = 0; i < count; i++) {
    const p = prims ? prims[i]! : i
    if (art.prims.dark[p] !== polarity) {
      flush()
      polarity = art.prims.dark[p]!
      context.globalCompositeOperation = polarity === 1 || outlines ? 'source-over' : 'destination-out'
    }
    if (art.prims.kind[p] !== PRIM_CAPSULE) {
      const path = new Path2D()
      traceContour(path, art, p, map)
      if (outlines) context.stroke(path)
      else context.fill(path, 'nonzero')
      continue
    }
    const x0 = a * art.prims.x0[p]! + b * art.prims.y0[p]! + map.e
    const y0 = c * art.prims.x0[p]! + d * art.prims.y0[p]! + map.f
    const x1 = a * art.prims.x1[p]! + b * art.prims.y1[p]! + map.e
    const y1 = c * art.prims.x1[p]! + d * art.prims.y1[p]! + map.f
    const radius = art.prims.r[p]! * scale
    if (outlines) {
      strokeCapsuleOutline(context, x0, y0, x1, y1, radius)
      continue
    }
    let batch = batches.get(art.prims.r[p]!)
    if (!batch) batches.set(art.prims.r[p]!, (batch = new Batch(radius)))
    if (x0 === x1 && y0 === y1) {
      batch.discs.moveTo(x0 + Math.max(0.5, radius), y0)
      batch.discs.arc(x0, y0, Math.max(0.5, radius), 0, 2 * Math.PI)
    } else {
      batch.strokes.moveTo(x0, y0)
      batch.strokes.lineTo(x1, y1)
    }
    if (++batch.parts >= PATH_PARTS) batch.flush(context)
  }
  flush()
  context.globalCompositeOperation = 'source-over'
}

const strokeCapsuleOutline = (context: Context, x0: number, y0: number, x1: number, y1: number, radius: number): void => {
  const angle = Math.atan2(y1 - y0, x1 - x0)
  context.beginPath()
  context.arc(x1, y1, radius, angle - Math.PI / 2, angle + Math.PI / 2)
  context.arc(x0, y0, radius, angle + Math.PI / 2, angle + (3 * Math.PI) / 2)
  context.closePath()
  context.stroke()
}
