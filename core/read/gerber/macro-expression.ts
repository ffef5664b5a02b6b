import { err, ok, type Result } from '#core/base/result.ts'

/** An arithmetic expression of an aperture macro in postfix order. */
export type MacroExpression = readonly MacroStep[]

/** A number, a variable (`$n`), or an operator; `neg` is the unary minus. */
export type MacroStep = number | { readonly variable: number } | '+' | '-' | 'x' | '/' | 'neg'

/** Deepest nesting of parentheses and signs; deeper expressions are refused. */
const MAX_DEPTH = 100

const PRECEDENCE: Record<string, number> = { '+': 1, '-': 1, x: 2, '/': 2, neg: 3 }

/**
 * Parses a macro expression such as `$1-2x($2+0.5)`; `X` and `x` both multiply, blanks are ignored.
 * @returns the expression in postfix order
 * @fails `bad-expression` for anything that is not one; `too-deep` beyond 100 open parentheses and operators
 * @source Gerber Layer Format Specification 2024.05, 4.5.4
 */
export const parseMacroExpression = (text: string): Result<MacroExpression> => {
  const out: MacroStep[] = []
  const open: string[] = []
  let wantsOperand = true
  let at = 0
  const reduce = (precedence: number): void => {
    while (open.length > 0 && open.at(-1) !== '(' && PRECEDENCE[open.at(-1)!]! >= precedence) out.push(open.pop() as MacroStep)
  }
  while (at < text.length) {
    const c = text[at]!
    if (c === ' ' || c === '\t' || c === '\r' || c === '\n') {
      at++
    } else if (wantsOperand && /[0-9.$]/.test(c)) {
      const word = /^(?:\$\d+|\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)/.exec(text.slice(at, at + 64))?.[0]
      if (word === undefined) return err({ code: 'bad-expression' })
      out.push(c === '$' ? { variable: Number(word.slice(1)) } : Number(word))
      at += word.length
      wantsOperand = false
    } else if (c === '(' && wantsOperand) {
      open.push('(')
      at++
    } else if (c === ')' && !wantsOperand) {
      reduce(0)
      if (open.pop() !== '(') return err({ code: 'bad-expression' })
      at++
    } else if (wantsOperand && (c === '-' || c === '+')) {
      if (c === '-') open.push('neg')
      at++
    } else if (!wantsOperand && '+-xX/'.includes(c)) {
      const operator = c === 'X' ? 'x' : c
      reduce(PRECEDENCE[operator]!)
      open.push(operator)
      wantsOperand = true
      at++
    } else {
      return err({ code: 'bad-expression' })
    }
    if (open.length > MAX_DEPTH) return err({ code: 'too-deep' })
  }
  if (wantsOperand) return err({ code: 'bad-expression' })
  reduce(0)
  return open.length > 0 ? err({ code: 'bad-expression' }) : ok(out)
}

/**
 * Evaluates a parsed expression; unset variables are 0.
 * @returns the value, not finite when the expression divides by zero
 */
export const evaluateMacroExpression = (expression: MacroExpression, variables: ReadonlyMap<number, number>): number => {
  const stack: number[] = []
  for (const step of expression) {
    if (typeof step === 'number') stack.push(step)
    else if (typeof step === 'object') stack.push(variables.get(step.variable) ?? 0)
    else if (step === 'neg') stack.push(-stack.pop()!)
    else {
      const b = stack.pop()!
      const a = stack.pop()!
      stack.push(step === '+' ? a + b : step === '-' ? a - b : step === 'x' ? a * b : a / b)
    }
  }
  return stack[0] ?? 0
}
