import type { BoardDescription } from '#core/builder/description.ts'
import { planted, type Planting } from '#core/builder/faults/fault.ts'
import { mirrorX, scaleBy, shiftBy, type BoardTransform } from '#core/builder/transform.ts'

const LAYER = 'bottom-copper'

/** Moves the items of one layer only. */
const oneLayer = (board: BoardDescription, transforms: readonly BoardTransform[]): BoardDescription => {
  const own: BoardDescription = { ...board, items: board.items.filter((item) => item.layer === LAYER), holes: [] }
  const moved = transforms.reduce<BoardDescription>((b, t) => t.board(b), own)
  return { ...board, items: [...board.items.filter((item) => item.layer !== LAYER), ...moved.items] }
}

const middleX = (board: BoardDescription): number => {
  const xs = board.items.flatMap((item) =>
    item.layer === 'outline' && item.kind !== 'region' && item.kind !== 'flash' ? [item.from[0], item.to[0]] : [],
  )
  return xs.length ? (Math.min(...xs) + Math.max(...xs)) / 2 : 0
}

export const layerShift: Planting = (board) =>
  planted(oneLayer(board, [shiftBy(0.4, 0.3)]), 'layer_shift', ['layer_misregistration', 'drill_pad_registration'], null, 0.5)

export const layerMirror: Planting = (board) =>
  planted(oneLayer(board, [mirrorX(), shiftBy(2 * middleX(board), 0)]), 'layer_mirror', ['layer_mirrored', 'layer_misregistration'], null)

export const layerScale: Planting = (board) =>
  planted(oneLayer(board, [scaleBy(1.02)]), 'layer_scale', ['layer_scale_mismatch', 'layer_misregistration'], null)
