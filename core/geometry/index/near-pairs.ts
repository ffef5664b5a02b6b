import type { Image } from '#core/geometry/image.ts'
import { eachBoxPair, isNear, type PairVisitor } from './box-pairs.ts'
import { pieceGrid, shapeOfPart, type PieceGrid } from './piece-grid.ts'

/** Sweeps are kept for this reach at least, nm, so that questions with smaller bounds share one. */
const SHARED_REACH = 200_000
/** Wider sweeps than this are rare and large: they are not kept. */
const WIDEST_KEPT = 500_000
/** More pairs than this are not kept but found anew each time: memory stays bounded on any input. */
const MOST_KEPT = 4_000_000

/** Pairs of an image's parts within a reach: two entries a pair. */
interface KeptPairs {
  readonly reach: number
  /** Both parts of one component. */
  readonly same: Uint32Array
  /** Parts of two components. */
  readonly other: Uint32Array
}

/** What sweeps over an image need. */
export interface NearParts {
  readonly grid: PieceGrid
  /** Component of each part. */
  readonly component: Int32Array
  /** Visits every two parts of one component whose boxes come within `reach`, once. */
  eachWithin(reach: number, visit: PairVisitor): void
  /** Visits every two parts of different components whose boxes come within `reach`, once. */
  eachBetween(reach: number, visit: PairVisitor): void
}

class PairList {
  items = new Uint32Array(1024)
  count = 0

  add(i: number, j: number): void {
    if (this.count + 2 > this.items.length) {
      const wider = new Uint32Array(this.items.length * 2)
      wider.set(this.items)
      this.items = wider
    }
    this.items[this.count++] = i
    this.items[this.count++] = j
  }
}

const replay = (boxes: Float64Array, pairs: Uint32Array, reach: number, visit: PairVisitor): void => {
  for (let k = 0; k < pairs.length; k += 2) if (isNear(boxes, 4 * pairs[k], boxes, 4 * pairs[k + 1], reach)) visit(pairs[k], pairs[k + 1])
}

class Sweeps implements NearParts {
  readonly grid: PieceGrid
  readonly component: Int32Array
  #kept: KeptPairs | null = null
  #tooMany = Infinity

  constructor(image: Image, grid: PieceGrid) {
    this.grid = grid
    this.component = new Int32Array(grid.parts.count)
    for (let i = 0; i < this.component.length; i++) this.component[i] = image.rings.component[image.pieces.ring[shapeOfPart(grid, i)]]
  }

  eachWithin(reach: number, visit: PairVisitor): void {
    const { component } = this
    const { boxes } = this.grid
    const kept = this.#pairs(reach)
    if (kept) replay(boxes, kept.same, reach, visit)
    else eachBoxPair(boxes, reach, (i, j) => component[i] === component[j] && visit(i, j))
  }

  eachBetween(reach: number, visit: PairVisitor): void {
    const { component } = this
    const { boxes } = this.grid
    const kept = this.#pairs(reach)
    if (kept) replay(boxes, kept.other, reach, visit)
    else eachBoxPair(boxes, reach, (i, j) => component[i] !== component[j] && visit(i, j))
  }

  #pairs(reach: number): KeptPairs | null {
    if (this.#kept && this.#kept.reach >= reach) return this.#kept
    const wide = Math.max(reach, SHARED_REACH)
    if (wide > WIDEST_KEPT || wide >= this.#tooMany) return null
    const { component } = this
    const [same, other] = [new PairList(), new PairList()]
    eachBoxPair(this.grid.boxes, wide, (i, j) => {
      if (same.count + other.count >= 2 * MOST_KEPT) return
      if (component[i] === component[j]) same.add(i, j)
      else other.add(i, j)
    })
    if (same.count + other.count >= 2 * MOST_KEPT) {
      this.#tooMany = wide
      return null
    }
    this.#kept = { reach: wide, same: same.items.slice(0, same.count), other: other.items.slice(0, other.count) }
    return this.#kept
  }
}

const sweeps = new WeakMap<Image, NearParts>()

/** @returns the sweeps over an image, kept as long as the image; null for an empty image */
export const nearParts = (image: Image): NearParts | null => {
  const known = sweeps.get(image)
  if (known) return known
  const grid = pieceGrid(image)
  if (!grid) return null
  const made = new Sweeps(image, grid)
  sweeps.set(image, made)
  return made
}
