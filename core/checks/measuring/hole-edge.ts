import { toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import type { Distance } from '#core/checks/measures.ts'
import { PIECE_LINE } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'
import { boxesOf, type Shapes } from '#core/geometry/measure/shapes.ts'

/**
 * From hole walls (`a`) to the board's contours (`b`), cut-outs included.
 * @returns the nearest place of every hole closer than the bound, in hole order; negative where the contour cuts the hole
 */
export const holeEdgeGaps = (board: Board, within: Mm): readonly (Distance & { readonly hole: number })[] => {
  const { count, x0, y0, x1, y1, diameter } = board.holes
  const none = new Float64Array(count)
  const axes: Shapes = { count, kind: new Uint8Array(count).fill(PIECE_LINE), x0, y0, x1, y1, cx: none, cy: none, r: none }
  const edges = contourShapes([...board.outline.outer, ...board.outline.cutouts])
  const boxes = boxesOf(axes)
  for (let h = 0; h < count; h++) {
    const r = diameter[h]! / 2
    boxes[4 * h]! -= r
    boxes[4 * h + 1]! -= r
    boxes[4 * h + 2]! += r
    boxes[4 * h + 3]! += r
  }
  const nearest = new Map<number, Distance & { readonly hole: number }>()
  const w = newWitness()
  eachBoxPairBetween(boxes, boxesOf(edges), toNm(within), (h, edge) => {
    shapeDistance(axes, h, edges, edge, w)
    const r = diameter[h]! / 2
    const value = toMm(w[0]! - r)
    if (value >= within || value >= (nearest.get(h)?.value ?? Infinity)) return
    const [ux, uy] = w[0]! > 0 ? [(w[3]! - w[1]!) / w[0]!, (w[4]! - w[2]!) / w[0]!] : [1, 0]
    nearest.set(h, { hole: h, value, a: mmPoint(w[1]! + ux * r, w[2]! + uy * r), b: mmPoint(w[3]!, w[4]!) })
  })
  return [...nearest.values()].sort((p, q) => p.hole - q.hole)
}
