import type { MacroExpression } from '#core/read/gerber/macro-expression.ts'

/** One block of an aperture macro: a primitive with its parameters, or `$n = …`. `line` is 1-based. */
export type MacroBlock =
  | { readonly kind: 'primitive'; readonly code: number; readonly parameters: readonly MacroExpression[]; readonly line: number }
  | { readonly kind: 'variable'; readonly index: number; readonly value: MacroExpression; readonly line: number }
