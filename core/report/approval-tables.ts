import { formatValue } from '#core/checks/format-value.ts'
import type { ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import type { ReportTable } from '#core/report/model/tables.ts'
import { SEVERITY_WORDS } from '#core/report/model/words.ts'

type State = ApprovalRecordShape['state']
type Finding = State['open'][number]

/** Findings listed in full; the record itself holds all of them. */
const MOST_LISTED = 400

/** A table under its heading. */
export interface ApprovalTable extends ReportTable {
  readonly title: string
  /** What was left out; empty = nothing. */
  readonly note: string
}

/** @returns "2026-11-30 14:02 UTC" */
export const instantText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** @returns "Approved: amplifier, revision 3" */
export const approvalTitle = ({ decision, state }: ApprovalRecordShape): string =>
  `${decisionWord(decision)}: ${state.board.name}, revision ${state.revision.number}`

export const decisionWord = (decision: ApprovalRecordShape['decision']): string => (decision === 'approved' ? 'Approved' : 'Rejected')

/** What is said where the package is no longer there to be drawn. */
export const NO_PICTURES = 'The package is no longer stored here: the board is not drawn.'

const table = (
  title: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  note = '',
): ApprovalTable => ({ title, columns, widths, rows, note })

const measured = ({ measured: value, limit, unit }: Finding): string =>
  value === null || (unit === 'count' && limit === 0)
    ? ''
    : `${formatValue(value, unit)}${limit === null ? '' : ` / ${formatValue(limit, unit)}`}`

const place = ({ at, files }: Finding): string =>
  at ? `${at.x.toFixed(3)}, ${at.y.toFixed(3)}` : files.map((file) => file.path).join(', ')

const findings = (title: string, list: readonly Finding[]): ApprovalTable => {
  const shown = list.slice(0, MOST_LISTED)
  return table(
    `${title} (${list.length})`,
    ['Severity', 'Finding', 'Measured / limit', 'Layers', 'Place, mm'],
    [9, 42, 17, 16, 16],
    shown.map((f) => [SEVERITY_WORDS[f.severity], f.message, measured(f), f.layers.join(', '), place(f)]),
    list.length > shown.length ? `${list.length - shown.length} more are in the record.` : '',
  )
}

const expiry = ({ expiry: e }: State['waivers'][number]): string =>
  e.kind === 'none' ? 'none' : e.kind === 'date' ? instantText(e.at) : 'next revision'

const roleText = ({ side, role, order, plating }: State['files'][number]): string =>
  [side, role, order, plating].filter((part) => part !== null).join(' ')

const size = ({ widthMm, heightMm }: State['facts']): string =>
  widthMm === null || heightMm === null ? 'no outline' : `${widthMm.toFixed(2)} × ${heightMm.toFixed(2)} mm`

/** @returns label and value: package, board, by what it was judged */
export const approvalFacts = ({ state }: ApprovalRecordShape, sha256: string): readonly (readonly [label: string, value: string])[] => [
  ['Package', state.package.name],
  ['Package SHA-256', state.package.sha256],
  ['Size', size(state.facts)],
  ['Copper layers', String(state.facts.copperLayers)],
  ['Holes', String(state.facts.holes.reduce((n, h) => n + h.count, 0))],
  ['Nets', String(state.facts.netCount)],
  ['Judged by', `${state.capability.name} (${state.capability.id}, version ${state.capability.version.slice(0, 12)})`],
  ['Engine', `${state.engine.name} ${state.engine.version}, ${state.engine.checks} checks`],
  ['Record SHA-256', sha256],
]

/** @returns what was ticked, what is open, waived and not reviewed, and every file; tables without rows included */
export const approvalTables = ({ conditions, state }: ApprovalRecordShape): readonly ApprovalTable[] => [
  table(
    'Conditions',
    ['Condition', 'Ticked'],
    [88, 12],
    conditions.map((c) => [c.text, c.ticked ? 'yes' : 'no']),
  ),
  findings('Open', state.open),
  findings('Waived', state.waived),
  table(
    'Waivers',
    ['Check', 'Scope', 'Reason', 'Author', 'Given', 'Expiry', 'Stands', 'Covers'],
    [17, 7, 24, 12, 13, 11, 8, 8],
    state.waivers.map((w) => [w.checkId, w.scope, w.reason, w.author, instantText(w.createdAt), expiry(w), w.standing, String(w.covers)]),
  ),
  table(
    `Did not run (${state.notRun.length})`,
    ['Check', 'Outcome', 'Why'],
    [36, 12, 52],
    state.notRun.map((c) => [c.title, c.outcome, c.reason.split('\n')[0]!]),
  ),
  table(
    'Files',
    ['Path', 'Role', 'Bytes', 'SHA-256'],
    [21, 13, 7, 59],
    state.files.map((f) => [f.path, roleText(f), String(f.bytes), f.sha256]),
  ),
]
