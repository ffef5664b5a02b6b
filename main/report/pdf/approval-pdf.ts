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
import { pdfText } from '#main/report/pdf/pdf-text.ts'
import { putSides, SEVERITY_INK } from '#main/report/pdf/pictures.ts'
import { CLEAR_INK, INK, Sheet } from '#main/report/pdf/sheet.ts'

const chapter = (sheet: Sheet, title: string, name: string): void => {
  sheet.ensure(90)
  sheet.doc.outline.addItem(pdfText(title))
  sheet.heading(title, 13, name, 'H2')
}

const putTable = (sheet: Sheet, table: ApprovalTable, name: string): void => {
  chapter(sheet, table.title, name)
  if (table.rows.length) sheet.table(table)
  else sheet.paragraph('None.')
  sheet.paragraph(table.note, { color: INK.muted })
}

const putHead = (sheet: Sheet, record: ApprovalRecordShape): void => {
  const { decision, by, at, reason, state } = record
  sheet.paragraph(approvalTitle(record), { size: 18, bold: true, after: 8 }, 'H1')
  const color = decision === 'approved' ? CLEAR_INK : SEVERITY_INK.error
  sheet.paragraph(`${decisionWord(decision)} by ${by}, ${instantText(at)}`, { size: 12, bold: true, color, after: 6 })
  sheet.paragraph(state.verdict.text, { size: 10, bold: true })
  sheet.paragraph(reason && `Reason: ${reason}`, { size: 10 })
}

/**
 * An approval record as a PDF of A4 pages. The same record and package give the same bytes: the only times in it are
 * the record's.
 * @param sha256 of the record's canonical JSON
 * @param sides drawings of the approved package; null where it is no longer there
 */
export const approvalPdf = (record: ApprovalRecordShape, sha256: string, sides: readonly Drawing[] | null): Promise<Uint8Array> => {
  const program = `Boardproof ${record.state.engine.version}`
  const title = approvalTitle(record)
  const sheet = new Sheet({ title, subject: `Record SHA-256 ${sha256}`, program })
  sheet.doc.outline.addItem(pdfText(decisionWord(record.decision)))
  putHead(sheet, record)
  sheet.y += 10
  if (sides?.length) putSides(sheet, sides)
  if (!sides) sheet.paragraph(NO_PICTURES, { color: INK.muted })
  if (record.toDo.length) {
    chapter(sheet, 'To do', 'to-do')
    for (const text of record.toDo) sheet.paragraph(`• ${text}`)
  }
  const [conditions, ...tables] = approvalTables(record)
  putTable(sheet, conditions!, 'conditions')
  chapter(sheet, 'Board', 'board')
  sheet.pairs(approvalFacts(record, sha256), 110)
  sheet.y += 4
  tables.forEach((table, i) => putTable(sheet, table, `table-${i}`))
  return sheet.finish(`${program} · ${title} · record ${sha256.slice(0, 16)}`)
}
