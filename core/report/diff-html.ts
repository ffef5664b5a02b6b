import type { Finding } from '#core/checks/finding.ts'
import { Markup, markup, nothing } from '#core/report/html/markup.ts'
import { REPORT_STYLE } from '#core/report/html/style.ts'
import { acceptanceOf, EXPECTED_NAMES } from '#core/review/compare/acceptance.ts'
import { changedFindings, type DiffSource } from '#core/report/diff-json.ts'
import { countsText, isAccepted, layerChange, objectText, STATE_WORDS } from '#core/report/diff-text.ts'

const MOST_ROWS = 1000

const table = (name: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): Markup =>
  rows.length === 0
    ? markup`<p>None.</p>`
    : markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${columns.map(
        (column) => markup`<th scope="col">${column}</th>`,
      )}</tr></thead><tbody>${rows.slice(0, MOST_ROWS).map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>${
        rows.length > MOST_ROWS ? markup`<p class="muted">${rows.length - MOST_ROWS} more are in the JSON.</p>` : nothing
      }`

const row = (f: Finding): readonly (string | number)[] => [
  f.severity,
  f.message,
  f.layers.join(', '),
  f.at ? `${f.at.x.toFixed(3)}, ${f.at.y.toFixed(3)}` : f.files.map((file) => file.path).join(', '),
]

const findingTable = (title: string, findings: readonly Finding[]): Markup =>
  findings.length
    ? markup`<h3>${title} (${findings.length})</h3>${table(title, ['Severity', 'Finding', 'Layers', 'Place, mm'], findings.map(row))}`
    : nothing

/** A comparison as one page of HTML that needs nothing else. The same source gives the same bytes. */
export const diffHtml = ({ from, to, diff, findings, capability, accepted, version }: DiffSource): string => {
  const changed = changedFindings(findings)
  const stands = acceptanceOf(diff, accepted)
  const open = diff.objects.filter((o) => !isAccepted(o, accepted))
  const title = `${from.name} compared with ${to.name}`
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Boardproof ${version}"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${new Markup(
    REPORT_STYLE,
  )}</style></head>
<body><header><h1>${title}</h1><p class="verdict" data-verdict="${stands.isFine ? 'clear' : 'review'}">${stands.says}</p><p>${diff.alignment.says}</p>
<p class="muted">${from.name}: SHA-256 ${from.sha256}<br>${to.name}: SHA-256 ${to.sha256}</p></header>
<main>${
    diff.facts.length
      ? markup`<h2>Facts</h2>${table(
          'Facts',
          ['Fact', 'Before', 'Now'],
          diff.facts.map((f) => [f.name, f.from, f.to]),
        )}`
      : nothing
  }
<h2>Layers</h2>${table(
    'Layers',
    ['Layer', 'State', 'Change', 'Files'],
    diff.layers.map((l) => [
      l.name,
      STATE_WORDS[l.state],
      l.state.startsWith('same') ? '' : layerChange(l),
      [...new Set([l.fromPath, l.toPath].filter((path) => path !== null))].join(' → '),
    ]),
  )}
${
  diff.expected.length
    ? markup`<h2>Expected edits</h2>${table(
        'Expected edits',
        ['Kind', 'Differences', 'Accepted'],
        diff.expected.map((e) => [EXPECTED_NAMES[e.kind], e.count, accepted.includes(e.kind) ? 'yes' : 'no']),
      )}`
    : nothing
}
<h2>Objects</h2>${table(
    'Objects',
    ['No.', 'Layer', 'Change'],
    open.map((o) => [o.number, o.layer, objectText(o)]),
  )}
<h2>Findings by ${capability.name}</h2><p>${countsText(findings)}</p>${findingTable('New', changed.new)}${findingTable(
    'Worse',
    changed.worse.map((p) => p.to),
  )}${findingTable(
    'Moved',
    changed.moved.map((p) => p.to),
  )}${findingTable('Fixed', changed.fixed)}
<h2>Files</h2>${table(
    'Files',
    ['State', 'Before', 'Now', 'Role'],
    diff.files.map((f) => [f.state, f.fromPath ?? '', f.toPath ?? '', f.role]),
  )}</main></body></html>
`.text
}
