import type { BoardBuilder } from '#core/builder/board-builder.ts'

const [X, Y] = [17, 8]
const PAD = 1.9
const GAP = 0.3

/** A drilled pad in a pour of its net on the bottom, with four spokes of this width. */
export const spokedPad = (board: BoardBuilder, spoke: number): BoardBuilder => {
  for (const mask of ['top-mask', 'bottom-mask']) board.opening({ at: [X, Y], size: PAD + 0.1, shape: 'circle', layer: mask })
  return board
    .pour({
      layer: 'bottom-copper',
      net: 'PWR',
      fn: 'Conductor',
      clearance: 0.4,
      thermal: { gap: GAP, spoke },
      points: [
        [13, 4],
        [21, 4],
        [21, 12],
        [13, 12],
      ],
    })
    .land({ at: [X, Y], diameter: PAD, layer: 'all', net: 'PWR', ref: 'J2', pin: '1', fn: 'ComponentPad' })
    .hole({ at: [X, Y], diameter: 1, fn: 'ComponentDrill', net: 'PWR' })
}

/** The same pad with all spokes but the right one cut through. */
export const starvedPad = (board: BoardBuilder): BoardBuilder => {
  const middle = PAD / 2 + GAP / 2
  for (const [dx, dy] of [
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    const [x, y] = [X + dx * middle, Y + dy * middle]
    const [w, h] = dx === 0 ? [0.4, GAP / 2] : [GAP / 2, 0.4]
    board.region({
      layer: 'bottom-copper',
      clear: true,
      points: [
        [x - w, y - h],
        [x + w, y - h],
        [x + w, y + h],
        [x - w, y + h],
      ],
    })
  }
  return spokedPad(board, 0.4)
}
