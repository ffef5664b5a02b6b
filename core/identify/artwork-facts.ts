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
  /** Stroke ends that meet another stroke's end; share of all, 0..1. Only looked at where strokes are few and alone, else 0. */
  readonly closedShare: number
  /** Most regions are small against the layer's extent. */
  readonly largestRegion: number
}

/** An outline has fewer strokes than this. */
export const MOST_STROKES = 5000

const centreLineBounds = (gerber: GerberLayer): Box | null => {
  const { objects } = gerber.plotted
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < objects.count; i++) {
    x0 = Math.min(x0, objects.x0[i]!, objects.x1[i]!)
    y0 = Math.min(y0, objects.y0[i]!, objects.y1[i]!)
    x1 = Math.max(x1, objects.x0[i]!, objects.x1[i]!)
    y1 = Math.max(y1, objects.y0[i]!, objects.y1[i]!)
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : null
}

const closedShareOf = (gerber: GerberLayer): number => {
  const { objects } = gerber.plotted
  const ends = new Map<number, number>()
  // Ends are compared by micrometre: near enough for a first look.
  const touch = (x: number, y: number): void => {
    const key = Math.round(x / 1000) * 4_194_301 + Math.round(y / 1000)
    ends.set(key, (ends.get(key) ?? 0) + 1)
  }
  for (let i = 0; i < objects.count; i++) {
    if (objects.dark[i] === 0) continue
    touch(objects.x0[i]!, objects.y0[i]!)
    touch(objects.x1[i]!, objects.y1[i]!)
  }
  let met = 0
  let all = 0
  for (const count of ends.values()) {
    all += count
    if (count % 2 === 0) met += count
  }
  return all === 0 ? 0 : met / all
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
  for (let i = 0; i < objects.count; i++) {
    if (objects.dark[i] === 0) continue
    const kind = objects.kind[i]
    const dx = objects.x1[i]! - objects.x0[i]!
    const dy = objects.y1[i]! - objects.y0[i]!
    const length = Math.hypot(dx, dy)
    if (kind === OBJECT_FLASH || (kind === OBJECT_DRAW && length === 0)) {
      flashes++
      x.push(objects.x0[i]!)
      y.push(objects.y0[i]!)
    } else if (kind === OBJECT_DRAW || kind === OBJECT_ARC) {
      draws++
      drawLength += length
    } else if (kind === OBJECT_REGION) {
      regions++
      for (let p = objects.primFrom[i]!; p < objects.primTo[i]!; p++) {
        largestRegion = Math.max(largestRegion, (prims.x1[p]! - prims.x0[p]!) * (prims.y1[p]! - prims.y0[p]!))
      }
    }
  }
  const padX = Float64Array.from(x)
  const padY = Float64Array.from(y)
  return {
    flashes,
    draws,
    regions,
    drawLength,
    padX,
    padY,
    largestRegion,
    // Strokes of zero width plot nothing, but their centre lines count.
    bounds: bounds ?? centreLineBounds(gerber),
    pads: new PointIndex(padX, padY, SAME_PLACE_NM),
    closedShare: flashes === 0 && regions === 0 && draws > 0 && draws <= MOST_STROKES ? closedShareOf(gerber) : 0,
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
