import { aBoard } from '#core/builder/board-builder.ts'
import { npthToCopperClearance } from '#core/checks/drill_via/npth_to_copper_clearance.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
/** A hole of 2 mm and a pad to its right, the gap away. */
const padBeside = (gap: number, layer = 'top-copper') =>
  edge()
    .copperLayers(4)
    .hole({ at: [5, 6], diameter: 2, plated: false })
    .pad({ at: [6.5 + gap, 6], size: [1, 1], layer })

testCheck(npthToCopperClearance, {
  clean: [
    { name: 'copper exactly at the target', board: padBeside(0.25) },
    { name: 'no copper near', board: padBeside(4) },
    { name: 'a plated hole in its land', board: edge().via({ at: [5, 6], diameter: 0.8, drill: 0.4 }) },
  ],
  flagged: [
    {
      name: 'copper too near on top',
      board: padBeside(0.1),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.1, severity: 'error', at: [6.05, 6] }],
    },
    {
      name: 'copper too near on an inner layer',
      board: padBeside(0.1, 'inner-2'),
      findings: [{ message: 'close', layer: 'inner-2', measured: 0.1, severity: 'error' }],
    },
    {
      name: 'exactly at the limit of a fab, below the target',
      board: padBeside(0.2),
      capability: 'multi_cb',
      findings: [{ message: 'close', measured: 0.2, severity: 'warning' }],
    },
    {
      name: 'a slot beside a track',
      board: edge()
        .hole({ at: [5, 6], to: [9, 6], diameter: 1, plated: false })
        .track({ from: [4, 6.75], to: [10, 6.75], width: 0.2 })
        .pad({ at: [4, 6.75], size: [0.2, 0.2] })
        .pad({ at: [10, 6.75], size: [0.2, 0.2] }),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.15 }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'drill file' },
    {
      name: 'no copper',
      board: edge()
        .hole({ at: [5, 6], diameter: 2, plated: false })
        .without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
