import type { PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { partsInBox } from '#core/geometry/index/piece-grid.ts'
import { newWitness, shapeDistance, type Witness } from './distance.ts'
import { emptyShapes, setLine } from './shapes.ts'

/** Share of the witness left out at both ends, where it touches the outline by nature. */
const ENDS = 0.02

/** Tells whether a witness runs from outline to outline without meeting another in between. */
export class ClearPath {
  readonly #grid: PieceGrid
  readonly #line = emptyShapes(1)
  readonly #found = newWitness()

  constructor(grid: PieceGrid) {
    this.#grid = grid
  }

  isClear(w: Witness): boolean {
    const dx = (w[3] - w[1]) * ENDS
    const dy = (w[4] - w[2]) * ENDS
    const [x0, y0, x1, y1] = [w[1] + dx, w[2] + dy, w[3] - dx, w[4] - dy]
    setLine(this.#line, 0, x0, y0, x1, y1)
    return !partsInBox(this.#grid, Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), (part) => {
      shapeDistance(this.#line, 0, this.#grid.parts, part, this.#found)
      return this.#found[0] === 0
    })
  }
}
