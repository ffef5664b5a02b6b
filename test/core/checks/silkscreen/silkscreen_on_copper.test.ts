import { aBoard } from '#core/builder/board-builder.ts'
import { silkscreenOnCopper } from '#core/checks/silkscreen/silkscreen_on_copper.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A pad of 1 mm at (10, 6), open. */
const edge = (layer = 'top-copper') =>
  aBoard()
    .outline({ width: 24, height: 12 })
    .pad({ at: [10, 6], size: [1, 1], opening: 0.05, layer, net: 'A' })

/** A stroke that ends inside the pad, so that it lies on it for the given length (and its round end). */
const stroke = (x: number, width: number, layer = 'top-legend') => edge().legend({ from: [5, 6], to: [x, 6], width, layer })

testCheck(silkscreenOnCopper, {
  clean: [
    { name: 'the line ends exactly at the pad', board: stroke(9.4, 0.2) },
    {
      name: 'on copper under mask',
      board: edge()
        .track({ from: [5, 3], to: [9, 3], width: 0.5 })
        .legend({ from: [7, 1], to: [7, 5], width: 0.2 }),
    },
    { name: 'on a pad of the other side', board: stroke(10, 0.2, 'bottom-legend') },
    {
      name: 'a mark inside a hole',
      board: edge()
        .land({ at: [15, 6], diameter: 1.8, layer: 'all' })
        .hole({ at: [15, 6], diameter: 1 })
        .opening({ at: [15, 6], size: 1.9, shape: 'circle' })
        .legend({ from: [14.9, 6], to: [15.1, 6], width: 0.2 }),
    },
    {
      name: 'an opening without copper',
      board: edge()
        .opening({ at: [15, 6], size: [2, 2] })
        .legend({ from: [14, 6], to: [16, 6], width: 0.2 }),
    },
  ],
  flagged: [
    {
      name: 'a line across the pad',
      board: edge().legend({ from: [5, 6], to: [15, 6], width: 0.2 }),
      findings: [{ message: 'ink', measured: 0.2, severity: 'warning', layer: 'top-legend', at: [10, 6] }],
    },
    {
      name: 'two lines on one pad count together',
      board: edge()
        .legend({ from: [5, 5.75], to: [15, 5.75], width: 0.1 })
        .legend({ from: [5, 6.25], to: [15, 6.25], width: 0.1 }),
      findings: [{ message: 'ink', measured: 0.2, at: [10, 6] }],
    },
    {
      name: 'a little ink on the edge, bottom',
      board: edge('bottom-copper')
        .legend({ from: [9.55, 4], to: [9.55, 8], width: 0.16, layer: 'bottom-legend' })
        .legend({ from: [2, 2], to: [4, 2], width: 0.2 }),
      findings: [{ message: 'ink', measured: 0.13, severity: 'warning', layer: 'bottom-legend', at: [10, 6] }],
    },
    {
      name: 'less than the limit',
      board: edge().legend({ from: [9.5, 6.3], to: [9.5, 9], width: 0.2 }),
      findings: [{ message: 'ink', measured: 0.1 * 0.2 + (Math.PI * 0.01) / 4, severity: 'info', layer: 'top-legend' }],
    },
    {
      name: 'ink on an open ground area away from any pad',
      board: edge()
        .region({
          points: [
            [14, 4],
            [18, 4],
            [18, 8],
            [14, 8],
          ],
        })
        .opening({ at: [16, 6], size: [3, 3] })
        .legend({ from: [15, 6], to: [17, 6], width: 0.2 }),
      findings: [{ message: 'ink', measured: 0.4 + Math.PI * 0.01, severity: 'warning', at: [16, 6] }],
    },
  ],
  skipped: [
    {
      name: 'no mask',
      board: aBoard()
        .outline({ width: 24, height: 12 })
        .pad({ at: [5, 6], size: [1, 1] })
        .legend({ from: [2, 2], to: [4, 2], width: 0.2 }),
      missing: 'solder mask',
    },
  ],
})
