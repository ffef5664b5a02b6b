import type { NetPoint, NetRow } from '#core/report/nets-json.ts'

const NAME_WIDTH = 14

/** Columns are fixed: text is cut or padded to its width. */
const left = (text: string, width: number): string => text.slice(0, width).padEnd(width)

/** A coordinate in 0.001 mm with sign, six digits. */
const coordinate = (axis: 'X' | 'Y', value: number): string =>
  `${axis}${value < 0 ? '-' : '+'}${String(Math.abs(Math.round(value * 1000))).padStart(6, '0')}`

const diameter = (value: number | undefined): string =>
  value === undefined ? '      ' : `D${String(Math.round(value * 1000)).padStart(4, '0')}P`

const record = (name: string, point: NetPoint): string => {
  const through = point.layer === 'hole'
  const access = through ? 'A00' : point.side === 'bottom' ? 'A02' : 'A01'
  return `${through ? '317' : '327'}${left(name, NAME_WIDTH)}   ${left(point.ref ?? (through ? 'VIA' : ''), 6)}${point.pin ? '-' : ' '}${left(point.pin ?? '', 4)} ${diameter(
    point.diameterMm,
  )}${access}${coordinate('X', point.x)}${coordinate('Y', point.y)}`
}

/**
 * The nets as a netlist file, in 0.001 mm. Names longer than 14 characters stand in an alias table at the head.
 * @source IPC-D-356A, 4 (records 317, 327, parameter records)
 */
export const ipc356Text = (title: string, rows: readonly NetRow[]): string => {
  const aliases: string[] = []
  const names = rows.map((row) => {
    const name = row.name ?? `N${row.id}`
    if (name.length <= NAME_WIDTH) return name
    const alias = `NNAME${aliases.length + 1}`
    aliases.push(`P  ${left(alias, 10)} ${name}`)
    return alias
  })
  return [
    'C  Nets worked out from the artwork by Boardproof',
    `P  JOB   ${title}`,
    'P  UNITS CUST 1',
    ...aliases,
    ...rows.flatMap((row, i) => row.points.map((point) => record(names[i]!, point))),
    '999',
    '',
  ].join('\n')
}
