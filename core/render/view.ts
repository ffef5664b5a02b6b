import type { Box } from '#core/base/box.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { RenderFailure } from '#core/render/raster.ts'

/** Most pixels of a picture: grey needs one byte each, colour four and as much again while it is made. */
export const MAX_GREY_PIXELS = 300_000_000
export const MAX_COLOUR_PIXELS = 64_000_000

const MM_PER_INCH = 25.4

/** What part of the board a picture shows and at which scale. Pixel (i, j) has its centre at X = i + 0.5, Y = j + 0.5. */
export interface View {
  /** mm, board axes. */
  readonly bounds: Box
  readonly width: number
  readonly height: number
  /** Pixels per mm. */
  readonly scale: number
  /** Seen from below: x runs to the left. */
  readonly mirrored: boolean
}

/** @returns the view of `bounds` (mm) at `dpi`: sizes rounded up to whole pixels, lower left corner kept */
export const viewOf = (bounds: Box, dpi: number, colour: boolean, mirrored = false): Result<View, RenderFailure> => {
  if (!(dpi > 0 && dpi <= 1_000_000))
    return err({ code: 'bad-resolution', message: `resolution must be above 0 and at most 1,000,000 dpi, not ${dpi}` })
  const scale = dpi / MM_PER_INCH
  const size = [bounds[2] - bounds[0], bounds[3] - bounds[1]]
  if (!size.every((s) => Number.isFinite(s) && s > 0)) return err({ code: 'nothing-to-show', message: 'the area to show is empty' })
  // A millionth of a pixel of rounding must not add a row.
  const [width, height] = [Math.max(1, Math.ceil(size[0]! * scale - 1e-6)), Math.max(1, Math.ceil(size[1]! * scale - 1e-6))]
  const most = colour ? MAX_COLOUR_PIXELS : MAX_GREY_PIXELS
  if (width * height > most)
    return err({
      code: 'too-large',
      message: `${width} x ${height} pixels are more than the ${most / 1e6} million allowed: lower the resolution or show a smaller area`,
    })
  return ok({ bounds, width, height, scale, mirrored })
}

/** Pixel coordinates of nanometre coordinates: X = ax x + bx, Y = ay y + by (downwards), in subpixels when supersampled. */
export interface PixelMap {
  readonly ax: number
  readonly bx: number
  readonly ay: number
  readonly by: number
  readonly width: number
}

/** @returns the map of a view with `n` x `n` subpixels a pixel */
export const pixelMap = (view: View, n: number): PixelMap => {
  const k = (view.scale * n) / 1e6
  const height = view.height * n
  return {
    ax: view.mirrored ? -k : k,
    bx: view.mirrored ? view.width * n + view.bounds[0] * view.scale * n : -view.bounds[0] * view.scale * n,
    ay: -k,
    by: height + view.bounds[1] * view.scale * n,
    width: view.width * n,
  }
}
