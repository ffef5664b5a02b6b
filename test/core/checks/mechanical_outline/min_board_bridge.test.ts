import { aBoard } from '#core/builder/board-builder.ts'
import { minBoardBridge } from '#core/checks/mechanical_outline/min_board_bridge.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () =>
  aBoard()
    .pad({ at: [27, 9], size: [1, 1] })
    .via({ at: [27, 3], diameter: 0.8, drill: 0.4 })
const box = () => art().outline({ width: 30, height: 12 })
const bites = (count: number) => {
  let board = box()
  for (let k = 0; k < count; k++) board = board.hole({ at: [5 + k * 0.8, 0.5], diameter: 0.5, plated: false })
  return board
}

testCheck(minBoardBridge, {
  clean: [
    { name: 'no openings', board: box() },
    { name: 'a cut-out exactly at the target', board: box().cutout({ at: [5, 2], width: 6, height: 4 }) },
    {
      name: 'corners of two cut-outs near each other',
      board: box()
        .cutout({ at: [4, 3], width: 3, height: 3 })
        .cutout({ at: [7.3, 6.3], width: 3, height: 3 }),
    },
    {
      name: 'a plated hole beside the edge',
      board: box()
        .land({ at: [5, 1.5], diameter: 2, layer: 'all' })
        .hole({ at: [5, 1.5], diameter: 1.2 }),
    },
    {
      name: 'a peg hole smaller than the web beside it',
      board: box()
        .cutout({ at: [5, 3], width: 6, height: 5 })
        .hole({ at: [12.1, 5.5], diameter: 0.6, plated: false }),
    },
    {
      name: 'a mounting hole beside the edge, which is hole_to_edge_distance',
      board: box().hole({ at: [5, 2.5], diameter: 3.2, plated: false }),
    },
    { name: 'a mounting hole drawn as a circle beside the edge', board: box().cutout({ at: [5, 2.5], diameter: 3.2 }) },
    {
      name: 'two mounting holes beside each other',
      board: box()
        .hole({ at: [5, 6], diameter: 3.2, plated: false })
        .hole({ at: [9, 6], diameter: 3.2, plated: false }),
    },
    { name: 'the perforation of a break tab', board: bites(5) },
    { name: 'a hole in the edge', board: box().hole({ at: [5, 0], diameter: 2, plated: false }) },
  ],
  flagged: [
    {
      name: 'a cut-out 0.6 mm from the edge',
      board: box().cutout({ at: [5, 0.6], width: 6, height: 5 }),
      findings: [{ message: 'thin', measured: 0.6, severity: 'warning', at: [8, 0.3] }],
    },
    {
      name: 'exactly at the limit, below the target',
      board: box()
        .cutout({ at: [5, 3], width: 6, height: 5 })
        .cutout({ at: [12, 3], width: 6, height: 5 }),
      findings: [{ message: 'thin', measured: 1, severity: 'info', at: [11.5, 5.5] }],
    },
    {
      name: 'a large non-plated hole beside a cut-out',
      board: box()
        .cutout({ at: [5, 3], width: 6, height: 5 })
        .hole({ at: [13.5, 5.5], diameter: 4, plated: false }),
      findings: [{ message: 'thin', measured: 0.5, severity: 'warning', at: [11.25, 5.5] }],
    },
    {
      name: 'two slots beside each other',
      board: box()
        .hole({ at: [8, 4], to: [16, 4], diameter: 1, plated: false })
        .hole({ at: [8, 5.7], to: [16, 5.7], diameter: 1, plated: false }),
      findings: [{ message: 'thin', measured: 0.7, at: [12, 4.85] }],
    },
    {
      name: 'a cut-out whose corner touches the edge',
      board: box().cutout({
        points: [
          [8, 0],
          [10, 3],
          [6, 3],
        ],
      }),
      findings: [{ message: 'touch', measured: 0, severity: 'warning', at: [8, 0] }],
    },
  ],
  skipped: [
    { name: 'no outline', board: art(), missing: 'outline' },
    { name: 'no drill file', board: box().without('drill'), missing: 'drill' },
  ],
})
