import { aBoard } from '#core/builder/board-builder.ts'
import { silkscreenMinWidth } from '#core/checks/silkscreen/silkscreen_min_width.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 24, height: 12 })

const line = (width: number, layer = 'top-legend') => edge().legend({ from: [5, 6], to: [9, 6], width, layer })

testCheck(silkscreenMinWidth, {
  clean: [
    { name: 'exactly at the target', board: line(0.15) },
    { name: 'a thin track is no legend', board: line(0.2).track({ from: [5, 3], to: [9, 3], width: 0.08 }) },
    {
      name: 'an area painted with thin strokes side by side',
      board: Array.from({ length: 12 }, (_, i) => 3 + i * 0.05).reduce(
        (board, y) => board.legend({ from: [5, y], to: [9, y], width: 0.08 }),
        edge(),
      ),
    },
  ],
  flagged: [
    {
      name: 'too thin',
      board: line(0.08),
      findings: [{ message: 'thin', measured: 0.08, severity: 'warning', layer: 'top-legend', at: [7, 6] }],
    },
    {
      name: 'between limit and target, on the bottom',
      board: line(0.14, 'bottom-legend'),
      capability: 'oshpark_2layer',
      findings: [{ message: 'thin', measured: 0.14, severity: 'info', layer: 'bottom-legend', at: [7, 6] }],
    },
    {
      name: 'a thin arc',
      board: edge().items([{ kind: 'arc', layer: 'top-legend', from: [9, 6], to: [7, 8], centre: [7, 6], clockwise: false, width: 0.06 }]),
      findings: [{ message: 'thin', measured: 0.06, severity: 'warning', at: [7 + Math.SQRT2, 6 + Math.SQRT2] }],
    },
  ],
  skipped: [{ name: 'no legend', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'silkscreen' }],
})
