import { aBoard } from '#core/builder/board-builder.ts'
import { boardOutlineContinuity } from '#core/checks/mechanical_outline/board_outline_continuity.ts'
import { boardOutlineMissing } from '#core/checks/mechanical_outline/board_outline_missing.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () =>
  aBoard()
    .pad({ at: [10, 6], size: [1, 1] })
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })

testCheck(boardOutlineMissing, {
  clean: [
    { name: 'closed outline', board: art().outline({ width: 20, height: 12, radius: 1 }) },
    { name: 'open outline, which is another check', board: art().outline({ width: 20, height: 12, gap: 0.4 }) },
  ],
  flagged: [
    { name: 'no outline at all', board: art(), findings: [{ message: 'missing', severity: 'error' }] },
    {
      name: 'outline drawn on the legend',
      board: art()
        .legend({ from: [0, 0], to: [20, 0], width: 0.15 })
        .legend({ from: [20, 0], to: [20, 12], width: 0.15 })
        .legend({ from: [20, 12], to: [0, 12], width: 0.15 })
        .legend({ from: [0, 12], to: [0, 0], width: 0.15 }),
      findings: [{ message: 'unlabelled', severity: 'warning' }],
    },
  ],
})

testCheck(boardOutlineContinuity, {
  clean: [{ name: 'closed outline with arcs', board: art().outline({ width: 20, height: 12, radius: 1 }) }],
  flagged: [
    {
      name: 'a gap of half a millimetre',
      board: art().outline({ width: 20, height: 12, gap: 0.5 }),
      findings: [{ message: 'gap', measured: 0.5, severity: 'error' }],
    },
  ],
  skipped: [{ name: 'no outline', board: art(), missing: 'outline' }],
})
