import { aBoard } from '#core/builder/board-builder.ts'
import { maskToTraceClearance } from '#core/checks/solder_mask/mask_to_trace_clearance.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 24, height: 12 })

/** A pad 1 mm square at (5, 6) with an opening of 1.1 mm: its edge is at y = 6.55. */
const pad = () => edge().pad({ at: [5, 6], size: [1, 1], opening: 0.05, net: 'A' })

/** A foreign track whose lower edge is at y. */
const track = (y: number) => pad().track({ from: [3, y + 0.1], to: [8, y + 0.1], width: 0.2, net: 'B' })

const square = (x: number, y: number, half: number) =>
  [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ] as const

testCheck(maskToTraceClearance, {
  clean: [
    { name: 'exactly at the target', board: track(6.6) },
    { name: 'its own track leaves through the opening', board: pad().track({ from: [5, 6], to: [9, 6], width: 0.3, net: 'A' }) },
    {
      name: 'copper of its own net beside it',
      board: pad()
        .track({ from: [5, 6], to: [5, 8], width: 0.2, net: 'A' })
        .track({ from: [5, 8], to: [5.7, 8], width: 0.2, net: 'A' })
        .track({ from: [5.7, 8], to: [5.7, 4], width: 0.2, net: 'A' }),
    },
    {
      name: 'two pads of two nets in one opening',
      board: edge()
        .pad({ at: [5, 6], size: [0.3, 1], net: 'A' })
        .pad({ at: [5.5, 6], size: [0.3, 1], net: 'B' })
        .opening({ at: [5.25, 6], size: [0.9, 1.1] }),
    },
    {
      name: 'a picture in the mask lies over a pad and a track',
      board: track(7)
        .region({ points: square(8, 6, 3.5), layer: 'top-mask' })
        .track({ from: [6, 4], to: [11, 4], width: 0.2, net: 'C' }),
    },
    {
      name: 'the wide opening of a fiducial in a pour',
      board: edge()
        .pad({ at: [12, 6], size: 1, shape: 'circle', opening: 1 })
        .pour({ points: square(12, 6, 4), clearance: 0.5, net: 'GND' }),
    },
    {
      name: 'an opening without a pad',
      board: edge()
        .opening({ at: [12, 6], size: [3, 3] })
        .track({ from: [8, 6], to: [16, 6], width: 0.2 }),
    },
  ],
  flagged: [
    {
      name: 'closer than the limit',
      board: track(6.56),
      findings: [{ message: 'close', measured: 0.01, severity: 'error', layer: 'top-mask' }],
    },
    {
      name: 'between limit and target, on the bottom',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], opening: 0.05, layer: 'bottom-copper', net: 'A' })
        .track({ from: [3, 6.69], to: [8, 6.69], width: 0.2, layer: 'bottom-copper', net: 'B' }),
      findings: [{ message: 'close', measured: 0.04, severity: 'warning', layer: 'bottom-mask' }],
    },
    {
      name: 'a track runs into the opening',
      board: track(6.52),
      findings: [{ message: 'exposed', measured: -0.03, severity: 'error', layer: 'top-copper' }],
    },
    {
      name: 'a whole track end inside the opening',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], net: 'A' })
        .opening({ at: [5, 6], size: [2, 2] })
        .track({ from: [5.75, 5.5], to: [5.75, 9], width: 0.2, net: 'B' }),
      findings: [{ message: 'exposed', measured: -0.35, severity: 'error' }],
    },
    {
      name: 'a pour around the opening counts once',
      board: edge()
        .pad({ at: [5, 6], size: 1, shape: 'circle', opening: 0.05, net: 'A' })
        .pour({ points: square(5, 6, 2), clearance: 0.06, net: 'GND' }),
      findings: [{ message: 'close', measured: 0.01, severity: 'error' }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'solder mask' }],
})
