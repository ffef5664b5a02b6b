import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerOn, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { layerPads, padFunction, type Pads } from '#core/checks/measuring/pads.ts'
import { overlapOf } from '#core/geometry/combine/combine.ts'
import { componentAt, insideImage, pieceGrid } from '#core/geometry/index/piece-grid.ts'

/** Sizes of fiducials in use, nm. */
const SMALLEST_NM = 500_000
const LARGEST_NM = 3_000_000
/** The opening is at least this many times as wide as the pad. */
const OPENING = 1.5
/** Files round to this. */
const ROUNDING_NM = 5_000
/** Other copper in the opening, as a share of the pad: where a pour reaches in, cameras lose the edge. */
const FOREIGN = 0.05

export interface Fiducials {
  readonly pads: Pads
  /** Rows of `pads`. */
  readonly rows: readonly number[]
  /** Attributes call them fiducials, which decides. */
  readonly stated: boolean
}

const byShape = (board: Board, measures: Measures, copper: Layer, mask: Layer, pads: Pads): readonly number[] => {
  const image = measures.image(mask)
  const paste = layerOn(board, 'paste', copper.side as OuterSide)
  const wide = Array.from({ length: pads.count }, (_, row) => row).filter((row) => {
    const { shape, width, hole } = pads.aperture[row]!
    if (shape !== 'circle' || hole > 0 || pads.hole[row]! >= 0 || width < SMALLEST_NM - ROUNDING_NM || width > LARGEST_NM + ROUNDING_NM)
      return false
    if (paste && insideImage(measures.image(paste), pads.x[row]!, pads.y[row]!)) return false
    const opening = componentAt(image, pieceGrid(image), pads.x[row]!, pads.y[row]!)
    if (opening < 0) return false
    const [x0, y0, x1, y1] = image.components.box.subarray(4 * opening, 4 * opening + 4)
    const size = x1! - x0!
    // A circle of its own around the pad, nothing else.
    const isRound =
      Math.abs(y1! - y0! - size) < ROUNDING_NM && Math.abs(image.components.area[opening]! / ((Math.PI * size * size) / 4) - 1) < 0.01
    const isCentred = Math.hypot((x0! + x1!) / 2 - pads.x[row]!, (y0! + y1!) / 2 - pads.y[row]!) < ROUNDING_NM * 2
    return isRound && isCentred && size >= OPENING * width - ROUNDING_NM
  })
  if (wide.length === 0) return []
  const bare = overlapOf(measures.image(copper), image)
  const bareIn = new Float64Array(image.components.count)
  for (let c = 0; c < bare.components.count; c++) {
    const [x0, y0, x1, y1] = bare.components.box.subarray(4 * c, 4 * c + 4)
    const opening = componentAt(image, pieceGrid(image), (x0! + x1!) / 2, (y0! + y1!) / 2)
    if (opening >= 0) bareIn[opening]! += bare.components.area[c]!
  }
  return wide.filter((row) => {
    const { width } = pads.aperture[row]!
    const own = (Math.PI * width * width) / 4
    const opening = componentAt(image, pieceGrid(image), pads.x[row]!, pads.y[row]!)
    return Math.abs(bareIn[opening]! - own) <= FOREIGN * own
  })
}

/** @returns the fiducials of a side: stated by attributes, else round pads alone in a wide round opening; null without copper or mask */
export const fiducials = (board: Board, measures: Measures, side: OuterSide): Fiducials | null =>
  measures.once(`fiducials:${side}`, () => {
    const [copper, mask] = [layerOn(board, 'copper', side), layerOn(board, 'soldermask', side)]
    if (!copper || !mask) return null
    const pads = layerPads(board, measures, copper)
    const stated = Array.from({ length: pads.count }, (_, row) => row).filter((row) => padFunction(pads.aperture[row]!) === 'FiducialPad')
    if (stated.length > 0) return { pads, rows: stated, stated: true }
    return { pads, rows: byShape(board, measures, copper, mask, pads), stated: false }
  })
