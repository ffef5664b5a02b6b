import { aBoard } from '#core/builder/board-builder.ts'
import { gerberInvalidConstructs } from '#core/checks/file_package/gerber_invalid_constructs.ts'
import { edited, TOP_COPPER } from '#test/core/checks/file_package/edit-files.ts'
import { testCheck } from '#test/support/test-check.ts'

const whole = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [5, 5], size: [1, 1] })
    .region({
      points: [
        [8, 3],
        [14, 3],
        [14, 9],
        [8, 9],
      ],
    })

testCheck(gerberInvalidConstructs, {
  clean: [
    { name: 'files as the format wants them', board: whole() },
    { name: 'a file that ends early', board: whole(), files: edited(TOP_COPPER, (text) => text.replace(/M02\*\s*$/, '')) },
  ],
  flagged: [
    {
      name: 'an aperture that was never defined',
      board: whole(),
      files: edited(TOP_COPPER, (text) => text.replace(/M02\*/, 'D99*\nX1000000Y1000000D03*\nM02*')),
      findings: [
        { message: 'invalid', severity: 'error' },
        { message: 'invalid', severity: 'error' },
      ],
    },
    {
      name: 'a region that is not closed',
      board: whole(),
      files: edited(TOP_COPPER, (text) => text.replace(/[XY][^\n]*D01\*\r?\n(?=G37\*)/, '')),
      findings: [{ message: 'invalid', severity: 'warning' }],
    },
  ],
})
