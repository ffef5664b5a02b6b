/** EIA RS-244 punched code: byte (holes, odd parity in channel 5) to character. Source: EIA RS-244-B. */
const EIA_CHARACTERS: readonly (readonly [byte: number, character: string])[] = [
  [0x20, '0'], [0x01, '1'], [0x02, '2'], [0x13, '3'], [0x04, '4'], [0x15, '5'], [0x16, '6'], [0x07, '7'], [0x08, '8'], [0x19, '9'],
  [0x61, 'A'], [0x62, 'B'], [0x73, 'C'], [0x64, 'D'], [0x75, 'E'], [0x76, 'F'], [0x67, 'G'], [0x68, 'H'], [0x79, 'I'],
  [0x51, 'J'], [0x52, 'K'], [0x43, 'L'], [0x54, 'M'], [0x45, 'N'], [0x46, 'O'], [0x57, 'P'], [0x58, 'Q'], [0x49, 'R'],
  [0x32, 'S'], [0x23, 'T'], [0x34, 'U'], [0x25, 'V'], [0x26, 'W'], [0x37, 'X'], [0x38, 'Y'], [0x29, 'Z'],
  [0x70, '+'], [0x40, '-'], [0x3b, ','], [0x6b, '.'], [0x31, '/'], [0x0b, '%'], [0x10, ' '], [0x3e, ' '], [0x1a, '('], [0x4a, ')'],
  [0x80, '\n'],
] // prettier-ignore

const EIA_TO_ASCII = new Uint8Array(256)
for (const [byte, character] of EIA_CHARACTERS) EIA_TO_ASCII[byte] = character.charCodeAt(0)

const SAMPLE = 8192
const BLANK = 0x00
const DELETE = 0x7f

export type ByteCode = 'ascii' | 'eia' | 'parity'

/** A drill file's bytes as plain ASCII and how they were coded: `eia` = punched code RS-244, `parity` = ASCII with a parity bit. */
export interface DecodedBytes {
  readonly bytes: Uint8Array
  readonly code: ByteCode
}

const bitCount = (byte: number): number => {
  let bits = 0
  for (let rest = byte; rest > 0; rest >>= 1) bits += rest & 1
  return bits
}

const isText = (byte: number): boolean => (byte >= 0x20 && byte < DELETE) || byte === 0x0a || byte === 0x0d || byte === 0x09

const codeOf = (bytes: Uint8Array): ByteCode => {
  let seen = 0
  let eia = 0
  let ends = 0
  let high = 0
  let evenText = 0
  for (let k = 0; k < bytes.length && seen < SAMPLE; k++) {
    const byte = bytes[k]!
    if (byte === BLANK || byte === DELETE || byte === 0xff) continue // leader and rubbed-out codes
    seen++
    if (EIA_TO_ASCII[byte] !== 0) eia++
    if (byte === 0x80) ends++
    if (byte >= 0x80) high++
    if (isText(byte & 0x7f) && bitCount(byte) % 2 === 0) evenText++
  }
  if (seen === 0) return 'ascii'
  if (ends > 0 && eia >= seen * 0.98) return 'eia'
  if (high >= seen * 0.2 && evenText >= seen * 0.99) return 'parity'
  return 'ascii'
}

/**
 * Turns a drill file's bytes into ASCII: punched EIA RS-244 tapes and ASCII with even parity are translated, anything
 * else comes back as it is (the same array).
 */
export const decodeDrillBytes = (bytes: Uint8Array): DecodedBytes => {
  const code = codeOf(bytes)
  if (code === 'ascii') return { bytes, code }
  const kept = bytes.filter((byte) => byte !== BLANK && byte !== DELETE && byte !== 0xff)
  return { bytes: kept.map((byte) => (code === 'eia' ? EIA_TO_ASCII[byte] || 0x20 : byte & 0x7f)), code }
}
