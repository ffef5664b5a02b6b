import type { Box, Point } from '#core/base/box.ts'
import type { Shape } from '../worker/protocol.ts'

export type MarkerKind = 'error' | 'warning' | 'note' | 'waived' | 'unmeasured'

/** A place on the board that has a finding, nm. */
export interface Marker {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly kind: MarkerKind
}

/** A note pinned to the board, nm. */
export interface Pin {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly label: string
  readonly isSettled: boolean
}

/** A measured line with its number, nm. */
export interface MeasuredLine {
  readonly from: Point
  readonly to: Point
  readonly label: string
}

/** A numbered frame around a place, nm. */
export interface NumberedBox {
  readonly number: number
  readonly box: Box
}

/** What lies over the artwork. Everything is optional; null and empty draw nothing. */
export interface OverlayState {
  readonly markers: readonly Marker[]
  readonly selectedMarker: string | null
  readonly pins: readonly Pin[]
  readonly selectedPin: string | null
  readonly witness: MeasuredLine | null
  readonly measure: MeasuredLine | null
  /** Where the measure tool would put its next point, and what it holds on to. */
  readonly snap: { readonly at: Point; readonly kind: string } | null
  readonly selection: Shape | null
  readonly hover: Shape | null
  readonly zoomBox: Box | null
  readonly crosshair: Point | null
  /** Loose ends of an open board edge and the gap between them. */
  readonly gaps: readonly MeasuredLine[]
  readonly boxes: readonly NumberedBox[]
  readonly selectedBox: number | null
}

export const EMPTY_OVERLAY: OverlayState = {
  markers: [],
  selectedMarker: null,
  pins: [],
  selectedPin: null,
  witness: null,
  measure: null,
  snap: null,
  selection: null,
  hover: null,
  zoomBox: null,
  crosshair: null,
  gaps: [],
  boxes: [],
  selectedBox: null,
}

/** Colours of the overlay, from the application's tokens. */
export interface OverlayColors {
  readonly error: string
  readonly warning: string
  readonly note: string
  readonly waived: string
  readonly unmeasured: string
  readonly accent: string
  readonly focus: string
  readonly text: string
  readonly panel: string
  /** Behind lines, so that they show on any artwork. */
  readonly rim: string
}
