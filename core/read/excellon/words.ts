import { MAX_DIGITS, NO_POINT } from '#core/read/excellon/raw-number.ts'

/** The words of one line, e.g. `G01X100Y-2.5`: letters with the numbers behind them, reused from line to line. */
export interface LineWords {
  count: number
  /** Upper-case letter codes. */
  readonly letter: Uint8Array
  readonly value: Float64Array
  /** Digits written; 0 = the letter stands alone. */
  readonly digits: Uint8Array
  readonly point: Uint8Array
  /** `signed` = a sign was written. */
  readonly signed: Uint8Array
  /** Written first digit is 0 although the number is longer. */
  readonly leadingZero: Uint8Array
  /** Where the first part that is not a word begins, or -1. */
  strayAt: number
  tooLong: boolean
}

/** Letters that only steer the machine: feed, speed, depth, hit count, … */
export const MACHINE_LETTERS: ReadonlySet<number> = new Set([...'BDFHKLQSUVWZEO'].map((letter) => letter.charCodeAt(0)))

/** Most words on one line; what follows counts as stray. */
const MAX_WORDS = 32

/** @returns an empty word list to hand to `readWords` */
export const lineWords = (): LineWords => ({
  count: 0,
  letter: new Uint8Array(MAX_WORDS),
  value: new Float64Array(MAX_WORDS),
  digits: new Uint8Array(MAX_WORDS),
  point: new Uint8Array(MAX_WORDS),
  signed: new Uint8Array(MAX_WORDS),
  leadingZero: new Uint8Array(MAX_WORDS),
  strayAt: -1,
  tooLong: false,
})

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x00

/** Reads the words in `bytes[from, to)`; a `;` or `(` ends the line as a comment. */
export const readWords = (bytes: Uint8Array, from: number, to: number, words: LineWords): void => {
  words.count = 0
  words.strayAt = -1
  words.tooLong = false
  let at = from
  while (at < to) {
    const byte = bytes[at]!
    if (isBlank(byte) || byte === 0x2a) {
      at++ // a stray `*` ends a block in files written by Gerber people
      continue
    }
    if (byte === 0x3b || byte === 0x28) return
    const letter = byte & 0xdf
    if (letter < 0x41 || letter > 0x5a || byte < 0x41 || words.count === MAX_WORDS) {
      words.strayAt = at
      return
    }
    at = readNumber(bytes, at + 1, to, letter, words)
  }
}

const readNumber = (bytes: Uint8Array, from: number, to: number, letter: number, words: LineWords): number => {
  let at = from
  while (at < to && isBlank(bytes[at]!)) at++
  let sign = 1
  let signed = 0
  if (bytes[at] === 0x2d || bytes[at] === 0x2b) {
    sign = bytes[at] === 0x2d ? -1 : 1
    signed = 1
    at++
  }
  let value = 0
  let digits = 0
  let point = NO_POINT
  let leadingZero = 0
  for (; at < to; at++) {
    const byte = bytes[at]!
    if (byte >= 0x30 && byte <= 0x39) {
      if (digits === 0 && byte === 0x30) leadingZero = 1
      if (++digits <= MAX_DIGITS) value = value * 10 + (byte - 0x30)
      if (point !== NO_POINT) point++
    } else if (byte === 0x2e && point === NO_POINT) point = 0
    else break
  }
  if (digits > MAX_DIGITS) words.tooLong = true
  const k = words.count++
  words.letter[k] = letter
  words.value[k] = value === 0 ? 0 : sign * value
  words.digits[k] = Math.min(digits, MAX_DIGITS)
  words.point[k] = Math.min(point, NO_POINT)
  words.signed[k] = signed
  words.leadingZero[k] = leadingZero && digits > 1 && value > 0 ? 1 : 0
  return at
}
