import { toMm, toNm, type Mm } from '#core/base/units.ts'
import { PIECE_LINE } from '#core/geometry/image.ts'
import { eachBoxPair } from '#core/geometry/index/box-pairs.ts'
import { newWitness, shapeDistance } from './distance.ts'
import type { HoleTable } from './hole.ts'
import { mmPoint, type Distance } from './places.ts'
import { boxesOf, type Shapes } from './shapes.ts'

/** Two holes from wall to wall; `a` on the wall of the first, `b` on that of the second. mm; negative = they overlap by that depth. */
export interface HoleGap extends Distance {
  readonly holeA: number
  readonly holeB: number
  /** `duplicate`: the same centre line (whatever the diameters); `overlap`: the walls cut each other. */
  readonly kind: 'gap' | 'overlap' | 'duplicate'
}

/** Centres this close, nm, are the same hit: below any drill file's resolution. */
const SAME_CENTRE = 1000

const isSame = (p: number, q: number): boolean => Math.abs(p - q) <= SAME_CENTRE

/** @returns every two holes (slots included) whose walls are closer than the bound, once, with holeA < holeB; closest first */
export const holeSpacing = (holes: HoleTable, withinMm: Mm): readonly HoleGap[] => {
  const within = toNm(withinMm)
  const none = new Float64Array(holes.count)
  const { count, x0, y0, x1, y1, diameter } = holes
  const axes: Shapes = { count, kind: new Uint8Array(count).fill(PIECE_LINE), x0, y0, x1, y1, cx: none, cy: none, r: none }
  const boxes = boxesOf(axes)
  for (let k = 0; k < count; k++) {
    const r = diameter[k] / 2
    boxes[4 * k] -= r
    boxes[4 * k + 1] -= r
    boxes[4 * k + 2] += r
    boxes[4 * k + 3] += r
  }
  const found: HoleGap[] = []
  const w = newWitness()
  eachBoxPair(boxes, within, (p, q) => {
    const [i, j] = p < q ? [p, q] : [q, p]
    shapeDistance(axes, i, axes, j, w)
    const value = w[0] - diameter[i] / 2 - diameter[j] / 2
    if (value >= within) return
    // Holes with one centre have no direction: across, to the right.
    const ux = w[0] > 0 ? (w[3] - w[1]) / w[0] : 1
    const uy = w[0] > 0 ? (w[4] - w[2]) / w[0] : 0
    found.push({
      holeA: i,
      holeB: j,
      kind: isDuplicate(holes, i, j) ? 'duplicate' : value < 0 ? 'overlap' : 'gap',
      value: toMm(value),
      a: mmPoint(w[1] + (ux * diameter[i]) / 2, w[2] + (uy * diameter[i]) / 2),
      b: mmPoint(w[3] - (ux * diameter[j]) / 2, w[4] - (uy * diameter[j]) / 2),
    })
  })
  return found.sort((a, b) => a.value - b.value || a.holeA - b.holeA || a.holeB - b.holeB)
}

const isDuplicate = ({ x0, y0, x1, y1 }: HoleTable, i: number, j: number): boolean =>
  (isSame(x0[i], x0[j]) && isSame(y0[i], y0[j]) && isSame(x1[i], x1[j]) && isSame(y1[i], y1[j])) ||
  (isSame(x0[i], x1[j]) && isSame(y0[i], y1[j]) && isSame(x1[i], x0[j]) && isSame(y1[i], y0[j]))
