import { decodeText } from '#core/read/gerber/decode-text.ts'
import { readAperture, readBlock, readStepRepeat } from '#core/read/gerber/read-aperture.ts'
import { readAttribute } from '#core/read/gerber/read-attribute.ts'
import { DEPRECATED } from '#core/read/gerber/read-deprecated.ts'
import { clip, readFormat } from '#core/read/gerber/read-format.ts'
import { readMacro } from '#core/read/gerber/read-macro.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

type Reader = (state: ReadState, text: string, at: number) => void

const STAR = 42
const PERCENT = 37
/** Longest extended command other than macros and attributes. */
const MAX_COMMAND = 200_000

const numberAfter = (text: string): number => (text.slice(2).trim() === '' ? NaN : Number(text.slice(2)))

/** @source Gerber Layer Format Specification 2024.05, 4 */
const READERS: Readonly<Record<string, Reader>> = {
  ...DEPRECATED,
  FS: readFormat,
  AD: readAperture,
  AB: readBlock,
  SR: readStepRepeat,
  MO: (state, text, at) => {
    const unit = text.slice(2).trim().toUpperCase()
    if (unit === 'MM') state.setUnit('mm', at)
    else if (unit === 'IN') state.setUnit('inch', at)
    else state.error('bad-unit', at, `The unit "${clip(unit)}" is not known; expected MM or IN.`)
  },
  LP: (state, text, at) => {
    const polarity = text.slice(2).trim().toUpperCase()
    if (polarity !== 'D' && polarity !== 'C') {
      state.error('bad-polarity', at, `The polarity "${clip(polarity)}" is not known; expected D or C.`)
      return
    }
    state.state({ kind: 'polarity', dark: polarity === 'D' }, at)
  },
  LM: (state, text, at) => {
    const axes = text.slice(2).trim().toUpperCase()
    if (!['N', 'X', 'Y', 'XY'].includes(axes)) {
      state.error('bad-mirror', at, `The mirroring "${clip(axes)}" is not known; expected N, X, Y or XY.`)
      return
    }
    state.state({ kind: 'mirror', x: axes.includes('X'), y: axes.includes('Y') }, at)
  },
  LR: (state, text, at) => {
    const degrees = numberAfter(text)
    if (Number.isFinite(degrees)) state.state({ kind: 'rotation', degrees }, at)
    else state.error('bad-rotation', at, `The rotation "${clip(text)}" cannot be read and is ignored.`)
  },
  LS: (state, text, at) => {
    const factor = numberAfter(text)
    if (Number.isFinite(factor) && factor > 0) state.state({ kind: 'scaling', factor }, at)
    else state.error('bad-scale', at, `The scale "${clip(text)}" is not a positive number and is ignored.`)
  },
}

/** 1 at first letter × 256 + second letter of every code. */
const CODES = new Uint8Array(1 << 16)
for (const code of [...Object.keys(READERS), 'AM', 'TF', 'TA', 'TO', 'TD']) CODES[code.charCodeAt(0) * 256 + code.charCodeAt(1)] = 1

/** @returns whether two letters start a command of the extended kind (`FS`, `AD`, `TF`, …) */
export const isExtendedCode = (first: number, second: number): boolean => CODES[first * 256 + second] === 1

/**
 * Reads one extended command that starts at `from`; `end` bounds the scan and holds a `*` or `%` before it.
 * @returns the offset behind the command: behind its `*`, or at the `%` that cut it short
 */
export const readExtended = (state: ReadState, from: number, end: number): number => {
  const { bytes } = state
  const isMacro = bytes[from] === 65 && bytes[from + 1] === 77
  let to = from
  if (isMacro) {
    to = bytes.indexOf(PERCENT, from)
    if (to < 0 || to > end) to = end
    state.lines.scan(bytes, from, to)
    readMacro(state, from, to)
    return to
  }
  while (to < end && bytes[to] !== STAR && bytes[to] !== PERCENT) to++
  state.lines.scan(bytes, from, to)
  if (to >= end || bytes[to] === PERCENT) state.warn('missing-star', from, 'A command does not end in *; read up to the next %.')
  if (bytes[from] === 84) readAttribute(state, from, to)
  else if (to - from > MAX_COMMAND) state.error('long-command', from, 'A command longer than any real one is left out.')
  else {
    const text = decodeText(bytes, from, to)
    READERS[text.slice(0, 2)]!(state, text, from)
  }
  return to < end && bytes[to] === STAR ? to + 1 : to
}
