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
  readonly pairs: Uint32Array
}

/** Both parts of one component, or of two. */
type Kind = 'same' | 'other'

/** What sweeps over an image need. */
export interface NearParts {
  readonly grid: PieceGrid
  /** Component of each part. */
  readonly component: Int32Array
  /** The bound that sweeps within components share when no wider one is asked for, nm; who knows of a wider question may raise it. */
  shared: number
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
  shared = SHARED_REACH
  readonly #kept: Record<Kind, KeptPairs | null> = { same: null, other: null }
  #tooMany = Infinity

  constructor(image: Image, grid: PieceGrid) {
    this.grid = grid
    this.component = new Int32Array(grid.parts.count)
    for (let i = 0; i < this.component.length; i++) this.component[i] = image.rings.component[image.pieces.ring[shapeOfPart(grid, i)]]
  }

  eachWithin(reach: number, visit: PairVisitor): void {
    const { component } = this
    const { boxes } = this.grid
    const kept = this.#pairs('same', reach)
    if (kept) replay(boxes, kept, reach, visit)
    else eachBoxPair(boxes, reach, (i, j) => component[i] === component[j] && visit(i, j))
  }

  eachBetween(reach: number, visit: PairVisitor): void {
    const { component } = this
    const { boxes } = this.grid
    const kept = this.#pairs('other', reach)
    if (kept) replay(boxes, kept, reach, visit)
    else eachBoxPair(boxes, reach, (i, j) => component[i] !== component[j] && visit(i, j))
  }

  #pairs(kind: Kind, reach: number): Uint32Array | null {
    const known = this.#kept[kind]
    if (known && known.reach >= reach) return known.pairs
    const wide = Math.max(reach, kind === 'same' ? this.shared : SHARED_REACH)
    if (wide > WIDEST_KEPT || wide >= this.#tooMany) return null
    // Pairs of the other kind come along when they would be looked for just as far.
    const isBoth = kind === 'same' ? this.shared === SHARED_REACH : wide > (this.#kept.same?.reach ?? 0)
    const { component } = this
    const [same, other] = [new PairList(), new PairList()]
    eachBoxPair(this.grid.boxes, wide, (i, j) => {
      if (same.count + other.count >= 2 * MOST_KEPT) return
      const isSame = component[i] === component[j]
      if (isBoth || isSame === (kind === 'same')) (isSame ? same : other).add(i, j)
    })
    if (same.count + other.count >= 2 * MOST_KEPT) {
      this.#tooMany = wide
      return null
    }
    if (isBoth || kind === 'same') this.#kept.same = { reach: wide, pairs: same.items.slice(0, same.count) }
    if (isBoth || kind === 'other') this.#kept.other = { reach: wide, pairs: other.items.slice(0, other.count) }
    return this.#kept[kind]!.pairs
  }
}

/** @returns how far a sweep whose results are kept looks for a question with the bound `within`, nm */
export const sweepReach = (within: number, shared = SHARED_REACH): number => (within > WIDEST_KEPT ? within : Math.max(within, shared))

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
