import { columnMap, tableKind, type ColumnMap } from '#core/read/placement/headings.ts'
import { fixedHeadings, splitDelimited, splitFixedWidth, type TableRow } from '#core/read/placement/split-table.ts'
import { decodeText } from '#core/read/text/decode-text.ts'

/** A table with its headings understood. */
export interface ReadTable {
  readonly kind: 'bom' | 'cpl'
  readonly columns: ColumnMap
  /** Rows below the headings, without empty ones. */
  readonly rows: readonly TableRow[]
  /** Lines above the headings, comments and titles. */
  readonly preamble: readonly string[]
}

const DELIMITERS = [',', ';', '\t', '|']
/** Headings stand within this many lines of the beginning. */
const SEARCHED_LINES = 80
/** Marks that comment a heading line out: KiCad `# Ref`, Fritzing `*No;…`. */
const HEADING_MARK = /^[#*]\s*/

const EAGLE_ROW = /^[A-Za-z_$][\w$+-]*\s+-?\d+(?:\.\d+)?\s+-?\d+(?:\.\d+)?\s+M?R?-?\d+(?:\.\d+)?(?:\s|$)/

/**
 * Finds the heading row of a parts table, whatever stands above it, and splits the rows below: comma, semicolon, tab or
 * bar separated, fixed width (Altium) or separated by blanks (KiCad .pos, EAGLE .mnt).
 * @returns null when there is no table of parts
 */
export const readTable = (bytes: Uint8Array): ReadTable | null => {
  if (isBinary(bytes)) return null
  const text = decodeText(bytes)
  const lines = text.split(/\r\n|\n|\r/)
  for (let k = 0; k < Math.min(lines.length, SEARCHED_LINES); k++) {
    const table = tableAt(lines, k)
    if (table) return table
  }
  return eagleTable(lines)
}

const tableAt = (lines: readonly string[], k: number): ReadTable | null => {
  const heading = lines[k]!.slice(0, 5000).replace(HEADING_MARK, '')
  const preamble = lines.slice(0, k)
  for (const delimiter of DELIMITERS) {
    if (!heading.includes(delimiter)) continue
    const columns = columnMap(splitDelimited(heading, delimiter)[0]!.cells)
    const kind = tableKind(columns)
    if (!kind) continue
    const rows = splitDelimited(lines.slice(k + 1).join('\n'), delimiter).map((row) => ({ cells: row.cells, line: row.line + k + 1 }))
    return { kind, columns, preamble, rows: rows.filter(({ cells }) => !isSeparator(cells)) }
  }
  if (!/\s/.test(heading.trim())) return null
  const columns = columnMap(fixedHeadings(heading))
  if (tableKind(columns) !== 'cpl') return null // a bill of materials without delimiters is prose more often than not
  const rows = HEADING_MARK.test(lines[k]!) ? blankSeparated(lines, k + 1) : splitFixedWidth(lines, k, (cells) => placesFit(cells, columns))
  return { kind: 'cpl', columns, preamble, rows: rows.filter(({ cells }) => !isSeparator(cells)) }
}

/** Lengths and angle stand where the headings say. */
const placesFit = (cells: readonly string[], { at }: ColumnMap): boolean =>
  [at.x, at.y, at.rotation].every((column) => column === undefined || /^[-+]?[\d.,]+(?:mm|mils?|in|")?$/i.test(cells[column] ?? ''))

const blankSeparated = (lines: readonly string[], from: number): readonly TableRow[] =>
  lines.slice(from).flatMap((line, k) => (/^\s*(?:#|$)/.test(line) ? [] : [{ cells: line.trim().split(/\s+/), line: from + k + 1 }]))

/** Empty rows and rules such as `-----`. */
const isSeparator = (cells: readonly string[]): boolean => cells.every((cell) => /^[-=_*#]*$/.test(cell)) || /^#+\s*End\b/i.test(cells[0]!)

/** EAGLE's mountsmd.ulp writes no headings: reference, x, y, angle, value, package. */
const eagleTable = (lines: readonly string[]): ReadTable | null => {
  const filled = lines.slice(0, 2000).filter((line) => line.trim() !== '')
  if (filled.length === 0 || filled.some((line) => !EAGLE_ROW.test(line.slice(0, 500)))) return null
  const columns = columnMap(['Ref', 'X', 'Y', 'Rot', 'Value', 'Package'])
  return { kind: 'cpl', columns, preamble: [], rows: blankSeparated(lines, 0) }
}

/** @returns what kind of parts table the bytes hold: bill of materials, placement, or neither */
export const sniffTable = (bytes: Uint8Array): 'bom' | 'cpl' | null => readTable(bytes.subarray(0, 65_536))?.kind ?? null

/** No text encoding has three zero bytes in a row. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 65_536).some((byte, k) => byte === 0 && bytes[k + 1] === 0 && bytes[k + 2] === 0)
