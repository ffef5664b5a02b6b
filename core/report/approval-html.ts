import type { ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import { formatValue } from '#core/checks/format-value.ts'
import { Markup, markup, nothing } from '#core/report/html/markup.ts'
import { REPORT_STYLE } from '#core/report/html/style.ts'

type Cell = string | number
type Finding = ApprovalRecordShape['state']['open'][number]

/** Findings listed in full; the record itself holds all of them. */
const MOST_LISTED = 400

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const table = (name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Markup =>
  rows.length === 0
    ? markup`<p>None.</p>`
    : markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${columns.map(
        (column) => markup`<th scope="col">${column}</th>`,
      )}</tr></thead><tbody>${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`

const measured = ({ measured: value, limit, unit }: Finding): string =>
  value === null ? '' : `${formatValue(value, unit)}${limit === null ? '' : ` / ${formatValue(limit, unit)}`}`

const findingTable = (name: string, findings: readonly Finding[]): Markup => {
  const rows = findings
    .slice(0, MOST_LISTED)
    .map((f) => [
      f.severity,
      f.message,
      measured(f),
      f.layers.join(', '),
      f.at ? `${f.at.x.toFixed(3)}, ${f.at.y.toFixed(3)}` : f.files.map((file) => file.path).join(', '),
    ])
  const left = findings.length - rows.length
  return markup`${table(name, ['Severity', 'Finding', 'Measured / limit', 'Layers', 'Place, mm'], rows)}${left > 0 ? markup`<p class="muted">${left} more are in the record.</p>` : nothing}`
}

const expiry = ({ expiry: e }: ApprovalRecordShape['state']['waivers'][number]): string =>
  e.kind === 'none' ? 'none' : e.kind === 'date' ? instant(e.at) : 'next revision'

const size = ({ widthMm, heightMm }: ApprovalRecordShape['state']['facts']): string =>
  widthMm === null || heightMm === null ? 'no outline' : `${widthMm.toFixed(2)} × ${heightMm.toFixed(2)} mm`

const factRows = ({ state }: ApprovalRecordShape, sha256: string): readonly (readonly [string, Cell])[] => [
  ['Package', state.package.name],
  ['Package SHA-256', state.package.sha256],
  ['Size', size(state.facts)],
  ['Copper layers', state.facts.copperLayers],
  ['Holes', state.facts.holes.reduce((n, h) => n + h.count, 0)],
  ['Nets', state.facts.netCount],
  ['Judged by', `${state.capability.name} (${state.capability.id}, version ${state.capability.version.slice(0, 12)})`],
  ['Engine', `${state.engine.name} ${state.engine.version}, ${state.engine.checks} checks`],
  ['Record SHA-256', sha256],
]

/**
 * An approval record as one page of HTML that needs nothing else; also what its PDF is made of. The same record gives the
 * same bytes.
 * @param sha256 of the record's canonical JSON
 */
export const approvalReport = (record: ApprovalRecordShape, sha256: string): string => {
  const { state, decision, by, at, reason, conditions, toDo } = record
  const verb = decision === 'approved' ? 'Approved' : 'Rejected'
  const title = `${verb}: ${state.board.name}, revision ${state.revision.number}`
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Boardproof ${state.engine.version}"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${new Markup(
    REPORT_STYLE,
  )}</style></head>
<body><header><h1>${title}</h1><p class="verdict" data-verdict="${decision === 'approved' ? 'clear' : 'blocked'}">${verb} by ${by}</p>
<p>${instant(at)}</p>${reason ? markup`<p><strong>Reason:</strong> ${reason}</p>` : nothing}<p><strong>${state.verdict.text}</strong></p></header>
<main>${toDo.length ? markup`<h2>To do</h2><ul>${toDo.map((text) => markup`<li>${text}</li>`)}</ul>` : nothing}
<h2>Conditions</h2>${table(
    'Conditions',
    ['Condition', 'Ticked'],
    conditions.map((c) => [c.text, c.ticked ? 'yes' : 'no']),
  )}
<h2>Board</h2><dl class="facts">${factRows(record, sha256).map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<h2>Open (${state.open.length})</h2>${findingTable('Open findings', state.open)}
<h2>Waived (${state.waived.length})</h2>${findingTable('Waived findings', state.waived)}
<h2>Waivers</h2>${table(
    'Waivers',
    ['Check', 'Scope', 'Reason', 'Author', 'Given', 'Expiry', 'Stands', 'Covers'],
    state.waivers.map((w) => [w.checkId, w.scope, w.reason, w.author, instant(w.createdAt), expiry(w), w.standing, w.covers]),
  )}
<h2>Did not run (${state.notRun.length})</h2>${table(
    'Checks that did not run',
    ['Check', 'Outcome', 'Why'],
    state.notRun.map((c) => [c.title, c.outcome, c.reason.split('\n')[0]!]),
  )}
<h2>Files</h2>${table(
    'Files',
    ['Path', 'Role', 'Bytes', 'SHA-256'],
    state.files.map((f) => [f.path, [f.side, f.role, f.order, f.plating].filter((part) => part !== null).join(' '), f.bytes, f.sha256]),
  )}</main></body></html>
`.text
}
