import { boardFigure } from '#core/report/html/board-figure.ts'
import { checkFindings, checkLink, drawingLink } from '#core/report/html/findings.ts'
import { markup, nothing, Markup } from '#core/report/html/markup.ts'
import { verdictSign } from '#core/report/html/signs.ts'
import { REPORT_STYLE } from '#core/report/html/style.ts'
import { boardDrawings } from '#core/report/model/board-drawings.ts'
import { checkSections, type CheckSection, type ListedFinding, type ReportBounds } from '#core/report/model/listed.ts'
import {
  capabilityTable,
  factRows,
  fileTable,
  holeTable,
  layerTable,
  notRunTable,
  packageProblems,
  ranTable,
  type ReportTable,
} from '#core/report/model/tables.ts'
import { aboutText, summaryText, VERDICT_WORDS, verdictOf, waivedText } from '#core/report/model/words.ts'
import type { ReportSource } from '#core/report/source.ts'

const BOUNDS: ReportBounds = { listedPerCheck: 40, picturesPerCheck: 12, picturesInAll: 240 }

const tableOf = ({ columns, rows }: ReportTable, name: string): Markup =>
  markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${columns.map(
    (column) => markup`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`

const contents = (sections: readonly CheckSection[], drawings: Parameters<typeof drawingLink>[0][]): Markup =>
  markup`<nav aria-label="Contents"><ul>${drawings.map(drawingLink)}${sections.map(
    checkLink,
  )}<li><a href="#ran">Checks that ran</a></li><li><a href="#not-run">Checks that did not run</a></li><li><a href="#board">Board</a></li><li><a href="#files">Files</a></li><li><a href="#capability">Capability</a></li></ul></nav>`

const notRun = (source: ReportSource): Markup => {
  const table = notRunTable(source)
  return table.rows.length
    ? markup`<p>What these checks look at was <strong>not reviewed</strong>.</p>${tableOf(table, 'Checks that did not run')}`
    : markup`<p>Every check ran.</p>`
}

const problems = (source: ReportSource): Markup => {
  const list = packageProblems(source)
  return list.length ? markup`<p>Noticed while opening the package:</p><ul>${list.map((text) => markup`<li>${text}</li>`)}</ul>` : nothing
}

const listedIn = (sections: readonly CheckSection[]): readonly ListedFinding[] =>
  sections.flatMap(({ groups }) => groups.flatMap(({ listed }) => listed))

/**
 * The review as one page of HTML that needs nothing else: no network, no script, no fonts. Its own policy allows nothing
 * but its styles. The same source gives the same bytes.
 */
export const htmlReport = (source: ReportSource): string => {
  const { review, input, capability } = source
  const sections = checkSections(source, BOUNDS)
  const listed = listedIn(sections)
  const drawings = boardDrawings(review.board, listed)
  const byNumber = new Map(listed.map((one) => [one.number, one]))
  const { overallScore, confidence } = review.summary
  const verdict = verdictOf(source)
  const waived = waivedText(source)
  const title = `${input.name}: ${VERDICT_WORDS[verdict].toLowerCase()}`
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Boardproof ${source.version}"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${new Markup(
    REPORT_STYLE,
  )}</style></head>
<body><a class="skip" href="#content">Skip to the findings</a>
<header><h1>Review of ${input.name}</h1><p class="verdict" data-verdict="${verdict}">${verdictSign(verdict)} ${VERDICT_WORDS[verdict]}</p>
<p><strong>${summaryText(review.summary)}</strong></p>${waived && markup`<p><strong>${waived}</strong></p>`}<p class="figures"><span>Score ${Math.round(overallScore * 100)} of 100</span><span>Confidence ${Math.round(
    confidence * 100,
  )} %</span></p><p class="muted">${aboutText(source)}</p>${contents(sections, [...drawings])}</header>
<main><h2 id="drawings">Drawings</h2>${
    drawings.length ? drawings.map((drawing) => boardFigure(drawing, byNumber)) : markup`<p>The package holds no artwork to draw.</p>`
  }
<h2 id="content" tabindex="-1">Findings</h2>${
    sections.length
      ? sections.map((section) => checkFindings(section, drawings, source))
      : markup`<p>No finding from the checks that ran.</p>`
  }
<h2 id="ran">Checks that ran</h2>${tableOf(ranTable(source), 'Checks that ran')}
<h2 id="not-run">Checks that did not run</h2>${notRun(source)}
<h2 id="board">Board</h2><dl class="facts">${factRows(source).map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<h3>Layers</h3>${tableOf(layerTable(source), 'Layers')}<h3>Holes</h3>${tableOf(holeTable(source), 'Holes')}
<h2 id="files">Files</h2>${problems(source)}${tableOf(fileTable(source), 'Files')}
<h2 id="capability">Capability: ${capability.name}</h2><p>${capability.notes}</p>${tableOf(capabilityTable(source), 'Figures of the capability')}
</main><footer><p class="muted">Lengths in mm, board axes: x to the right, y up. Drawings other than the bottom side are seen from above.</p></footer></body></html>
`
  return page.text
}
