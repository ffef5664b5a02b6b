import { NM_PER_INCH, NM_PER_MM, toMm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { JudgeContext } from '#core/checks/run-checks.ts'

/** The coarsest grid that is granted as tolerance: 2.4 inch files have steps of 2.54 µm. */
const COARSEST_MM = 0.003
const FINEST_MM = 0.0005

/** @returns one step of the layer's coordinates in mm, within 0.5 µm and 3 µm */
const resolutionOf = (layer: Layer): number => {
  const { format, unit } = layer.gerber
  if (!format) return COARSEST_MM
  const step = (unit === 'inch' ? NM_PER_INCH / NM_PER_MM : 1) / 10 ** format.decimal
  return Math.min(COARSEST_MM, Math.max(FINEST_MM, step))
}

/** @returns what judging needs to know about a board, as plain data */
export const judgeContextOf = (board: Board): JudgeContext => {
  const box = board.outline.box ?? board.layers.find((layer) => layer.plotted.bounds)?.plotted.bounds
  return {
    origin: box ? [toMm(box[0]), toMm(box[1])] : [0, 0],
    layerNames: Object.fromEntries(board.layers.map((layer) => [layer.id, layer.name])),
    resolution: Object.fromEntries(board.layers.map((layer) => [layer.id, resolutionOf(layer)])),
  }
}
