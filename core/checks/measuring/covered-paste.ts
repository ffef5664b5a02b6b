import type { Point } from '#core/base/box.ts'
import type { Image } from '#core/geometry/image.ts'
import { toNm } from '#core/base/units.ts'
import { componentPlace } from '#core/checks/measuring/exposed.ts'
import { placeInside } from '#core/checks/measuring/component-place.ts'
import { overlapOf } from '#core/geometry/combine/combine.ts'
import { componentAt, insideImage, pieceGrid } from '#core/geometry/index/piece-grid.ts'

/** One paste opening over copper and how much of that copper the mask leaves free. */
export interface PastedCopper {
  readonly at: Point
  /** 0 to 1. */
  readonly openShare: number
}

/** Adds up the areas of an image's components by what they lie in. */
const areaWithin = (parts: Image, whole: Image, owners: number): Float64Array => {
  const sums = new Float64Array(owners)
  const grid = pieceGrid(whole)
  for (let c = 0; c < parts.components.count; c++) {
    const [x, y] = placeInside(parts, c)
    const owner = componentAt(whole, grid, toNm(x), toNm(y))
    if (owner >= 0) sums[owner]! += parts.components.area[c]!
  }
  return sums
}

/** Paste that barely touches copper is none of a pad's. */
const ON_COPPER = 0.5

/**
 * Copper under paste, whatever it was drawn with.
 * @param known copper that is judged already: paste on it is left out; null = none
 * @returns one entry per paste opening that lies mostly on copper
 */
export const pastedCopper = (paste: Image, copper: Image, mask: Image, known: Image | null): readonly PastedCopper[] => {
  const soldered = overlapOf(paste, copper)
  const open = overlapOf(soldered, mask)
  const { count, area } = paste.components
  const onCopper = areaWithin(soldered, paste, count)
  const free = areaWithin(open, paste, count)
  const found: PastedCopper[] = []
  for (let c = 0; c < count; c++) {
    if (onCopper[c]! < ON_COPPER * area[c]!) continue
    const [x, y] = placeInside(paste, c)
    const at = componentPlace(paste, c)
    if (known && (insideImage(known, toNm(x), toNm(y)) || insideImage(known, toNm(at[0]), toNm(at[1])))) continue
    found.push({ at, openShare: free[c]! / onCopper[c]! })
  }
  return found
}
