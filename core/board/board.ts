import type { Box, Point } from '#core/base/box.ts'
import type { IdentifiedFile, Role, Side } from '#core/identify/identified-file.ts'
import type { GerberLayer, PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { Image } from '#core/geometry/image.ts'

/** The board that a package describes. All lengths in the tables are nm, y up; functions that measure say their unit. */
export interface Board {
  readonly files: readonly IdentifiedFile[]
  /** Every artwork layer with an imaging role, copper first from top to bottom, then masks, pastes, legends, rest. */
  readonly layers: readonly Layer[]
  readonly holes: Holes
  readonly outline: Outline
  /** What the X2 job file or the drill spans say about the copper count; null when nothing says it. */
  readonly declaredCopperCount: number | null
  /** Finished board thickness from a job file, mm; null when nothing states it. */
  readonly thicknessMm: number | null
}

export interface Layer {
  /** Stable id: `top-copper`, `inner-1`, `bottom-copper`, `top-mask`, `bottom-paste`, `top-legend`, `outline`, … A second file of one role gets `-2`. */
  readonly id: string
  /** Shown name: "Top copper", "Inner 1", "Top silkscreen". */
  readonly name: string
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly path: string
  readonly file: IdentifiedFile
  readonly gerber: GerberLayer
  readonly plotted: PlottedLayer
  /** A plane or a negative image: the dark area of the file is where the layer has no copper (mask: no opening). */
  readonly negative: boolean
  /**
   * The final image, composed on first use and kept: for a negative layer inverted within the board outline, and without
   * artwork that lies apart from the board (titles, frames), which `apart` lists.
   */
  image(): Image
  /** Objects set apart as non-board artwork (indexes into plotted.objects). */
  readonly apart: Uint32Array
}

export const HOLE_PLATED = 1
export const HOLE_NON_PLATED = 0
/** The package does not say and the copper does not tell. */
export const HOLE_PLATING_UNKNOWN = 2

/** All holes and slots of all drill files (and of Gerber files used as drill files), merged; hits doubled in the files stay doubled. */
export interface Holes {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  /** Slot: other end of the centre line; a round hole has both ends equal. */
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly diameter: Float64Array
  readonly plating: Uint8Array
  /** Copper orders the hole passes, inclusive. */
  readonly from: Uint16Array
  readonly to: Uint16Array
  /** Index into `Board.files`, tool number as written, 1-based line. */
  readonly file: Uint32Array
  readonly tool: Uint32Array
  readonly line: Uint32Array
  /** `via`, `component`, … from X2 tool or aperture attributes when given, else ''. Index into `fnNames`. */
  readonly fn: Uint8Array
  readonly fnNames: readonly string[]
}

/** A closed contour of lines and arcs, vertices in nm, `bulge` as in plotted rings; counterclockwise. */
export interface Contour {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly bulge: Float64Array
  /** Area enclosed, nm², positive. */
  readonly area: number
  readonly box: Box
}

export interface OutlineGap {
  readonly from: Point
  readonly to: Point
  /** Distance between the two loose ends, nm. */
  readonly width: number
}

/** The board edge: centre line of the outline artwork. */
export interface Outline {
  /** Where it was found; `none` when there is none. `drawing` = inside a fabrication drawing, `copper` = drawn on another layer. */
  readonly source: 'outline' | 'route' | 'drawing' | 'other-layer' | 'none'
  readonly path: string | null
  /** Outer contours (usually one), largest first: each a board or a piece of a panel. */
  readonly outer: readonly Contour[]
  /** Cut-outs inside the outer contours. */
  readonly cutouts: readonly Contour[]
  /** Loose ends that keep a contour open, with their distance; empty when closed. */
  readonly gaps: readonly OutlineGap[]
  /** Strokes that belong to no contour (dimension lines, notes, marks). */
  readonly stray: readonly { readonly at: Point; readonly length: number; readonly line: number }[]
  /** Closed contours around the board that were taken for the edge of the paper, since the pads lie within a second contour. */
  readonly frames?: readonly Contour[]
  /** Contours that were drawn more than once. */
  readonly doubled: number
  readonly selfCrossings: readonly Point[]
  /** Of the outer contours, nm; null without an outline. */
  readonly box: Box | null
  /** Board area: outer minus cut-outs, nm². */
  readonly area: number
}
