import type { Finding } from '#core/checks/finding.ts'
import { decidedOn, noteLine, type ReportedFinding } from '#core/report/decisions.ts'
import { escapeCsv } from '#core/report/escape.ts'
import type { ReportSource } from '#core/report/source.ts'

const COLUMNS: readonly (readonly [name: string, value: (f: Finding) => string | number | null])[] = [
  ['severity', (f) => f.severity],
  ['check', (f) => f.checkId],
  ['message', (f) => f.message],
  ['measured', (f) => f.measured],
  ['limit', (f) => f.limit],
  ['unit', (f) => f.unit],
  ['layers', (f) => f.layers.join(' ')],
  ['x_mm', (f) => f.at && f.at.x],
  ['y_mm', (f) => f.at && f.at.y],
  ['nets', (f) => f.nets.join(' ')],
  ['objects', (f) => f.objects.join('; ')],
  ['file', (f) => f.files[0]?.path ?? ''],
  ['line', (f) => f.files[0]?.line ?? null],
  ['basis', (f) => f.basis],
  ['fingerprint', (f) => f.fingerprint],
]

const DECIDED: readonly (readonly [name: string, value: (f: ReportedFinding) => string])[] = [
  ['state', (f) => f.state],
  ['assignee', (f) => f.assignee ?? ''],
  ['waived_because', (f) => f.waiver?.reason ?? ''],
  ['waived_by', (f) => f.waiver?.author ?? ''],
  ['waived_until', (f) => f.waiver?.until ?? ''],
  ['waiver_stands', (f) => f.waiver?.standing ?? ''],
  ['notes', (f) => f.notes.map(noteLine).join('; ')],
]

/**
 * @param decisions given: further columns with state, assignee, waiver and notes
 * @returns one line a finding, with a header; RFC 4180 with CRLF, UTF-8
 */
export const csvReport = (findings: readonly Finding[], decisions: ReportSource['decisions'] = null): string => {
  const head = [...COLUMNS, ...(decisions ? DECIDED : [])].map(([name]) => name)
  const row = (f: Finding): readonly (string | number | null)[] => [
    ...COLUMNS.map(([, value]) => value(f)),
    ...(decisions ? DECIDED.map(([, value]) => value(decidedOn(decisions, f))) : []),
  ]
  return [head, ...findings.map(row)].map((cells) => `${cells.map(escapeCsv).join(',')}\r\n`).join('')
}
