import { aBoard } from '#core/builder/board-builder.ts'
import { innerAnnularRing } from '#core/checks/copper_geometry/inner_annular_ring.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 }).copperLayers(4)
/** A via with generous outer lands and one of its own size on the first inner layer. */
const inner = (land: number, drill = 0.6, off = 0) =>
  edge()
    .land({ at: [5, 6], diameter: 1.4 })
    .land({ at: [5, 6], diameter: 1.4, layer: 'bottom-copper' })
    .land({ at: [5, 6], diameter: land, layer: 'inner-1' })
    .hole({ at: [5 + off, 6], diameter: drill })

testCheck(innerAnnularRing, {
  clean: [
    { name: 'ring exactly at the target', board: inner(0.9) },
    {
      name: 'no inner land at all',
      board: edge()
        .land({ at: [5, 6], diameter: 1.4 })
        .land({ at: [5, 6], diameter: 1.4, layer: 'bottom-copper' })
        .hole({ at: [5, 6], diameter: 0.6 }),
    },
    {
      name: 'thin outer rings, which are another check',
      board: edge()
        .land({ at: [5, 6], diameter: 0.7 })
        .land({ at: [5, 6], diameter: 0.7, layer: 'bottom-copper' })
        .land({ at: [5, 6], diameter: 1, layer: 'inner-1' })
        .land({ at: [5, 6], diameter: 1, layer: 'inner-2' })
        .hole({ at: [5, 6], diameter: 0.6 }),
    },
    {
      name: 'a hole through an inner plane',
      board: inner(0.9).region({
        layer: 'inner-2',
        points: [
          [1, 1],
          [10, 1],
          [10, 11],
          [1, 11],
        ],
      }),
    },
    {
      name: 'a non-plated hole in inner copper',
      board: edge()
        .region({
          layer: 'inner-1',
          points: [
            [4.6, 5.6],
            [5.4, 5.6],
            [5.4, 6.4],
            [4.6, 6.4],
          ],
        })
        .hole({ at: [5, 6], diameter: 0.7, plated: false }),
    },
  ],
  flagged: [
    {
      name: 'ring too narrow',
      board: inner(0.76),
      findings: [{ message: 'narrow', layer: 'inner-1', measured: 0.08, severity: 'error', at: [5, 6] }],
    },
    {
      name: 'drill off centre',
      board: inner(0.9, 0.6, 0.06),
      findings: [{ message: 'narrow', layer: 'inner-1', measured: 0.09, severity: 'error' }],
    },
    {
      name: 'exactly at the limit, below the target',
      board: inner(0.854),
      findings: [{ message: 'narrow', layer: 'inner-1', measured: 0.127, severity: 'warning' }],
    },
    {
      name: 'the hole breaks out',
      board: inner(0.7, 0.6, 0.1),
      findings: [{ message: 'breakout', layer: 'inner-1', measured: -0.05, severity: 'error' }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().land({ at: [5, 6], diameter: 1, layer: 'all' }), missing: 'drill file' },
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
