import type { Box } from '#core/base/box.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { greenBoard, hexColour, type BoardColours, type Colour } from '#core/render/colours.ts'
import type { RenderFailure } from '#core/render/raster.ts'
import { sideBounds } from '#core/render/render-side.ts'
import { faceCopper, faceLayers, type Face } from '#core/render/side-art.ts'
import { capsulePath, contourPath, imagePath } from '#core/render/svg-path.ts'
import { svgDocument } from '#core/render/svg.ts'

const filled = (colour: Colour, path: string, more = ''): string => (path ? `<path fill="${hexColour(colour)}"${more} d="${path}"/>` : '')

const pathsOf = (layers: readonly Layer[]): string => layers.map((layer) => imagePath(layer.image())).join('')

const boxPath = ([x0, y0, x1, y1]: Box): string => `M${x0} ${y0}H${x1}V${y1}H${x0}Z`

const holePath = (board: Board): string => {
  const { holes } = board
  let path = ''
  for (let i = 0; i < holes.count; i++) path += capsulePath(holes.x0[i]!, holes.y0[i]!, holes.x1[i]!, holes.y1[i]!, holes.diameter[i]! / 2)
  return path
}

/**
 * Draws the finished board from above or below as vectors: material, copper, mask, legend clipped to the board, holes and
 * cut-outs see-through.
 * @fails `nothing-to-show`
 */
export const sideSvg = (
  board: Board,
  face: Face,
  spec: { readonly title: string; readonly bounds?: Box; readonly colours?: BoardColours },
): Result<string, RenderFailure> => {
  const bounds = spec.bounds ?? sideBounds(board)
  if (!bounds) return err({ code: 'nothing-to-show', message: 'the package has neither an outline nor artwork to show' })
  const colours = spec.colours ?? greenBoard
  const material = board.outline.outer.map(contourPath).join('') || boxPath(bounds)
  const cutouts = board.outline.cutouts.map(contourPath).join('')
  const copper = pathsOf(faceCopper(board, face))
  const masks = faceLayers(board, face, 'soldermask')
  const openings = pathsOf(masks)
  const defs =
    `<mask id="board" maskUnits="userSpaceOnUse" x="${bounds[0]}" y="${bounds[1]}" width="${bounds[2] - bounds[0]}" height="${bounds[3] - bounds[1]}">` +
    `<path fill="#fff" d="${material}"/><path fill="#000" d="${cutouts}${holePath(board)}"/></mask>` +
    (openings ? `<clipPath id="openings"><path d="${openings}"/></clipPath>` : '')
  const bare = (more = ''): string => filled(colours.laminate, boxPath(bounds), more) + filled(colours.finish, copper, more)
  const body =
    (masks.length === 0
      ? bare()
      : filled(colours.maskOverLaminate, boxPath(bounds)) +
        filled(colours.maskOverCopper, copper) +
        (openings ? bare(' clip-path="url(#openings)"') : '')) + filled(colours.legend, pathsOf(faceLayers(board, face, 'legend')))
  return ok(svgDocument(bounds, spec.title, defs, `<g mask="url(#board)">${body}</g>`, face === 'bottom'))
}
