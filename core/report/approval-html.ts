import type { ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import {
  approvalFacts,
  approvalTables,
  approvalTitle,
  decisionWord,
  instantText,
  NO_PICTURES,
  type ApprovalTable,
} from '#core/report/approval-tables.ts'
import type { Drawing } from '#core/report/drawing/drawing.ts'
import { boardArt } from '#core/report/html/board-figure.ts'
import { Markup, markup, nothing } from '#core/report/html/markup.ts'
import { REPORT_STYLE } from '#core/report/html/style.ts'

const SIDES_STYLE = '.sides{display:flex;flex-wrap:wrap;gap:1rem}.sides figure{flex:1 1 20rem;margin:0}'

const tableOf = ({ title, columns, rows, note }: ApprovalTable): Markup =>
  rows.length === 0
    ? markup`<h2>${title}</h2><p>None.</p>`
    : markup`<h2>${title}</h2><div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${columns.map(
        (column) => markup`<th scope="col">${column}</th>`,
      )}</tr></thead><tbody>${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>${
        note ? markup`<p class="muted">${note}</p>` : nothing
      }`

const sideOf = (drawing: Drawing): Markup =>
  markup`<figure class="board"><svg viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-label="${drawing.title}">${boardArt(
    drawing,
  )}</svg><figcaption>${drawing.title}</figcaption></figure>`

/**
 * An approval record as one page of HTML that needs nothing else. The same record and package give the same bytes.
 * @param sha256 of the record's canonical JSON
 * @param sides drawings of the approved package; null where it is no longer there
 */
export const approvalHtml = (record: ApprovalRecordShape, sha256: string, sides: readonly Drawing[] | null): string => {
  const { state, decision, by, at, reason, toDo } = record
  const title = approvalTitle(record)
  const [conditions, ...tables] = approvalTables(record)
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Boardproof ${state.engine.version}"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${new Markup(
    `${REPORT_STYLE}${SIDES_STYLE}`,
  )}</style></head>
<body><header><h1>${title}</h1><p class="verdict" data-verdict="${decision === 'approved' ? 'clear' : 'blocked'}">${decisionWord(decision)} by ${by}</p>
<p>${instantText(at)}</p>${reason ? markup`<p><strong>Reason:</strong> ${reason}</p>` : nothing}<p><strong>${state.verdict.text}</strong></p></header>
<main>${sides ? markup`<div class="sides">${sides.map(sideOf)}</div>` : markup`<p class="muted">${NO_PICTURES}</p>`}${
    toDo.length ? markup`<h2>To do</h2><ul>${toDo.map((text) => markup`<li>${text}</li>`)}</ul>` : nothing
  }
${tableOf(conditions!)}
<h2>Board</h2><dl class="facts">${approvalFacts(record, sha256).map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${tables.map(tableOf)}</main></body></html>
`.text
}
