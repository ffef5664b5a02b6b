import { ProblemLog } from '#core/base/problem.ts'
import type { Netlist, NetlistPoint } from '#core/read/ipc356/netlist.ts'
import { readRecord, type NetlistUnits } from '#core/read/ipc356/read-record.ts'
import { decodeText } from '#core/read/text/decode-text.ts'

/** Ten-thousandths of an inch and thousandths of a millimetre. */
const UNITS: Readonly<Record<string, NetlistUnits & { readonly unit: 'mm' | 'inch' }>> = {
  'CUST 0': { nm: 2540, radians: false, unit: 'inch' },
  'CUST 1': { nm: 1000, radians: false, unit: 'mm' },
  'CUST 2': { nm: 2540, radians: true, unit: 'inch' },
  CUST: { nm: 2540, radians: false, unit: 'inch' },
  SI: { nm: 1000, radians: false, unit: 'mm' },
}
const RECORD = /^[03]\d7/
/** Conductors, outlines, adjacency, image steps and comments on them: nothing to compare nets with. */
const OTHER_RECORD = /^(?:[03][0-9]{2}|[ C])/
/** Records are 80 columns; long names may need more. What lies beyond is not read, which also bounds the time a line takes. */
const MAX_LINE = 240

/**
 * Reads an IPC-D-356 or 356A bare-board netlist. Never fails: unreadable records are in `problems`.
 * @source IPC-D-356A, January 1998; CAD dialects (long names by NNAME, shifted columns)
 */
export const readIpc356 = (bytes: Uint8Array): Netlist => {
  const log = new ProblemLog()
  const lines = decodeText(bytes).split(/\r\n|\n|\r/)
  const alias = longNames(lines)
  const points: NetlistPoint[] = []
  let units: (typeof UNITS)[string] | null = null
  let generator: string | null = null
  let ended = false
  for (let k = 0; k < lines.length && !ended; k++) {
    const line = lines[k]!.slice(0, MAX_LINE)
    const parameter = /^P\s+UNITS\s+(.*)$/i.exec(line)
    if (parameter) {
      const said = parameter[1]!.trim().toUpperCase().replace(/\s+/g, ' ')
      units = UNITS[said] ?? null
      if (!units)
        log.add(
          'error',
          'unknown-unit',
          k + 1,
          `"UNITS ${said.slice(0, 20)}" is not a unit of IPC-D-356; ten-thousandths of an inch are assumed.`,
        )
    } else if (/^[CP]/.test(line)) generator ??= generatorOf(line)
    else if (RECORD.test(line)) {
      const point = readRecord(line, k + 1, units ?? UNITS['CUST 0']!, alias)
      if (point) points.push(point)
      else log.add('warning', 'record-unreadable', k + 1, 'A test record has no readable position and is ignored.')
    } else if (line.startsWith('999')) ended = true
    else if (line.trim() !== '' && !OTHER_RECORD.test(line))
      log.add('warning', 'unknown-record', k + 1, 'A line is no record of IPC-D-356 and is ignored.')
  }
  if (!ended) log.add('warning', 'missing-end', 0, 'The netlist does not end with record 999; it may be cut off.')
  if (!units && points.length > 0) log.add('info', 'unit-assumed', 0, 'The netlist names no unit; ten-thousandths of an inch are assumed.')
  const highestLayer = points.reduce<number | null>(
    (most, { access }) => (access !== null && access > 0 ? Math.max(most ?? 0, access) : most),
    null,
  )
  const placed = points.map((point) => ({ ...point, side: sideOf(point.access, highestLayer) }))
  return {
    points: placed,
    nets: [...new Set(placed.flatMap(({ net }) => (net === null ? [] : [net])))],
    unit: units?.unit ?? 'inch',
    highestLayer,
    generator,
    ended,
    problems: log.list(),
  }
}

const sideOf = (access: number | null, highest: number | null): NetlistPoint['side'] => {
  if (access === null) return null
  if (access === 0) return 'both'
  if (access === 1) return 'top'
  return access === highest ? 'bottom' : 'inner'
}

/** `P  NNAMEm0000 LONG_NAME` (also written as a comment): records carry `m0000` or `NNAMEm0000`. */
const longNames = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const line of lines) {
    const found = /^[CP]\s+(NNAME(\S{1,14}))\s+(\S.*)$/.exec(line.slice(0, MAX_LINE))
    if (!found) continue
    names.set(found[1]!, found[3]!.trim())
    if (!/^\d+$/.test(found[2]!)) names.set(found[2]!, found[3]!.trim())
  }
  return names
}

const generatorOf = (line: string): string | null => {
  const found =
    /\b(Allegro|KiCad|Altium(?: Designer)?|PADS|Zuken|Expedition|EAGLE|OrCAD|DipTrace|Pulsonix|Horizon EDA|LibrePCB|FABmaster)\b[\s:]*v?(\d[\w.]*)?/i.exec(
      line,
    )
  return found ? [found[1], found[2]].filter(Boolean).join(' ') : null
}

/** @returns true when the bytes read as an IPC-D-356 netlist */
export const looksLikeIpc356 = (bytes: Uint8Array): boolean => {
  const text = decodeText(bytes.subarray(0, 200_000))
  const lines = text.split(/\r\n|\n|\r/, 3000).map((line) => line.slice(0, 200))
  const records = lines.filter((line) => RECORD.test(line) && /X[+-]?\d{1,9}\s*Y[+-]?\d/.test(line)).length
  const parameters = lines.filter((line) => /^P\s+(?:JOB|CODE|UNITS|VER|NUM|REV|TITLE|NNAME|DIM|arrayDim)/i.test(line)).length
  const others = lines.filter((line) => line.trim() !== '' && !/^(?:[CP](?:\s|$)|[039]\d\d| )/.test(line)).length
  return others * 4 < records + parameters && (records >= 3 || (records > 0 && parameters > 0) || (parameters >= 2 && /^999/m.test(text)))
}
