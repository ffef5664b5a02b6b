import { decodeText } from '#core/read/gerber/decode-text.ts'
import { parseMacroExpression, type MacroExpression } from '#core/read/gerber/macro-expression.ts'
import type { MacroBlock } from '#core/read/gerber/macro-program.ts'
import { clip } from '#core/read/gerber/read-format.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

const STAR = 42
/** Longest block of a macro body; a longer one is not a macro. */
const MAX_BLOCK = 200_000

/**
 * Reads an aperture macro: `AMname*block*block*`, `from` at the A, `to` behind the last byte before the closing %.
 * Blocks that cannot be read are left out and reported.
 * @source Gerber Layer Format Specification 2024.05, 4.5
 */
export const readMacro = (state: ReadState, from: number, to: number): void => {
  const { bytes } = state
  const nameEnd = endOfBlock(bytes, from, to)
  const name = decodeText(bytes, from + 2, Math.min(nameEnd, from + 2 + 300)).trim()
  if (name === '') state.error('bad-macro', from, 'An aperture macro without a name; apertures cannot use it.')
  const blocks: MacroBlock[] = []
  for (let p = nameEnd + 1; p < to;) {
    const end = endOfBlock(bytes, p, to)
    while (p < end && bytes[p]! <= 32) p++
    if (end > p) readBlock(state, blocks, p, end)
    p = end + 1
  }
  state.state({ kind: 'macro', name, blocks }, from)
}

const readBlock = (state: ReadState, blocks: MacroBlock[], from: number, end: number): void => {
  const { bytes } = state
  if (isComment(bytes, from)) {
    const next = lineAfterComment(bytes, from, end)
    if (next < 0) return
    state.warn('comment-without-star', from, 'A comment in a macro does not end in *; read up to the end of its line.')
    readBlock(state, blocks, next, end)
    return
  }
  if (end - from > MAX_BLOCK) {
    state.error('bad-macro', from, 'A macro block is longer than any real one and is left out.')
    return
  }
  const text = decodeText(bytes, from, end).trim()
  const line = state.line(from)
  const assignment = /^\$(\d+)\s*=/.exec(text)
  if (assignment) {
    const value = expression(state, text.slice(assignment[0].length), from)
    if (value) blocks.push({ kind: 'variable', index: Number(assignment[1]), value, line })
    return
  }
  const fields = text.split(',')
  const code = Number(fields[0]!.trim())
  if (!Number.isInteger(code) || fields[0]!.trim() === '') {
    state.error('bad-macro', from, `The macro block "${clip(text)}" is neither a primitive nor a variable and is left out.`)
    return
  }
  if (fields.length > 2 && fields.at(-1)!.trim() === '') {
    fields.pop()
    state.warn('macro-trailing-comma', from, 'A macro primitive ends in a comma; the empty parameter is ignored.')
  }
  const parameters: MacroExpression[] = []
  for (let k = 1; k < fields.length; k++) {
    const parameter = expression(state, fields[k]!, from)
    if (!parameter) return
    parameters.push(parameter)
  }
  blocks.push({ kind: 'primitive', code, parameters, line })
}

/** A block that starts with the primitive code 0. */
const isComment = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 48 && !(bytes[at + 1]! >= 48 && bytes[at + 1]! <= 57) && bytes[at + 1] !== 46

/** @returns where a line inside a comment block starts another block (a code and a comma, or a variable); -1 when none does */
const lineAfterComment = (bytes: Uint8Array, from: number, end: number): number => {
  for (let p = from; p < end; p++) {
    if (bytes[p] !== 10 && bytes[p] !== 13) continue
    while (p < end && bytes[p]! <= 32) p++
    let q = p
    if (bytes[q] === 36) q++
    while (q < end && bytes[q]! >= 48 && bytes[q]! <= 57) q++
    if (q > p && (bytes[q] === 44 || (bytes[p] === 36 && bytes[q] === 61))) return p
  }
  return -1
}

const expression = (state: ReadState, text: string, at: number): MacroExpression | null => {
  const number = Number(text)
  if (text.length < 20 && Number.isFinite(number) && text.trim() !== '') return [number]
  const parsed = parseMacroExpression(text)
  if (parsed.ok) return parsed.value
  state.error('bad-macro', at, `The macro expression "${clip(text)}" cannot be read; its block is left out.`)
  return null
}

const endOfBlock = (bytes: Uint8Array, from: number, to: number): number => {
  const star = bytes.indexOf(STAR, from)
  return star < 0 || star > to ? to : star
}
