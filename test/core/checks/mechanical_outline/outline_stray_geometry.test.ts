import { aBoard } from '#core/builder/board-builder.ts'
import { outlineStrayGeometry } from '#core/checks/mechanical_outline/outline_stray_geometry.ts'
import { testCheck } from '#test/support/test-check.ts'

const box = () =>
  aBoard()
    .pad({ at: [10, 6], size: [1, 1] })
    .outline({ width: 20, height: 12, radius: 1 })
const stroke = (from: readonly [number, number], to: readonly [number, number]) =>
  ({ kind: 'draw', layer: 'outline', from, to, width: 0.1 }) as const

testCheck(outlineStrayGeometry, {
  clean: [
    { name: 'an edge and a cut-out', board: box().cutout({ at: [5, 5], diameter: 3 }) },
    { name: 'a slip of 5 µm where two strokes meet', board: box().items([stroke([20, 5], [20.005, 5])]) },
    { name: 'a circle as small as a router', board: box().cutout({ at: [5, 5], diameter: 0.8 }) },
    { name: 'a slot drawn as a contour', board: box().cutout({ at: [4, 5], width: 3, height: 0.6, radius: 0.3 }) },
    {
      name: 'a hole beside a cut-out',
      board: box()
        .cutout({ at: [5, 5], diameter: 3 })
        .hole({ at: [8, 5], diameter: 3, plated: false }),
    },
    {
      name: 'a large cut-out with a small hole in the middle',
      board: box()
        .cutout({ at: [5, 5], diameter: 4 })
        .hole({ at: [5, 5], diameter: 1 }),
    },
  ],
  flagged: [
    {
      name: 'a dimension line with an arrow',
      board: box().items([stroke([0, -4], [20, -4]), stroke([0, -4], [1, -3.5]), stroke([0, -4], [1, -4.5])]),
      findings: [{ message: 'strokes', measured: 3, severity: 'warning', layer: 'outline', at: [0, -4] }],
    },
    {
      name: 'two notes far from each other',
      board: box().items([stroke([3, 3], [4, 3]), stroke([15, 9], [16, 9])]),
      findings: [
        { message: 'strokes', measured: 1, at: [3, 3] },
        { message: 'strokes', measured: 1, at: [15, 9] },
      ],
    },
    {
      name: 'a small mark outside the board',
      board: box().cutout({ at: [25, 5], diameter: 1 }),
      findings: [{ message: 'figures', measured: 1 }],
    },
    {
      name: 'flashes on the outline layer',
      board: box()
        .pad({ at: [4, 4], size: 1, shape: 'circle', layer: 'outline' })
        .pad({ at: [16, 8], size: 1, shape: 'circle', layer: 'outline' }),
      findings: [{ message: 'pads', measured: 2 }],
    },
    {
      name: 'a mounting hole drilled and drawn',
      board: box()
        .cutout({ at: [5, 5], diameter: 3 })
        .hole({ at: [5, 5], diameter: 3, plated: false }),
      findings: [{ message: 'hole', measured: 1, at: [5, 5] }],
    },
    {
      name: 'a circle below the router',
      board: box().cutout({ at: [5, 5], diameter: 0.5 }),
      findings: [{ message: 'small', measured: 1, at: [5, 5] }],
    },
  ],
  skipped: [
    { name: 'no outline', board: aBoard().pad({ at: [10, 6], size: [1, 1] }), missing: 'outline' },
    {
      name: 'an edge on the legend only',
      board: aBoard()
        .pad({ at: [4, 4], size: [1, 1] })
        .pad({ at: [8, 4], size: [1, 1] })
        .pad({ at: [4, 8], size: [1, 1] })
        .pad({ at: [8, 8], size: [1, 1] })
        .legend({ from: [0, 0], to: [20, 0], width: 0.15 })
        .legend({ from: [20, 0], to: [20, 12], width: 0.15 })
        .legend({ from: [20, 12], to: [0, 12], width: 0.15 })
        .legend({ from: [0, 12], to: [0, 0], width: 0.15 }),
      missing: 'outline file',
    },
  ],
})
