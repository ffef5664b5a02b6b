import type { Box } from '#core/base/box.ts'
import type { Problem } from '#core/base/problem.ts'

/**
 * A plotted layer: what one artwork file says, as primitives in image order. Typed arrays only, so that a worker can
 * hand it over without a copy and the viewer can upload it as it is. All coordinates and radii are nanometres
 * (float64, not rounded: file units such as 25.4 nm must keep collinear points collinear), y up.
 */
export interface PlottedLayer {
  readonly prims: Prims
  readonly rings: Rings
  readonly objects: PlottedObjects
  readonly apertures: readonly ApertureInfo[]
  /** Object attribute sets; index 0 is the empty set. */
  readonly attributes: readonly AttributeSet[]
  /** Extent of all dark primitives, nm; null when nothing dark is plotted. */
  readonly bounds: Box | null
}

export const PRIM_CAPSULE = 0
export const PRIM_CONTOUR = 1

/**
 * Primitives in drawing order; the index is the image order.
 * - capsule: all points within `r` of the segment (x0,y0)-(x1,y1); a disc when both ends are equal.
 * - contour: the rings `ringFrom <= k < ringTo`, filled by the nonzero winding rule; x0..y1 hold its bounding box, r = 0.
 *   Arc strokes, regions, macro and polygon flashes, strokes with other than round apertures are contours.
 */
export interface Prims {
  readonly count: number
  readonly kind: Uint8Array
  /** 1 dark, 0 clear: clear erases everything earlier that it covers. */
  readonly dark: Uint8Array
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly r: Float64Array
  readonly ringFrom: Uint32Array
  readonly ringTo: Uint32Array
  /** The plotted object that the primitive belongs to: an index into `objects`. */
  readonly object: Uint32Array
}

/**
 * Closed rings. Ring k has the vertices `start[k] <= v < start[k + 1]`; the edge from v leads to the next vertex, the
 * last one back to the first. `bulge[v]` belongs to the edge that starts at v: tan(sweep / 4), 0 = straight,
 * positive = counterclockwise, never beyond a half turn (|bulge| <= 1), so that both ends lie exactly on the arc.
 */
export interface Rings {
  readonly count: number
  /** count + 1 entries. */
  readonly start: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly bulge: Float64Array
}

export const OBJECT_FLASH = 0
export const OBJECT_DRAW = 1
export const OBJECT_ARC = 2
export const OBJECT_REGION = 3

/** What the file wrote: flashes, draws, arcs, regions, after step-repeat and blocks are expanded; in file order. */
export interface PlottedObjects {
  readonly count: number
  readonly kind: Uint8Array
  readonly dark: Uint8Array
  /** Index into `apertures`; 0xffff for regions. */
  readonly aperture: Uint16Array
  /** Index into `attributes`. */
  readonly attributes: Uint32Array
  /** 1-based line in the file of the command that plotted it. */
  readonly line: Uint32Array
  /** Flash: position (both ends). Draw, arc: centre line ends. Region: first point of its contour (both). nm. */
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  /** Arc only: centre of the centre line, nm, and signed sweep in radians (+ counterclockwise); 0 otherwise. */
  readonly cx: Float64Array
  readonly cy: Float64Array
  readonly sweep: Float64Array
  /** The object's primitives: `primFrom <= p < primTo`. */
  readonly primFrom: Uint32Array
  readonly primTo: Uint32Array
}

export type ApertureShape = 'circle' | 'rectangle' | 'obround' | 'polygon' | 'macro' | 'block'

export interface ApertureInfo {
  /** The D-code number as written (10 and up). */
  readonly code: number
  readonly shape: ApertureShape
  /** Macro name for macros, else the template letter. */
  readonly template: string
  /** As written, converted to nm for lengths of standard templates; macros: the raw parameters. */
  readonly parameters: readonly number[]
  /** Pen width for draws, nm: diameter of a circle, else the smaller side; 0 when not defined. */
  readonly size: number
  /** Extent of the aperture around its own origin, nm: width and height. */
  readonly width: number
  readonly height: number
  /** Hole diameter, nm; 0 without a hole. */
  readonly hole: number
  /** X2 aperture attributes: `.AperFunction` values joined by ',', e.g. `ViaPad` or `SMDPad,CuDef`; null when absent. */
  readonly fn: string | null
  readonly line: number
  readonly flashes: number
  readonly draws: number
}

/** X2/X3 object attributes in force when an object was plotted; null when not given. */
export interface AttributeSet {
  /** `.N`: net names, usually one; an empty string means "not connected to any net". */
  readonly nets: readonly string[] | null
  /** `.P`: component reference and pin. */
  readonly ref: string | null
  readonly pin: string | null
  readonly pinFunction: string | null
  /** `.C`: component reference. */
  readonly component: string | null
  /** All other object and aperture attributes by name, values as written. */
  readonly other: Readonly<Record<string, readonly string[]>>
}

/** What one Gerber file gave: the artwork and what the header and the attributes say. */
export interface GerberLayer {
  readonly plotted: PlottedLayer
  /** File attributes (TF), by name without the dot for standard ones kept as written (`.FileFunction`), values in order. */
  readonly fileAttributes: Readonly<Record<string, readonly string[]>>
  readonly unit: 'mm' | 'inch' | null
  readonly format: { readonly integer: number; readonly decimal: number; readonly zeros: 'leading' | 'trailing' | 'none' } | null
  /** %IPNEG%: the whole image is inverted. */
  readonly negativeImage: boolean
  /** %IN, %LN and comment lines that name the CAD tool or the layer, first 50, as written. */
  readonly names: readonly string[]
  readonly comments: readonly string[]
  /** CAD tool as far as comments and attributes tell, e.g. `KiCad 8.0.3`, `Altium Designer`; null when unknown. */
  readonly generator: string | null
  readonly ended: boolean
  readonly problems: readonly Problem[]
  /** Deprecated or unusual commands met, with count and first line; for checks. */
  readonly constructs: readonly { readonly code: string; readonly count: number; readonly line: number }[]
}
