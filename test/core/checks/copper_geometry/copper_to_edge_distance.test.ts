import { aBoard } from '#core/builder/board-builder.ts'
import { copperToEdgeDistance } from '#core/checks/copper_geometry/copper_to_edge_distance.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [10, 6], size: [1, 1] })

testCheck(copperToEdgeDistance, {
  clean: [{ name: 'exactly at the limit', board: edge().pad({ at: [0.8, 6], size: [1, 1] }) }],
  flagged: [
    {
      name: 'pad 0.08 from the edge',
      board: edge().pad({ at: [0.58, 6], size: [1, 1] }),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.08, severity: 'error' }],
    },
    {
      name: 'track end 0.1 from a round cut-out',
      board: edge()
        .cutout({ at: [15, 6], diameter: 2 })
        .track({ from: [10, 6], to: [13.8, 6], width: 0.2 }),
      findings: [{ message: 'close', measured: 0.1, at: [13.95, 6] }],
    },
    {
      name: 'copper over the edge',
      board: edge().pad({ at: [0.3, 6], size: [1, 1] }),
      findings: [{ message: 'over', measured: -0.2 }],
    },
    {
      name: 'inner layer with its own limit',
      board: edge()
        .copperLayers(4)
        .pad({ at: [0.9, 6], size: [1, 1], layer: 'inner-1' }),
      findings: [{ message: 'close', layer: 'inner-1', measured: 0.4 }],
    },
  ],
  skipped: [{ name: 'no outline', board: aBoard().pad({ at: [5, 5], size: [1, 1] }), missing: 'outline' }],
})
