import { toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { nearParts } from '#core/geometry/index/near-pairs.ts'
import { componentAt } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from './distance.ts'
import { holeAt, type HoleTable } from './hole.ts'
import { NearAxis } from './near-axis.ts'
import { mmPoint, type Distance } from './places.ts'

/** From a hole's wall (`a`) to copper (`b`) that isn't the hole's own; mm, negative = the copper reaches into the hole by that depth. */
export interface HoleClearance extends Distance {
  readonly hole: number
  readonly component: number
}

export interface HoleToCopperOptions {
  readonly withinMm: Mm
  /** Net (or any group) of each component; default: each component alone. */
  readonly group?: Int32Array | null
  /** Group of the holes' own copper, per hole of the table; -1 = none, all copper counts. Default: no hole has own copper. */
  readonly own?: Int32Array | null
  /** Which holes; default all. */
  readonly rows?: ArrayLike<number>
}

/** @returns per hole with foreign copper closer than the bound the nearest place of it, in hole order */
export const holeToCopper = (image: Image, holes: HoleTable, options: HoleToCopperOptions): readonly HoleClearance[] => {
  const near = nearParts(image)
  if (!near) return []
  const { grid, component: owner } = near
  const { group = null, own = null, rows } = options
  const within = toNm(options.withinMm)
  const groupOf = (component: number): number => (group ? group[component] : component)
  const axis = new NearAxis()
  const w = newWitness()
  const found: HoleClearance[] = []
  for (let k = 0; k < (rows ? rows.length : holes.count); k++) {
    const row = rows ? rows[k] : k
    const hole = holeAt(holes, row)
    const mine = own ? own[row] : -1
    const r = hole.d / 2
    const covering = componentAt(image, grid, (hole.x0 + hole.x1) / 2, (hole.y0 + hole.y1) / 2)
    const isIn = covering >= 0 && (mine < 0 || groupOf(covering) !== mine)
    const skip = mine < 0 ? null : (part: number): boolean => groupOf(owner[part]) === mine
    // Around an axis in foreign copper the outline may be anywhere; its distance is the depth.
    const part = axis.nearest(grid, hole, isIn ? Infinity : r + within, skip, w)
    if (part < 0) continue
    const value = isIn ? -w[0] - r : w[0] - r
    if (value >= within) continue
    const side = isIn ? -1 : 1
    const ux = w[0] > 0 ? ((w[3] - w[1]) / w[0]) * side : side
    const uy = w[0] > 0 ? ((w[4] - w[2]) / w[0]) * side : 0
    found.push({
      hole: row,
      component: isIn ? covering : owner[part],
      value: toMm(value),
      a: mmPoint(w[1] + ux * r, w[2] + uy * r),
      b: mmPoint(w[3], w[4]),
    })
  }
  return found
}
