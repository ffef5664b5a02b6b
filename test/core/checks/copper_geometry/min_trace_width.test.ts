import { aBoard } from '#core/builder/board-builder.ts'
import { minTraceWidth } from '#core/checks/copper_geometry/min_trace_width.ts'
import { testCheck } from '#test/support/test-check.ts'

const link = (width: number) =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [4, 6], size: [1, 1], net: 'A' })
    .pad({ at: [14, 6], size: [1, 1], net: 'A' })
    .track({ from: [4, 6], to: [14, 6], width, net: 'A' })

const painted = () => {
  let board = aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [4, 6], size: [0.6, 0.6] })
  for (let k = 0; k <= 20; k++) board = board.track({ from: [4, 5.5 + k * 0.05], to: [6, 5.5 + k * 0.05], width: 0.06 })
  return board
}

testCheck(minTraceWidth, {
  clean: [
    { name: 'track exactly at the limit', board: link(0.15) },
    { name: 'area painted with a thin pen', board: painted() },
    { name: 'thin track hidden under a wide one', board: link(0.3).track({ from: [5, 6], to: [13, 6], width: 0.05, net: 'A' }) },
  ],
  flagged: [
    {
      name: 'track too thin',
      board: link(0.06),
      findings: [{ message: 'thin', layer: 'top-copper', measured: 0.06, severity: 'error', at: [9, 6] }],
    },
    {
      name: 'arc too thin',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .pad({ at: [4, 6], size: [1, 1], net: 'A' })
        .pad({ at: [10, 6], size: [1, 1], net: 'A' })
        .arc({ from: [10, 6], to: [4, 6], centre: [7, 6], width: 0.1, net: 'A' }),
      findings: [{ message: 'thin', measured: 0.1, at: [7, 9] }],
    },
    {
      name: 'copper text too thin',
      board: link(0.3).track({ from: [3, 3], to: [3, 4.5], width: 0.1 }),
      findings: [{ message: 'text', measured: 0.1, severity: 'warning' }],
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
