import { PDFDocument } from 'pdfkit'
import type { ReportTable } from '#core/report/model/tables.ts'
import { pdfFont } from '#main/report/pdf/pdf-fonts.ts'
import { pdfMetadata, type PdfInfo } from '#main/report/pdf/pdf-metadata.ts'
import { PdfTags } from '#main/report/pdf/pdf-tags.ts'
import { pdfText } from '#main/report/pdf/pdf-text.ts'

export const INK = { text: '#17202b', muted: '#556273', line: '#c9d1da', accent: '#0b63ce', panel: '#f5f7fa' } as const
export const CLEAR_INK = '#1a7f4b'
const MARGIN = 42
const FOOT = 26
/** A cell is no place for a book. */
const MOST_IN_CELL = 700

interface TextLook {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly indent?: number
  /** Space below, points. */
  readonly after?: number
  readonly align?: 'center'
}

/** Pages that fill from top to bottom. Lengths in points. */
export class Sheet {
  readonly doc: PDFDocument
  readonly tags: PdfTags
  readonly left = MARGIN
  readonly width: number
  y = MARGIN

  constructor({ title, subject, program }: PdfInfo) {
    const info = { title: pdfText(title), subject, program }
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, bottom: 0, left: MARGIN, right: MARGIN },
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      pdfVersion: '1.7',
      tagged: true,
      font: null,
      // The identity of the file is made of these; a date of its own it has none, because a report has no clock.
      info: { Title: info.title, Subject: subject, Creator: program, Producer: program, CreationDate: new Date(0) },
    })
    // The library's own metadata hold a date and do not escape the title.
    this.doc._addInfo = () => this.doc.appendXML(pdfMetadata(info))
    for (const weight of ['normal', 'bold'] as const) this.doc.registerFont(weight, pdfFont(weight))
    this.tags = new PdfTags(this.doc)
    this.width = this.doc.page.width - 2 * MARGIN
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN - FOOT / 2
  }

  /** Of a whole page. */
  get height(): number {
    return this.bottom - MARGIN
  }

  /** Starts a page when what comes next does not fit on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > MARGIN) this.newPage()
  }

  newPage(): void {
    this.doc.addPage()
    this.y = MARGIN
  }

  #look({ size = 9, bold = false, color = INK.text }: TextLook): void {
    this.doc
      .font(bold ? 'bold' : 'normal')
      .fontSize(size)
      .fillColor(color)
  }

  heightOf(text: string, width: number, look: TextLook = {}): number {
    this.#look(look)
    return this.doc.heightOfString(pdfText(text), { width })
  }

  /** Writes at a place without moving on. */
  put(text: string, x: number, y: number, width: number, look: TextLook = {}): void {
    this.#look(look)
    this.doc.text(pdfText(text), x, y, { width, align: look.align })
  }

  paragraph(text: string, look: TextLook = {}, tag: 'P' | 'H1' | 'H2' | 'H3' = 'P'): void {
    if (!text) return
    const indent = look.indent ?? 0
    const height = this.heightOf(text, this.width - indent, look)
    this.ensure(height)
    this.tags.element(tag, () => this.put(text, this.left + indent, this.y, this.width - indent, look))
    this.y += height + (look.after ?? 3)
  }

  /** A heading that stays with at least a little of what follows; `name` is where links lead to. */
  heading(text: string, size: number, name: string, tag: 'H2' | 'H3'): void {
    this.y += size * 0.8
    this.ensure(size * 5)
    this.place(name)
    this.paragraph(text, { size, bold: true, after: size * 0.35 }, tag)
  }

  /** Gives this height of this page a name for links. */
  place(name: string): void {
    this.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, this.y - 6), null)
  }

  /** A line from side to side. */
  line(y: number, width: number): void {
    this.tags.artifact(
      () =>
        void this.doc
          .lineWidth(width)
          .moveTo(this.left, y)
          .lineTo(this.left + this.width, y)
          .stroke(INK.line),
    )
  }

  rule(): void {
    this.line(this.y, 0.5)
    this.y += 5
  }

  /** Label and value in two columns. */
  pairs(rows: readonly (readonly [label: string, value: string])[], labelWidth: number): void {
    this.tags.group('Table', () => {
      for (const [label, value] of rows) {
        if (!value) continue
        const height = this.heightOf(value, this.width - labelWidth)
        this.ensure(height)
        this.tags.group('TR', () => {
          this.tags.element('TH', () => this.put(label, this.left, this.y, labelWidth - 6, { color: INK.muted }), { scope: 'Row' })
          this.tags.element('TD', () => this.put(value, this.left + labelWidth, this.y, this.width - labelWidth))
        })
        this.y += height + 2
      }
    })
  }

  /** A table whose head is repeated on every page. */
  table({ columns, widths, rows }: ReportTable): void {
    const whole = widths.reduce((sum, w) => sum + w, 0)
    const sizes = widths.map((w) => (w / whole) * this.width)
    const offsets = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, w) => sum + w, 0))
    const row = (cells: readonly string[], kind: 'head' | 'again' | 'body'): void => {
      const look = kind === 'body' ? BODY : HEAD
      const texts = cells.map((cell) => (cell.length > MOST_IN_CELL ? `${cell.slice(0, MOST_IN_CELL)} …` : cell))
      const height = Math.max(...texts.map((text, i) => this.heightOf(text, sizes[i]! - 6, look))) + 4
      if (this.y + height > this.bottom) {
        this.newPage()
        if (kind === 'body') row(columns, 'again')
      }
      const put = (i: number) => (): void => this.put(texts[i]!, this.left + offsets[i]!, this.y + 2, sizes[i]! - 6, look)
      // Said once: on later pages the head is only seen.
      if (kind === 'again') this.tags.artifact(() => texts.forEach((_, i) => put(i)()), 'Pagination')
      else
        this.tags.group('TR', () => {
          for (const i of texts.keys())
            if (kind === 'head') this.tags.element('TH', put(i), { scope: 'Column' })
            else this.tags.element('TD', put(i))
        })
      this.line(this.y + height, 0.4)
      this.y += height
    }
    this.tags.group('Table', () => {
      row(columns, 'head')
      for (const cells of rows) row(cells, 'body')
    })
    this.y += 6
  }

  /** Writes the foot of every page and closes the document. @returns its bytes */
  async finish(foot: string): Promise<Uint8Array> {
    const { count } = this.doc.bufferedPageRange()
    for (let i = 0; i < count; i++) {
      this.doc.switchToPage(i)
      const y = this.doc.page.height - MARGIN + 6
      this.tags.artifact(() => {
        this.put(foot, this.left, y, this.width - 60, { size: 7, color: INK.muted })
        this.#look({ size: 7, color: INK.muted })
        this.doc.text(`${i + 1} of ${count}`, this.left + this.width - 60, y, { width: 60, align: 'right' })
      }, 'Pagination')
    }
    this.tags.end()
    // The library wants a date, the file shall have none.
    Object.defineProperty(this.doc.info, 'CreationDate', { enumerable: false })
    const chunks: Uint8Array[] = []
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    this.doc
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
    this.doc.end()
    return promise
  }
}

const HEAD: TextLook = { size: 7.5, bold: true, color: INK.muted }
const BODY: TextLook = { size: 7.5 }
