import { Plot } from '#core/interpret/plot.ts'
import { addMacroPrimitive } from '#core/interpret/macro-primitive.ts'
import { evaluateMacroExpression } from '#core/read/gerber/macro-expression.ts'
import type { MacroBlock } from '#core/read/gerber/macro-program.ts'

/** What a macro gave: its primitives in order, not composed, and what is wrong with it. */
export interface MacroAperture {
  readonly parts: Plot
  /** `line` is that of the block in the macro's definition. */
  readonly problems: readonly { readonly line: number; readonly message: string }[]
  /** Codes of deprecated primitives met, with the line of each. */
  readonly deprecated: readonly { readonly code: 2 | 6 | 22; readonly line: number }[]
}

/**
 * Plots a macro around its origin with the parameters of an aperture definition.
 * @param nm nanometres per file unit
 * @source Gerber Layer Format Specification 2024.05, 4.5
 */
export const macroAperture = (blocks: readonly MacroBlock[], parameters: readonly number[], nm: number): MacroAperture => {
  const variables = new Map<number, number>(parameters.map((value, k) => [k + 1, value]))
  const parts = new Plot()
  const problems: { line: number; message: string }[] = []
  const deprecated: { code: 2 | 6 | 22; line: number }[] = []
  for (const block of blocks) {
    if (block.kind === 'variable') {
      variables.set(block.index, evaluateMacroExpression(block.value, variables))
      continue
    }
    const { code, line } = block
    const values = block.parameters.map((parameter) => evaluateMacroExpression(parameter, variables))
    if (code === 2 || code === 6 || code === 22) deprecated.push({ code, line })
    const wrong = values.every((value) => Math.abs(value) < MAX_VALUE)
      ? addMacroPrimitive(parts, code, values, nm)
      : `a parameter of primitive ${code} divides by zero or is far too large`
    if (wrong !== null) problems.push({ line, message: wrong })
  }
  return { parts, problems, deprecated }
}

/** Beyond any board, and small enough to stay exact. */
const MAX_VALUE = 1e7
