import type { Problem } from '#core/base/problem.ts'

/** How a drill file's numbers are to be read. */
export interface DrillFormat {
  readonly unit: 'mm' | 'inch'
  readonly integer: number
  readonly decimal: number
  /** Which zeros the file left out. `none`: all digits written. */
  readonly omitted: 'leading' | 'trailing' | 'none'
}

/** Where a part of the format was learnt from. */
export type FormatSource = 'header' | 'comment' | 'decimal-point' | 'digits' | 'default'

/**
 * A drill or route file as read, before its numbers get a scale: digits are kept as written, so that the format can be
 * chosen later by how many hits land on copper.
 */
export interface DrillFile {
  /** What the file itself says or implies; parts that it does not say are null. */
  readonly declared: {
    readonly unit: 'mm' | 'inch' | null
    readonly integer: number | null
    readonly decimal: number | null
    readonly omitted: 'leading' | 'trailing' | 'none' | null
    readonly source: FormatSource
  }
  /** True when every coordinate carries a decimal point: then only the unit matters. */
  readonly allDecimal: boolean
  /** Plausible readings, best guess first, never empty; one entry when the file leaves no doubt. */
  readonly candidates: readonly DrillFormat[]
  readonly tools: readonly DrillTool[]
  readonly commands: DrillCommands
  /** X2-style attributes in comments (`#@! TF.FileFunction,Plated,1,2,PTH`) by name, values in order. */
  readonly fileAttributes: Readonly<Record<string, readonly string[]>>
  readonly comments: readonly string[]
  readonly generator: string | null
  readonly ended: boolean
  readonly problems: readonly Problem[]
}

export interface DrillTool {
  readonly number: number
  /** Diameter as written, in the file's unit (`unit`); null when the file never says. */
  readonly diameter: number | null
  /** Unit of `diameter` when it differs from the coordinates' (e.g. a tool table in a comment), else null. */
  readonly unit: 'mm' | 'inch' | null
  /** From attributes, comments or tool naming; null when not said. */
  readonly plated: boolean | null
  /** X2 aperture function of the tool, e.g. `ViaDrill`, `ComponentDrill`; null when not said. */
  readonly fn: string | null
  readonly line: number
}

export const DRILL_HIT = 0
export const DRILL_SLOT = 1
/** Routed path step: straight, from the previous position. */
export const ROUT_LINE = 2
export const ROUT_ARC_CW = 3
export const ROUT_ARC_CCW = 4

/** Commands in file order, repeats expanded. Coordinates are raw: see `rawScale`. */
export interface DrillCommands {
  readonly count: number
  readonly kind: Uint8Array
  /** Index into `tools`. */
  readonly tool: Uint16Array
  /** Routed steps of one continuous path share a number; 0 for hits and slots. */
  readonly path: Uint32Array
  readonly line: Uint32Array
  /** 4 raw coordinates a command (x0, y0, x1, y1) and for arcs 2 more (i, j centre offsets, or radius and 0 with `radius` = 1). */
  readonly raw: readonly RawColumns[]
  readonly radius: Uint8Array
}

/**
 * One column of numbers as written. `value[k]` is the signed digit string read as an integer, `digits[k]` how many
 * digits were written (leading zeros count), `point[k]` digits after the decimal point, 255 when there was none.
 */
export interface RawColumns {
  readonly value: Float64Array
  readonly digits: Uint8Array
  readonly point: Uint8Array
  /**
   * Only in files that add coordinates (incremental, repeats, patterns): the same sum with the numbers aligned at their
   * first digit instead of their last, in units of the last of `digits`; what counts when trailing zeros were omitted.
   */
  readonly left: Float64Array | null
}

/** The holes of a drill file under one format: nm, y up. */
export interface DrillPlot {
  readonly holes: DrillHoles
  /** Routed contours that are not slots of one step: polylines with bulges, e.g. an outline in a route file. */
  readonly paths: readonly RoutPath[]
}

export interface DrillHoles {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  /** Equal to x0, y0 for a round hole; the other end of the centre line for a slot. */
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly diameter: Float64Array
  readonly tool: Uint16Array
  readonly line: Uint32Array
}

export interface RoutPath {
  readonly tool: number
  readonly diameter: number
  readonly closed: boolean
  readonly x: Float64Array
  readonly y: Float64Array
  /** As in plotted rings: belongs to the edge that starts at the vertex. */
  readonly bulge: Float64Array
  readonly line: number
}
