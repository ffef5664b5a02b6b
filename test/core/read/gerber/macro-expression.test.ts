import { describe, expect, test } from 'vitest'
import { evaluateMacroExpression, parseMacroExpression } from '#core/read/gerber/macro-expression.ts'

const valueOf = (text: string, variables: Readonly<Record<number, number>> = {}): number | string => {
  const parsed = parseMacroExpression(text)
  if (!parsed.ok) return parsed.error.code
  return evaluateMacroExpression(parsed.value, new Map(Object.entries(variables).map(([k, v]) => [Number(k), v])))
}

describe('macro expressions', () => {
  test.each([
    ['1', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['1.5e-3', 0.0015],
    ['-2', -2],
    ['+2', 2],
    ['--2', 2],
    ['1+2x3', 7],
    ['1+2X3', 7],
    ['(1+2)x3', 9],
    ['8/2/2', 2],
    ['8-2-2', 4],
    ['2x3-4/2', 4],
    ['1-(2-(3-4))', -2],
    ['-(1+2)', -3],
    ['2x-3', -6],
    ['-2x-3', 6],
    [' 1 + 2 ', 3],
    ['$1', 7],
    ['$1x$2+1', 15],
    ['-$1/2', -3.5],
    ['$9', 0],
    ['1/0', Infinity],
  ])('%s = %s', (text, expected) => {
    expect(valueOf(text, { 1: 7, 2: 2 })).toBe(expected)
  })

  test.each(['', '1+', '(1', '1)', '()', '$', 'a', '1 2', '1..2', '*', '1(2)'])('%j is refused', (text) => {
    expect(valueOf(text)).toBe('bad-expression')
  })

  test('deep nesting is refused, not followed', () => {
    expect(valueOf('('.repeat(100_000))).toBe('too-deep')
    expect(valueOf(`${'('.repeat(99)}1${')'.repeat(99)}`)).toBe(1)
  })
})
