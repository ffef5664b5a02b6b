import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { Belongs, LayerId, Vertex } from '#core/builder/description.ts'

export interface LandSpec extends Belongs {
  readonly at: Point
  readonly diameter: Mm
  /** Default `top-copper`; `all` = every copper layer. */
  readonly layer?: LayerId | 'all'
}

export interface PadSpec extends Belongs {
  readonly at: Point
  /** Width and height, mm; one number for both. */
  readonly size: Mm | readonly [Mm, Mm]
  /** Default `rect`. */
  readonly shape?: 'circle' | 'rect' | 'obround' | 'roundrect'
  /** Corner radius of a roundrect; default a quarter of the smaller side. */
  readonly radius?: Mm
  readonly rotation?: number
  readonly layer?: LayerId
  /** Also opens the mask by this expansion, mm, on the pad's side. */
  readonly opening?: Mm
  /** Also puts paste on the pad, shrunk by this, mm. */
  readonly paste?: Mm
}

export interface StrokeSpec extends Belongs {
  readonly from: Point
  readonly to: Point
  readonly width: Mm
  readonly layer?: LayerId
  readonly clear?: boolean
}

export interface ArcSpec extends StrokeSpec {
  readonly centre: Point
  /** Default counterclockwise. */
  readonly clockwise?: boolean
}

export interface AreaSpec extends Belongs {
  readonly points: readonly Vertex[]
  readonly layer?: LayerId
  readonly clear?: boolean
}

export interface PourSpec extends AreaSpec {
  /** Distance kept to copper of other nets and to holes; 0 (default) = none is cut out. */
  readonly clearance?: Mm
  /** Spokes to pads of the same net; absent = solid. */
  readonly thermal?: { readonly gap: Mm; readonly spoke: Mm }
}

export interface OutlineSpec {
  readonly width?: Mm
  readonly height?: Mm
  /** Lower left corner; default [0, 0]. */
  readonly at?: Point
  /** Corner radius. */
  readonly radius?: Mm
  /** Any contour instead of a box. */
  readonly points?: readonly Vertex[]
  /** Leaves the contour open by this much at its start, mm. */
  readonly gap?: Mm
  /** Pen, default 0.1 mm. */
  readonly pen?: Mm
}
