import type { Point } from '#core/base/box.ts'
import type { Vertex } from '#core/builder/description.ts'
import type { Placement } from './transform.ts'

/** Whether something is opened or covered: by the design rules, by an own offset in mm, or not at all. */
export type MaskChoice = 'auto' | 'off' | number

/** A drill or slot, along a path of one or more points. */
export interface DrilledPath {
  readonly line: number
  readonly diameter: number
  readonly path: readonly Vertex[]
}

export interface UnplatedHole extends DrilledPath {
  readonly stopMask: MaskChoice
}

export interface Pad {
  readonly uuid: string
  readonly line: number
  readonly at: Point
  readonly rotation: number
  readonly side: 'top' | 'bottom'
  readonly shape: 'roundrect' | 'octagon' | 'custom'
  readonly width: number
  readonly height: number
  /** Corner radius as a share of half the smaller side, 0..1. */
  readonly radius: number
  readonly outline: readonly Vertex[]
  readonly stopMask: MaskChoice
  readonly paste: MaskChoice
  /** Least distance of planes, mm. */
  readonly clearance: number
  readonly function: string
  readonly packagePad: string | null
  readonly holes: readonly DrilledPath[]
}

export interface Polygon {
  readonly line: number
  readonly layer: string
  readonly width: number
  readonly isFilled: boolean
  readonly path: readonly Vertex[]
}

export interface StrokeText extends Placement {
  readonly line: number
  readonly layer: string
  readonly height: number
  readonly strokeWidth: number
  readonly horizontal: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'center' | 'bottom'
  /** Turned around where it would stand upside down. */
  readonly isAutoRotated: boolean
  readonly text: string
}

export interface Zone {
  readonly line: number
  readonly layers: readonly string[]
  readonly keepsPlanesOut: boolean
  readonly path: readonly Vertex[]
}

export interface Drawn {
  readonly polygons: readonly Polygon[]
  readonly texts: readonly StrokeText[]
  readonly holes: readonly UnplatedHole[]
  readonly zones: readonly Zone[]
}

export interface Footprint extends Drawn {
  readonly uuid: string
  readonly pads: readonly Pad[]
}

export interface Device extends Placement {
  /** The component's UUID in the circuit. */
  readonly uuid: string
  readonly line: number
  readonly libDevice: string
  readonly libFootprint: string
  readonly texts: readonly StrokeText[]
}

export interface Via {
  readonly uuid: string
  readonly line: number
  readonly at: Point
  readonly drill: number | null
  readonly size: number | null
  readonly shape: 'round' | 'square' | 'octagon'
  readonly from: string
  readonly to: string
  /** `by-drill`: opened around a large drill only, as the design rules say. */
  readonly exposure: MaskChoice | 'by-drill'
}

/** Where a trace ends. */
export type Anchor =
  | { readonly kind: 'junction' | 'via' | 'pad'; readonly uuid: string }
  | { readonly kind: 'device'; readonly device: string; readonly pad: string }

export interface Trace {
  readonly line: number
  readonly layer: string
  readonly width: number
  readonly from: Anchor
  readonly to: Anchor
}

export interface NetSegment {
  readonly line: number
  readonly net: string | null
  readonly vias: readonly Via[]
  readonly junctions: ReadonlyMap<string, Point>
  /** Pads that belong to no device. */
  readonly pads: readonly Pad[]
  readonly traces: readonly Trace[]
}

export interface Plane {
  readonly uuid: string
  readonly line: number
  readonly layer: string
  readonly net: string | null
  readonly priority: number
  readonly minWidth: number
  readonly copperClearance: number
  readonly boardClearance: number
  readonly holeClearance: number
  readonly keepsIslands: boolean
  readonly connect: 'none' | 'thermal' | 'solid'
  readonly thermalGap: number
  readonly spokeWidth: number
  readonly path: readonly Vertex[]
}
