import type { Point } from '#core/base/box.ts'
import { toMm, toNm, type Mm } from '#core/base/units.ts'
import { placeInside } from '#core/checks/measuring/component-place.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { componentAt, nearestPart, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'
import type { Image } from '#core/geometry/image.ts'

/** One island of copper that lies bare in an opening. */
export interface Bare {
  /** Component of the copper image. */
  readonly copper: number
  /** Component of the openings' image. */
  readonly opening: number
  /** How far it reaches into the opening at its deepest place, mm. */
  readonly depth: Mm
  /** The deepest place and the nearest one on the opening's edge, mm. */
  readonly witness: readonly [Point, Point]
}

const FROM_COPPER = 0

/** The place of an island's copper edge that lies deepest in the opening. */
const deepest = (island: Image, component: number, openings: Image): Pick<Bare, 'depth' | 'witness'> => {
  const { components, rings, pieces } = island
  const grid = pieceGrid(openings)
  const w = newWitness()
  const start = placeInside(island, component)
  let best: Pick<Bare, 'depth' | 'witness'> = { depth: 0, witness: [start, start] }
  const note = (x: number, y: number): void => {
    if (!grid || nearestPart(grid, x, y, Infinity, null, w) < 0 || toMm(w[0]!) <= best.depth) return
    best = {
      depth: toMm(w[0]!),
      witness: [
        [toMm(x), toMm(y)],
        [toMm(w[3]!), toMm(w[4]!)],
      ],
    }
  }
  for (let k = components.ringStart[component]!; k < components.ringStart[component + 1]!; k++) {
    const ring = components.ringList[k]!
    for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) {
      if (pieces.prim[p] !== FROM_COPPER) continue
      note(pieces.x0[p]!, pieces.y0[p]!)
      note((pieces.x0[p]! + pieces.x1[p]!) / 2, (pieces.y0[p]! + pieces.y1[p]!) / 2)
      note(pieces.x1[p]!, pieces.y1[p]!)
    }
  }
  return best
}

/**
 * Copper islands in openings.
 * @param wanted which pairs of copper and opening (components of their images) are meant
 * @returns in the order of the islands; may be empty
 */
export const bareIslands = (copper: Image, openings: Image, wanted: (copper: number, opening: number) => boolean): readonly Bare[] => {
  const exposed = combineImages(copper, openings, 'intersect')
  const [copperGrid, openingGrid] = [pieceGrid(copper), pieceGrid(openings)]
  const found: Bare[] = []
  for (let c = 0; c < exposed.components.count; c++) {
    const [x, y] = placeInside(exposed, c)
    const conductor = componentAt(copper, copperGrid, toNm(x), toNm(y))
    const opening = componentAt(openings, openingGrid, toNm(x), toNm(y))
    if (conductor < 0 || opening < 0 || !wanted(conductor, opening)) continue
    found.push({ copper: conductor, opening, ...deepest(exposed, c, openings) })
  }
  return found
}
