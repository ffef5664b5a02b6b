import { aBoard } from '#core/builder/board-builder.ts'
import { minDrillSize } from '#core/checks/drill_via/min_drill_size.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })

testCheck(minDrillSize, {
  clean: [
    { name: 'via drill exactly at the limit', board: edge().via({ at: [5, 5], diameter: 0.9, drill: 0.3 }) },
    { name: 'narrow slot, which is another check', board: edge().hole({ at: [5, 5], to: [7, 5], diameter: 0.25 }) },
  ],
  flagged: [
    {
      name: 'thin via drill',
      board: edge().via({ at: [5, 5], diameter: 0.9, drill: 0.1 }),
      findings: [{ message: 'small', measured: 0.1, severity: 'error', at: [5, 5] }],
    },
    {
      name: 'non-plated hole with its own limit',
      board: edge().hole({ at: [5, 5], diameter: 0.4, plated: false }),
      findings: [{ message: 'small', measured: 0.4 }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge().land({ at: [5, 5], diameter: 1 }), missing: 'drill file' }],
})
