import { aBoard } from '#core/builder/board-builder.ts'
import { eagleDialect } from '#core/builder/dialect.ts'
import { platingAmbiguous } from '#core/checks/file_package/plating_ambiguous.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [16, 6], size: [1, 1] })

testCheck(platingAmbiguous, {
  clean: [
    {
      name: 'vias and a mounting hole, stated',
      board: edge()
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
        .hole({ at: [10, 6], diameter: 3, plated: false }),
    },
    {
      name: 'a non-plated hole with copper on one side',
      board: edge()
        .land({ at: [5, 5], diameter: 2 })
        .hole({ at: [5, 5], diameter: 1, plated: false }),
    },
    {
      name: 'holes that say nothing but sit in lands',
      board: edge().via({ at: [5, 5], diameter: 0.8, drill: 0.4 }),
      dialect: eagleDialect,
    },
  ],
  flagged: [
    {
      name: 'a non-plated hole in lands on both sides',
      board: edge()
        .land({ at: [5, 5], diameter: 2, layer: 'all' })
        .hole({ at: [5, 5], diameter: 1, plated: false }),
      findings: [{ message: 'contradicted', measured: 1, severity: 'warning' }],
    },
    {
      name: 'a non-plated tool beside plated ones, in lands on both sides',
      board: edge()
        .via({ at: [10, 3], diameter: 0.8, drill: 0.4 })
        .land({ at: [5, 5], diameter: 2, layer: 'all' })
        .hole({ at: [5, 5], diameter: 1, plated: false })
        .hole({ at: [12, 9], diameter: 3, plated: false }),
      findings: [{ message: 'contradicted', measured: 1, severity: 'warning' }],
    },
    {
      name: 'a hole that says nothing, with a land on one side only',
      board: edge()
        .land({ at: [5, 5], diameter: 2 })
        .hole({ at: [5, 5], diameter: 1 }),
      dialect: eagleDialect,
      findings: [{ message: 'unstated', measured: 1, severity: 'info' }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge(), missing: 'drill file' },
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
