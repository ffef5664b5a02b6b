import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { pieceLength } from '#core/geometry/measure/outline-walk.ts'

/** A closed clear area in copper. Lengths and places mm, area mm². */
export interface CopperVoid {
  readonly component: number
  readonly area: number
  /** Four times the area over the perimeter: the diameter of a round void, the side of a square one, twice the width of a slit. */
  readonly size: number
  readonly at: Point
  readonly box: readonly [number, number, number, number]
}

/** @returns closed voids whose size (see there) is below the bound, in ring order */
export const smallVoids = (image: Image, within: number): readonly CopperVoid[] => {
  const { rings } = image
  const found: CopperVoid[] = []
  for (let ring = 0; ring < rings.count; ring++) {
    if (rings.area[ring]! >= 0) continue
    let perimeter = 0
    for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) perimeter += pieceLength(image, p)
    const size = perimeter > 0 ? toMm((4 * -rings.area[ring]!) / perimeter) : 0
    if (size >= within) continue
    const [x0, y0, x1, y1] = [0, 1, 2, 3].map((k) => toMm(rings.box[4 * ring + k]!)) as [number, number, number, number]
    found.push({
      component: rings.component[ring]!,
      area: -rings.area[ring]! / 1e12,
      size,
      at: [(x0 + x1) / 2, (y0 + y1) / 2],
      box: [x0, y0, x1, y1],
    })
  }
  return found
}
