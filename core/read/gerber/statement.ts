import type { MacroBlock } from '#core/read/gerber/macro-program.ts'

export type Unit = 'mm' | 'inch'

/** Everything that is not a coordinate command, parsed. `unit: null` = lengths are in the file's first declared unit. */
export type Statement =
  | { readonly kind: 'resolution'; readonly unit: Unit | null; readonly decimal: number | null }
  | ApertureStatement
  | { readonly kind: 'macro'; readonly name: string; readonly blocks: readonly MacroBlock[] }
  | { readonly kind: 'polarity'; readonly dark: boolean }
  | { readonly kind: 'mirror'; readonly x: boolean; readonly y: boolean }
  | { readonly kind: 'rotation'; readonly degrees: number }
  | { readonly kind: 'scaling'; readonly factor: number }
  | { readonly kind: 'block-open'; readonly code: number }
  | { readonly kind: 'block-close' }
  | StepRepeatStatement
  | { readonly kind: 'step-repeat-close' }
  | AttributeStatement
  | ImageStatement

export interface ApertureStatement {
  readonly kind: 'aperture'
  readonly code: number
  /** `C`, `R`, `O`, `P` or a macro name. */
  readonly template: string
  readonly parameters: readonly number[]
  readonly unit: Unit | null
}

export interface StepRepeatStatement {
  readonly kind: 'step-repeat'
  readonly nx: number
  readonly ny: number
  readonly dx: number
  readonly dy: number
  readonly unit: Unit | null
}

export interface AttributeStatement {
  readonly kind: 'attribute'
  readonly command: 'TF' | 'TA' | 'TO' | 'TD'
  /** With the leading dot of standard attributes; empty for a TD that deletes all. */
  readonly name: string
  readonly values: readonly string[]
}

/** Deprecated transformations of the whole image (AS, MI, OF, SF, IR); only what the command names is set. */
export interface ImageStatement {
  readonly kind: 'image'
  readonly swapAxes?: boolean
  readonly mirrorA?: boolean
  readonly mirrorB?: boolean
  readonly offset?: { readonly a: number; readonly b: number; readonly unit: Unit | null }
  readonly scale?: { readonly a: number; readonly b: number }
  readonly degrees?: number
}
