import type { Drawing } from '#core/report/drawing/drawing.ts'
import { drawingId, findingId, markId } from '#core/report/html/board-figure.ts'
import { markup, nothing, type Markup } from '#core/report/html/markup.ts'
import { nearFigure } from '#core/report/html/near-figure.ts'
import { severitySign } from '#core/report/html/signs.ts'
import { closeUpOf } from '#core/report/model/close-up.ts'
import type { CheckSection, ListedFinding } from '#core/report/model/listed.ts'
import {
  countsText,
  figuresText,
  fileTexts,
  layerNames,
  noteTexts,
  placeText,
  SEVERITY_WORDS,
  waiverText,
} from '#core/report/model/words.ts'
import type { ReportSource } from '#core/report/source.ts'

export const checkAnchor = (id: string): string => `check-${id}`

const row = (label: string, value: Markup | string): Markup => (value === '' ? nothing : markup`<dt>${label}</dt><dd>${value}</dd>`)

const places = (number: number, drawings: readonly Drawing[]): Markup | string => {
  const links = drawings
    .filter((drawing) => drawing.marks.some((mark) => mark.finding === number))
    .map((drawing, i) => markup`${i > 0 ? ' · ' : ''}<a href="#${markId(number, drawing.id)}">${drawing.title}</a>`)
  return links.length ? markup`${links}` : ''
}

const findingBlock = (listed: ListedFinding, drawings: readonly Drawing[], source: ReportSource): Markup => {
  const { number, finding } = listed
  const picture = listed.isPictured ? closeUpOf(source.review.board, finding) : null
  const layers = layerNames(source, finding.layers).join(', ')
  const isWaived = waiverText(source, finding) !== ''
  const files = fileTexts(finding).map((text, i) => markup`${i > 0 ? ', ' : ''}<code>${text}</code>`)
  return markup`<article class="finding${picture ? '' : ' plain'}" id="${findingId(number)}" tabindex="-1"><div><h4>${severitySign(
    finding.severity,
  )} ${number}. <span class="${finding.severity}">${SEVERITY_WORDS[finding.severity]}</span>${isWaived && ' (waived)'}: ${finding.message}</h4><dl>${row('Waived', waiverText(source, finding))}${noteTexts(source, finding).map((text) => row('Note', text))}${row(
    'Figures',
    figuresText(finding),
  )}${row('Layers', layers)}${row('Place', placeText(finding))}${row('Drawn on', places(number, drawings))}${row(
    'Nets',
    finding.nets.join(', '),
  )}${row('Objects', finding.objects.join(', '))}${files.length ? row('Files', markup`${files}`) : nothing}${row(
    'Known by',
    finding.basis === 'measured' ? 'measured on the artwork' : 'inferred: rests on a guessed role or net',
  )}${row('Fingerprint', markup`<code>${finding.fingerprint}</code>`)}</dl></div>${
    picture ? nearFigure(picture, `Close-up of finding ${number}: ${finding.message}`) : nothing
  }</article>`
}

const leftOut = (section: CheckSection): Markup =>
  section.listed < section.total
    ? markup`<p class="muted">${section.listed} of ${section.total} findings are listed, the worst of every kind first. The JSON and CSV reports hold all.</p>`
    : nothing

/** @returns one check with why it matters, what to do, and its findings */
export const checkFindings = (section: CheckSection, drawings: readonly Drawing[], source: ReportSource): Markup => {
  const { outcome, check, severity, counts, groups } = section
  return markup`<section aria-labelledby="${checkAnchor(outcome.id)}"><h3 id="${checkAnchor(outcome.id)}">${severitySign(severity)} ${
    outcome.title
  }</h3><p>${countsText(counts)}. <span class="muted">Check <code>${outcome.id}</code></span></p>${
    check
      ? markup`<div class="about"><p><strong>Why it matters.</strong> ${check.why}</p><p><strong>What to do.</strong> ${check.fix}</p><p class="muted">Source: ${check.source}.${
          outcome.limitSource ? ` Limit: ${outcome.limitSource}.` : ''
        }</p></div>`
      : nothing
  }${leftOut(section)}${groups.map((group) => markup`${group.listed.map((listed) => findingBlock(listed, drawings, source))}`)}</section>`
}

/** @returns the link to a check for the list of contents */
export const checkLink = ({ outcome, severity, counts }: CheckSection): Markup =>
  markup`<li>${severitySign(severity)} <a href="#${checkAnchor(outcome.id)}">${outcome.title}</a> <span class="muted">${countsText(counts)}</span></li>`

export const drawingLink = (drawing: Drawing): Markup => markup`<li><a href="#${drawingId(drawing.id)}">${drawing.title}</a></li>`
