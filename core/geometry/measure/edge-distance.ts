import { toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Contour } from '#core/board/board.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { insideContours, nearestPart, pieceGrid, shapeGrid, shapeOfPart, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { partComponents } from './clearance.ts'
import { clusterHits } from './cluster.ts'
import { contourShapes } from './contour-shapes.ts'
import { newWitness, shapeDistance } from './distance.ts'
import { walkOutline, pieceLength } from './outline-walk.ts'
import { Hits, type Distance } from './places.ts'

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
  const grid = pieceGrid(image)
  const edges = shapeGrid(contourShapes(contours))
  if (!grid || !edges) return []
  const within = toNm(withinMm)
  const owner = partComponents(image, grid)
  const near = new Uint8Array(image.components.count)
  const hits = new Hits()
  const w = newWitness()
  eachBoxPairBetween(grid.boxes, edges.boxes, within, (i, j) => {
    shapeDistance(grid.parts, i, edges.parts, j, w)
    if (w[0] >= within) return
    near[owner[i]] = 1
    // Zero = crossing; outside places are measured by their depth below.
    if (w[0] === 0 || insideContours(edges, (w[1] * 3 + w[3]) / 4, (w[2] * 3 + w[4]) / 4)) hits.add(owner[i], shapeOfPart(edges, j), w)
  })
  for (let c = 0; c < near.length; c++) addOutside(image, edges, c, near[c] === 1, hits)
  return clusterHits(hits, (hit) => hits.one[hit]).map(({ hit, length }) => ({ ...hits.distance(hit), component: hits.one[hit], length: toMm(length) }))
}

const place = new Float64Array(2)

/** Adds the corners (and middles of arcs) of a component that lie off the board. Without an edge nearby the first corner speaks for all. */
const addOutside = (image: Image, edges: PieceGrid, component: number, isNear: boolean, hits: Hits): void => {
  const { pieces, rings, components } = image
  // A hole in the copper never reaches farther out than the outer ring.
  const ring = components.ringList[components.ringStart[component]]
  const first = rings.start[ring]
  if (!isNear && insideContours(edges, pieces.x0[first], pieces.y0[first])) return
  const w = newWitness()
  const worst = newWitness()
  worst[0] = 0
  const offer = (x: number, y: number): void => {
    if (insideContours(edges, x, y)) return
    nearestPart(edges, x, y, Infinity, null, w)
    w[0] = -w[0]
    if (isNear) hits.add(component, 0, w)
    else if (w[0] < worst[0]) worst.set(w)
  }
  for (let p = first; p < rings.start[ring + 1]; p++) {
    offer(pieces.x0[p], pieces.y0[p])
    if (pieces.kind[p] === PIECE_LINE) continue
    walkOutline(image, p, pieces.x0[p], pieces.y0[p], pieceLength(image, p) / 2, place)
    offer(place[0], place[1])
  }
  if (worst[0] < 0) hits.add(component, 0, worst)
}
