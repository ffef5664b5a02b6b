import { decodeDrillBytes } from '#core/read/excellon/decode-bytes.ts'

const SAMPLE = 16_384
const COMMAND =
  /^\/?(?:%|M\d\d(?:[,XY].*)?|T\d{1,6}(?:[A-Z][-+.\d]+)*|(?:N\d+)?(?:G\d\d)?(?:[XYAIJ][-+]?[\d.]+)+(?:G8[57](?:[XY][-+]?[\d.]+)+)?|R\d+(?:M02)?(?:[XY][-+]?[\d.]+)+|G\d\d|[FS][\d.]+)$/
const HEADER = /^(?:M48|(?:INCH|METRIC)(?:,(?:TZ|LZ|0+\.0+))*|M7[12](?:,[TL]Z)?|FMAT,[12]|ICI,O\w+)$/
const COMMENT = /^[;(]/

/** @returns true when the bytes read as an Excellon drill or route program; Gerber, G-code for mills and reports don't */
export const looksLikeDrill = (source: Uint8Array): boolean => {
  const { bytes } = decodeDrillBytes(source.subarray(0, SAMPLE))
  const text = String.fromCharCode(...bytes)
  if (/%(?:FS|MO|AD|AM|TF)/.test(text)) return false
  const lines = text.replace(/^\u00ef\u00bb\u00bf/, '').split(/\r\n|\n|\r/)
  if (source.length > SAMPLE) lines.pop()
  let commands = 0
  let headers = 0
  let drills = 0
  let others = 0
  for (const line of lines.map((each) =>
    each
      .replace(/;.*$/, (all, at: number) => (at === 0 ? all : ''))
      .trim()
      .toUpperCase(),
  )) {
    if (line === '' || COMMENT.test(line)) continue
    if (HEADER.test(line)) headers++
    else if (COMMAND.test(line)) {
      commands++
      if (/^T\d|^[XY]/.test(line)) drills++
    } else others++
  }
  const total = commands + headers + others
  if (total === 0 || others > total * 0.25) return headers > 0 && /^M48$/m.test(text.replace(/\r/g, '\n').toUpperCase()) && drills > others
  return (headers > 0 && /M48/i.test(text)) || drills > 0
}
