import type { ReadState } from '#core/read/gerber/read-state.ts'

/** How the bytes of a file stand for characters. */
export type Encoding = 'bytes' | 'utf-16-le' | 'utf-16-be'

/** @returns the encoding that a byte order mark, or zero bytes in every second place, gives away */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16-le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16-be'
  const isText = (c: number | undefined): boolean => c !== undefined && c >= 9 && c < 127
  if (bytes.length < 8) return 'bytes'
  if ([0, 2, 4, 6].every((k) => isText(bytes[k]) && bytes[k + 1] === 0)) return 'utf-16-le'
  if ([0, 2, 4, 6].every((k) => bytes[k] === 0 && isText(bytes[k + 1]))) return 'utf-16-be'
  return 'bytes'
}

/** @returns one byte per character; characters beyond Latin-1 become `?` */
export const toPlainBytes = (bytes: Uint8Array): Uint8Array => {
  const encoding = encodingOf(bytes)
  if (encoding === 'bytes') return bytes
  const plain = new Uint8Array(bytes.length >> 1)
  const low = encoding === 'utf-16-le' ? 0 : 1
  for (let k = 0; k < plain.length; k++) plain[k] = bytes[2 * k + 1 - low] === 0 ? bytes[2 * k + low]! : 63
  return plain
}

/** Reports a file that is not in one-byte characters. */
export const reportEncoding = (state: ReadState, original: Uint8Array): void => {
  if (encodingOf(original) !== 'bytes')
    state.warn('utf-16', 0, 'The file is UTF-16 text; other readers will refuse it. Save it as plain ASCII.')
}
