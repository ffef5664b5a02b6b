import type { Box } from '#core/base/box.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { both, Canvas, inverted, without } from '#core/render/canvas.ts'
import { greenBoard, type BoardColours } from '#core/render/colours.ts'
import { coverageImage } from '#core/render/coverage.ts'
import { paintMarks, type Mark } from '#core/render/marks.ts'
import type { Raster, RenderFailure } from '#core/render/raster.ts'
import { boardBounds, faceCopper, faceLayers, holeArt, materialArt, type Face } from '#core/render/side-art.ts'
import { viewOf, type View } from '#core/render/view.ts'

export interface SideRender {
  readonly dpi: number
  /** What to show, mm, board axes; default: the board with a margin. */
  readonly bounds?: Box
  readonly colours?: BoardColours
  /** Shows solder paste on its pads. */
  readonly paste?: boolean
  readonly marks?: readonly Mark[]
}

const MARGIN_MM = 1

/** @returns the default area of a side view: the board and a margin, mm */
export const sideBounds = (board: Board): Box | null => {
  const box = boardBounds(board)
  return box && [box[0] - MARGIN_MM, box[1] - MARGIN_MM, box[2] + MARGIN_MM, box[3] + MARGIN_MM]
}

const joined = (layers: readonly Layer[], view: View): Uint8Array => {
  const sum = new Uint8Array(view.width * view.height)
  for (const layer of layers) {
    const cover = coverageImage(layer.plotted, view)
    const image = layer.negative ? inverted(cover) : cover
    for (let i = 0; i < sum.length; i++) sum[i] = Math.max(sum[i]!, image[i]!)
  }
  return sum
}

/**
 * Renders the finished board from above or from below: laminate, copper, mask, finish, legend, holes through it, outside
 * transparent. Layers that the package lacks are left out: without a mask the copper lies bare.
 * @fails `nothing-to-show`, `too-large`, `bad-resolution`
 */
export const renderSide = (board: Board, face: Face, spec: SideRender): Result<Raster, RenderFailure> => {
  const bounds = spec.bounds ?? sideBounds(board)
  if (!bounds) return err({ code: 'nothing-to-show', message: 'the package has neither an outline nor artwork to show' })
  const view = viewOf(bounds, spec.dpi, true, face === 'bottom')
  if (!view.ok) return view
  const colours = spec.colours ?? greenBoard
  const canvas = new Canvas(view.value)
  const material = coverageImage(materialArt(board, bounds), view.value)
  const copper = both(joined(faceCopper(board, face), view.value), material)
  const masks = faceLayers(board, face, 'soldermask')
  canvas.paint(colours.laminate, material)
  canvas.paint(colours.finish, copper)
  if (masks.length > 0) {
    const mask = without(material, joined(masks, view.value))
    canvas.paint(colours.maskOverLaminate, mask)
    canvas.paint(colours.maskOverCopper, both(mask, copper))
  }
  canvas.paint(colours.legend, both(joined(faceLayers(board, face, 'legend'), view.value), material))
  if (spec.paste) canvas.paint(colours.paste, both(joined(faceLayers(board, face, 'paste'), view.value), material))
  const holes = coverageImage(holeArt(board, false), view.value)
  canvas.paint(colours.barrel, both(coverageImage(holeArt(board, true), view.value), material))
  canvas.erase(holes)
  paintMarks(canvas, view.value, spec.marks ?? [])
  return ok(canvas.raster())
}
