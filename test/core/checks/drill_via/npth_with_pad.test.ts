import { aBoard } from '#core/builder/board-builder.ts'
import { npthWithPad } from '#core/checks/drill_via/npth_with_pad.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const hole = { at: [5, 6], diameter: 1, plated: false } as const

testCheck(npthWithPad, {
  clean: [
    {
      name: 'a hole clear of copper',
      board: edge()
        .hole(hole)
        .pad({ at: [10, 6], size: [1, 1] }),
    },
    { name: 'a plated hole in its land', board: edge().via({ at: [5, 6], diameter: 1.4, drill: 0.8 }) },
    {
      name: 'a land that the drill swallows whole',
      board: edge()
        .land({ at: [5, 6], diameter: 0.9, layer: 'all' })
        .hole(hole),
    },
    {
      name: 'copper that touches the wall',
      board: edge()
        .hole(hole)
        .pad({ at: [6.01, 6], size: [1, 1] }),
    },
  ],
  flagged: [
    {
      name: 'a land on both sides',
      board: edge()
        .land({ at: [5, 6], diameter: 1.6, layer: 'all' })
        .hole(hole),
      findings: [{ message: 'land', measured: 1, severity: 'warning', layer: 'top-copper' }],
    },
    {
      name: 'a land on one side only',
      board: edge()
        .land({ at: [5, 6], diameter: 1.6 })
        .hole(hole),
      findings: [{ message: 'overlap', severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'a pad that reaches into the hole',
      board: edge()
        .hole(hole)
        .pad({ at: [5.9, 6], size: [1, 1] }),
      findings: [{ message: 'overlap', severity: 'warning', layer: 'top-copper' }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().land({ at: [5, 6], diameter: 1 }), missing: 'drill file' },
    { name: 'no copper', board: edge().hole(hole).without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
