import { decodeText } from '#core/read/gerber/decode-text.ts'
import type { ConstructCode } from '#core/read/gerber/construct-log.ts'
import { clip } from '#core/read/gerber/read-format.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

/** Bytes of noise that make a file count as something else, when they are also most of what was read. */
const MAX_NOISE = 200_000

/** Counts what may occur in every block, cheaply; told to the state once at the end. */
export class BlockTally {
  noise = 0
  #modal = 0
  #modalAt = 0
  #combined = 0
  #combinedAt = 0
  #single = 0
  #singleAt = 0
  #short = 0
  #shortAt = 0
  #point = 0
  #pointAt = 0
  #number = 0
  #numberAt = 0
  #several = 0
  #severalAt = 0
  #lower = 0
  #lowerAt = 0

  modal(at: number): void {
    if (this.#modal++ === 0) this.#modalAt = at
  }

  combined(at: number): void {
    if (this.#combined++ === 0) this.#combinedAt = at
  }

  singleQuadrant(at: number): void {
    if (this.#single++ === 0) this.#singleAt = at
  }

  short(at: number): void {
    if (this.#short++ === 0) this.#shortAt = at
  }

  point(at: number): void {
    if (this.#point++ === 0) this.#pointAt = at
  }

  blockNumber(at: number): void {
    if (this.#number++ === 0) this.#numberAt = at
  }

  several(at: number): void {
    if (this.#several++ === 0) this.#severalAt = at
  }

  lowerCase(at: number): void {
    if (this.#lower++ === 0) this.#lowerAt = at
  }

  report(state: ReadState): void {
    const tell = (code: ConstructCode, count: number, at: number): void => {
      if (count > 0) state.construct(code, at, count)
    }
    tell('modal-operation', this.#modal, this.#modalAt)
    tell('combined-operation', this.#combined, this.#combinedAt)
    tell('single-quadrant-arc', this.#single, this.#singleAt)
    tell('short-operation', this.#short, this.#shortAt)
    tell('decimal-point', this.#point, this.#pointAt)
    tell('block-number', this.#number, this.#numberAt)
    tell('several-commands-in-one-block', this.#several, this.#severalAt)
    if (this.#point > 0)
      state.warn('decimal-point', this.#pointAt, `${this.#point} coordinates have a decimal point; read as written in the unit.`)
    if (this.#lower > 0) state.warn('lower-case', this.#lowerAt, `${this.#lower} commands are in lower case; read as upper case.`)
  }
}

/**
 * Reports bytes that are no command and skips them, up to the next `*`, `%` or line end.
 * @returns the offset to go on at; `end` when the file is evidently something else
 */
export const skipNoise = (state: ReadState, tally: BlockTally, from: number, end: number): number => {
  const { bytes } = state
  if (bytes[from] === 0x80 || bytes[from] === 0x7f || bytes[from] === 0xef || bytes[from] === 0xbb || bytes[from] === 0xbf) {
    if (from < 3 || bytes[from] === 0x80 || bytes[from] === 0x7f) return from + 1 // byte order mark, EIA end of block, DEL
  }
  let to = from
  while (to < end && bytes[to] !== 42 && bytes[to] !== 37 && bytes[to] !== 10 && bytes[to] !== 13) to++
  tally.noise += to - from
  const text = decodeText(bytes, from, Math.min(to, from + 60))
  if (/[XYIJDG][-+]?\d|AD|AM|LP|SR|AB/.test(text))
    state.error('unknown-command', from, `"${clip(text)}" is not a Gerber command and is skipped; the image may lack something.`)
  else state.warn('unknown-text', from, `"${clip(text)}" is not a Gerber command and is skipped.`)
  if (tally.noise > MAX_NOISE && tally.noise * 2 > from) {
    state.error('not-gerber', from, 'Most of the file is not Gerber; reading stopped here.')
    return end
  }
  return Math.max(to, from + 1)
}
