import type { Image } from '#core/geometry/image.ts'
import { toNm } from '#core/base/units.ts'
import { nearParts, sweepReach } from '#core/geometry/index/near-pairs.ts'
import { shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { ClearPath } from './clear-path.ts'
import { newWitness, type Witness } from './distance.ts'
import { FaceList, keptFaces } from './faces.ts'
import { Facing, OUTWARD } from './facing.ts'
import { lengthTo, outlineLengths } from './outline-walk.ts'
import type { Gap } from './places.ts'
import { gapsOf, type SpacingOptions } from './spacing.ts'

/** A notch counts when the way along its outline is at least this many times its width: a square one just does. */
const DEEP = 3
/** A crack that is no deeper than about half of this, nm, is rounding where strokes meet: no process can show it. */
const SHALLOW = 20_000

/** Parts of one group that face each other across the clear area, notches that are no deeper than wide left out. */
const outwardFaces = keptFaces(
  (_near, within) => sweepReach(within),
  (image, near, reach, group) => {
    const { grid } = near
    const { ring } = image.pieces
    const { component } = image.rings
    const facing = new Facing(image)
    const path = new ClearPath(grid)
    const found = new FaceList()
    const w = newWitness()
    const lengths = outlineLengths(image)
    const look = (i: number, j: number): void => {
      const p = shapeOfPart(grid, i)
      const q = shapeOfPart(grid, j)
      const a = component[ring[p]]
      const b = component[ring[q]]
      if (a !== b && (group === null || group[a] !== group[b])) return
      if (facing.face(grid.parts, i, j, p, q, OUTWARD, reach, w) === 0) return
      if (ring[p] === ring[q] && !isDeep(image, lengths, p, q, w, facing.run)) return
      if (!path.isClear(w)) return
      const { stretch } = facing
      if (a <= b) found.hits.addStretch(a, b, w, stretch)
      else found.hits.addStretch(b, a, Float64Array.of(w[0], w[3], w[4], w[1], w[2]), stretch)
      found.note(facing.nearest, false)
    }
    near.eachWithin(reach, look)
    if (group !== null) near.eachBetween(reach, look)
    return found
  },
)

/**
 * Gaps closer than the bound between parts of one group that face each other across clear area: notches, slots in a pour,
 * and tracks of one net beside each other. Crotches where two edges meet, corners and small round voids are none of it.
 * @returns gaps in mm, narrowest first; both components are the same where the gap is a notch
 */
export const sameNetGaps = (image: Image, { withinMm, group = null }: SpacingOptions): readonly Gap[] => {
  const near = nearParts(image)
  if (!near) return []
  const { hits } = outwardFaces(image, near, toNm(withinMm), group)
  return gapsOf(hits, image.components.count)
}

/** Whether the shorter way round between both ends of a witness, from the mouth of the notch, is long for its width. */
const isDeep = (image: Image, lengths: Float64Array, p: number, q: number, w: Witness, run: number): boolean => {
  const first = image.rings.start[image.pieces.ring[p]]
  const last = image.rings.start[image.pieces.ring[p] + 1]
  const around = lengths[last] - lengths[first]
  const apart = Math.abs(lengths[p] + lengthTo(image, p, w[1], w[2]) - lengths[q] - lengthTo(image, q, w[3], w[4]))
  // The witness may be anywhere along the run; at the mouth both ways are longer by up to the run.
  return Math.min(apart, around - apart) + run >= Math.max(DEEP * w[0], SHALLOW)
}
