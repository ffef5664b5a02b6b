import { rgbOf } from '../picture.ts'
import type { VersusColors } from '../versus.ts'

/**
 * Lays two coverages over each other, pixel by pixel: what only one covers in its colour, what both cover in a third.
 * Where an edge covers a pixel in part, the smaller of the two coverages is common to both, so that equal edges leave no
 * coloured seam.
 * @param from RGBA of the older layer, white by its coverage; null = nothing covered
 * @param out RGBA, transparent where neither covers
 */
export const versusPixels = (
  from: Uint8ClampedArray | null,
  to: Uint8ClampedArray | null,
  colors: Pick<VersusColors, 'onlyFrom' | 'onlyTo' | 'both'>,
  out: Uint8ClampedArray,
): void => {
  const [only, other, common] = [rgbOf(colors.onlyFrom), rgbOf(colors.onlyTo), rgbOf(colors.both)]
  for (let i = 0; i < out.length; i += 4) {
    const a = from ? from[i + 3]! : 0
    const b = to ? to[i + 3]! : 0
    const most = Math.max(a, b)
    out[i + 3] = most
    if (most === 0) continue
    const least = Math.min(a, b)
    for (let c = 0; c < 3; c++) {
      out[i + c] = (255 * (only[c]! * (a - least) + other[c]! * (b - least) + common[c]! * least)) / most
    }
  }
}
