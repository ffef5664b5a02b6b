import { decodeText, unescapeText } from '#core/read/gerber/decode-text.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'
import type { AttributeStatement } from '#core/read/gerber/statement.ts'

/** Longest attribute kept; the specification allows fields of 65,535 characters. */
const MAX_ATTRIBUTE = 1 << 20

const COMMANDS: Readonly<Record<string, AttributeStatement['command']>> = { F: 'TF', A: 'TA', O: 'TO', D: 'TD' }

/**
 * Reads `TF`, `TA`, `TO` or `TD` with name and values, from its first letter up to the `*`.
 * @source Gerber Layer Format Specification 2024.05, 5
 */
export const readAttribute = (state: ReadState, from: number, to: number): void => {
  const command = state.bytes[from] === 84 ? COMMANDS[String.fromCharCode(state.bytes[from + 1]!)] : undefined
  if (command === undefined) {
    state.warn('unknown-attribute', from, 'An attribute command is not TF, TA, TO or TD and is ignored.')
    return
  }
  if (to - from > MAX_ATTRIBUTE) {
    state.error('long-attribute', from, 'An attribute of more than a million characters is ignored.')
    return
  }
  const fields = decodeText(state.bytes, from + 2, to).split(',')
  const name = fields[0]!.trim()
  if (name === '' && command !== 'TD') {
    state.warn('attribute-without-name', from, 'An attribute without a name is ignored.')
    return
  }
  const values = fields.slice(1)
  for (let k = 0; k < values.length; k++) values[k] = unescapeText(values[k]!)
  if (values.length > 0) values[values.length - 1] = values.at(-1)!.trimEnd()
  state.state({ kind: 'attribute', command, name, values }, from)
}

/**
 * Reads a G04 comment, `from` behind the G04: `#@! TF.…` carries an attribute in files for old readers.
 * @source Gerber Layer Format Specification 2024.05, 5.1.1
 */
export const readComment = (state: ReadState, from: number, to: number): void => {
  const { bytes } = state
  let p = from
  while (p < to && bytes[p]! <= 32) p++
  if (bytes[p] === 35 && bytes[p + 1] === 64 && bytes[p + 2] === 33) {
    p += 3
    while (p < to && bytes[p]! <= 32) p++
    state.construct('comment-attribute', from)
    if (to - p >= 2) readAttribute(state, p, to)
    return
  }
  if (to > p) state.keepComment(decodeText(bytes, p, Math.min(to, p + 500)).trim())
}
