import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Paintable } from '#core/render/prim-list.ts'
import { scanCapsule } from '#core/render/scan-capsule.ts'
import { ContourScan } from '#core/render/scan-contour.ts'
import type { SpanTarget } from '#core/render/span-target.ts'
import type { PixelMap } from '#core/render/view.ts'

/** Which primitives reach into which band of rows, in drawing order. */
export interface Bands {
  readonly rowsPerBand: number
  /** Band b: `list[start[b]] .. list[start[b + 1] - 1]`. */
  readonly start: Uint32Array
  readonly list: Uint32Array
}

/** @returns the primitives by band of `rowsPerBand` (sub)pixel rows, without those outside the picture */
export const bandsOf = (art: Paintable, map: PixelMap, height: number, rowsPerBand: number): Bands => {
  const { prims } = art
  const bands = Math.ceil(height / rowsPerBand)
  const first = new Int32Array(prims.count)
  const last = new Int32Array(prims.count).fill(-1)
  const start = new Uint32Array(bands + 1)
  for (let i = 0; i < prims.count; i++) {
    const r = prims.r[i]! * Math.abs(map.ax)
    const [xa, xb] = [map.ax * prims.x0[i]! + map.bx, map.ax * prims.x1[i]! + map.bx]
    if (Math.max(xa, xb) + r < 0 || Math.min(xa, xb) - r > map.width) continue
    const [ya, yb] = [map.ay * prims.y0[i]! + map.by, map.ay * prims.y1[i]! + map.by]
    first[i] = Math.max(0, Math.floor((Math.min(ya, yb) - r) / rowsPerBand))
    last[i] = Math.min(bands - 1, Math.floor((Math.max(ya, yb) + r) / rowsPerBand))
    for (let b = first[i]!; b <= last[i]!; b++) start[b + 1]!++
  }
  for (let b = 0; b < bands; b++) start[b + 1]! += start[b]!
  const list = new Uint32Array(start[bands]!)
  const fill = start.slice()
  for (let i = 0; i < prims.count; i++) for (let b = first[i]!; b <= last[i]!; b++) list[fill[b]!++] = i
  return { rowsPerBand, start, list }
}

/** Paints primitives in image order: dark ones set the value, clear ones take it away. Keeps work arrays between bands. */
export class Painter {
  readonly #scan = new ContourScan()

  /** Paints band `b` into the target, which must start at its first row. */
  band(art: Paintable, map: PixelMap, bands: Bands, b: number, target: SpanTarget, value = 255): void {
    const { prims, rings } = art
    for (let k = bands.start[b]!; k < bands.start[b + 1]!; k++) {
      const i = bands.list[k]!
      const paint = prims.dark[i] ? value : 0
      if (prims.kind[i] === PRIM_CAPSULE) {
        const r = prims.r[i]! * Math.abs(map.ax)
        const [x0, y0] = [map.ax * prims.x0[i]! + map.bx, map.ay * prims.y0[i]! + map.by]
        const [x1, y1] = [map.ax * prims.x1[i]! + map.bx, map.ay * prims.y1[i]! + map.by]
        scanCapsule(target, x0, y0, x1, y1, r, paint)
      } else this.#scan.fill(target, map, rings, prims.ringFrom[i]!, prims.ringTo[i]!, paint)
    }
  }
}
