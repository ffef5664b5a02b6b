import { toNm, type Mm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { pieceGrid, shapeOfPart, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness, shapeDistance } from './distance.ts'
import { Hits, type Gap } from './places.ts'
import { gapsOf } from './spacing.ts'
import { besideStretch, newStretch } from './stretch.ts'

export interface ClearanceOptions {
  readonly withinMm: Mm
  /** Which components of the two images are compared; default all. */
  readonly compares?: ((componentA: number, componentB: number) => boolean) | null
}

/** @returns the component of each part of a grid */
export const partComponents = (image: Image, grid: PieceGrid): Int32Array => {
  const components = new Int32Array(grid.parts.count)
  for (let i = 0; i < components.length; i++) components[i] = image.rings.component[image.pieces.ring[shapeOfPart(grid, i)]]
  return components
}

/**
 * Where the outlines of two images come closer than the bound. Outlines that cross are 0 apart; whether one lies within
 * the other is for `componentAt` to tell.
 * @returns gaps in mm, narrowest first; `componentA` and `a` are of the first image, `componentB` and `b` of the second
 */
export const clearance = (one: Image, other: Image, { withinMm, compares = null }: ClearanceOptions): readonly Gap[] => {
  const [gridA, gridB] = [pieceGrid(one), pieceGrid(other)]
  if (!gridA || !gridB) return []
  const within = toNm(withinMm)
  const [ownerA, ownerB] = [partComponents(one, gridA), partComponents(other, gridB)]
  const hits = new Hits()
  const w = newWitness()
  const stretch = newStretch()
  eachBoxPairBetween(gridA.boxes, gridB.boxes, within, (i, j) => {
    if (compares !== null && !compares(ownerA[i], ownerB[j])) return
    shapeDistance(gridA.parts, i, gridB.parts, j, w)
    if (w[0] >= within) return
    besideStretch(gridA.parts, i, gridB.parts, j, within, w, stretch)
    hits.addStretch(ownerA[i], ownerB[j], w, stretch)
  })
  return gapsOf(hits, other.components.count)
}
