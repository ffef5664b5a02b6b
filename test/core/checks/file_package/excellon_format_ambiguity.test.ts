import { aBoard } from '#core/builder/board-builder.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { excellonFormatAmbiguity } from '#core/checks/file_package/excellon_format_ambiguity.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { without } from '#test/core/checks/file_package/edit-files.ts'
import { irregular, withHoles } from '#test/core/checks/file_package/irregular-board.ts'
import { testCheck } from '#test/support/test-check.ts'

const UNIT = /^(METRIC|INCH).*\r?\n|^;.*FORMAT.*\r?\n/gm
const DRILL = /\.(drl|TXT)$/
/** Whole digits, as older tools write them. */
const digits: Dialect = { ...kicadDialect, drill: { ...kicadDialect.drill, integer: 3, decimal: 3, zeros: 'TZ' } }

/** Holes whose digits land on pads both as thousandths of a millimetre and as ten-thousandths of an inch. */
const twofold = () => {
  const board = aBoard().outline({ width: 60, height: 60 })
  for (const [x, y] of [
    [4, 3],
    [7, 11],
    [13, 6],
    [17, 15],
  ] as const)
    board.via({ at: [x, y], diameter: 0.8, drill: 0.4 }).land({ at: [x * 2.54, y * 2.54], diameter: 0.8, layer: 'all' })
  return board
}

testCheck(excellonFormatAmbiguity, {
  clean: [
    { name: 'unit and decimal points', board: irregular() },
    { name: 'unit and digits', board: irregular(), dialect: digits },
  ],
  flagged: [
    {
      name: 'a file without its unit',
      board: irregular(),
      files: without(DRILL, UNIT),
      not: ['without attributes'],
      findings: [{ message: 'undeclared', severity: 'info' }],
    },
    {
      name: 'digits that fit in two units',
      board: twofold(),
      dialect: digits,
      files: without(DRILL, UNIT),
      // Away from the origin the two readings part.
      not: ['shifted'],
      findings: [{ message: 'twoFit', severity: 'error' }],
    },
    {
      name: 'holes far from the board',
      board: withHoles(irregular(), shiftBy(300, 200)),
      not: ['without attributes'],
      findings: [{ message: 'noFit', severity: 'warning' }],
    },
  ],
  skipped: [
    {
      name: 'no drill file',
      board: aBoard()
        .outline({ width: 9, height: 9 })
        .pad({ at: [4, 4], size: [1, 1] }),
      missing: 'drill file',
    },
    {
      name: 'no copper',
      board: aBoard()
        .outline({ width: 9, height: 9 })
        .hole({ at: [5, 5], diameter: 1 })
        .without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
