import { toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Contour } from '#core/board/board.ts'
import type { Image } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { nearParts } from '#core/geometry/index/near-pairs.ts'
import { shapeGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { clusterHits } from './cluster.ts'
import { contourShapes } from './contour-shapes.ts'
import { newWitness, shapeDistance } from './distance.ts'
import { Overhang } from './overhang.ts'
import { Hits, type Distance } from './places.ts'
import { besideStretch, newStretch } from './stretch.ts'

/** Copper near the board edge: `a` on the copper, `b` on the edge; negative = it reaches over by that much. mm. */
export interface EdgeGap extends Distance {
  readonly component: number
  readonly length: Mm
}

/**
 * Distances from the image to the board's closed contours (outer edges and cut-outs), below the bound. A place is on the board
 * when it lies within an odd number of the contours.
 * @returns one entry per component and place, worst first; a component wholly off the board is one entry with its greatest depth
 */
export const edgeDistance = (image: Image, contours: readonly Contour[], withinMm: Mm): readonly EdgeGap[] => {
  const near = nearParts(image)
  const edges = shapeGrid(contourShapes(contours))
  if (!near || !edges) return []
  const within = toNm(withinMm)
  const { grid, component: owner } = near
  const isNear = new Uint8Array(image.components.count)
  const hits = new Hits()
  const w = newWitness()
  const stretch = newStretch()
  const overhang = new Overhang(image, edges)
  eachBoxPairBetween(grid.boxes, edges.boxes, within, (i, j) => {
    shapeDistance(grid.parts, i, edges.parts, j, w)
    if (w[0] >= within) return
    isNear[owner[i]] = 1
    if (w[0] === 0) {
      hits.addStretch(owner[i], 0, w, overhang.crossingStretch(shapeOfPart(grid, i), w[1], w[2]))
      return
    }
    // What lies outside is measured by its depth.
    if (overhang.isOutside((w[1] * 3 + w[3]) / 4, (w[2] * 3 + w[4]) / 4)) return
    besideStretch(grid.parts, i, edges.parts, j, within, w, stretch)
    hits.addStretch(owner[i], 0, w, stretch)
  })
  for (let c = 0; c < isNear.length; c++) overhang.add(c, isNear[c] === 1, hits)
  return clusterHits(hits, (hit) => hits.one[hit]).map(({ hit, length }) => ({
    ...hits.distance(hit),
    component: hits.one[hit],
    length: toMm(length),
  }))
}
