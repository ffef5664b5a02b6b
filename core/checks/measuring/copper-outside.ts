import type { Point } from '#core/base/box.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { boardContours } from '#core/board/layer-image.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import type { Measures } from '#core/checks/measures.ts'
import { areaByComponent, middleOfPiece, placeInComponent, ringsOf, ringsReachingOut } from '#core/checks/measuring/copper-beyond.ts'
import { castellations } from '#core/checks/measuring/castellations.ts'
import { drilledAway } from '#core/checks/measuring/exposed.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { combineImages, imageOfContours } from '#core/geometry/combine/combine.ts'
import type { Image } from '#core/geometry/image.ts'
import { nearestPart, shapeGrid } from '#core/geometry/index/piece-grid.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'

/** A connected piece of copper that is not on the board and not drilled away. */
export interface CopperOutside {
  readonly area: number
  readonly at: Point
  /** The component of the layer's image that it belongs to. */
  readonly component: number
  /**
   * `over`: copper of the board that crosses its edge; `cutout`: copper in a cut-out; `frame`: the board's outline drawn in copper.
   */
  readonly kind: 'over' | 'cutout' | 'frame'
  /** No copper of its component lies on the board. */
  readonly isWhole: boolean
}

/** Strips narrower than this on average are rounding of pads that end at the edge, nm. */
const NARROWEST_NM = 10_000
/** An outline drawn in copper keeps this near to the edge, nm. */
const WIDEST_FRAME_NM = 300_000
/** Areas are off by no more than this share. */
const ROUNDING = 1e-6
/** Smaller pieces are the corner of a pen, nm². */
const SMALLEST_NM2 = 1e10

const perimeterOf = ({ pieces, rings, components }: Image, c: number): number => {
  let sum = 0
  for (let k = components.ringStart[c]!; k < components.ringStart[c + 1]!; k++) {
    const ring = components.ringList[k]!
    for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++)
      sum += Math.hypot(pieces.x1[p]! - pieces.x0[p]!, pieces.y1[p]! - pieces.y0[p]!)
  }
  return sum
}

/** @returns whether all of a component runs along the edge of the board */
export const isOutlineFrame = ({ outline }: Board, image: Image, component: number): boolean => {
  if (component < 0) return false
  const edges = shapeGrid(contourShapes([...outline.outer, ...outline.cutouts]))
  const { components, rings } = image
  const w = newWitness()
  for (let k = components.ringStart[component]!; k < components.ringStart[component + 1]!; k++) {
    const ring = components.ringList[k]!
    for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++)
      if (!edges || nearestPart(edges, ...middleOfPiece(image, p), WIDEST_FRAME_NM, null, w) < 0) return false
  }
  return true
}

/** Whether a piece of copper is the outer half of a half-hole's land. */
const isCastellation = (board: Board, measures: Measures, layer: Layer, image: Image, c: number): boolean => {
  const { box } = image.components
  const pads = layerPads(board, measures, layer)
  return castellations(board, measures).some(({ centre, edge }) =>
    [centre, edge].some(([x, y]) =>
      pads.index.near(x * 1e6, y * 1e6, 1_000_000).some((row) => {
        const reach = Math.hypot(pads.aperture[row]!.width, pads.aperture[row]!.height) / 2
        const [px, py] = [pads.x[row]!, pads.y[row]!]
        return box[4 * c]! >= px - reach && box[4 * c + 1]! >= py - reach && box[4 * c + 2]! <= px + reach && box[4 * c + 3]! <= py + reach
      }),
    ),
  )
}

/**
 * Copper off the board or in cut-outs, connected pieces of it. Left out: what is drilled away, lands of half-holes, and
 * what is no more than rounding or the corner of a pen. Areas in mm².
 */
export const copperOutside = (board: Board, measures: Measures, layer: Layer): readonly CopperOutside[] => {
  const over = [...new Set(measures.edgeGaps(layer, 0.001).flatMap((gap) => (gap.value <= 0 ? [gap.component] : [])))]
  if (over.length === 0) return []
  const region = measures.once('board-region', () => imageOfContours(boardContours(board.outline)))
  const whole = measures.image(layer)
  const beyond = combineImages(whole, region, 'subtract', { a: ringsReachingOut(whole, over, region) })
  const outside = combineImages(beyond, drilledAway(board, measures), 'subtract')
  const areaBeyond = areaByComponent(beyond, whole)
  const isOffBoard = (component: number): boolean => {
    const onBoard = whole.components.area[component]! - areaBeyond[component]!
    // What rounding may decide is worked out.
    if (Math.abs(onBoard - SMALLEST_NM2) > SMALLEST_NM2 / 2 + ROUNDING * whole.components.area[component]!) return onBoard < SMALLEST_NM2
    return combineImages(whole, region, 'intersect', { a: ringsOf(whole, component) }).area < SMALLEST_NM2
  }
  const found: CopperOutside[] = []
  for (let c = 0; c < outside.components.count; c++) {
    const area = outside.components.area[c]!
    if (area < SMALLEST_NM2 || area < (NARROWEST_NM * perimeterOf(outside, c)) / 2) continue
    if (isCastellation(board, measures, layer, outside, c)) continue
    const [x, y] = placeInComponent(outside, c)
    const at: Point = [x / 1e6, y / 1e6]
    const component = measures.componentAt(layer, at)
    // A component that lies off the board as a whole has lost none of its area.
    const isWhole = component >= 0 && isOffBoard(component)
    const inCutout = board.outline.cutouts.some((contour) => insideContour(contour, x, y))
    // Artwork beside the board is for the reader of the film.
    if (isWhole && !inCutout) continue
    const kind = isOutlineFrame(board, whole, component) ? 'frame' : inCutout ? 'cutout' : 'over'
    found.push({ area: area / 1e12, at, component, kind, isWhole })
  }
  return found
}
