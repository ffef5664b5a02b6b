import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { insideContours, nearestPart, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness, type Witness } from './distance.ts'
import { pieceLength, walkOutline } from './outline-walk.ts'
import type { Hits } from './places.ts'
import { isOnArc } from './shapes.ts'

/** Steps towards the deepest point of an arc; one does for straight edges. */
const STEPS = 12
const CLOSE = 1e-3

/** Measures how far outlines reach over closed contours. Works in nm. */
export class Overhang {
  readonly #image: Image
  readonly #edges: PieceGrid
  readonly #w = newWitness()
  readonly #place = new Float64Array(2)
  readonly #stretch = new Float64Array(4)

  constructor(image: Image, edges: PieceGrid) {
    this.#image = image
    this.#edges = edges
  }

  isOutside(x: number, y: number): boolean {
    return !insideContours(this.#edges, x, y)
  }

  /**
   * Adds the corners and deepest points of a component that lie off the board, as negative distances with the pieces as stretches.
   * @param isNear whether an edge comes near it; without one its first corner speaks for all, and only the greatest depth is added
   */
  add(component: number, isNear: boolean, hits: Hits): void {
    const { pieces, rings, components } = this.#image
    // A hole in the copper never reaches farther out than the outer ring.
    const ring = components.ringList[components.ringStart[component]]
    const first = rings.start[ring]
    if (!isNear && !this.isOutside(pieces.x0[first], pieces.y0[first])) return
    const worst = newWitness()
    worst[0] = 0
    const offer = (w: Witness, piece: number): void => {
      if (isNear) hits.addStretch(component, 0, w, this.#outsideOf(piece))
      else if (w[0] < worst[0]) worst.set(w)
    }
    for (let p = first; p < rings.start[ring + 1]; p++) {
      if (this.#depthAt(pieces.x0[p], pieces.y0[p])) offer(this.#w, p)
      if (pieces.kind[p] !== PIECE_LINE) this.#deepestOfArc(p, offer)
    }
    if (worst[0] < 0) hits.add(component, 0, worst)
  }

  /** Where a crossing piece lies off the board: from the crossing to its end there; an arc may cross twice and counts whole. */
  crossingStretch(piece: number, x: number, y: number): Float64Array {
    const { x0, y0, x1, y1, kind } = this.#image.pieces
    if (kind[piece] !== PIECE_LINE) return this.#outsideOf(piece)
    const end = this.isOutside(x1[piece], y1[piece])
    const start = !end && this.isOutside(x0[piece], y0[piece])
    this.#stretch.set([x, y, end ? x1[piece] : start ? x0[piece] : x, end ? y1[piece] : start ? y0[piece] : y])
    return this.#stretch
  }

  /** The whole piece when it is an arc or both ends are outside, else its start. */
  #outsideOf(piece: number): Float64Array {
    const { x0, y0, x1, y1, kind } = this.#image.pieces
    const whole = kind[piece] !== PIECE_LINE || (this.isOutside(x0[piece], y0[piece]) && this.isOutside(x1[piece], y1[piece]))
    this.#stretch.set([x0[piece], y0[piece], whole ? x1[piece] : x0[piece], whole ? y1[piece] : y0[piece]])
    return this.#stretch
  }

  /** Writes how deep a place lies outside, as a negative distance; false for places on the board. */
  #depthAt(x: number, y: number): boolean {
    if (!this.isOutside(x, y)) return false
    nearestPart(this.#edges, x, y, Infinity, null, this.#w)
    this.#w[0] = -this.#w[0]
    return true
  }

  /** The point of an arc that is farthest out lies straight away from the edge, seen from the arc's centre. */
  #deepestOfArc(piece: number, offer: (w: Witness, piece: number) => void): void {
    const { pieces } = this.#image
    walkOutline(this.#image, piece, pieces.x0[piece], pieces.y0[piece], pieceLength(this.#image, piece) / 2, this.#place)
    let [x, y] = this.#place
    for (let k = 0; k < STEPS && this.#depthAt(x, y); k++) {
      offer(this.#w, piece)
      const d = -this.#w[0]
      if (d === 0) return
      const nx = pieces.cx[piece] + (pieces.r[piece] * (this.#w[1] - this.#w[3])) / d
      const ny = pieces.cy[piece] + (pieces.r[piece] * (this.#w[2] - this.#w[4])) / d
      if (!isOnArc(pieces, piece, nx, ny) || Math.hypot(nx - x, ny - y) < CLOSE) return
      x = nx
      y = ny
    }
  }
}
