import { ProblemLog } from '#core/base/problem.ts'
import { NM_PER_INCH, NM_PER_MM, type Nm } from '#core/base/units.ts'
import type { Placement, PlacementRow } from '#core/read/placement/part-lists.ts'
import { readTable, type ReadTable } from '#core/read/placement/read-table.ts'

type Unit = Placement['unit']

const UNIT_NM: Readonly<Record<Unit, number>> = { mm: NM_PER_MM, mil: NM_PER_INCH / 1000, inch: NM_PER_INCH }

const unitNamed = (text: string | undefined): Unit | null => {
  const word = (text ?? '').toLowerCase()
  if (/^(?:mm|millimet(?:er|re)s?|metric)$/.test(word)) return 'mm'
  if (/^(?:mils?|thou|th)$/.test(word)) return 'mil'
  return /^(?:in|inch|inches|"|imperial)$/.test(word) ? 'inch' : null
}

/** Unit from the headings (`Mid X (mm)`) or from the lines above (`## Unit = mm`, `Units used: mil`, `Coordinates in mm`). */
const declaredUnit = ({ columns, preamble }: ReadTable): Unit | null => {
  const heading = columns.headings[columns.at.x!] ?? ''
  const inHeading = unitNamed(/[([_ ](mm|mils?|inch(?:es)?|in)[)\]]?\s*$/i.exec(heading)?.[1])
  if (inHeading) return inHeading
  for (const line of preamble) {
    const said = unitNamed(/\b(?:units?(?: used)?\s*[:=]|coordinates in)\s*(\w+)/i.exec(line.slice(0, 500))?.[1])
    if (said) return said
  }
  return null
}

/** @returns nm, or null when the cell is no length; a comma may stand for the decimal point */
const lengthOf = (cell: string | undefined, unit: Unit): Nm | null => {
  const found = /^([-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d+)?)\s*(mm|mils?|in(?:ch)?|")?$/i.exec((cell ?? '').trim())
  if (!found) return null
  const value = Number(found[1]!.replace(',', '.')) * UNIT_NM[unitNamed(found[2]) ?? unit]
  return Number.isFinite(value) ? value : null
}

const sideOf = (cell: string | undefined): PlacementRow['side'] => {
  const word = (cell ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(?:t|top|toplayer|toplay|fcu|front|f|componentside|topside|no|0|1)$/.test(word)) return 'top'
  return /^(?:b|bottom|bot|bottomlayer|bcu|back|solderside|bottomside|yes|2)$/.test(word) ? 'bottom' : null
}

const angleOf = (cell: string | undefined): { rotation: number | null; mirrored: boolean } => {
  const found = /^(M?)R?\s*([-+]?\d+(?:[.,]\d+)?)\s*(?:°|deg)?$/i.exec((cell ?? '').trim())
  return { rotation: found ? Number(found[2]!.replace(',', '.')) : null, mirrored: found?.[1] !== undefined && found[1] !== '' }
}

/**
 * Reads a placement file (pick and place, centroid, CPL) of any of the usual tools. Never fails: rows without reference or place
 * are left out and named in `problems`.
 */
export const readPlacement = (bytes: Uint8Array): Placement => {
  const log = new ProblemLog()
  const table = readTable(bytes)
  if (table?.kind !== 'cpl') {
    log.add('error', 'not-a-placement', 0, 'No headings for reference, X and Y were found.')
    return { rows: [], unit: 'mm', unitDeclared: false, problems: log.list() }
  }
  const declared = declaredUnit(table)
  const unit = declared ?? 'mm'
  const { at } = table.columns
  const fileSide = table.preamble.map((line) => sideOf(/^#+\s*Side\s*:\s*(\w+)/i.exec(line)?.[1])).find((side) => side !== null) ?? null
  const rows: PlacementRow[] = []
  let suffixed = 0
  for (const { cells, line } of table.rows) {
    const cell = (column: number | undefined): string | null => (column === undefined ? null : cells[column] || null)
    const ref = cell(at.ref)
    const [x, y] = [lengthOf(cells[at.x!], unit), lengthOf(cells[at.y!], unit)]
    if (ref === null || x === null || y === null) {
      log.add('warning', 'row-unreadable', line, 'A row has no reference or no readable X and Y and is ignored.')
      continue
    }
    if (/[a-z"]$/i.test(cells[at.x!]!)) suffixed++
    const { rotation, mirrored } = angleOf(cells[at.rotation ?? -1])
    const side = sideOf(cells[at.side ?? -1]) ?? (mirrored ? 'bottom' : fileSide)
    rows.push({ ref, value: cell(at.value), footprint: cell(at.footprint), x, y, rotation, side, line })
  }
  const unitDeclared = declared !== null || (suffixed === rows.length && suffixed > 0)
  if (!unitDeclared && rows.length > 0) log.add('info', 'unit-assumed', 0, 'The placement file names no unit; millimetres are assumed.')
  return { rows, unit, unitDeclared, problems: log.list() }
}
