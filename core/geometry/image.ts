import type { Box } from '#core/base/box.ts'

/**
 * The image of a layer: the outline of its final dark area after all polarity, as exact lines and arcs. All nm,
 * float64, y up. Pieces of one ring are stored one after another in walking order with the dark area on their left.
 */
export interface Image {
  readonly pieces: Pieces
  readonly rings: OutlineRings
  readonly components: Components
  /** Dark area in nm². */
  readonly area: number
  readonly bounds: Box | null
  /** Places where the outline did not close and a coarser method took over, nm; empty when all is exact. */
  readonly repaired: readonly { readonly x: number; readonly y: number }[]
  /** Places where two components or two parts of one touch in a point, nm. */
  readonly pinches: readonly { readonly x: number; readonly y: number }[]
}

export const PIECE_LINE = 0
export const PIECE_ARC_CCW = 1
export const PIECE_ARC_CW = 2

/** Arc pieces never sweep more than half a turn. For lines cx = cy = r = 0. */
export interface Pieces {
  readonly count: number
  readonly kind: Uint8Array
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly cx: Float64Array
  readonly cy: Float64Array
  readonly r: Float64Array
  /** The primitive whose edge this is (index into the plotted layer's prims); a clear one where it was cut out. */
  readonly prim: Uint32Array
  /** The ring that the piece belongs to. */
  readonly ring: Uint32Array
}

/** Ring k = pieces `start[k] <= p < start[k + 1]`. Area > 0: outer boundary, < 0: boundary of a hole in the copper. */
export interface OutlineRings {
  readonly count: number
  readonly start: Uint32Array
  readonly area: Float64Array
  /** 4 per ring: x0, y0, x1, y1. */
  readonly box: Float64Array
  readonly component: Uint32Array
}

/** Connected dark areas. Component c owns its outer ring and the holes in it: `ringList[ringStart[c] .. ringStart[c+1])`, outer first. */
export interface Components {
  readonly count: number
  readonly area: Float64Array
  readonly box: Float64Array
  readonly ringStart: Uint32Array
  readonly ringList: Uint32Array
}
