import type { Box } from '#core/base/box.ts'
import { PointIndex } from '#core/identify/point-index.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, OBJECT_REGION } from '#core/interpret/plotted-layer.ts'

/** Hits and pads count as one place within this distance, nm: coarser than any file's rounding, finer than any pitch. */
export const SAME_PLACE_NM = 40_000

/** What the shapes of an artwork file look like, for identification. Lengths nm. */
export interface ArtworkFacts {
  readonly flashes: number
  readonly draws: number
  readonly regions: number
  readonly drawLength: number
  readonly bounds: Box | null
  /** Places of dark flashes, and of strokes without length, which some tools plot instead. */
  readonly pads: PointIndex
  readonly padX: Float64Array
  readonly padY: Float64Array
  /** Objects whose ends both lie on an earlier or later object's end: closed figures; share of draws, 0..1. */
  readonly closedShare: number
  /** Most regions are small against the layer's extent. */
  readonly largestRegion: number
}

/** Gathers the facts in one pass over the plotted objects. */
export const artworkFacts = (gerber: GerberLayer): ArtworkFacts => {
  const { objects, prims, bounds } = gerber.plotted
  let flashes = 0
  let draws = 0
  let regions = 0
  let drawLength = 0
  let largestRegion = 0
  const x: number[] = []
  const y: number[] = []
  const ends = new Map<string, number>()
  let reach: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < objects.count; i++) {
    if (objects.dark[i] === 0) continue
    const kind = objects.kind[i]
    const dx = objects.x1[i]! - objects.x0[i]!
    const dy = objects.y1[i]! - objects.y0[i]!
    const length = Math.hypot(dx, dy)
    for (const [px, py] of [[objects.x0[i]!, objects.y0[i]!], [objects.x1[i]!, objects.y1[i]!]] as const) {
      reach = [Math.min(reach[0], px), Math.min(reach[1], py), Math.max(reach[2], px), Math.max(reach[3], py)]
    }
    if (kind === OBJECT_FLASH || (kind === OBJECT_DRAW && length === 0)) {
      flashes++
      x.push(objects.x0[i]!)
      y.push(objects.y0[i]!)
    } else if (kind === OBJECT_DRAW || kind === OBJECT_ARC) {
      draws++
      drawLength += length
      if (draws <= 4000) {
        for (const key of [`${objects.x0[i]} ${objects.y0[i]}`, `${objects.x1[i]} ${objects.y1[i]}`]) ends.set(key, (ends.get(key) ?? 0) + 1)
      }
    } else if (kind === OBJECT_REGION) {
      regions++
      for (let p = objects.primFrom[i]!; p < objects.primTo[i]!; p++) {
        largestRegion = Math.max(largestRegion, (prims.x1[p]! - prims.x0[p]!) * (prims.y1[p]! - prims.y0[p]!))
      }
    }
  }
  let met = 0
  for (const count of ends.values()) if (count % 2 === 0) met += count
  const padX = Float64Array.from(x)
  const padY = Float64Array.from(y)
  return {
    flashes, draws, regions, drawLength, padX, padY, largestRegion,
    // Strokes of zero width plot nothing, but their centre lines count.
    bounds: bounds ?? (reach[0] <= reach[2] ? reach : null),
    pads: new PointIndex(padX, padY, SAME_PLACE_NM),
    closedShare: draws === 0 ? 0 : met / (2 * Math.min(draws, 4000)),
  }
}

/** @returns the share of the places (at most `sample` of them, evenly taken) that have a pad; 0 for none */
export const padShare = (pads: PointIndex, x: Float64Array, y: Float64Array, sample = 3000): number => {
  if (x.length === 0) return 0
  const step = Math.max(1, Math.floor(x.length / sample))
  let asked = 0
  let found = 0
  for (let i = 0; i < x.length; i += step) {
    asked++
    if (pads.has(x[i]!, y[i]!)) found++
  }
  return found / asked
}
