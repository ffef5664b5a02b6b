import { aBoard } from '#core/builder/board-builder.ts'
import { sameNetSpacing } from '#core/checks/copper_geometry/same_net_spacing.ts'
import { poured } from '#test/core/checks/plane_thermal/thermal-boards.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
/** A block of copper with a slot from below, as wide as asked. */
const slotted = (gap: number, layer = 'top-copper') =>
  edge()
    .copperLayers(4)
    .region({
      layer,
      net: 'A',
      points: [
        [2, 2],
        [6, 2],
        [6, 6],
        [6 + gap, 6],
        [6 + gap, 2],
        [10, 2],
        [10, 10],
        [2, 10],
      ],
    })
/** Two tracks of one net beside each other, joined at one end. */
const beside = (gap: number) =>
  edge()
    .pad({ at: [4, 6], size: [1, 2], net: 'A' })
    .track({ from: [4, 5.5], to: [12, 5.5], width: 0.3, net: 'A' })
    .track({ from: [4, 5.8 + gap], to: [12, 5.8 + gap], width: 0.3, net: 'A' })

testCheck(sameNetSpacing, {
  clean: [
    { name: 'a slot exactly at the limit', board: slotted(0.15) },
    {
      name: 'a corner where two tracks meet',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1] })
        .track({ from: [4, 6], to: [8, 6], width: 0.3 })
        .track({ from: [8, 6], to: [11, 9], width: 0.3 }),
    },
    {
      name: 'two nets near each other, which is another check',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], net: 'A' })
        .pad({ at: [6.05, 6], size: [1, 1], net: 'B' }),
    },
    {
      name: 'the narrow openings of thermal reliefs',
      board: poured({ gap: 0.12, spoke: 0.3 })
        .pad({ at: [6, 6], size: 1.6, shape: 'circle', net: 'GND' })
        .pad({ at: [12, 6], size: [2, 1], rotation: 30, net: 'GND' }),
    },
    {
      name: 'a crack a micrometre deep, as rounding leaves it where strokes meet',
      board: edge().region({
        points: [
          [2, 2],
          [6, 2],
          [6, 2.001],
          [6.0002, 2.001],
          [6.0002, 2],
          [10, 2],
          [10, 10],
          [2, 10],
        ],
      }),
    },
    {
      name: 'a shallow dent in a pour',
      board: edge().region({
        points: [
          [2, 2],
          [6, 2],
          [6, 2.05],
          [6.1, 2.05],
          [6.1, 2],
          [10, 2],
          [10, 10],
          [2, 10],
        ],
      }),
    },
  ],
  flagged: [
    {
      name: 'a slot in a pour',
      board: slotted(0.08),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.08, severity: 'warning' }],
    },
    {
      name: 'a slot in an inner pour',
      board: slotted(0.08, 'inner-1'),
      findings: [{ message: 'close', layer: 'inner-1', measured: 0.08 }],
    },
    {
      name: 'a slot that this fab makes, below the target',
      board: slotted(0.12),
      capability: 'pcbway_standard',
      findings: [{ message: 'close', measured: 0.12, severity: 'info' }],
    },
    {
      name: 'two tracks of one net',
      board: beside(0.1),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.1 }],
    },
  ],
  skipped: [
    {
      name: 'no copper',
      board: aBoard().outline({ width: 10, height: 10 }).without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
