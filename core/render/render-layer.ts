import type { Box } from '#core/base/box.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import { toMm } from '#core/base/units.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { Canvas, inverted } from '#core/render/canvas.ts'
import { LAYER_GROUND, LAYER_INK, type Colour } from '#core/render/colours.ts'
import { coverageImage, monoImage } from '#core/render/coverage.ts'
import { paintMarks, type Mark } from '#core/render/marks.ts'
import type { Paintable } from '#core/render/prim-list.ts'
import type { Raster, RenderFailure } from '#core/render/raster.ts'
import { viewOf } from '#core/render/view.ts'

export interface LayerRender {
  readonly plotted: Paintable & Pick<PlottedLayer, 'bounds'>
  /** What to show, mm; default: the extent of the layer's artwork. */
  readonly bounds?: Box
  readonly dpi: number
  /** Dark as white on black, one byte a pixel, no anti-aliasing: a pixel is dark when its centre is. */
  readonly mono?: boolean
  /** The image is negative: dark and clear change places (within the bounds). */
  readonly inverted?: boolean
  readonly ink?: Colour
  readonly ground?: Colour
  /** Measured lines to point at; not with `mono`. */
  readonly marks?: readonly Mark[]
}

/** @returns the extent of what a layer plots, mm, or null */
export const layerBounds = (plotted: Pick<PlottedLayer, 'bounds'>): Box | null => {
  const b = plotted.bounds
  return b && [toMm(b[0]), toMm(b[1]), toMm(b[2]), toMm(b[3])]
}

/**
 * Renders the final image of one layer, exact in polarity and shape.
 * @fails `nothing-to-show` without artwork and without bounds, `too-large` with the size and the limit, `bad-resolution`
 */
export const renderLayer = (spec: LayerRender): Result<Raster, RenderFailure> => {
  const bounds = spec.bounds ?? layerBounds(spec.plotted)
  if (!bounds) return err({ code: 'nothing-to-show', message: 'the layer plots nothing and no area was given' })
  const view = viewOf(bounds, spec.dpi, !spec.mono)
  if (!view.ok) return view
  const { width, height } = view.value
  const turn = (image: Uint8Array): Uint8Array => (spec.inverted ? inverted(image) : image)
  if (spec.mono) return ok({ width, height, channels: 1, data: turn(monoImage(spec.plotted, view.value)) })
  const canvas = new Canvas(view.value)
  canvas.paint(spec.ground ?? LAYER_GROUND)
  canvas.paint(spec.ink ?? LAYER_INK, turn(coverageImage(spec.plotted, view.value)))
  paintMarks(canvas, view.value, spec.marks ?? [])
  return ok(canvas.raster())
}
