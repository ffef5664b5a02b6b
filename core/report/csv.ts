import type { Finding } from '#core/checks/finding.ts'
import { escapeCsv } from '#core/report/escape.ts'

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

/** @returns one line a finding, with a header; RFC 4180 with CRLF, UTF-8 */
export const csvReport = (findings: readonly Finding[]): string =>
  [COLUMNS.map(([name]) => name).join(','), ...findings.map((f) => COLUMNS.map(([, value]) => escapeCsv(value(f))).join(','))].join(
    '\r\n',
  ) + '\r\n'
