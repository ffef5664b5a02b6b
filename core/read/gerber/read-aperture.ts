import { clip } from '#core/read/gerber/read-format.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

/** Most modifiers of one aperture definition. */
const MAX_PARAMETERS = 10_000

/**
 * Reads `ADD10C,0.5X0.25`.
 * @source Gerber Layer Format Specification 2024.05, 4.3
 */
export const readAperture = (state: ReadState, text: string, at: number): void => {
  const head = /^ADD\s*(\d+)\s*([a-zA-Z_.$][^,]*)/.exec(text)
  if (!head) {
    state.error('bad-aperture', at, `The aperture definition "${clip(text)}" cannot be read; objects drawn with it are missing.`)
    return
  }
  const code = Number(head[1])
  const template = head[2]!.trim()
  if (code < 10) state.warn('aperture-number', at, `D${code} is not an aperture number; numbers start at 10.`)
  if (head[1]!.length > 1 && head[1]!.startsWith('0')) state.construct('aperture-leading-zero', at)
  const parameters: number[] = []
  const rest = text.slice(head[0].length).replace(/^,/, '').trim()
  if (rest !== '') {
    const fields = rest.split(/[Xx,]/, MAX_PARAMETERS)
    if (fields.length > 1 && fields.at(-1)!.trim() === '') {
      fields.pop()
      state.warn('trailing-separator', at, `The definition of D${code} ends in a separator; the empty parameter is ignored.`)
    }
    for (const field of fields) {
      const value = Number(field)
      if (field.trim() === '' || !Number.isFinite(value)) {
        state.error('bad-aperture', at, `The parameter "${clip(field)}" of D${code} is not a number; read as 0.`)
        parameters.push(0)
      } else parameters.push(value)
    }
  }
  state.state({ kind: 'aperture', code, template, parameters, unit: state.unit }, at)
}

/**
 * Reads `ABD12` (opens a block aperture) and `AB` (closes it).
 * @source Gerber Layer Format Specification 2024.05, 4.11
 */
export const readBlock = (state: ReadState, text: string, at: number): void => {
  const open = /^ABD0*(\d+)/.exec(text)
  if (open) {
    state.state({ kind: 'block-open', code: Number(open[1]) }, at)
  } else if (text.trim() === 'AB') state.state({ kind: 'block-close' }, at)
  else state.error('bad-block', at, `The block aperture command "${clip(text)}" cannot be read.`)
}

/**
 * Reads `SRX3Y2I5.0J4.0` (opens) and `SR` (closes); `SRX1Y1` of old writers closes too.
 * @source Gerber Layer Format Specification 2024.05, 4.12
 */
export const readStepRepeat = (state: ReadState, text: string, at: number): void => {
  const body = text.slice(2).trim()
  const number = (letter: string, otherwise: number): number => {
    const word = new RegExp(`${letter}\\s*([-+]?\\d*\\.?\\d+|[-+]?\\d+\\.)`).exec(body)
    return word ? Number(word[1]) : otherwise
  }
  if (body !== '' && !/^[XYIJ]/.test(body))
    state.error('bad-step-repeat', at, `The step-and-repeat command "${clip(text)}" cannot be read.`)
  const nx = number('X', 1)
  const ny = number('Y', 1)
  if (body === '' || (nx === 1 && ny === 1)) {
    state.state({ kind: 'step-repeat-close' }, at)
    return
  }
  if (!(Number.isInteger(nx) && Number.isInteger(ny) && nx > 0 && ny > 0))
    state.error('bad-step-repeat', at, `Step and repeat ${clip(body)} does not repeat a whole number of times; plotted once.`)
  const whole = (n: number): number => Math.max(1, Math.floor(n))
  state.state({ kind: 'step-repeat', nx: whole(nx), ny: whole(ny), dx: number('I', 0), dy: number('J', 0), unit: state.unit }, at)
}
