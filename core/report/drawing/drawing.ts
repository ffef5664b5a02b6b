import type { Severity } from '#core/checks/check.ts'

/** What a path shows; HTML and PDF each know its colour. */
export type Paint =
  | 'laminate'
  | 'finish'
  | 'mask-on-copper'
  | 'mask-on-laminate'
  | 'copper'
  | 'soldermask'
  | 'paste'
  | 'legend'
  | 'other'
  | 'context'
  /** What is not there: holes, cut-outs. */
  | 'void'

export interface DrawnPath {
  readonly paint: Paint
  /** Path data as SVG has it, absolute commands M L A Z, in the drawing's units. */
  readonly path: string
  /** Painted only inside these areas; every one applies. */
  readonly within: readonly Area[]
}

/** A named area of a drawing: the board's material, the openings of its mask. */
export type Area = 'material' | 'openings'

/** A place to point at, in the drawing's units. */
export interface DrawnMark {
  readonly finding: number
  readonly severity: Severity
  readonly x: number
  readonly y: number
}

/** A picture of the board or of a piece of it: micrometres from the upper left corner, y down. */
export interface Drawing {
  /** Unique in a report, made of a-z, 0-9 and `-`. */
  readonly id: string
  readonly title: string
  readonly width: number
  readonly height: number
  readonly areas: Readonly<Partial<Record<Area, string>>>
  /** In painting order. */
  readonly paths: readonly DrawnPath[]
  /** The board edge as lines. */
  readonly edge: string
  /** Holes as lines, where they are not painted as voids. */
  readonly rims: string
  readonly marks: readonly DrawnMark[]
  /** Smallest detail drawn, mm; 0 = everything. */
  readonly detailMm: number
}
