import { ProblemLog } from '#core/base/problem.ts'
import type { Bom, BomRow } from '#core/read/placement/part-lists.ts'
import { readTable } from '#core/read/placement/read-table.ts'

const MAX_RANGE = 500
const MAX_REFS = 5000

/** `C1, C2;C3 R1-R4` to single references. */
const refsOf = (cell: string): readonly string[] => {
  const refs: string[] = []
  for (const word of cell
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .slice(0, MAX_REFS)) {
    const range = /^([A-Za-z]+)(\d{1,6})(?:-|\.\.)([A-Za-z]*)(\d{1,6})$/.exec(word)
    const [from, to] = [Number(range?.[2]), Number(range?.[4])]
    if (range && (range[3] === '' || range[3] === range[1]) && to > from && to - from < MAX_RANGE)
      for (let n = from; n <= to; n++) refs.push(`${range[1]}${n}`)
    else refs.push(word)
  }
  return refs
}

const yes = (cell: string | undefined): boolean | null => {
  const word = (cell ?? '').trim().toLowerCase()
  if (/^(?:yes|y|true|1|x|fitted|mount|populate|dnp|dnf|dni|exclude(?:d from .*)?)$/.test(word)) return true
  return /^(?:no|n|false|0|not fitted|do not (?:place|mount|populate))$/.test(word) ? false : null
}

/** @returns whether the row's part is fitted, as the fitted or not-fitted column says it */
const fittedOf = (fitted: string | undefined, notFitted: string | undefined): boolean | null => {
  const absent = yes(notFitted)
  if (absent !== null) return !absent
  const word = (fitted ?? '').trim().toLowerCase()
  if (/^dn[pfi]$/.test(word)) return false
  return yes(fitted)
}

/** Reads a bill of materials of any of the usual tools. Never fails: rows without references are left out and named in `problems`. */
export const readBom = (bytes: Uint8Array): Bom => {
  const log = new ProblemLog()
  const table = readTable(bytes)
  if (table?.kind !== 'bom') {
    log.add('error', 'not-a-bom', 0, 'No headings for references and parts were found.')
    return { rows: [], problems: log.list() }
  }
  const { at, parts, headings } = table.columns
  const rows: BomRow[] = []
  for (const { cells, line } of table.rows) {
    const cell = (column: number | undefined): string | null => (column === undefined ? null : cells[column] || null)
    const refs = refsOf(cell(at.ref) ?? '')
    if (refs.length === 0) {
      log.add('info', 'row-without-reference', line, 'A row names no reference and is ignored.')
      continue
    }
    const quantity = Number((cell(at.quantity) ?? '').replace(',', '.') || NaN)
    if (Number.isFinite(quantity) && quantity !== refs.length)
      log.add('info', 'quantity-differs', line, `The row counts ${quantity} parts but names ${refs.length}.`)
    rows.push({
      refs,
      value: cell(at.value),
      footprint: cell(at.footprint),
      description: cell(at.description),
      quantity: Number.isFinite(quantity) ? quantity : null,
      partNumbers: Object.fromEntries(parts.flatMap((k) => (cells[k] ? [[headings[k]!, cells[k]!]] : []))),
      fitted: fittedOf(cells[at.fitted ?? -1], cells[at['not-fitted'] ?? -1]),
      line,
    })
  }
  return { rows, problems: log.list() }
}
