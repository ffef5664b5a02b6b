import { crc32, deflateSync } from 'node:zlib'
import { NM_PER_INCH } from '#core/base/units.ts'
import type { Raster } from '#core/render/raster.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const METRE_NM = 1e9

const chunk = (type: string, data: Uint8Array): Buffer => {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}

/** Rows with a filter byte each; grey pictures that hold only black and white become one bit a pixel. */
const filtered = (raster: Raster, bits: number): Uint8Array => {
  const { width, height, channels, data } = raster
  const stride = bits === 1 ? Math.ceil(width / 8) : width * channels
  const out = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1) + 1
    const from = y * width * channels
    if (bits === 1) {
      for (let x = 0; x < width; x++) if (data[from + x]) out[to + (x >> 3)]! |= 0x80 >> (x & 7)
    } else if (y === 0) out.set(data.subarray(from, from + stride), to)
    else {
      // Filter 2 (up): most rows of a board repeat the one above.
      out[to - 1] = 2
      for (let i = 0; i < stride; i++) out[to + i] = data[from + i]! - data[from - stride + i]!
    }
  }
  return out
}

/**
 * Encodes a picture as PNG (ISO 15948): one bit a pixel for black and white, else grey or red-green-blue-alpha of 8 bits.
 * @param dpi written into the file, so that it prints in real size
 */
export const encodePng = (raster: Raster, dpi: number): Buffer => {
  const bits = raster.channels === 1 && raster.data.every((v) => v === 0 || v === 255) ? 1 : 8
  const header = Buffer.alloc(13)
  header.writeUInt32BE(raster.width, 0)
  header.writeUInt32BE(raster.height, 4)
  header[8] = bits
  header[9] = raster.channels === 1 ? 0 : 6
  const size = Buffer.alloc(9)
  const perMetre = Math.round((dpi * METRE_NM) / NM_PER_INCH)
  size.writeUInt32BE(perMetre, 0)
  size.writeUInt32BE(perMetre, 4)
  size[8] = 1
  const pixels = deflateSync(filtered(raster, bits), { level: 6 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('pHYs', size), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())])
}
