import { aBoard } from '#core/builder/board-builder.ts'
import { boardSizeLimits } from '#core/checks/mechanical_outline/board_size_limits.ts'
import { testCheck } from '#test/support/test-check.ts'

const sized = (width: number, height: number) =>
  aBoard()
    .outline({ width, height })
    .pad({ at: [width / 2, height / 2], size: [1, 1] })

testCheck(boardSizeLimits, {
  clean: [
    { name: 'as small as allowed', board: sized(10, 10) },
    { name: 'as large as allowed', board: sized(450, 450) },
    {
      name: 'an outline with round corners',
      board: aBoard()
        .outline({ width: 20, height: 12, radius: 3 })
        .pad({ at: [10, 6], size: [1, 1] }),
    },
  ],
  flagged: [
    { name: 'too small', board: sized(30, 8), findings: [{ message: 'small', measured: 8, severity: 'warning', at: [15, 4] }] },
    { name: 'too long', board: sized(460, 100), findings: [{ message: 'long', measured: 460, severity: 'warning', at: [230, 50] }] },
    {
      name: 'too large both ways',
      board: sized(470, 460),
      findings: [
        { message: 'long', measured: 470 },
        { message: 'wide', measured: 460 },
      ],
    },
  ],
  skipped: [{ name: 'no outline', board: aBoard().pad({ at: [5, 5], size: [1, 1] }), missing: 'outline' }],
})
