import { err, ok, type Result } from '#core/base/result.ts'
import { decodeText } from '#core/read/text/decode-text.ts'

/** @returns the JSON in an answer, undefined for an empty one. @fails `not-json` */
export const jsonOf = (bytes: Uint8Array): Result<unknown, { code: 'not-json' }> => {
  const text = decodeText(bytes).trim()
  if (text === '') return ok(undefined)
  try {
    return ok(JSON.parse(text))
  } catch {
    return err({ code: 'not-json' })
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** A multiple of 3, so that pieces join without padding in between. */
const PIECE = 3 * 4096

/** Bytes as Base64 with padding (RFC 4648, 4). */
export const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += PIECE) {
    const end = Math.min(bytes.length, start + PIECE)
    let piece = ''
    for (let k = start; k < end; k += 3) {
      const [a, b, c] = [bytes[k]!, k + 1 < end ? bytes[k + 1]! : 0, k + 2 < end ? bytes[k + 2]! : 0]
      piece += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | (b >> 4)]!
      piece += k + 1 < end ? ALPHABET[((b & 15) << 2) | (c >> 6)]! : '='
      piece += k + 2 < end ? ALPHABET[c & 63]! : '='
    }
    pieces.push(piece)
  }
  return pieces.join('')
}
