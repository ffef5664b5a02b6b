import { composeShape } from '#core/interpret/compose-shape.ts'
import { penOutline, type PenOutline } from '#core/interpret/convex-pen.ts'
import type { Placement } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'
import type { ApertureInfo, ApertureShape } from '#core/interpret/plotted-layer.ts'
import { roundedPolygon } from '#core/interpret/rounded-polygon.ts'

/** Index of objects without an aperture. */
export const NO_APERTURE = 0xffff

/** An aperture in use: its shape around its origin and what it is told by. */
export class Aperture {
  readonly row: number
  readonly kind: ApertureShape
  readonly info: Omit<ApertureInfo, 'flashes' | 'draws'>
  /** Index of its aperture attributes. */
  readonly attributes: number
  /** Radius where the shape is a plain disc, else 0: flashes of discs need no copying. */
  readonly disc: number
  /** Flashes of a block itself, which leave no object of their own. */
  blockFlashes = 0
  #shape: Plot
  #needsComposing: boolean
  #pen: PenOutline | null = null
  #penPlacement: Placement | null = null

  constructor(row: number, kind: ApertureShape, info: Aperture['info'], attributes: number, shape: Plot, needsComposing: boolean) {
    this.row = row
    this.kind = kind
    this.info = info
    this.attributes = attributes
    this.#shape = shape
    this.#needsComposing = needsComposing
    const { prims } = shape
    const isDisc = kind !== 'block' && prims.count === 1 && prims.kind[0] === 0 && prims.x0[0] === 0 && prims.y0[0] === 0
    this.disc = isDisc && prims.x1[0] === 0 && prims.y1[0] === 0 ? prims.r[0]! : 0
  }

  /** The shape in nm; several overlapping primitives are composed into one contour when it is first asked for. */
  get shape(): Plot {
    if (this.#needsComposing) {
      this.#needsComposing = false
      this.#shape = unionOf(this.#shape)
    }
    return this.#shape
  }

  /** The outline for strokes under a placement. */
  pen(placement: Placement): PenOutline {
    if (this.#pen === null || this.#penPlacement !== placement) {
      this.#pen = penOutline(this.shape, placement)
      this.#penPlacement = placement
    }
    return this.#pen
  }
}

/** The union of dark parts as one contour. Should the composed outline need mending, the parts themselves are exact. */
const unionOf = (parts: Plot): Plot => {
  const rounded = roundedPolygon(parts)
  if (rounded) return rounded
  const composed = composeShape(parts)
  return composed.isExact ? composed.shape : parts
}
