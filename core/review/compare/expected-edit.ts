import type { Box } from '#core/base/box.ts'
import type { ChangedObject } from './match-objects.ts'

/** Changes that a fab makes as a matter of course. */
export type ExpectedEdit = 'drill-compensation' | 'outside-board' | 'added-text' | 'edge-holes'

/** Fabs drill plated holes larger by about twice the plating, and round up to a drill they have. */
const COMPENSATION_MM = 0.2
/** Mouse bites sit on the edge, in or out of it. */
const EDGE_MM = 1

const isOutside = (box: Box, board: Box): boolean => box[0] >= board[2] || box[2] <= board[0] || box[1] >= board[3] || box[3] <= board[1]

const isAtEdge = (box: Box, board: Box): boolean =>
  !(box[0] > board[0] + EDGE_MM && box[1] > board[1] + EDGE_MM && box[2] < board[2] - EDGE_MM && box[3] < board[3] - EDGE_MM)

/**
 * @param layer id of the layer, `drill` for holes
 * @param board extent of the older board, mm, where it lies on the newer one; null without an outline
 * @returns the kind of edit that a fab is expected to make, or null
 */
export const expectedEdit = ({ change, from, to }: ChangedObject, layer: string, board: Box | null): ExpectedEdit | null => {
  if (change === 'resized' && layer === 'drill' && from && to) {
    const grown = to.size[0]! - from.size[0]!
    return grown > 0 && grown <= COMPENSATION_MM ? 'drill-compensation' : null
  }
  if (change !== 'added' || !to) return null
  if (board && isOutside(to.box, board)) return 'outside-board'
  if (layer === 'drill') return board && to.kind === 'hole' && isAtEdge(to.box, board) ? 'edge-holes' : null
  return layer.includes('legend') ? 'added-text' : null
}
