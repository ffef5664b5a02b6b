import { aBoard } from '#core/builder/board-builder.ts'
import { missingDrillForPad } from '#core/checks/drill_via/missing_drill_for_pad.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 30, height: 12 })
/** Vias in a row; the last ones have lost their hole. */
const vias = (count: number, lost: number) => {
  const board = edge()
  for (let k = 0; k < count; k++) {
    board.land({ at: [3 + 2 * k, 6], diameter: 0.8, layer: 'all', fn: 'ViaPad' })
    if (k < count - lost) board.hole({ at: [3 + 2 * k, 6], diameter: 0.4, fn: 'ViaDrill' })
  }
  return board
}

testCheck(missingDrillForPad, {
  clean: [
    { name: 'every pad has its hole', board: vias(5, 0) },
    {
      name: 'pads on both sides to solder, like an edge connector',
      board: vias(5, 0)
        .pad({ at: [20, 9], size: [1, 3] })
        .pad({ at: [20, 9], size: [1, 3], layer: 'bottom-copper' }),
    },
    {
      name: 'a pad over a slot',
      board: vias(5, 0)
        .pad({ at: [20, 6], size: [4, 2], shape: 'obround', fn: 'ComponentPad' })
        .pad({ at: [20, 6], size: [4, 2], shape: 'obround', layer: 'bottom-copper', fn: 'ComponentPad' })
        .hole({ at: [19, 6], to: [21, 6], diameter: 1 }),
    },
    { name: 'a pad on top only', board: vias(5, 0).land({ at: [20, 9], diameter: 0.8 }) },
  ],
  flagged: [
    {
      name: 'one of five vias lost its hole',
      board: vias(5, 1),
      findings: [{ message: 'missing', measured: 1, severity: 'error', layer: 'top-copper', at: [11, 6] }],
    },
    {
      name: 'two of five',
      board: vias(5, 2),
      findings: [
        { message: 'missing', at: [9, 6] },
        { message: 'missing', at: [11, 6] },
      ],
    },
  ],
  skipped: [
    { name: 'no drill file', board: vias(5, 5), missing: 'drill file' },
    { name: 'copper on one side', board: vias(3, 1).without('bottom-copper'), missing: 'both sides' },
  ],
})
