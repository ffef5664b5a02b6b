import type { Box } from '#core/base/box.ts'
import { svgNumber } from '#core/render/svg-path.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** @returns text that is safe inside elements and attributes */
export const svgEscape = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)

/**
 * Wraps drawing in board axes (mm, y up) into a document of real size.
 * @param mirrored seen from below
 */
export const svgDocument = (bounds: Box, title: string, defs: string, body: string, mirrored = false): string => {
  const [x0, y0, x1, y1] = bounds
  const n = (mm: number): string => svgNumber(mm * 1e6)
  const [width, height] = [n(x1 - x0), n(y1 - y0)]
  const flip = mirrored ? `matrix(-1 0 0 -1 ${n(x1)} ${n(y1)})` : `matrix(1 0 0 -1 ${n(-x0)} ${n(y1)})`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">` +
    `<title>${svgEscape(title)}</title>${defs && `<defs>${defs}</defs>`}<g transform="${flip}">${body}</g></svg>\n`
  )
}
