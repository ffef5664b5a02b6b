import type { Point } from '#core/base/box.ts'
import { BoardBuilder } from '#core/builder/board-builder.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'

/** Size of the board, mm; its lower left corner is the origin. */
export const COMFORTABLE_SIZE = { width: 24, height: 18 } as const
const OPENING = 0.05

const smd = (board: BoardBuilder, ref: string, at: Point, nets: readonly [string, string]): void =>
  nets.forEach((net, i) =>
    board.pad({
      at: [at[0] + (i === 0 ? -1 : 1), at[1]],
      size: [1, 1.2],
      opening: OPENING,
      paste: 0,
      net,
      ref,
      pin: String(i + 1),
      fn: 'SMDPad,CuDef',
    }),
  )

const throughHole = (board: BoardBuilder, at: Point, net: string, pin: number): void => {
  board.land({ at, diameter: 1.9, layer: 'all', net, ref: 'J1', pin: String(pin), fn: 'ComponentPad' })
  board.hole({ at, diameter: 1, fn: 'ComponentDrill', net })
  for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at, size: 1.9 + 2 * OPENING, shape: 'circle', layer })
}

/**
 * A small four-layer board that any fab makes gladly and that no check has anything to say about: a connector, two
 * resistors, a ground plane, a via, a mounting hole, legend. Room is left at x 13 to 22, y 2 to 16 for one edit.
 */
export const comfortableBoard = (): BoardBuilder => {
  const board = new BoardBuilder()
    .named('example')
    .copperLayers(4)
    .outline({ ...COMFORTABLE_SIZE, at: [0, 0] })
  throughHole(board, [3, 4], 'GND', 1)
  throughHole(board, [3, 7], 'SIG', 2)
  throughHole(board, [3, 10], 'VCC', 3)
  smd(board, 'R1', [8, 7], ['SIG', 'MID'])
  smd(board, 'R2', [8, 11], ['VCC', 'MID'])
  board.route({
    points: [
      [3, 7],
      [7, 7],
    ],
    width: 0.3,
    net: 'SIG',
    fn: 'Conductor',
  })
  board.route({
    points: [
      [3, 10],
      [4, 11],
      [7, 11],
    ],
    width: 0.3,
    net: 'VCC',
    fn: 'Conductor',
  })
  board.route({
    points: [
      [9, 7],
      [9, 9],
    ],
    width: 0.3,
    net: 'MID',
    fn: 'Conductor',
  })
  board.route({
    points: [
      [9, 9],
      [9, 11],
    ],
    width: 0.3,
    net: 'MID',
    fn: 'Conductor',
  })
  board.via({ at: [11, 9], diameter: 0.8, drill: 0.4, net: 'MID' })
  board.track({ from: [9, 9], to: [11, 9], width: 0.3, net: 'MID', fn: 'Conductor' })
  board.route({
    layer: 'bottom-copper',
    points: [
      [11, 9],
      [11, 4],
      [9, 4],
    ],
    width: 0.3,
    net: 'MID',
    fn: 'Conductor',
  })
  board.via({ at: [9, 4], diameter: 0.8, drill: 0.4, net: 'MID' })
  for (const layer of ['inner-1', 'inner-2'])
    board.pour({
      layer,
      points: roundedBoxContour([1, 1], 11, 16, 0.5),
      clearance: 0.4,
      thermal: { gap: 0.3, spoke: 0.4 },
      net: 'GND',
      fn: 'Conductor',
    })
  board.hole({ at: [3, 15], diameter: 2.2, plated: false })
  for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at: [3, 15], size: 2.4, shape: 'circle', layer })
  const frame: Point[] = [
    [6, 13],
    [10, 13],
    [10, 15],
    [6, 15],
  ]
  frame.forEach((from, i) => board.legend({ from, to: frame[(i + 1) % 4]!, width: 0.2 }))
  return board
}
