/** The part of the package that is used here: it comes without types. Lengths are points, y down. */
declare module 'pdfkit' {
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
  class PDFDocument {
    constructor(options: {
      size?: string
      margins?: { top: number; bottom: number; left: number; right: number }
      bufferPages?: boolean
      autoFirstPage?: boolean
      compress?: boolean
      lang?: string
      displayTitle?: boolean
      pdfVersion?: '1.3'
      info?: Record<string, string | Date>
    })
    readonly page: PdfPageSize
    readonly outline: PdfOutline
    readonly info: Record<string, unknown>
    addPage(): this
    switchToPage(index: number): unknown
    bufferedPageRange(): { start: number; count: number }
    addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void
    goTo(x: number, y: number, width: number, height: number, name: string): this
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
  export { PDFDocument }
}
