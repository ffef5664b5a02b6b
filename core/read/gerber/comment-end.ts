import type { ReadState } from '#core/read/gerber/read-state.ts'

const STAR = 42

/**
 * Finds where a comment ends: at its `*`. A comment that lacks it ends with its line when the next line is a command.
 * @param from offset behind the G04
 * @returns the offset of the `*` or of the line end
 */
export const commentEnd = (state: ReadState, from: number, end: number): number => {
  const { bytes } = state
  const star = bytes.indexOf(STAR, from)
  const close = star < 0 || star > end ? end : star
  for (let p = from; p < close; p++) {
    if (bytes[p] !== 10 && bytes[p] !== 13) continue
    let q = p
    while (q < close && bytes[q]! <= 32) q++
    if (q < close && startsCommand(bytes, q)) {
      state.warn('comment-without-star', from, 'A comment does not end in *; read up to the end of its line.')
      return p
    }
    p = q - 1
  }
  return close
}

/** A letter of a command and a digit or sign, or a `%` and a letter. */
const startsCommand = (bytes: Uint8Array, at: number): boolean => {
  const c = bytes[at]!
  const next = bytes[at + 1]!
  if (c === 37) return next >= 65 && next <= 90
  const isDigit = next >= 48 && next <= 57
  return ((c === 88 || c === 89) && (isDigit || next === 45)) || ((c === 71 || c === 68) && isDigit)
}
