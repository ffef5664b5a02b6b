import type { MetricUnit } from '#core/checks/check.ts'
import type { CheckOutcome } from '#core/checks/finding.ts'
import { formatValue } from '#core/checks/format-value.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { holeGroups } from '#core/report/board-json.ts'
import { boardSize } from '#core/report/check-json.ts'
import { layerNames, OUTCOME_WORDS, reasonText } from '#core/report/model/words.ts'
import type { ReportSource } from '#core/report/source.ts'

/** A table of plain text, for any kind of page. */
export interface ReportTable {
  readonly columns: readonly string[]
  /** Share of the width for each column. */
  readonly widths: readonly number[]
  /** One text a column; may be empty. */
  readonly rows: readonly (readonly string[])[]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const attribute = (file: IdentifiedFile, name: string): string =>
  (file.gerber?.fileAttributes[name] ?? file.drill?.fileAttributes[name] ?? []).join(' ')

/** @returns label and value a row: size, layers, holes, nets, origin */
export const factRows = ({ input, review }: ReportSource): readonly (readonly [label: string, value: string])[] => {
  const { board, netCount } = review
  const size = boardSize(board)
  const copper = board.layers.filter((l) => l.role === 'copper' || l.role === 'plane').length
  const made = [...new Set(board.files.flatMap((f) => f.gerber?.generator ?? f.drill?.generator ?? []))]
  const dates = board.files
    .map((f) => attribute(f, '.CreationDate'))
    .filter(Boolean)
    .sort()
  return [
    ['Package', `${input.name}, ${input.bytes.toLocaleString('en-US')} bytes`],
    ['SHA-256 of the package', input.sha256],
    ['Board size', size ? `${size.width.toFixed(3)} × ${size.height.toFixed(3)} mm` : 'no outline was found'],
    ['Board area', size ? `${(board.outline.area / 1e14).toFixed(3)} cm²` : '—'],
    ['Copper layers', String(copper)],
    ['Thickness', board.thicknessMm === null ? 'not stated' : `${board.thicknessMm} mm`],
    ['Holes and slots', String(board.holes.count)],
    ['Nets worked out from the copper', String(netCount)],
    ['Written by', made.join(', ') || 'not stated'],
    ['Files written', dates.length === 0 ? 'not stated' : dates[0] === dates.at(-1) ? dates[0]! : `${dates[0]} to ${dates.at(-1)}`],
  ]
}

/** @returns one row a hole size */
export const holeTable = ({ review }: ReportSource): ReportTable => ({
  columns: ['Diameter', 'Length', 'Plating', 'Count'],
  widths: [2, 2, 3, 1],
  rows: holeGroups(review.board).map(({ diameterMm, lengthMm, plated, count }) => [
    `${diameterMm.toFixed(3)} mm`,
    lengthMm > diameterMm ? `slot, ${lengthMm.toFixed(3)} mm` : 'round',
    plated === null ? 'not stated' : plated ? 'plated' : 'non-plated',
    String(count),
  ]),
})

/** @returns one row a layer */
export const layerTable = ({ review }: ReportSource): ReportTable => ({
  columns: ['Layer', 'File', 'Area'],
  widths: [3, 5, 2],
  rows: review.board.layers.map((layer) => [layer.name, layer.path, `${(layer.image().area / 1e14).toFixed(4)} cm²`]),
})

const measuredText = (outcome: CheckOutcome, source: ReportSource): string => {
  const { measured } = outcome
  if (!measured) return ''
  const layer = measured.layer ? ` on ${layerNames(source, [measured.layer])[0]}` : ''
  const place = measured.at ? ` at ${measured.at.x.toFixed(3)}, ${measured.at.y.toFixed(3)}` : ''
  return `${formatValue(measured.value, measured.unit)}${layer}${place}`
}

const limitUnit = (outcome: CheckOutcome): MetricUnit => outcome.measured?.unit ?? 'count'

const limitText = (outcome: CheckOutcome): string => {
  if (outcome.limit === null || !outcome.measured) return ''
  const target = outcome.target === null ? '' : `, advised ${formatValue(outcome.target, limitUnit(outcome))}`
  return `${formatValue(outcome.limit, limitUnit(outcome))}${target}`
}

/** @returns one row a check that ran: what it found, the board's worst figure, its limit and where that comes from */
export const ranTable = (source: ReportSource): ReportTable => ({
  columns: ['Check', 'Result', 'Worst of the board', 'Limit', 'Where the limit comes from'],
  widths: [4, 2, 4, 3, 6],
  rows: source.review.outcomes
    .filter(({ outcome }) => outcome === 'clean' || outcome === 'flagged')
    .map((outcome) => [
      outcome.title,
      outcome.outcome === 'flagged' ? `${outcome.findings} found` : OUTCOME_WORDS[outcome.outcome],
      measuredText(outcome, source),
      limitText(outcome),
      outcome.limitSource ?? '',
    ]),
})

/** @returns one row a check that did not run or failed, with the reason */
export const notRunTable = ({ review }: ReportSource): ReportTable => ({
  columns: ['Check', 'Tier', 'What happened', 'Why'],
  widths: [4, 1, 2, 8],
  rows: review.outcomes
    .filter(({ outcome }) => outcome === 'skipped' || outcome === 'crashed')
    .map((outcome) => [outcome.title, String(outcome.tier), OUTCOME_WORDS[outcome.outcome], capital(reasonText(outcome))]),
})

const roleText = ({ role, side, order, plating }: IdentifiedFile): string =>
  [side, role === 'legend' ? 'silkscreen' : role, order === null ? '' : `layer ${order}`, plating ?? ''].filter(Boolean).join(' ')

/** @returns one row a file: what it is, how sure, its hash, what was noticed */
export const fileTable = ({ review }: ReportSource): ReportTable => ({
  columns: ['File', 'What it is', 'Sure', 'SHA-256', 'Noticed while reading'],
  widths: [4, 3, 1, 4, 5],
  rows: review.board.files.map((file) => [
    file.path,
    roleText(file),
    `${Math.round(file.sureness * 100)} %`,
    file.sha256,
    [
      ...file.conflicts,
      ...(file.reason ? [capital(file.reason)] : []),
      ...file.problems.map((p) => `${p.line ? `Line ${p.line}: ` : ''}${p.message}`),
    ].join(' · '),
  ]),
})

/** @returns what the import noticed about the package itself; may be empty */
export const packageProblems = ({ input }: ReportSource): readonly string[] => input.problems.map(({ message }) => message)

const valueText = (value: unknown): string => {
  if (value === null || value === undefined) return 'not stated'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name} ${valueText(part)}`)
      .join(', ')
  return String(value)
}

/** @returns every figure of the capability with its source; lengths mm */
export const capabilityTable = ({ capability }: ReportSource): ReportTable => ({
  columns: ['Figure', 'Value', 'Source', 'As of', 'Remark'],
  widths: [4, 3, 6, 2, 5],
  rows: [
    ...Object.entries(capability.params).map(([name, { value, source, asOf, note }]) => [
      name,
      valueText(value),
      source ?? '',
      asOf ?? '',
      note ?? '',
    ]),
    ...(['outer', 'inner'] as const).flatMap((where) =>
      Object.entries(capability.copperByWeight?.[where] ?? {}).map(([weight, row]) => [
        `${where} copper of ${weight.replace('um', ' µm')}`,
        `trace ${valueText(row.trace)}, space ${valueText(row.space)}`,
        row.source ?? '',
        row.asOf ?? '',
        '',
      ]),
    ),
  ],
})
