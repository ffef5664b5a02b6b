import type { Box } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import type { Role } from '#core/identify/identified-file.ts'
import { PrimList, type Paintable } from '#core/render/prim-list.ts'

/** Which face of the board; the bottom is shown as seen from below, x to the left. */
export type Face = 'top' | 'bottom'

/** Plating thickness that the rim of a hole shows, nm. */
const BARREL_NM = 60_000

/** @returns the layers of a role on a face, in board order */
export const faceLayers = (board: Board, face: Face, role: Role): readonly Layer[] =>
  board.layers.filter((layer) => layer.role === role && (layer.side === face || layer.side === 'both'))

/** @returns copper and planes of a face */
export const faceCopper = (board: Board, face: Face): readonly Layer[] => [
  ...faceLayers(board, face, 'copper'),
  ...faceLayers(board, face, 'plane'),
]

/** @returns the extent of the board, mm: its outline, else its artwork; null when there is neither */
export const boardBounds = (board: Board): Box | null => {
  const boxes = board.outline.box
    ? [board.outline.box]
    : board.layers.flatMap((layer) => (layer.plotted.bounds ? [layer.plotted.bounds] : []))
  if (boxes.length === 0) return null
  const side = (k: 0 | 1 | 2 | 3): number => toMm((k < 2 ? Math.min : Math.max)(...boxes.map((b) => b[k])))
  return [side(0), side(1), side(2), side(3)]
}

/** @returns the board's material: outer contours without cut-outs; without an outline the whole of `bounds` (mm) */
export const materialArt = (board: Board, bounds: Box): Paintable => {
  const list = new PrimList()
  for (const contour of board.outline.outer) list.contour(contour)
  for (const contour of board.outline.cutouts) list.contour(contour, false)
  if (board.outline.outer.length === 0) {
    const [x0, y0, x1, y1] = bounds.map((mm) => mm * 1e6) as [number, number, number, number]
    list.contour({ x: [x0, x1, x1, x0], y: [y0, y0, y1, y1], bulge: [0, 0, 0, 0] })
  }
  return list.paintable()
}

/** @returns the holes and slots as they go through, or grown by the plating of their rim when `rims` */
export const holeArt = (board: Board, rims: boolean): Paintable => {
  const list = new PrimList()
  const { holes } = board
  for (let i = 0; i < holes.count; i++) {
    if (rims && holes.plating[i] === HOLE_NON_PLATED) continue
    list.capsule([holes.x0[i]!, holes.y0[i]!], [holes.x1[i]!, holes.y1[i]!], holes.diameter[i]! / 2 + (rims ? BARREL_NM : 0))
  }
  return list.paintable()
}
