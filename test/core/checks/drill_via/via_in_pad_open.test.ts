import { aBoard } from '#core/builder/board-builder.ts'
import { viaInPadOpen } from '#core/checks/drill_via/via_in_pad_open.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A soldered pad of 1.5 by 1 mm at (10, 6). */
const edge = () =>
  aBoard()
    .outline({ width: 24, height: 12 })
    .pad({ at: [10, 6], size: [1.5, 1], opening: 0.05, paste: 0.05, net: 'A', fn: 'SMDPad,CuDef' })

const hole = (x: number, drill = 0.4) => edge().via({ at: [x, 6], diameter: drill + 0.3, drill, net: 'A' })

testCheck(viaInPadOpen, {
  clean: [
    { name: 'the wall exactly at the edge of the pad', board: hole(10.95) },
    { name: 'a covered via beside the pad', board: hole(12) },
    {
      name: 'a lead through the pad',
      board: edge()
        .land({ at: [10, 6], diameter: 1.6, layer: 'bottom-copper', net: 'A' })
        .hole({ at: [10, 6], diameter: 0.9 }),
    },
    {
      name: 'a filled via',
      board: edge()
        .via({ at: [14, 6], diameter: 0.7, drill: 0.3 })
        .hole({ at: [10, 6], diameter: 0.4, fn: 'ViaDrill,Filled' }),
      not: ['without attributes'],
    },
    {
      name: 'a via in a pad without paste',
      board: edge()
        .pad({ at: [16, 6], size: [1, 1], opening: 0.05, net: 'B', fn: 'TestPad' })
        .via({ at: [16, 6], diameter: 0.7, drill: 0.4, net: 'B' }),
    },
    {
      name: 'the pad is covered where the hole is',
      board: aBoard()
        .outline({ width: 24, height: 12 })
        .pad({ at: [10, 6], size: [3, 1], net: 'A', fn: 'SMDPad,CuDef' })
        .opening({ at: [9.5, 6], size: [2.1, 1.1] })
        .paste({ at: [9.5, 6], size: [1.8, 0.9] })
        .via({ at: [11.2, 6], diameter: 0.6, drill: 0.3, net: 'A' }),
    },
  ],
  flagged: [
    {
      name: 'hole in the pad',
      board: hole(10),
      findings: [{ message: 'via', measured: 1, severity: 'warning', layer: 'top-copper', at: [10, 6] }],
    },
    {
      name: 'hole partly in the pad',
      board: hole(10.85),
      findings: [{ message: 'via', measured: 1, severity: 'warning', at: [10, 6] }],
    },
    {
      name: 'a small hole that ink may plug',
      board: hole(10.2, 0.25),
      findings: [{ message: 'via', measured: 1, severity: 'info', at: [10, 6] }],
    },
    {
      name: 'an array under a thermal pad, paste in windows',
      board: [
        [9, 5],
        [11, 5],
        [9, 7],
        [11, 7],
      ].reduce(
        (board, [x, y]) => board.via({ at: [x!, y!], diameter: 0.6, drill: 0.3, net: 'A' }).paste({ at: [x!, y!], size: [1.2, 1.2] }),
        aBoard()
          .outline({ width: 24, height: 12 })
          .pad({ at: [10, 6], size: [4, 4], opening: 0.05, net: 'A', fn: 'SMDPad,CuDef' }),
      ),
      findings: [{ message: 'array', measured: 4, severity: 'info', layer: 'top-mask', at: [10, 6] }],
    },
  ],
  skipped: [
    { name: 'no drill', board: edge().without('drill'), missing: 'drill' },
    {
      name: 'nothing tells what is soldered',
      board: aBoard()
        .outline({ width: 24, height: 12 })
        .pad({ at: [10, 6], size: [1, 1], opening: 0.05 })
        .via({ at: [5, 5], diameter: 0.7, drill: 0.3 }),
      missing: 'needs a paste layer or pad functions',
    },
  ],
})
