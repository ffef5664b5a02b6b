import type { Box } from '#core/base/box.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import { toMm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { hexColour, LAYER_INK, type Colour } from '#core/render/colours.ts'
import type { RenderFailure } from '#core/render/raster.ts'
import { imagePath } from '#core/render/svg-path.ts'
import { svgDocument } from '#core/render/svg.ts'

/**
 * Draws the composed image of a layer as one path with exact arcs, in real size; nothing outside the path is painted.
 * @fails `nothing-to-show`
 */
export const layerSvg = (spec: {
  readonly image: Image
  readonly title: string
  /** mm; default: the image's extent. */
  readonly bounds?: Box
  readonly ink?: Colour
}): Result<string, RenderFailure> => {
  const own = spec.image.bounds
  const bounds = spec.bounds ?? (own && ([toMm(own[0]), toMm(own[1]), toMm(own[2]), toMm(own[3])] as const))
  if (!bounds) return err({ code: 'nothing-to-show', message: 'the layer is empty and no area was given' })
  const path = `<path fill="${hexColour(spec.ink ?? LAYER_INK)}" d="${imagePath(spec.image)}"/>`
  return ok(svgDocument(bounds, spec.title, '', path))
}
