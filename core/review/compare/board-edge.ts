import type { Box } from '#core/base/box.ts'
import { NM_PER_MM, toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Outline } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, pointDistance } from '#core/geometry/measure/distance.ts'
import { boxesOf, type Shapes } from '#core/geometry/measure/shapes.ts'
import { inUnit, inverseOf, placeBox, placePoint, type Placement } from '#core/review/placement.ts'

/** The edge of the older board, asked about places on the newer one. */
export class BoardEdge {
  readonly #outline: Outline
  readonly #shapes: Shapes
  readonly #boxes: Float64Array
  /** From the newer board to the older one, nm. */
  readonly #back: Placement

  constructor(outline: Outline, placement: Placement) {
    this.#outline = outline
    this.#shapes = contourShapes([...outline.outer, ...outline.cutouts])
    this.#boxes = boxesOf(this.#shapes)
    this.#back = inUnit(inverseOf(placement), NM_PER_MM)
  }

  /** @returns how far a point lies from the nearest edge or cut-out; Infinity without an outline */
  distance(x: Mm, y: Mm): Mm {
    const [px, py] = placePoint(this.#back, toNm(x), toNm(y))
    const witness = newWitness()
    let nearest = Infinity
    for (let i = 0; i < this.#shapes.count; i++) {
      pointDistance(px, py, this.#shapes, i, witness)
      nearest = Math.min(nearest, witness[0]!)
    }
    return toMm(nearest)
  }

  /** @returns true when the whole box lies off the board; false without an outline */
  isOff(box: Box): boolean {
    const { outer, box: board } = this.#outline
    if (!board) return false
    const b = placeBox(this.#back, [toNm(box[0]), toNm(box[1]), toNm(box[2]), toNm(box[3])])
    if (b[0] >= board[2] || b[2] <= board[0] || b[1] >= board[3] || b[3] <= board[1]) return true
    for (let i = 0; i < this.#shapes.count; i++) {
      const [x0, y0, x1, y1] = this.#boxes.subarray(4 * i, 4 * i + 4)
      if (b[0] < x1! && b[2] > x0! && b[1] < y1! && b[3] > y0!) return false
    }
    return !outer.some((contour) => insideContour(contour, (b[0] + b[2]) / 2, (b[1] + b[3]) / 2))
  }
}
