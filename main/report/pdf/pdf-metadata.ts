import { escapeXml } from '#core/report/escape.ts'

export interface PdfInfo {
  readonly title: string
  readonly subject: string
  /** Made by. */
  readonly program: string
}

const alternatives = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`

/**
 * The document's title, language and maker, as programs read them. No date: a report has no clock.
 * @source ISO 16684-1 (XMP), 7
 */
export const pdfMetadata = ({ title, subject, program }: PdfInfo): string => `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${alternatives(title)}</dc:title><dc:description>${alternatives(
  subject,
)}</dc:description><dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>${escapeXml(program)}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escapeXml(program)}</pdf:Producer></rdf:Description>
`
