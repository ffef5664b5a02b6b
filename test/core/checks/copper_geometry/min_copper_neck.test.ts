import { aBoard } from '#core/builder/board-builder.ts'
import { minCopperNeck } from '#core/checks/copper_geometry/min_copper_neck.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 }).copperLayers(4)
/** Two blocks of copper joined by a bridge of some width. */
const joined = (width: number, layer = 'top-copper') =>
  edge().region({
    layer,
    net: 'A',
    points: [
      [2, 3],
      [6, 3],
      [6, 6 - width / 2],
      [6.3, 6 - width / 2],
      [6.3, 3],
      [10, 3],
      [10, 9],
      [6.3, 9],
      [6.3, 6 + width / 2],
      [6, 6 + width / 2],
      [6, 9],
      [2, 9],
    ],
  })

testCheck(minCopperNeck, {
  clean: [
    { name: 'a neck exactly at the limit', board: joined(0.15) },
    {
      name: 'a thin track between two pads, which is another check',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1] })
        .pad({ at: [9, 6], size: [1, 1] })
        .track({ from: [4, 6], to: [9, 6], width: 0.1 }),
    },
    {
      name: 'corners of a pour',
      board: edge().region({
        points: [
          [2, 2],
          [10, 2],
          [6, 9],
        ],
      }),
    },
    {
      name: 'two pours that overlap well',
      board: edge()
        .region({
          points: [
            [2, 2],
            [6, 2],
            [6, 9],
            [2, 9],
          ],
        })
        .region({
          points: [
            [5.5, 2],
            [10, 2],
            [10, 9],
            [5.5, 9],
          ],
        }),
    },
  ],
  flagged: [
    {
      name: 'a neck of 40 µm in a pour',
      board: joined(0.04),
      findings: [{ message: 'narrow', layer: 'top-copper', measured: 0.04, severity: 'error', at: [6.15, 6] }],
    },
    {
      name: 'a neck on an inner layer',
      board: joined(0.08, 'inner-2'),
      findings: [{ message: 'narrow', layer: 'inner-2', measured: 0.08, severity: 'error' }],
    },
    {
      name: 'a neck that this fab makes, below the target',
      board: joined(0.12),
      capability: 'pcbway_standard',
      findings: [{ message: 'narrow', measured: 0.12, severity: 'warning' }],
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
