import type { Point } from '#core/base/box.ts'
import { toNm, type Mm } from '#core/base/units.ts'
import { distinctGaps } from '#core/checks/measuring/distinct-gaps.ts'
import type { Image } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { nearParts } from '#core/geometry/index/near-pairs.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { Hits, type Gap } from '#core/geometry/measure/places.ts'
import { boxesOf, emptyShapes, setLine } from '#core/geometry/measure/shapes.ts'
import { gapsOf } from '#core/geometry/measure/spacing.ts'
import { besideStretch, newStretch } from '#core/geometry/measure/stretch.ts'

/**
 * How near an image comes to straight lines (nm). `a` on the image, `b` on the line; 0 where the outline crosses the line.
 * @returns gaps in mm, narrowest first; `componentA` is the image's component, `componentB` the number of the line
 */
export const lineGaps = (image: Image, lines: readonly { readonly from: Point; readonly to: Point }[], within: Mm): readonly Gap[] => {
  const near = nearParts(image)
  if (!near || lines.length === 0) return []
  const shapes = emptyShapes(lines.length)
  lines.forEach(({ from, to }, k) => setLine(shapes, k, from[0], from[1], to[0], to[1]))
  const { parts, boxes } = near.grid
  const hits = new Hits()
  const w = newWitness()
  const stretch = newStretch()
  const reach = toNm(within)
  eachBoxPairBetween(boxes, boxesOf(shapes), reach, (i, line) => {
    shapeDistance(parts, i, shapes, line, w)
    if (w[0]! >= reach) return
    besideStretch(parts, i, shapes, line, reach, w, stretch)
    hits.addStretch(near.component[i]!, line, w, stretch)
  })
  return distinctGaps(gapsOf(hits, Math.max(image.components.count, lines.length)))
}
