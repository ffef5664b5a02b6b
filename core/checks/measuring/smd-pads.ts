import { toNm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { placeInside } from '#core/checks/measuring/component-place.ts'
import { layerOn, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { holeKinds } from '#core/checks/measuring/hole-kind.ts'
import { layerPads, padFunction, type Pads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { overlapOf } from '#core/geometry/combine/combine.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import type { Image } from '#core/geometry/image.ts'

/** Flashed pads of a side that parts are soldered to without a lead through the board. */
export interface SmdPads {
  readonly pads: Pads
  /** Rows of `pads`; pads that stand on one another share a component of the image. */
  readonly rows: readonly number[]
  /** The pads alone. */
  readonly image: Image
  /** Per row the component of the image. */
  readonly componentOf: ReadonlyMap<number, number>
  /** Components that paste overlaps. */
  readonly pasted: ReadonlySet<number>
}

const STATED = new Set(['SMDPad', 'BGAPad'])

/** @returns components of `image` that `other` overlaps */
const overlapped = (image: Image, other: Image): ReadonlySet<number> => {
  const both = overlapOf(image, other)
  const grid = pieceGrid(image)
  const found = new Set<number>()
  for (let c = 0; c < both.components.count; c++) {
    const [x, y] = placeInside(both, c)
    found.add(componentAt(image, grid, toNm(x), toNm(y)))
  }
  return found
}

/** Pads without attributes count when the mask is open and no lead goes through them; what the attributes call otherwise doesn't. */
const isCandidate = (board: Board, measures: Measures, mask: Layer, pads: Pads, row: number): boolean => {
  const fn = padFunction(pads.aperture[row]!)
  if (fn !== null && !STATED.has(fn)) return false
  const hole = pads.hole[row]!
  if (hole >= 0 && holeKinds(board, measures)[hole] !== 'via') return false
  return measures.componentAt(mask, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]) >= 0
}

/** @returns the surface-mount pads of a side with an open mask; null without copper or mask */
export const smdPads = (board: Board, measures: Measures, side: OuterSide): SmdPads | null =>
  measures.once(`smd-pads:${side}`, () => {
    const [copper, mask, paste] = [layerOn(board, 'copper', side), layerOn(board, 'soldermask', side), layerOn(board, 'paste', side)]
    if (!copper || !mask) return null
    const pads = layerPads(board, measures, copper)
    const rows = Array.from({ length: pads.count }, (_, row) => row).filter((row) => isCandidate(board, measures, mask, pads, row))
    const image = imageOfObjects(
      copper.plotted,
      rows.map((row) => pads.object[row]!),
    )
    const grid = pieceGrid(image)
    const componentOf = new Map(rows.map((row) => [row, componentAt(image, grid, pads.x[row]!, pads.y[row]!)]))
    return { pads, rows, image, componentOf, pasted: paste ? overlapped(image, measures.image(paste)) : new Set<number>() }
  })

/** @returns whether attributes call the pad a surface-mount pad */
export const isStatedSmd = (pads: Pads, row: number): boolean => STATED.has(padFunction(pads.aperture[row]!) ?? '')
