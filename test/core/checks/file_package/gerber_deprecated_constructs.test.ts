import { aBoard } from '#core/builder/board-builder.ts'
import { gerberDeprecatedConstructs } from '#core/checks/file_package/gerber_deprecated_constructs.ts'
import { edited, TOP_COPPER } from '#test/core/checks/file_package/edit-files.ts'
import { testCheck } from '#test/support/test-check.ts'

const whole = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [5, 5], size: [1, 1] })
const afterUnit = (commands: string) => edited(TOP_COPPER, (text) => text.replace(/(%MO(MM|IN)\*%)/, `$1\n${commands}`))

testCheck(gerberDeprecatedConstructs, {
  clean: [
    { name: 'the current format', board: whole() },
    {
      name: 'the end written as M30',
      board: whole(),
      files: edited(TOP_COPPER, (text) => text.replace('M02*', 'M30*')),
    },
  ],
  flagged: [
    {
      name: 'a mirrored image',
      board: whole(),
      files: afterUnit('%MIA1B0*%'),
      findings: [{ message: 'risky', measured: 1, severity: 'warning' }],
    },
    {
      name: 'old ways of writing',
      board: whole(),
      files: afterUnit('G54D10*\nG90*'),
      findings: [{ message: 'harmless', severity: 'info' }],
    },
  ],
})
