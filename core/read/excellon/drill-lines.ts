import type { ProblemLog } from '#core/base/problem.ts'
import type { DrillComments } from '#core/read/excellon/drill-comments.ts'
import { readHeaderWords } from '#core/read/excellon/drill-header.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import type { DrillProgram } from '#core/read/excellon/drill-program.ts'
import type { FormatFacts } from '#core/read/excellon/format-facts.ts'
import { lineWords, readWords } from '#core/read/excellon/words.ts'

interface Reading {
  readonly facts: FormatFacts
  readonly motion: DrillMotion
  readonly comments: DrillComments
  readonly program: DrillProgram
  readonly log: ProblemLog
}

const MAX_TEXT = 600
const [LF, CR, PERCENT, SEMICOLON, PARENTHESIS, SLASH] = [0x0a, 0x0d, 0x25, 0x3b, 0x28, 0x2f]
const isLetter = (byte: number): boolean => (byte & 0xdf) >= 0x41 && (byte & 0xdf) <= 0x5a && byte >= 0x41
const isBlank = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x00 || byte === 0xef || byte === 0xbb || byte === 0xbf

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + MAX_TEXT))).trim()

/** Splits a drill file into lines (LF, CR LF or CR) and hands each to the program, the comment reader or the header reader. */
export const readDrillLines = (bytes: Uint8Array, reading: Reading): void => {
  const { program, motion, log } = reading
  const words = lineWords()
  motion.impliedPlunge = !mentionsPlunge(bytes)
  let line = 1
  let from = 0
  while (from < bytes.length) {
    let to = from
    while (to < bytes.length && bytes[to] !== LF && bytes[to] !== CR) to++
    if (program.finished) {
      if (looksLikeCommand(bytes, from, to)) {
        log.add('error', 'data-after-end', line, 'More commands follow the end of the program (M30); they are not read.')
        return
      }
    } else readLine(bytes, from, to, line, words, reading)
    from = bytes[to] === CR && bytes[to + 1] === LF ? to + 2 : to + 1
    line++
  }
}

const readLine = (
  bytes: Uint8Array,
  start: number,
  to: number,
  line: number,
  words: ReturnType<typeof lineWords>,
  reading: Reading,
): void => {
  const { program, comments, log } = reading
  let from = start
  while (from < to && (isBlank(bytes[from]!) || bytes[from] === SLASH)) from++ // a slash marks a line that the operator may skip
  if (from < to && bytes[from] === PERCENT) {
    program.inHeader = false
    from++
    while (from < to && isBlank(bytes[from]!)) from++
  }
  if (from >= to) return
  const first = bytes[from]!
  if (first === SEMICOLON || first === PARENTHESIS) return comments.read(textOf(bytes, from + 1, to).replace(/\)\s*$/, ''), line)
  if ((isLetter(first) && isLetter(bytes[from + 1] ?? 0)) || isUnitWithDetails(bytes, from, to)) {
    const text = textOf(bytes, from, to)
    if (!readHeaderWords(text, reading, line)) refuse(log, line, text)
    return
  }
  readWords(bytes, from, to, words)
  if (words.tooLong) {
    log.add('error', 'number-too-long', line, 'A number has more than 15 digits; the line is ignored.')
    return
  }
  const silent = carriesText(bytes, from)
  program.run(words, line)
  if (words.strayAt >= 0 && !silent && !isToolLink(bytes, from, to)) refuse(log, line, textOf(bytes, words.strayAt, to))
  const comment = trailingComment(bytes, from, to)
  if (comment >= 0) comments.read(textOf(bytes, comment + 1, to).replace(/\)\s*$/, ''), line)
}

const refuse = (log: ProblemLog, line: number, text: string): void => {
  const shown = text.slice(0, 30).replace(/[^\x20-\x7e]/g, '?')
  log.add('warning', 'unknown-command', line, `"${shown}" is not a drill command and is ignored.`)
}

const trailingComment = (bytes: Uint8Array, from: number, to: number): number => {
  for (let k = from; k < to; k++) if (bytes[k] === SEMICOLON || bytes[k] === PARENTHESIS) return k
  return -1
}

/** `M71,TZ`, `M72,LZ`. */
const isUnitWithDetails = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from > 3 && (bytes[from]! & 0xdf) === 0x4d && bytes[from + 1] === 0x37 && bytes[from + 3] === 0x2c

/** `M45`, `M47`, `M97`, `M98`, `M99` are followed by text. */
const carriesText = (bytes: Uint8Array, from: number): boolean =>
  (bytes[from]! & 0xdf) === 0x4d && /^(4[57]|9[789])$/.test(String.fromCharCode(bytes[from + 1] ?? 0, bytes[from + 2] ?? 0))

/** `1/2/3` in a header links tools of equal size. */
const isToolLink = (bytes: Uint8Array, from: number, to: number): boolean =>
  /^\d+(\/\d+)+$/.test(textOf(bytes, from, Math.min(to, from + 100)))

const looksLikeCommand = (bytes: Uint8Array, from: number, to: number): boolean =>
  /^\s*(M48|T\d|[XY][-+.\d])/.test(textOf(bytes, from, Math.min(to, from + 40)))

/** Whether the file lowers the tool by command (M14, M15): then only what it says so is cut. */
const mentionsPlunge = (bytes: Uint8Array): boolean => {
  for (let k = 0; k + 2 < bytes.length; k++)
    if ((bytes[k]! & 0xdf) === 0x4d && bytes[k + 1] === 0x31 && (bytes[k + 2] === 0x34 || bytes[k + 2] === 0x35)) return true
  return false
}
