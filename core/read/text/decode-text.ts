const CHUNK = 8192

/** Windows-1252 for 0x80 to 0x9f; the rest equals Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromUnits = (units: Uint16Array): string => {
  const parts: string[] = []
  for (let k = 0; k < units.length; k += CHUNK) parts.push(String.fromCharCode(...units.subarray(k, k + CHUNK)))
  return parts.join('')
}

const utf16 = (bytes: Uint8Array, from: number, bigEndian: boolean): string => {
  const units = new Uint16Array((bytes.length - from) >> 1)
  for (let k = 0; k < units.length; k++) {
    const [a, b] = [bytes[from + 2 * k]!, bytes[from + 2 * k + 1]!]
    units[k] = bigEndian ? (a << 8) | b : (b << 8) | a
  }
  return fromUnits(units)
}

/** Length of a UTF-8 sequence by its first byte; 0 = not a first byte. */
const sequenceLength = (byte: number): number =>
  byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0

/** @returns the text, or null when the bytes are not UTF-8 */
const utf8 = (bytes: Uint8Array, from: number): string | null => {
  const units = new Uint16Array(bytes.length - from)
  let count = 0
  for (let k = from; k < bytes.length;) {
    const first = bytes[k]!
    const length = sequenceLength(first)
    if (length === 0 || k + length > bytes.length) return null
    let code = length === 1 ? first : first & (0xff >> (length + 1))
    for (let n = 1; n < length; n++) {
      const next = bytes[k + n]!
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 0x3f)
    }
    if (code > 0xffff) {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10)
      units[count++] = 0xdc00 + ((code - 0x10000) & 0x3ff)
    } else units[count++] = code
    k += length
  }
  return fromUnits(units.subarray(0, count))
}

const windows1252 = (bytes: Uint8Array): string => {
  const units = Uint16Array.from(bytes, (byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte))
  return fromUnits(units)
}

/** Every second byte of the beginning is zero: UTF-16 without a byte order mark. */
const zeroHalf = (bytes: Uint8Array): 'odd' | 'even' | null => {
  const sample = Math.min(bytes.length, 512) & ~1
  const zeros = [0, 0]
  for (let k = 0; k < sample; k++) if (bytes[k] === 0) zeros[k % 2]!++
  if (sample < 8) return null
  if (zeros[1]! > sample * 0.4 && zeros[0] === 0) return 'odd'
  return zeros[0]! > sample * 0.4 && zeros[1] === 0 ? 'even' : null
}

/** @returns the text of a file in UTF-8, UTF-16 (either order) or Windows-1252, without byte order mark; never fails */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 2, false)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 2, true)
  const half = zeroHalf(bytes)
  if (half) return utf16(bytes, 0, half === 'even')
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return utf8(bytes, marked ? 3 : 0) ?? windows1252(bytes)
}
