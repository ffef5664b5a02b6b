import type { VersusColors } from '../versus.ts'
import { versusPixels } from './versus-pixels.ts'

const pixelsOf = (coverage: ImageBitmap): Uint8ClampedArray => {
  const canvas = new OffscreenCanvas(coverage.width, coverage.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gives no drawing surface.')
  context.drawImage(coverage, 0, 0)
  return context.getImageData(0, 0, coverage.width, coverage.height).data
}

/** The overlay of two coverages, made once and kept until one of them or a colour changes. */
export class VersusPicture {
  #made: { from: ImageBitmap | null; to: ImageBitmap | null; colors: VersusColors; canvas: OffscreenCanvas } | null = null

  /** @returns the overlay, or null when there is nothing of either */
  of(from: ImageBitmap | null, to: ImageBitmap | null, colors: VersusColors): OffscreenCanvas | null {
    const made = this.#made
    const isSame = made && made.from === from && made.to === to
    if (isSame && (['onlyFrom', 'onlyTo', 'both'] as const).every((name) => made.colors[name] === colors[name])) return made.canvas
    const size = from ?? to
    if (!size) return null
    const canvas = made?.canvas ?? new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser gives no drawing surface.')
    const out = new ImageData(size.width, size.height)
    versusPixels(from && pixelsOf(from), to && pixelsOf(to), colors, out.data)
    context.putImageData(out, 0, 0)
    this.#made = { from, to, colors, canvas }
    return canvas
  }
}
