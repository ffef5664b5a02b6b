import { describe, expect, test } from 'vitest'
import { decodeDrillBytes } from '#core/read/excellon/decode-bytes.ts'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { bytesOf, codesOf, holesOf } from '#test/core/read/excellon/plotted.ts'

/** `%`, `T1C.5`, `X1000Y-20`, `M30` as punched in EIA RS-244 behind blank leader. */
const EIA = [
  [0x00, 0x00, 0x00],
  [0x0b, 0x80],
  [0x23, 0x01, 0x73, 0x6b, 0x15, 0x80],
  [0x37, 0x01, 0x20, 0x20, 0x20, 0x38, 0x40, 0x02, 0x20, 0x80],
  [0x54, 0x13, 0x20, 0x80],
  [0x7f, 0x00],
].flat()

const evenParity = (text: string): Uint8Array =>
  bytesOf(text).map((byte) => {
    const ones = byte.toString(2).replaceAll('0', '').length
    return ones % 2 === 0 ? byte : byte | 0x80
  })

describe('punched-tape codes', () => {
  test('EIA RS-244 is read as its ASCII twin', () => {
    const file = readDrill(Uint8Array.from(EIA))
    const format = { unit: 'mm', integer: 3, decimal: 3, omitted: 'leading' } as const
    expect(holesOf(plotDrill(file, format))).toEqual([[1, -0.02, 0.5]])
    expect(codesOf(file)).toEqual(['punched-tape-code'])
    expect(looksLikeDrill(Uint8Array.from(EIA))).toBe(true)
  })

  test('all EIA codes have odd parity', () => {
    const { bytes, code } = decodeDrillBytes(Uint8Array.from(EIA))
    expect(code).toBe('eia')
    expect(String.fromCharCode(...bytes)).toBe('%\nT1C.5\nX1000Y-20\nM30\n')
    for (const byte of EIA.filter((each) => each !== 0)) expect(byte.toString(2).replaceAll('0', '').length % 2).toBe(1)
  })

  test('ASCII with even parity', () => {
    const text = 'M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nX1000Y2000\nX3000Y2000\nM30\n'
    expect(String.fromCharCode(...decodeDrillBytes(evenParity(text)).bytes)).toBe(text)
    const file = readDrill(evenParity(text))
    expect(holesOf(plotDrill(file, file.candidates[0]!))).toEqual([[1, 2, 0.5], [3, 2, 0.5]]) // prettier-ignore
  })

  test.each([
    ['plain ASCII', bytesOf('M48\nINCH\n%\nX1Y1\nM30\n')],
    ['UTF-8 comments', new Uint8Array([...bytesOf('M48\n;'), 0xe4, 0xb8, 0x8b, 0xe5, 0x8d, 0x88, ...bytesOf('\nINCH\n')])],
    ['nothing', new Uint8Array()],
  ])('%s stays as it is', (_name, bytes) => {
    expect(decodeDrillBytes(bytes)).toEqual({ bytes, code: 'ascii' })
  })
})
