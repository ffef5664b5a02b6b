import { aBoard } from '#core/builder/board-builder.ts'
import { holeWithoutPad } from '#core/checks/drill_via/hole_without_pad.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [10, 6], diameter: 0.8, drill: 0.4 })

testCheck(holeWithoutPad, {
  clean: [
    { name: 'land on both sides', board: edge() },
    { name: 'non-plated hole without land', board: edge().hole({ at: [5, 5], diameter: 1, plated: false }) },
    {
      name: 'drill marks instead of lands on an inner layer',
      board: edge()
        .copperLayers(4)
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
        .land({ at: [10, 6], diameter: 0.2, layer: 'inner-1' }),
    },
  ],
  flagged: [
    {
      name: 'plated hole in the open',
      board: edge().hole({ at: [5, 5], diameter: 0.6 }),
      findings: [{ message: 'none', severity: 'error', at: [5, 5] }],
      not: ['without attributes'],
    },
    {
      name: 'land on the top only',
      board: edge()
        .land({ at: [5, 5], diameter: 1 })
        .hole({ at: [5, 5], diameter: 0.6 }),
      findings: [{ message: 'oneSide', severity: 'warning', at: [5, 5] }],
      not: ['without attributes'],
    },
  ],
  skipped: [
    {
      name: 'no drill file',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .land({ at: [5, 5], diameter: 1 }),
      missing: 'drill file',
    },
  ],
})
