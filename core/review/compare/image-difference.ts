import type { Box } from '#core/base/box.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'

/** A place that only one of two images covers; nm and nm². */
export interface DifferencePlace {
  readonly box: Box
  readonly area: number
  readonly only: 'from' | 'to'
}

export interface ImageDifference {
  /** Area that only the older or only the newer image covers, nm², without slivers. */
  readonly onlyFrom: number
  readonly onlyTo: number
  /** Largest first. */
  readonly places: readonly DifferencePlace[]
}

/** Thinner on average: the same edge, rounded otherwise by another export (2.4 inch files have steps of 2.54 µm). */
const SLIVER_NM = 5000
/** Speck in a corner between two rounded edges. */
const SPECK_NM2 = 25e6

const pieceLength = ({ pieces: p }: Image, i: number): number => {
  const chord = Math.hypot(p.x1[i]! - p.x0[i]!, p.y1[i]! - p.y0[i]!)
  if (p.kind[i] === PIECE_LINE || p.r[i]! === 0) return chord
  return 2 * p.r[i]! * Math.asin(Math.min(1, chord / (2 * p.r[i]!)))
}

const perimeterOf = (image: Image, component: number): number => {
  const { components, rings } = image
  let sum = 0
  for (let k = components.ringStart[component]!; k < components.ringStart[component + 1]!; k++) {
    const ring = components.ringList[k]!
    for (let i = rings.start[ring]!; i < rings.start[ring + 1]!; i++) sum += pieceLength(image, i)
  }
  return sum
}

const placesOf = (image: Image, only: 'from' | 'to'): readonly DifferencePlace[] => {
  const { components: c } = image
  const places: DifferencePlace[] = []
  for (let i = 0; i < c.count; i++) {
    const area = c.area[i]!
    if (area < SPECK_NM2 || (2 * area) / perimeterOf(image, i) < SLIVER_NM) continue
    places.push({ box: [c.box[4 * i]!, c.box[4 * i + 1]!, c.box[4 * i + 2]!, c.box[4 * i + 3]!], area, only })
  }
  return places
}

/** Compares two images exactly; what only the rounding of two exports makes is left out. */
export const imageDifference = (from: Image, to: Image): ImageDifference => {
  const lost = placesOf(combineImages(from, to, 'subtract'), 'from')
  const gained = placesOf(combineImages(to, from, 'subtract'), 'to')
  const sum = (places: readonly DifferencePlace[]): number => places.reduce((area, p) => area + p.area, 0)
  return { onlyFrom: sum(lost), onlyTo: sum(gained), places: [...lost, ...gained].sort((a, b) => b.area - a.area) }
}
