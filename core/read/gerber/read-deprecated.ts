import type { ConstructCode } from '#core/read/gerber/construct-log.ts'
import { clip } from '#core/read/gerber/read-format.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

type Reader = (state: ReadState, text: string, at: number) => void

const axis = (text: string, letter: string): number | null => {
  const word = new RegExp(`${letter}\\s*([-+]?\\d*\\.?\\d+)`).exec(text)
  return word ? Number(word[1]) : null
}

/** Counts a parameter of the whole image, and reports it when it is not the default. */
const imageParameter = (state: ReadState, code: ConstructCode, problem: string, isDefault: boolean, text: string, at: number): void => {
  state.construct(isDefault ? 'default-image-parameter' : code, at)
  if (!isDefault) state.warn(problem, at, `${clip(text)} moves or turns the whole image; few readers obey it. Export again without it.`)
}

const ignored =
  (code: ConstructCode, means: string): Reader =>
  (state, text, at) => {
    state.construct(code, at)
    state.warn('ignored-command', at, `${clip(text)} (${means}) is ignored.`)
  }

const lost =
  (code: ConstructCode, means: string): Reader =>
  (state, text, at) => {
    state.construct(code, at)
    state.error('unsupported-command', at, `${clip(text)} (${means}) is not read; the image may differ. Export again without it.`)
  }

/**
 * Commands that the current specification deprecates or no longer defines, by their two letters.
 * @source Gerber Layer Format Specification 2024.05, 8.1; RS-274X User's Guide
 */
export const DEPRECATED: Readonly<Record<string, Reader>> = {
  IN: (state, text, at) => {
    state.construct('in', at)
    state.keepName(text.slice(2).trim())
  },
  LN: (state, text, at) => {
    state.construct('ln', at)
    state.keepName(text.slice(2).trim())
  },
  IP: (state, text, at) => {
    const value = text.slice(2).trim().toUpperCase()
    state.construct(value === 'POS' ? 'default-image-parameter' : 'ip', at)
    if (value === 'NEG') {
      state.negativeImage = true
      state.warn('negative-image', at, 'IPNEG inverts the whole image; readers differ on it. Export a positive image.')
    } else if (value === 'POS') state.negativeImage = false
    else state.error('bad-image-polarity', at, `The image polarity "${clip(value)}" is not known; read as positive.`)
  },
  AS: (state, text, at) => {
    const swapAxes = /^ASAYBX/i.test(text.replace(/\s+/g, ''))
    imageParameter(state, 'as', 'image-axes', !swapAxes, text, at)
    state.state({ kind: 'image', swapAxes }, at)
  },
  MI: (state, text, at) => {
    const mirrorA = axis(text, 'A') === 1
    const mirrorB = axis(text, 'B') === 1
    imageParameter(state, 'mi', 'image-mirror', !mirrorA && !mirrorB, text, at)
    state.state({ kind: 'image', mirrorA, mirrorB }, at)
  },
  OF: (state, text, at) => {
    const a = axis(text, 'A') ?? 0
    const b = axis(text, 'B') ?? 0
    imageParameter(state, 'of', 'image-offset', a === 0 && b === 0, text, at)
    state.state({ kind: 'image', offset: { a, b, unit: state.unit } }, at)
  },
  SF: (state, text, at) => {
    const a = axis(text, 'A') ?? 1
    const b = axis(text, 'B') ?? 1
    const usable = a > 0 && b > 0
    if (!usable) state.error('bad-scale', at, `The scale factor ${clip(text)} cannot be used; read as 1.`)
    else imageParameter(state, 'sf', 'image-scale', a === 1 && b === 1, text, at)
    state.state({ kind: 'image', scale: usable ? { a, b } : { a: 1, b: 1 } }, at)
  },
  IR: (state, text, at) => {
    const degrees = Number(text.slice(2))
    if (!Number.isFinite(degrees) || degrees % 90 !== 0) {
      state.error('bad-rotation', at, `The image rotation "${clip(text)}" is not a multiple of 90 degrees and is ignored.`)
      return
    }
    imageParameter(state, 'ir', 'image-rotation', degrees % 360 === 0, text, at)
    state.state({ kind: 'image', degrees }, at)
  },
  IC: ignored('ic', 'input code'),
  PF: ignored('pf', 'plot film'),
  IJ: (state, text, at) => {
    state.construct('ij', at)
    state.warn('image-justify', at, `${clip(text)} places the image on a film; it is ignored and coordinates stay as written.`)
  },
  IO: (state, text, at) => {
    const isDefault = (axis(text, 'A') ?? 0) === 0 && (axis(text, 'B') ?? 0) === 0
    state.construct(isDefault ? 'default-image-parameter' : 'io', at)
    if (!isDefault)
      state.warn('image-offset', at, `${clip(text)} shifts the image on a film; it is ignored and coordinates stay as written.`)
  },
  KO: lost('ko', 'knockout'),
  IF: lost('if', 'include another file'),
  RO: lost('ro', 'rotation of following objects'),
}
