import type { Finding } from '#core/checks/finding.ts'
import { closeUpOf } from '#core/report/model/close-up.ts'
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
} from '#core/report/model/tables.ts'
import {
  aboutText,
  countsText,
  figuresText,
  fileTexts,
  layerNames,
  noteTexts,
  placeText,
  SEVERITY_WORDS,
  summaryText,
  VERDICT_WORDS,
  verdictOf,
  waivedText,
  waiverText,
} from '#core/report/model/words.ts'
import type { ReportSource } from '#core/report/source.ts'
import { pdfText } from '#main/report/pdf/pdf-text.ts'
import { putCloseUp, putDrawing, putSign, SEVERITY_INK } from '#main/report/pdf/pictures.ts'
import { CLEAR_INK, INK, Sheet } from '#main/report/pdf/sheet.ts'

const BOUNDS: ReportBounds = { listedPerCheck: 20, picturesPerCheck: 6, picturesInAll: 150 }
const PICTURE = 100
const VERDICT_SEVERITY = { blocked: 'error', review: 'warning', clear: null } as const

const putVerdict = (sheet: Sheet, source: ReportSource): void => {
  const { summary } = source.review
  const verdict = verdictOf(source)
  sheet.paragraph(`Review of ${source.input.name}`, { size: 18, bold: true, after: 8 }, 'H1')
  const severity = VERDICT_SEVERITY[verdict]
  if (severity) sheet.tags.artifact(() => putSign(sheet, severity, sheet.left + 7, sheet.y + 8, 14))
  sheet.paragraph(VERDICT_WORDS[verdict], {
    size: 14,
    bold: true,
    color: severity ? SEVERITY_INK[severity] : CLEAR_INK,
    indent: severity ? 20 : 0,
    after: 6,
  })
  sheet.paragraph(summaryText(summary), { size: 10, bold: true })
  sheet.paragraph(waivedText(source), { size: 10, bold: true })
  sheet.paragraph(`Score ${Math.round(summary.overallScore * 100)} of 100, confidence ${Math.round(summary.confidence * 100)} %`)
  sheet.paragraph(aboutText(source), { color: INK.muted, after: 8 })
}

const isWaivedText = (source: ReportSource, finding: Finding): string => {
  const reason = waiverText(source, finding)
  return reason && `Waived: ${reason}`
}

const findingTexts = (source: ReportSource, { finding }: ListedFinding): readonly string[] =>
  [
    isWaivedText(source, finding),
    ...noteTexts(source, finding).map((text) => `Note: ${text}`),
    figuresText(finding),
    [layerNames(source, finding.layers).join(', '), placeText(finding)].filter(Boolean).join('; '),
    finding.nets.length ? `Nets ${finding.nets.join(', ')}` : '',
    finding.objects.join(', '),
    fileTexts(finding).join(', '),
    `${finding.basis === 'measured' ? 'Measured' : 'Inferred'}; fingerprint ${finding.fingerprint}`,
  ].filter(Boolean)

const putFinding = (sheet: Sheet, source: ReportSource, listed: ListedFinding): void => {
  const { number, finding } = listed
  const picture = listed.isPictured ? closeUpOf(source.review.board, finding) : null
  const width = sheet.width - (picture ? PICTURE + 12 : 0)
  const isWaived = waiverText(source, finding) !== ''
  const title = `${number}. ${SEVERITY_WORDS[finding.severity]}${isWaived ? ' (waived)' : ''}: ${finding.message}`
  const texts = findingTexts(source, listed)
  const heights = texts.map((text) => sheet.heightOf(text, width - 14, { size: 8 }) + 1.5)
  const titleHeight = sheet.heightOf(title, width - 14, { size: 9, bold: true }) + 2
  const height = Math.max(titleHeight + heights.reduce((sum, h) => sum + h, 0), picture ? PICTURE : 0)
  sheet.ensure(height + 12)
  sheet.rule()
  sheet.place(`f${number}`)
  const top = sheet.y
  const { tags } = sheet
  tags.group('Sect', () => {
    tags.artifact(() => putSign(sheet, finding.severity, sheet.left + 5, top + 5.5, 9))
    tags.element('P', () => sheet.put(title, sheet.left + 14, top, width - 14, { size: 9, bold: true }))
    let y = top + titleHeight
    texts.forEach((text, i) => {
      tags.element('P', () => sheet.put(text, sheet.left + 14, y, width - 14, { size: 8 }))
      y += heights[i]!
    })
    const left = sheet.left + sheet.width - PICTURE
    if (picture)
      tags.element('Figure', () => putCloseUp(sheet, picture, left, top, PICTURE), {
        alt: `Finding ${number} from near`,
        bbox: [left, top, left + PICTURE, top + PICTURE],
      })
  })
  sheet.y = top + height + 6
}

