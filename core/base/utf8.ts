/** @returns the text as UTF-8 bytes; half surrogate pairs become U+FFFD */
export const utf8Bytes = (text: string): Uint8Array<ArrayBuffer> => {
  // At most three bytes for each UTF-16 unit: a pair of units makes four.
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (const letter of text) {
    const found = letter.codePointAt(0)!
    const code = found >= 0xd800 && found < 0xe000 ? 0xfffd : found
    if (code < 0x80) bytes[n++] = code
    else if (code < 0x800) {
      bytes[n++] = 0xc0 | (code >> 6)
      bytes[n++] = 0x80 | (code & 0x3f)
    } else if (code < 0x10000) {
      bytes[n++] = 0xe0 | (code >> 12)
      bytes[n++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[n++] = 0x80 | (code & 0x3f)
    } else {
      bytes[n++] = 0xf0 | (code >> 18)
      bytes[n++] = 0x80 | ((code >> 12) & 0x3f)
      bytes[n++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[n++] = 0x80 | (code & 0x3f)
    }
  }
  return bytes.slice(0, n)
}
