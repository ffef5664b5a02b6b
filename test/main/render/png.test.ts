import fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { encodePng } from '#main/render/png.ts'

const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 12 }) })

describe('PNG files', () => {
  it('hold the pixels of any colour picture', () => {
    fc.assert(
      fc.property(
        size.chain((s) =>
          fc.record({ s: fc.constant(s), data: fc.uint8Array({ minLength: s.width * s.height * 4, maxLength: s.width * s.height * 4 }) }),
        ),
        ({ s, data }) => {
          const read = PNG.sync.read(encodePng({ ...s, channels: 4, data }, 300))
          return read.width === s.width && read.height === s.height && Buffer.from(data).equals(read.data)
        },
      ),
    )
  })
  it.each([
    { name: 'black and white, one bit a pixel', levels: [0, 255], bits: 1 },
    { name: 'grey', levels: [0, 99, 255], bits: 8 },
  ])('hold $name', ({ levels, bits }) => {
    const [width, height] = [19, 5]
    const data = Uint8Array.from({ length: width * height }, (_, i) => levels[(i * 7 + (i % 5)) % levels.length]!)
    const png = encodePng({ width, height, channels: 1, data }, 600)
    expect(png[24]).toBe(bits)
    const read = PNG.sync.read(png)
    expect(Array.from(data, (_, i) => read.data[i * 4])).toEqual([...data])
  })
  it('say their resolution', () => {
    const png = encodePng({ width: 1, height: 1, channels: 1, data: Uint8Array.of(0) }, 254)
    expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(10_000)
  })
})
