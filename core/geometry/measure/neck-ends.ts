import type { Image } from '#core/geometry/image.ts'
import { lengthTo, outlineLengths, walkOutline } from './outline-walk.ts'
import type { Hits } from './places.ts'

/** What the copper does beyond a narrow place: widens into a body, ends, or goes on as wide as it is. */
export type EndKind = 'opens' | 'closes' | 'even'

const OPENS = 1.1
const CLOSES = 0.9
/** How many widths beyond the end of the strip are looked at. */
const BEYOND = 8
const GROWTH = 1.5

const [one, other] = [new Float64Array(2), new Float64Array(2)]
/** Where both outlines meet, the last stretch before is looked at in so many steps. */
const LAST_STEPS = 8

/** Distance between the outlines after walking away from a hit on both, in widths. */
const acrossAt = (image: Image, hits: Hits, hit: number, s: number): number => {
  walkOutline(image, hits.one[hit], hits.number(hit, 1), hits.number(hit, 2), s, one)
  walkOutline(image, hits.other[hit], hits.number(hit, 3), hits.number(hit, 4), -s, other)
  return Math.hypot(one[0] - other[0], one[1] - other[1]) / hits.value(hit)
}

/** How far both outlines run in a direction before they meet in a tip; Infinity when they are different outlines. */
const toMeeting = (image: Image, hits: Hits, hit: number, direction: number): number => {
  const [p, q] = [hits.one[hit], hits.other[hit]]
  const ring = image.pieces.ring[p]
  if (ring !== image.pieces.ring[q]) return Infinity
  const lengths = outlineLengths(image)
  const around = lengths[image.rings.start[ring + 1]] - lengths[image.rings.start[ring]]
  const from = lengths[p] + lengthTo(image, p, hits.number(hit, 1), hits.number(hit, 2))
  const to = lengths[q] + lengthTo(image, q, hits.number(hit, 3), hits.number(hit, 4))
  const between = (((to - from) * direction) % around) + around
  return (between % around) / 2
}

const endOf = (image: Image, hits: Hits, hit: number, length: number, direction: number): EndKind => {
  const width = hits.value(hit)
  const furthest = length + BEYOND * width
  const tip = toMeeting(image, hits, hit, direction)
  let last = 0
  for (let s = width / 4; s <= furthest; s *= GROWTH) {
    if (s >= tip) {
      for (let k = 1; k < LAST_STEPS; k++) {
        if (acrossAt(image, hits, hit, direction * (last + ((tip - last) * k) / LAST_STEPS)) > OPENS) return 'opens'
      }
      return 'closes'
    }
    const across = acrossAt(image, hits, hit, direction * s)
    if (across > OPENS) return 'opens'
    if (across < CLOSES) return 'closes'
    last = s
  }
  return 'even'
}

/**
 * Follows both outlines from a hit (whose `one` and `other` are pieces) to both sides.
 * @param length of the strip, nm
 */
export const endsOf = (image: Image, hits: Hits, hit: number, length: number): readonly [EndKind, EndKind] => [
  endOf(image, hits, hit, length, 1),
  endOf(image, hits, hit, length, -1),
]
