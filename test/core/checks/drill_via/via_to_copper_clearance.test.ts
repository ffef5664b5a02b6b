import { aBoard } from '#core/builder/board-builder.ts'
import { viaToCopperClearance } from '#core/checks/drill_via/via_to_copper_clearance.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 }).copperLayers(4)
/** A via whose land is on the outer layers only, and a pad of another net on a layer. */
const beside = (gap: number, layer: string) =>
  edge()
    .land({ at: [5, 6], diameter: 0.8, net: 'A' })
    .land({ at: [5, 6], diameter: 0.8, layer: 'bottom-copper', net: 'A' })
    .hole({ at: [5, 6], diameter: 0.4, net: 'A' })
    .pad({ at: [5.7 + gap, 6], size: [1, 1], layer, net: 'B' })
/** A hole without any land, whose wall is what foreign copper sees. */
const bare = (gap: number) =>
  edge()
    .hole({ at: [5, 6], diameter: 0.4 })
    .pad({ at: [5.7 + gap, 6], size: [1, 1], net: 'B' })

testCheck(viaToCopperClearance, {
  clean: [
    { name: 'inner copper exactly at the target', board: beside(0.25, 'inner-1') },
    { name: 'its own land', board: edge().via({ at: [5, 6], diameter: 0.8, drill: 0.4 }) },
    { name: 'outer copper that the land keeps away, which is the spacing', board: beside(0.21, 'top-copper') },
    {
      name: 'a pour of the same net',
      board: beside(4, 'inner-1').region({
        layer: 'inner-2',
        net: 'A',
        points: [
          [1, 1],
          [10, 1],
          [10, 10],
          [1, 10],
        ],
      }),
    },
  ],
  flagged: [
    {
      name: 'inner copper of another net too near',
      board: beside(0.1, 'inner-1'),
      findings: [{ message: 'close', layer: 'inner-1', measured: 0.1, severity: 'error', at: [5.25, 6] }],
    },
    {
      name: 'a gap that another fab makes, below the target',
      board: beside(0.21, 'inner-2'),
      capability: 'jlcpcb_multilayer',
      findings: [{ message: 'close', layer: 'inner-2', measured: 0.21, severity: 'warning' }],
    },
    {
      name: 'a hole without land beside outer copper',
      board: bare(0.1),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.1 }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'drill file' },
    {
      name: 'no copper',
      board: aBoard()
        .outline({ width: 9, height: 9 })
        .hole({ at: [5, 6], diameter: 1 })
        .without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
