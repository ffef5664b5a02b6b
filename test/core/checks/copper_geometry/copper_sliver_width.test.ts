import { aBoard } from '#core/builder/board-builder.ts'
import { copperSliverWidth } from '#core/checks/copper_geometry/copper_sliver_width.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
/** A block of copper with a tongue of even width to the right. */
const tongue = (width: number, length = 2) =>
  edge().region({
    net: 'A',
    points: [
      [2, 3],
      [6, 3],
      [6, 6 - width / 2],
      [6 + length, 6 - width / 2],
      [6 + length, 6 + width / 2],
      [6, 6 + width / 2],
      [6, 9],
      [2, 9],
    ],
  })

testCheck(copperSliverWidth, {
  clean: [
    { name: 'a tongue exactly at the target', board: tongue(0.15) },
    { name: 'a short stub', board: tongue(0.08, 0.1) },
    {
      name: 'right corners',
      board: edge().region({
        points: [
          [2, 2],
          [10, 2],
          [10, 9],
          [2, 9],
        ],
      }),
    },
    {
      name: 'a thin track to a pad',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1] })
        .track({ from: [4, 6], to: [9, 6], width: 0.08 })
        .pad({ at: [9, 6], size: [1, 1] }),
    },
  ],
  flagged: [
    {
      name: 'a thin tongue of a pour',
      board: tongue(0.06),
      findings: [{ message: 'sliver', layer: 'top-copper', measured: 0.06, severity: 'warning', at: [7, 6] }],
    },
    {
      name: 'exactly at the limit, below the target',
      board: tongue(0.1),
      findings: [{ message: 'sliver', measured: 0.1, severity: 'info' }],
    },
    {
      name: 'a sharp tip',
      board: edge().region({
        points: [
          [2, 3],
          [6, 3],
          [6, 5.9],
          [9, 6],
          [6, 6.1],
          [6, 9],
          [2, 9],
        ],
      }),
      findings: [{ message: 'sliver', layer: 'top-copper' }],
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
