import { toPlainBytes } from '#core/read/gerber/plain-bytes.ts'

/** Bytes looked at. */
const SNIFFED = 16_384

/** Only Gerber says these, alone at the start of a line or behind %. Macros alone make an aperture library. */
const EXTENDED =
  /(?:^|[\r\n*%])\s*%?(?:FS[LTD]?[AI]?[^*%\r\n]{0,20}X\d|MO(?:IN|MM)\*|ADD\d+[A-Za-z_]|LP[DC]\*|SRX\d|AB(?:D\d+)?\*|IP(?:POS|NEG)\*)/
const PAIRED =
  /(?:^|[\r\n])%(?:T[FAO]\.?\w|TD\*|TD\.|LM(?:N|X|Y|XY)\*|L[RS]-?[\d.]+\*|AS(?:AXBY|AYBX)\*|IR\d+\*|(?:MI|OF|SF)A|(?:IN|LN)[^*%\r\n]{1,200}\*%)/
/** An operation as it stands in files without a header: coordinates, D01 to D03, a star. */
const OPERATION = /(?<=^|[\r\n*])\s*(?:N\d+)?(?:G0?[123])?(?:[XYIJ][-+]?\d+)+D0?[123]\s*\*/g
const COMMENT = /(?:^|[\r\n*])G04[^*]{0,2000}\*/
/** What drill files, netlists and listings start with. */
const OTHER = /^\s*(?:M48|%\s*[\r\n]|;|C\s{2}|P\s{2}(?:JOB|UNITS|TITLE)|[{[<]|PK|\x1f\x8b|317|327)/

/**
 * Tells by its first bytes whether a file is Gerber, whatever its name. Tolerant: headerless files, comments first, missing
 * %, odd line ends and UTF-16 count as Gerber; Excellon, IPC-D-356, XML, JSON and prose don't.
 */
export const looksLikeGerber = (bytes: Uint8Array): boolean => {
  const head = toPlainBytes(bytes.subarray(0, SNIFFED))
  let text = ''
  for (let p = 0; p < head.length; p++) text += String.fromCharCode(head[p]!)
  text = text.replace(/^\xef\xbb\xbf/, '')
  if (/^\s*M48/m.test(text)) return false
  if (EXTENDED.test(text) || PAIRED.test(text)) return true
  if (OTHER.test(text)) return false
  const operations = text.match(OPERATION)?.length ?? 0
  if (operations >= 2) return true
  return COMMENT.test(text) && (operations > 0 || /[\r\n*]\s*(?:M02|M00|G(?:01|36|54D\d+|7[0145]|9[01]))\*/.test(text))
}
