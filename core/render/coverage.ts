import { bandsOf, Painter } from '#core/render/paint.ts'
import type { Paintable } from '#core/render/prim-list.ts'
import { pixelMap, type View } from '#core/render/view.ts'

/** Subpixels a pixel and direction. */
const FINE = 4
const BAND_ROWS = 64

/** @returns 255 for each pixel whose centre is dark in the final image, else 0: exact, no anti-aliasing */
export const monoImage = (art: Paintable, view: View): Uint8Array => {
  const map = pixelMap(view, 1)
  const data = new Uint8Array(view.width * view.height)
  const bands = bandsOf(art, map, view.height, BAND_ROWS)
  const painter = new Painter()
  for (let b = 0; b * BAND_ROWS < view.height; b++) {
    const firstRow = b * BAND_ROWS
    const rows = Math.min(BAND_ROWS, view.height - firstRow)
    const part = data.subarray(firstRow * view.width, (firstRow + rows) * view.width)
    painter.band(art, map, bands, b, { data: part, width: view.width, firstRow, rows })
  }
  return data
}

/** @returns how much of each pixel is dark, 0 to 255, polarity applied before pixels are averaged */
export const coverageImage = (art: Paintable, view: View): Uint8Array => {
  const map = pixelMap(view, FINE)
  const out = new Uint8Array(view.width * view.height)
  const rowsPerBand = BAND_ROWS * FINE
  const bands = bandsOf(art, map, view.height * FINE, rowsPerBand)
  const painter = new Painter()
  const fine = new Uint8Array(map.width * rowsPerBand)
  for (let b = 0; b * BAND_ROWS < view.height; b++) {
    if (bands.start[b] === bands.start[b + 1]) continue
    const rows = Math.min(BAND_ROWS, view.height - b * BAND_ROWS)
    fine.fill(0)
    painter.band(art, map, bands, b, { data: fine, width: map.width, firstRow: b * rowsPerBand, rows: rows * FINE }, 1)
    average(fine, map.width, out, view.width, b * BAND_ROWS, rows)
  }
  return out
}

const average = (fine: Uint8Array, fineWidth: number, out: Uint8Array, width: number, firstRow: number, rows: number): void => {
  for (let row = 0; row < rows; row++) {
    const to = (firstRow + row) * width
    for (let i = 0; i < width; i++) {
      let sum = 0
      for (let k = 0; k < FINE; k++) {
        const at = (row * FINE + k) * fineWidth + i * FINE
        sum += fine[at]! + fine[at + 1]! + fine[at + 2]! + fine[at + 3]!
      }
      out[to + i] = (sum * 255) / (FINE * FINE)
    }
  }
}
