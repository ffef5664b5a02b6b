import type { Box } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'

/** Places that must lie on the board: holes and pads, nm. */
export interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

const SAMPLE = 600

/** An even sample, so that asking costs the same on every board. */
export const samplePlaces = ({ x, y }: Places): Places => {
  if (x.length <= SAMPLE) return { x, y }
  const pick = (from: Float64Array): Float64Array =>
    Float64Array.from({ length: SAMPLE }, (_, k) => from[Math.floor((k * from.length) / SAMPLE)]!)
  return { x: pick(x), y: pick(y) }
}

/** @returns the share of the places inside at least one contour; 0 when there are no places */
export const shareInside = (contours: readonly Contour[], places: Places): number => {
  let inside = 0
  for (let i = 0; i < places.x.length; i++) if (contours.some((c) => insideContour(c, places.x[i]!, places.y[i]!))) inside++
  return places.x.length === 0 ? 0 : inside / places.x.length
}

/** The extent of the middle nine tenths of the places on each axis: what any board edge has to go around. */
export const middleBox = ({ x, y }: Places): Box => {
  const part = (values: Float64Array, share: number): number => [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
  return [part(x, 0.05), part(y, 0.05), part(x, 0.95), part(y, 0.95)]
}