const putSection = (sheet: Sheet, source: ReportSource, section: CheckSection): void => {
  const { outcome, check, counts, groups } = section
  sheet.heading(outcome.title, 11, `check-${outcome.id}`, 'H3')
  sheet.paragraph(`${countsText(counts)} (${outcome.id})`, { color: INK.muted })
  if (check) {
    sheet.paragraph(`Why it matters: ${check.why}`)
    sheet.paragraph(`What to do: ${check.fix}`)
    sheet.paragraph(`Source: ${check.source}.${outcome.limitSource ? ` Limit: ${outcome.limitSource}.` : ''}`, {
      color: INK.muted,
      size: 8,
    })
  }
  if (section.listed < section.total)
    sheet.paragraph(
      `${section.listed} of ${section.total} findings are listed, the worst of every kind first. The JSON and CSV reports hold all.`,
      {
        color: INK.muted,
      },
    )
  for (const { listed } of groups) for (const one of listed) putFinding(sheet, source, one)
}

const putCoverage = (sheet: Sheet, source: ReportSource, chapter: (title: string, name: string) => void): void => {
  chapter('Checks that did not run', 'not-run')
  const notRun = notRunTable(source)
  if (notRun.rows.length) {
    sheet.paragraph('What these checks look at was not reviewed.')
    sheet.table(notRun)
  } else sheet.paragraph('Every check ran.')
  chapter('Checks that ran', 'ran')
  sheet.table(ranTable(source))
}

/**
 * The review as a PDF of A4 pages with the board as vectors, bookmarks and links. The same source gives the same bytes:
 * the file carries no date of its own.
 */
export const pdfReport = async (source: ReportSource): Promise<Uint8Array> => {
  const { input, review, capability, version } = source
  const sections = checkSections(source, BOUNDS)
  const listed = sections.flatMap(({ groups }) => groups.flatMap((group) => group.listed))
  const program = `Boardproof ${version}`
  const sheet = new Sheet({ title: `Review of ${input.name}`, subject: `SHA-256 ${input.sha256}`, program })
  const chapter = (text: string, name: string): void => {
    sheet.y += 6
    // A chapter opens with room for its first lines: its bookmark belongs to the page they are on.
    sheet.ensure(90)
    sheet.doc.outline.addItem(pdfText(text))
    sheet.heading(text, 14, name, 'H2')
  }
  sheet.doc.outline.addItem('Verdict')
  putVerdict(sheet, source)
  const drawings = boardDrawings(review.board, listed)
  if (drawings.length) chapter('Drawings', 'drawings')
  for (const drawing of drawings) putDrawing(sheet, drawing, `d-${drawing.id}`)
  chapter('Findings', 'findings')
  if (sections.length === 0) sheet.paragraph('No finding from the checks that ran.')
  for (const section of sections) putSection(sheet, source, section)
  putCoverage(sheet, source, chapter)
  chapter('Board', 'board')
  sheet.pairs(factRows(source), 150)
  sheet.y += 6
  sheet.table(layerTable(source))
  sheet.table(holeTable(source))
  chapter('Files', 'files')
  for (const text of packageProblems(source)) sheet.paragraph(text)
  sheet.table(fileTable(source))
  chapter(`Capability: ${capability.name}`, 'capability')
  sheet.paragraph(capability.notes)
  sheet.table(capabilityTable(source))
  return sheet.finish(`${program} · ${input.name} · ${input.sha256.slice(0, 16)}`)
}
