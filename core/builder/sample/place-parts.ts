import type { Point } from '#core/base/box.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import type { FootprintPad } from '#core/builder/sample/footprint.ts'
import { PARTS, type Part } from '#core/builder/sample/parts.ts'

const MASK_MM = 0.05

/** @returns a point of a part on the board */
export const onBoard = (part: Part, [x, y]: Point): Point => {
  const turned: Readonly<Record<Part['turn'], Point>> = { 0: [x, y], 90: [-y, x], 180: [-x, -y], 270: [y, -x] }
  const [dx, dy] = turned[part.turn]
  return [part.at[0] + dx, part.at[1] + dy]
}

/** @returns a pad's size on the board, after its part was turned */
export const sizeOnBoard = (part: Part, pad: FootprintPad): readonly [number, number] =>
  part.turn % 180 === 0 ? pad.size : [pad.size[1], pad.size[0]]

const placePad = (board: BoardBuilder, part: Part, pad: FootprintPad): void => {
  const at = onBoard(part, pad.at)
  const net = part.nets[pad.pin]
  const own = { at, size: sizeOnBoard(part, pad), shape: pad.shape, ref: part.ref, pin: pad.pin, net: net ?? '', opening: MASK_MM }
  if (!pad.drill) {
    board.pad({ ...own, fn: 'SMDPad,CuDef', paste: 0 })
    return
  }
  for (const layer of ['top-copper', 'bottom-copper']) board.pad({ ...own, layer, fn: 'ComponentPad' })
  const { diameter, slot } = pad.drill
  const ends: Point[] = slot ? [onBoard(part, [pad.at[0], pad.at[1] - slot / 2]), onBoard(part, [pad.at[0], pad.at[1] + slot / 2])] : [at]
  board.hole({ at: ends[0]!, ...(ends[1] ? { to: ends[1] } : {}), diameter, fn: 'ComponentDrill', ...(net === undefined ? {} : { net }) })
}

/** Puts the pads, openings, paste and drills of all parts on the board. */
export const placeParts = (board: BoardBuilder): void => {
  for (const part of PARTS) for (const pad of part.footprint.pads) placePad(board, part, pad)
}
