import type { PDFDocument, PdfStructure, PdfStructureOptions } from 'pdfkit'

/** The kinds of elements that the reports are made of. @source ISO 32000-1, 14.8.4 */
export type PdfTag = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD' | 'Link'

/** What the marks on the pages mean: the tree that screen readers walk. Everything drawn is part of it or an artifact. */
export class PdfTags {
  readonly #doc: PDFDocument
  readonly #root: PdfStructure
  #open: PdfStructure

  constructor(doc: PDFDocument) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    this.#open = this.#root
    doc.addStructure(this.#root)
  }

  /** What `draw` draws on this page is one element of the open group. It must not start a page. */
  element(tag: PdfTag, draw: () => void, options: PdfStructureOptions = {}): void {
    const element = this.#doc.struct(tag, options)
    this.#open.add(element)
    element.add(draw)
    element.end()
  }

  /** Elements that `work` adds are a group; they may lie on several pages. */
  group(tag: PdfTag, work: () => void): void {
    const [before, element] = [this.#open, this.#doc.struct(tag)]
    before.add(element)
    this.#open = element
    work()
    this.#open = before
    element.end()
  }

  /** A place of this page that leads elsewhere in the document. */
  link(x: number, y: number, width: number, height: number, name: string, says: string): void {
    const element = this.#doc.struct('Link', { alt: says })
    this.#open.add(element)
    this.#doc.goTo(x, y, width, height, name, { structParent: element, Contents: new String(says) })
    element.end()
  }

  /** Lines and what is on every page: nothing to be read out. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#doc.markContent('Artifact', { type })
    draw()
    this.#doc.endMarkedContent()
  }

  end(): void {
    this.#root.end()
  }
}
