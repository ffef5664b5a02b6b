import { NM_PER_INCH, NM_PER_MM } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'

/** @returns the layer that the board edge was taken from; null when it came from a route file or there is none */
export const outlineLayer = (board: Board): Layer | null => board.layers.find((layer) => layer.path === board.outline.path) ?? null

/** @returns ids of the layer and the file that the board edge was taken from, for findings */
export const outlineOrigin = (
  board: Board,
): { readonly layers: readonly string[]; readonly files: readonly { readonly path: string; readonly line: number }[] } => {
  const layer = outlineLayer(board)
  return { layers: layer ? [layer.id] : [], files: board.outline.path ? [{ path: board.outline.path, line: 0 }] : [] }
}

/** What arcs add to the rounding of a file: their ends are computed, nm. */
const FINEST = 500
const COARSEST = 4000

/** @returns how far two descriptions of one point of a layer may lie apart, nm */
export const stepOf = (layer: Layer | null): number => {
  const format = layer?.gerber.format
  if (!format) return COARSEST
  const step = (layer.gerber.unit === 'inch' ? NM_PER_INCH : NM_PER_MM) / 10 ** format.decimal
  return Math.min(COARSEST, Math.max(FINEST, 1.5 * step))
}
