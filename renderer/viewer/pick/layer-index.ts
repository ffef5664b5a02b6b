import Flatbush from 'flatbush'
import type { Box } from '#core/base/box.ts'
import type { Artwork } from '../geometry/drawable.ts'

/** Boxes of a layer's primitives, for picking, snapping and culled painting. */
export class LayerIndex {
  readonly #tree: Flatbush | null
  readonly #count: number

  constructor(art: Artwork) {
    const { count, x0, y0, x1, y1, r } = art.prims
    this.#count = count
    if (count === 0) {
      this.#tree = null
      return
    }
    const tree = new Flatbush(count)
    for (let p = 0; p < count; p++) {
      const grow = r[p]!
      tree.add(
        Math.min(x0[p]!, x1[p]!) - grow,
        Math.min(y0[p]!, y1[p]!) - grow,
        Math.max(x0[p]!, x1[p]!) + grow,
        Math.max(y0[p]!, y1[p]!) + grow,
      )
    }
    tree.finish()
    this.#tree = tree
  }

  /** @returns the primitives whose boxes meet `box` (nm), in image order */
  search(box: Box): readonly number[] {
    if (!this.#tree) return []
    return this.#tree.search(box[0], box[1], box[2], box[3]).sort((a, b) => a - b)
  }

  /** @returns whether `box` (nm) holds every primitive, so that a search would give them all */
  isWithin(box: Box): boolean {
    const tree = this.#tree
    return this.#count === 0 || (tree !== null && tree.minX >= box[0] && tree.minY >= box[1] && tree.maxX <= box[2] && tree.maxY <= box[3])
  }
}
