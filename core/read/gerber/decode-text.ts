/**
 * Decodes names and attribute values: UTF-8 where the bytes are valid UTF-8, else Latin-1, so that no byte is lost.
 * @returns the text of `from <= p < to`
 */
export const decodeText = (bytes: Uint8Array, from: number, to: number): string => {
  for (let p = from; p < to; p++) if (bytes[p]! > 127) return decodeUtf8(bytes, from, to) ?? decodeLatin1(bytes, from, to)
  return decodeLatin1(bytes, from, to)
}

/** Bytes turned into characters at once: arguments of one call. */
const CHUNK = 4096

/** `Reflect.apply` takes the bytes as arguments without walking an iterator, three times faster than spreading them. */
const fromCodes = (codes: Uint8Array): string => Reflect.apply(String.fromCharCode, null, codes as ArrayLike<number> as number[])

const decodeLatin1 = (bytes: Uint8Array, from: number, to: number): string => {
  let text = ''
  for (let p = from; p < to; p += CHUNK) text += fromCodes(bytes.subarray(p, Math.min(to, p + CHUNK)))
  return text
}

const decodeUtf8 = (bytes: Uint8Array, from: number, to: number): string | null => {
  let text = ''
  for (let p = from; p < to;) {
    const c = bytes[p]!
    const more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : -1
    if (more < 0 || p + more >= to) return null
    let point = more === 0 ? c : c & (0x3f >> more)
    for (let k = 1; k <= more; k++) {
      const next = bytes[p + k]!
      if ((next & 0xc0) !== 0x80) return null
      point = (point << 6) | (next & 0x3f)
    }
    const overlong = (more === 2 && point < 0x800) || (more === 3 && point < 0x10000)
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null
    text += String.fromCodePoint(point)
    p += more + 1
  }
  return text
}

/** Replaces the escapes `\uXXXX` and `\UXXXXXXXX` (Gerber Layer Format Specification 2024.05, 3.4.3). */
export const unescapeText = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (whole, short?: string, long?: string) => {
        const point = parseInt(short ?? long ?? '', 16)
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole
      })
    : text
