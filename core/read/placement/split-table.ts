/** A text table as written: cells trimmed, quotes taken off. */
export interface TableRow {
  readonly cells: readonly string[]
  /** 1-based line where the row begins. */
  readonly line: number
}

const MAX_ROWS = 200_000
const MAX_CELLS = 200
const MAX_CELL = 20_000

/** Splits delimited text into rows as RFC 4180 does: a quoted cell may hold delimiters, line ends and doubled quotes. */
export const splitDelimited = (text: string, delimiter: string): readonly TableRow[] => {
  const rows: TableRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  while (at < text.length && rows.length < MAX_ROWS) {
    const cell = readCell(text, at, delimiter)
    if (cells.length < MAX_CELLS) cells.push(cell.text.slice(0, MAX_CELL).trim())
    line += cell.lineEnds
    at = cell.end
    if (text[at] === delimiter && at < text.length) {
      at++
      if (at < text.length) continue
      cells.push('')
    }
    rows.push({ cells, line: rowLine })
    cells = []
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    rowLine = ++line
  }
  return rows
}

interface Cell {
  readonly text: string
  readonly end: number
  readonly lineEnds: number
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r'

const readCell = (text: string, from: number, delimiter: string): Cell => {
  let at = from
  while (text[at] === ' ') at++
  if (text[at] !== '"') return { ...plainEnd(text, from, delimiter), lineEnds: 0 }
  const close = closingQuote(text, at + 1)
  // an inch mark or a quote that never closes is no quoted cell
  if (close === -1) return { ...plainEnd(text, from, delimiter), lineEnds: 0 }
  const inner = text.slice(at + 1, close)
  const { end, text: rest } = plainEnd(text, close + 1, delimiter)
  return { text: inner.replaceAll('""', '"') + rest.trim(), end, lineEnds: inner.split(/\r\n|\n|\r/).length - 1 }
}

/** Farthest that a quoted cell may reach, so that stray quotes can't make reading quadratic. */
const MAX_QUOTED = 20_000

const closingQuote = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + MAX_QUOTED)
  for (let at = from; at < limit; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at++
  }
  return -1
}

const plainEnd = (text: string, from: number, delimiter: string): { text: string; end: number } => {
  let end = from
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end++
  return { text: text.slice(from, end), end }
}

/** Headings are often one space apart, so that only the known ones may hold a space. */
const HEADING = /(?:Mid|Ref|Pad|Center|Centre|Pos)[ -][XY](?: ?\(\w+\))?|\S+/gi

/**
 * Splits lines at the columns where the headings begin, as in Altium's fixed-width reports. A long cell pushes the rest of
 * its line to the right: where the words of a line in their order make sense (`fits`), they count instead of the columns.
 */
export const splitFixedWidth = (
  lines: readonly string[],
  headingAt: number,
  fits: (cells: readonly string[]) => boolean,
): readonly TableRow[] => {
  const heading = lines[headingAt]!
  const starts = headingStarts(heading)
  const rows: TableRow[] = []
  for (let k = headingAt + 1; k < lines.length && rows.length < MAX_ROWS; k++) {
    const line = lines[k]!.slice(0, MAX_CELL)
    if (line.trim() === '') continue
    const words = inOrder(line, starts.length)
    rows.push({ cells: words && fits(words) ? words : cutAt(line, starts), line: k + 1 })
  }
  return rows
}

/** @returns the headings of a fixed-width table */
export const fixedHeadings = (heading: string): readonly string[] => {
  const starts = headingStarts(heading)
  return starts.map((start, k) => heading.slice(start, starts[k + 1]).trim())
}

const headingStarts = (heading: string): readonly number[] => [...heading.matchAll(HEADING)].map((found) => found.index).slice(0, MAX_CELLS)

/** The words of a line one a column, the last column taking the rest; null when there are too few. */
const inOrder = (line: string, columns: number): readonly string[] | null => {
  const words = line.trim().split(/\s+/)
  if (words.length < columns - 1) return null
  return [...words.slice(0, columns - 1), words.slice(columns - 1).join(' ')]
}

/** Cuts between words only: a word that crosses a column start belongs to the column in which it ends. */
const cutAt = (line: string, starts: readonly number[]): readonly string[] => {
  const cells = starts.map((): string[] => [])
  for (const word of line.matchAll(/"[^"]*"|\S+/g)) {
    const end = word.index + word[0].length - 1
    let column = 0
    while (column + 1 < starts.length && starts[column + 1]! <= end) column++
    // left-aligned columns: a long word keeps the column where it begins when that one is still free
    let begins = 0
    while (begins + 1 < starts.length && starts[begins + 1]! <= word.index) begins++
    const takes = begins < column && cells[begins]!.length === 0 && !/^[-+.\d]/.test(word[0]) ? begins : column
    cells[takes]!.push(word[0].replace(/^"(.*)"$/, '$1'))
  }
  return cells.map((words) => words.join(' '))
}
