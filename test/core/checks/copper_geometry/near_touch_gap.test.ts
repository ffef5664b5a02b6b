import { aBoard } from '#core/builder/board-builder.ts'
import { nearTouchGap } from '#core/checks/copper_geometry/near_touch_gap.ts'
import { testCheck } from '#test/support/test-check.ts'

const board = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [18, 10], diameter: 1, drill: 0.5 })

/** A pad whose right edge is at 6, and a track that starts at `x`, with its round end `x - 0.1`. */
const padAndTrack = (x: number, other = 'A') =>
  board()
    .pad({ at: [5, 5], size: 2, net: 'A' })
    .track({ from: [x, 5], to: [12, 5], width: 0.2, net: other })
    .pad({ at: [12, 5], size: 1, net: other })

testCheck(nearTouchGap, {
  clean: [
    { name: 'track that runs into its pad', board: padAndTrack(5) },
    { name: 'gap of 20 µm, which min_trace_spacing judges', board: padAndTrack(6.121) },
    { name: 'overlap wider than the limit', board: padAndTrack(6.098) },
    { name: 'two nets nearly touching', board: padAndTrack(6.11, 'B'), not: ['without attributes'] },
    {
      name: 'letters that touch',
      board: board()
        .track({ from: [3, 3], to: [3, 5], width: 0.2 })
        .track({ from: [3.21, 3], to: [3.21, 5], width: 0.2 }),
    },
    {
      name: 'slit in copper that hangs together',
      board: board()
        .region({
          points: [
            [2, 2],
            [8, 2],
            [8, 5],
            [2, 5],
          ],
        })
        .region({
          points: [
            [2, 5],
            [3, 5],
            [3, 5.01],
            [7, 5.01],
            [7, 5],
            [8, 5],
            [8, 8],
            [2, 8],
          ],
        })
        .pad({ at: [5, 3], size: 1 }),
    },
  ],
  flagged: [
    {
      name: 'track that ends 10 µm before its pad',
      board: padAndTrack(6.11),
      findings: [{ message: 'gap', severity: 'warning', layer: 'top-copper', at: [6.005, 5] }],
    },
    {
      name: 'track that touches its pad in a point',
      board: board()
        .pad({ at: [5, 5], size: 2, net: 'A' })
        .pad({ at: [7, 7], size: 2, net: 'A' }),
      not: ['turned askew', 'in inches', 'without attributes'],
      findings: [{ message: 'touch', severity: 'warning', layer: 'top-copper', at: [6, 6] }],
    },
    {
      name: 'two pads joined by 12 µm',
      board: board()
        .pad({ at: [5, 5], size: 2, net: 'A' })
        .pad({ at: [9, 5], size: 2, net: 'A' })
        .region({
          points: [
            [5.5, 5],
            [8.5, 5],
            [8.5, 5.012],
            [5.5, 5.012],
          ],
          net: 'A',
        }),
      findings: [{ message: 'joint', severity: 'warning', layer: 'top-copper', at: [7, 5.006] }],
    },
  ],
  skipped: [{ name: 'no copper', board: board().without('top-copper', 'bottom-copper'), missing: 'copper' }],
})
