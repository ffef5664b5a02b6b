import type { Image } from '#core/geometry/image.ts'
import { walkOutline } from './outline-walk.ts'
import type { Hits } from './places.ts'

/** What the copper does beyond a narrow place: widens into a body, ends, or goes on as wide as it is. */
export type EndKind = 'opens' | 'closes' | 'even'

const OPENS = 1.1
const CLOSES = 0.9
/** How many widths beyond the end of the strip are looked at. */
const BEYOND = 8
const GROWTH = 1.5

const [one, other] = [new Float64Array(2), new Float64Array(2)]

const endOf = (image: Image, hits: Hits, hit: number, length: number, direction: number): EndKind => {
  const width = hits.value(hit)
  const furthest = length + BEYOND * width
  for (let s = width / 4; s <= furthest; s *= GROWTH) {
    walkOutline(image, hits.one[hit], hits.number(hit, 1), hits.number(hit, 2), direction * s, one)
    walkOutline(image, hits.other[hit], hits.number(hit, 3), hits.number(hit, 4), -direction * s, other)
    const across = Math.hypot(one[0] - other[0], one[1] - other[1])
    if (across > OPENS * width) return 'opens'
    if (across < CLOSES * width) return 'closes'
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
