import { aBoard } from '#core/builder/board-builder.ts'
import { minAnnularRing } from '#core/checks/copper_geometry/min_annular_ring.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const landed = (land: number, drill: number, off = 0) =>
  edge()
    .land({ at: [5, 5], diameter: land, layer: 'all' })
    .hole({ at: [5 + off, 5], diameter: drill })

testCheck(minAnnularRing, {
  clean: [
    { name: 'ring exactly at the target', board: landed(0.9, 0.6) },
    {
      name: 'non-plated hole',
      board: edge()
        .land({ at: [5, 5], diameter: 0.7, layer: 'all' })
        .hole({ at: [5, 5], diameter: 0.6, plated: false }),
    },
    {
      name: 'small pad in a pour',
      board: landed(0.7, 0.6)
        .region({
          points: [
            [3, 3],
            [8, 3],
            [8, 8],
            [3, 8],
          ],
        })
        .region({
          layer: 'bottom-copper',
          points: [
            [3, 3],
            [8, 3],
            [8, 8],
            [3, 8],
          ],
        }),
    },
  ],
  flagged: [
    {
      name: 'drill 0.05 off centre',
      board: landed(0.854, 0.6, 0.05),
      findings: [
        { message: 'narrow', layer: 'top-copper', measured: 0.077, severity: 'error' },
        { message: 'narrow', layer: 'bottom-copper', measured: 0.077 },
      ],
    },
    {
      name: 'ring exactly at the limit, below the target',
      board: landed(0.854, 0.6),
      findings: [
        { message: 'narrow', layer: 'top-copper', measured: 0.127, severity: 'warning' },
        { message: 'narrow', layer: 'bottom-copper', measured: 0.127, severity: 'warning' },
      ],
    },
    {
      name: 'hole wider than its land',
      board: landed(0.6, 0.8),
      findings: [
        { message: 'breakout', layer: 'top-copper', measured: -0.1 },
        { message: 'breakout', layer: 'bottom-copper', measured: -0.1 },
      ],
    },
    {
      name: 'plated slot with a tight land',
      board: edge()
        .pad({ at: [6, 5], size: [3, 1], shape: 'obround' })
        .pad({ at: [6, 5], size: [3.4, 1.4], shape: 'obround', layer: 'bottom-copper' })
        .hole({ at: [5, 5], to: [7, 5], diameter: 0.9 }),
      findings: [{ message: 'narrow', layer: 'top-copper', measured: 0.05 }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge().land({ at: [5, 5], diameter: 1 }), missing: 'drill file' }],
})
