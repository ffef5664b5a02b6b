/** The part of the package that is used here: it comes without types. Lengths are points, y down. */
declare module 'pdfkit' {
  import type { FontkitFont } from 'fontkit'
  interface PdfOutline {
    addItem(title: string, options?: { expanded?: boolean }): PdfOutline
  }
  interface PdfTextOptions {
    width?: number
    height?: number
    lineBreak?: boolean
    align?: 'left' | 'right' | 'center'
    lineGap?: number
  }
  interface PdfPageSize {
    readonly width: number
    readonly height: number
  }
  interface PdfStructureOptions {
    /** Said in place of what is drawn. */
    alt?: string
    /** Of a head cell. */
    scope?: 'Column' | 'Row'
    /** Left, top, right, bottom on the page. */
    bbox?: readonly [number, number, number, number]
  }
  /** An element of the document's structure; complete when it was ended. */
  interface PdfStructure {
    /** @param child what it draws runs at once when the element is part of the document already */
    add(child: PdfStructure | (() => void)): PdfStructure
    end(): void
  }
  class PDFDocument {
    constructor(options: {
      size?: string
      margins?: { top: number; bottom: number; left: number; right: number }
      bufferPages?: boolean
      autoFirstPage?: boolean
      compress?: boolean
      lang?: string
      displayTitle?: boolean
      pdfVersion?: '1.7'
      /** Null = none before the first that is chosen. */
      font?: null
      tagged?: boolean
      info?: Record<string, string | Date>
    })
    readonly page: PdfPageSize
    readonly outline: PdfOutline
    readonly info: Record<string, unknown>
    addPage(): this
    switchToPage(index: number): unknown
    bufferedPageRange(): { start: number; count: number }
    addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void
    goTo(
      x: number,
      y: number,
      width: number,
      height: number,
      name: string,
      options?: { structParent?: PdfStructure; Contents?: object },
    ): this
    struct(type: string, options?: PdfStructureOptions): PdfStructure
    addStructure(element: PdfStructure): this
    markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): this
    endMarkedContent(): this
    /** Writes title and maker into the document's metadata. */
    _addInfo: () => void
    appendXML(xml: string): void
    registerFont(name: string, font: FontkitFont): this
    font(name: string): this
    fontSize(size: number): this
    text(text: string, x: number, y: number, options?: PdfTextOptions): this
    heightOfString(text: string, options?: PdfTextOptions): number
    widthOfString(text: string): number
    save(): this
    restore(): this
    translate(x: number, y: number): this
    scale(factor: number): this
    path(data: string): this
    rect(x: number, y: number, width: number, height: number): this
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    circle(x: number, y: number, radius: number): this
    clip(): this
    fill(color?: string): this
    stroke(color?: string): this
    fillAndStroke(fill: string, stroke: string): this
    fillColor(color: string): this
    lineWidth(width: number): this
    lineJoin(kind: 'round'): this
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
  export { PDFDocument, type PdfStructure, type PdfStructureOptions }
}
