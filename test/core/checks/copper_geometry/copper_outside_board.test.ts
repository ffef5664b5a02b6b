import { aBoard } from '#core/builder/board-builder.ts'
import { copperOutsideBoard } from '#core/checks/copper_geometry/copper_outside_board.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [16, 6], diameter: 1, drill: 0.5 })
    .via({ at: [17, 2], diameter: 1, drill: 0.5 })
    .via({ at: [17, 10], diameter: 1, drill: 0.5 })
    .via({ at: [2, 10], diameter: 1, drill: 0.5 })

testCheck(copperOutsideBoard, {
  clean: [
    { name: 'copper inside the board', board: edge().pad({ at: [4, 4], size: 2 }) },
    { name: 'pad that ends exactly at the edge', board: edge().pad({ at: [1, 4], size: 2 }) },
    {
      name: 'pad that ends exactly at a cut-out',
      board: edge()
        .cutout({ at: [6, 3], width: 4, height: 4 })
        .pad({ at: [5, 5], size: 2 }),
    },
    { name: 'pad over the edge by the corner of a pen', board: edge().pad({ at: [0.96, 4], size: [2, 0.2] }) },
    {
      name: 'half-hole in the edge',
      board: ['top-copper', 'bottom-copper'].reduce(
        (b, layer) => b.land({ at: [0, 4], diameter: 1.2, layer }),
        edge().hole({ at: [0, 4], diameter: 0.7 }),
      ),
    },
    {
      name: 'land around a hole that the outline shows as a circle',
      board: edge()
        .pad({ at: [6, 6], size: 3 })
        .hole({ at: [6, 6], diameter: 2 })
        .cutout({ at: [6, 6], diameter: 2 }),
    },
    {
      name: 'mark beside the board',
      board: edge()
        .track({ from: [-3, 2], to: [-2, 2], width: 0.3 })
        .track({ from: [-2.5, 1.5], to: [-2.5, 2.5], width: 0.3 }),
    },
  ],
  flagged: [
    {
      name: 'pour over the edge',
      board: edge().region({
        points: [
          [-0.5, 2],
          [3, 2],
          [3, 4],
          [-0.5, 4],
        ],
      }),
      findings: [{ message: 'over', measured: 1, severity: 'error', layer: 'top-copper', at: [-0.25, 3] }],
    },
    {
      name: 'track over the edge by less than the limit',
      board: edge().pad({ at: [0.9, 4], size: [2, 0.4] }),
      findings: [{ message: 'over', measured: 0.04, severity: 'warning', layer: 'top-copper', at: [-0.05, 4] }],
    },
    {
      name: 'track across a cut-out',
      board: edge()
        .cutout({ at: [6, 3], width: 4, height: 4 })
        .track({ from: [4, 5], to: [12, 5], width: 0.5, layer: 'bottom-copper' }),
      findings: [{ message: 'cutout', measured: 2, severity: 'error', layer: 'bottom-copper', at: [8, 5] }],
    },
    {
      name: 'plated hole off the edge, not a half-hole',
      board: edge()
        .pad({ at: [-1, 4], size: [4, 1] })
        .hole({ at: [-1.5, 4], diameter: 0.6 }),
      findings: [{ message: 'over', measured: 3 - Math.PI * 0.09, severity: 'error', layer: 'top-copper' }],
    },
    {
      name: 'outline drawn on a copper layer',
      board: edge().route({
        points: [
          [0, 0],
          [20, 0],
          [20, 12],
          [0, 12],
          [0, 0],
        ],
        width: 0.2,
      }),
      findings: [{ message: 'frame', measured: 6.4 + Math.PI * 0.01, severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'pad wholly in a cut-out',
      board: edge()
        .cutout({ at: [6, 3], width: 4, height: 4 })
        .pad({ at: [8, 5], size: 1 }),
      findings: [{ message: 'cutout', measured: 1, severity: 'error', layer: 'top-copper', at: [8, 5] }],
    },
  ],
  skipped: [{ name: 'no outline', board: aBoard().via({ at: [5, 5], diameter: 1, drill: 0.5 }), missing: 'outline' }],
})
