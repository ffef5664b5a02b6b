import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'
import { floatingCopper } from '#core/checks/connectivity/floating_copper.ts'
import { testCheck } from '#test/support/test-check.ts'

const board = (): BoardBuilder =>
  aBoard()
    .outline({ width: 30, height: 20 })
    .layer('top-mask', 'bottom-mask')
    .via({ at: [28, 18], diameter: 1, drill: 0.5, net: 'B' })

/** An area on top. */
const area = (b: BoardBuilder, [x, y]: readonly [number, number], width: number, height: number, net?: string): BoardBuilder =>
  b.region({ points: roundedBoxContour([x, y], width, height, 0), ...(net ? { net } : {}) })

/** A pour that hangs on a via and goes around a window of 6 × 4 mm at [10, 8]. */
const around = (): BoardBuilder =>
  area(
    area(
      area(area(board().via({ at: [8, 10], diameter: 1, drill: 0.5, net: 'GND' }), [6, 6], 4, 8, 'GND'), [16, 6], 4, 8, 'GND'),
      [6, 6],
      14,
      2,
      'GND',
    ),
    [6, 12],
    14,
    2,
    'GND',
  )

testCheck(floatingCopper, {
  clean: [
    {
      name: 'pads, tracks and vias',
      board: board()
        .pad({ at: [5, 5], size: 2, opening: 0.05, net: 'A' })
        .track({ from: [5, 5], to: [12, 5], width: 0.3, net: 'A' }),
    },
    { name: 'pour with a via', board: around() },
    { name: 'pad drawn as an area, open in the mask', board: area(board(), [5, 5], 2, 2, 'A').opening({ at: [6, 6], size: 1 }) },
    { name: 'picture away from everything', board: area(board(), [5, 5], 6, 4) },
    {
      name: 'letters in a window of a pour',
      board: around()
        .track({ from: [12, 9], to: [12, 11], width: 0.3 })
        .track({ from: [13, 9], to: [13, 11], width: 0.3 }),
    },
    { name: 'thieving dots', board: [0, 1, 2, 3].reduce((b, k) => b.pad({ at: [5 + 2 * k, 5], size: 1, shape: 'circle' }), board()) },
    { name: 'named copper off the board', board: area(board(), [-8, 5], 4, 4, 'A') },
    {
      name: 'part of a pour on the other side, joined by a via',
      board: around().region({ points: roundedBoxContour([6, 6], 4, 8, 0), net: 'GND', layer: 'bottom-copper' }),
    },
  ],
  flagged: [
    {
      name: 'piece of a pour with the name of its net',
      board: area(board(), [5, 5], 2, 1, 'GND'),
      not: ['without attributes'],
      findings: [{ message: 'island', measured: 2, severity: 'warning', layer: 'top-copper', at: [6, 5.5] }],
    },
    {
      name: 'small piece',
      board: area(board(), [5, 5], 0.5, 0.4, 'GND'),
      not: ['without attributes'],
      findings: [{ message: 'island', measured: 0.2, severity: 'info', layer: 'top-copper', at: [5.25, 5.2] }],
    },
    {
      name: 'island that a clearance cut out of a pour',
      board: area(around(), [9.5, 7.5], 7, 5).route({
        points: [
          [11, 9],
          [15, 9],
          [15, 11],
          [11, 11],
          [11, 9],
        ],
        width: 0.3,
        clear: true,
      }),
      findings: [{ message: 'island', measured: 3.7 * 1.7, severity: 'warning', layer: 'top-copper', at: [13, 10] }],
    },
    {
      name: 'island between tracks, without a name',
      board: area(around(), [10.3, 8.3], 5.4, 3.4),
      findings: [{ message: 'large', measured: 18.36, severity: 'warning', layer: 'top-copper', at: [13, 10] }],
    },
  ],
  skipped: [
    {
      name: 'no soldermask',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .via({ at: [5, 6], diameter: 1, drill: 0.5 }),
      missing: 'soldermask',
    },
    { name: 'no drill file', board: board().without('drill'), missing: 'drill file' },
  ],
})
