import { aBoard } from '#core/builder/board-builder.ts'
import type { ArtItem, BoardDescription } from '#core/builder/description.ts'
import type { BoardTransform } from '#core/builder/transform.ts'

/** A board of 40 x 30 mm with vias in no order, parts on top and their mask openings: nothing about it is symmetric. */
export const irregular = (): BoardDescription => {
  const board = aBoard().outline({ width: 40, height: 30 })
  for (let k = 0; k < 30; k++) {
    const at = [2 + ((k * 7.31) % 36), 2 + ((k * k * 1.37 + k * 3.1) % 26)] as const
    board.via({ at, diameter: 0.8, drill: 0.4 })
  }
  for (let k = 0; k < 24; k++) {
    const at = [2 + ((k * 5.77 + 1.3) % 36), 2 + ((k * k * 2.11 + k * 1.7) % 26)] as const
    board.pad({ at, size: [0.6, 0.5], opening: 0.05 })
  }
  return board.description()
}

/** @returns the board with one layer moved */
export const withLayer = (board: BoardDescription, layer: string, transform: BoardTransform): BoardDescription => ({
  ...board,
  items: board.items.map((item): ArtItem =>
    item.layer === layer ? transform.board({ ...board, items: [item], holes: [] }).items[0]! : item,
  ),
})

/** @returns the board with all its holes moved */
export const withHoles = (board: BoardDescription, transform: BoardTransform): BoardDescription => ({
  ...board,
  holes: transform.board({ ...board, items: [] }).holes,
})
