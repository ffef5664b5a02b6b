import { toNm, type Mm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { nearParts } from '#core/geometry/index/near-pairs.ts'
import { newWitness, shapeDistance } from './distance.ts'
import { Hits, type Gap } from './places.ts'
import { gapsOf } from './spacing.ts'
import { besideStretch, newStretch } from './stretch.ts'

export interface ClearanceOptions {
  readonly withinMm: Mm
  /** Which components of the two images are compared; default all. */
  readonly compares?: ((componentA: number, componentB: number) => boolean) | null
}

/**
 * Where the outlines of two images come closer than the bound. Outlines that cross are 0 apart; whether one lies within
 * the other is for `componentAt` to tell.
 * @returns gaps in mm, narrowest first; `componentA` and `a` are of the first image, `componentB` and `b` of the second
 */
export const clearance = (one: Image, other: Image, { withinMm, compares = null }: ClearanceOptions): readonly Gap[] => {
  const [nearA, nearB] = [nearParts(one), nearParts(other)]
  if (!nearA || !nearB) return []
  const within = toNm(withinMm)
  const { grid: gridA, component: ownerA } = nearA
  const { grid: gridB, component: ownerB } = nearB
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
