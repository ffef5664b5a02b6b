import { aBoard } from '#core/builder/board-builder.ts'
import { duplicateDrillHits } from '#core/checks/drill_via/duplicate_drill_hits.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [15, 3], size: [1, 1] })
const pair = (apart: number, second = 1, plated = false) =>
  edge()
    .hole({ at: [5, 6], diameter: 1, plated: false })
    .hole({ at: [5 + apart, 6], diameter: second, plated })

testCheck(duplicateDrillHits, {
  clean: [
    { name: 'holes that touch', board: pair(1) },
    { name: 'holes apart', board: pair(3) },
    { name: 'walls that overlap by the file rounding', board: pair(0.995) },
  ],
  flagged: [
    {
      name: 'one hole drilled twice',
      board: pair(0),
      findings: [{ message: 'repeated', measured: 1, severity: 'error', at: [5, 6] }],
    },
    {
      name: 'two tools at one place',
      board: pair(0, 0.8),
      findings: [{ message: 'repeated', severity: 'error', at: [5, 6] }],
    },
    {
      name: 'a slot drilled twice',
      board: edge()
        .hole({ at: [5, 6], to: [8, 6], diameter: 1, plated: false })
        .hole({ at: [5, 6], to: [8, 6], diameter: 1, plated: false }),
      findings: [{ message: 'repeated', at: [6.5, 6] }],
    },
    {
      name: 'holes of one tool that overlap',
      board: pair(0.6),
      findings: [{ message: 'chain', severity: 'warning', at: [5.3, 6] }],
    },
    {
      name: 'holes of two tools that overlap',
      board: pair(0.6, 1.2),
      findings: [{ message: 'overlapping', severity: 'error' }],
    },
    {
      name: 'a plated and a non-plated hole that overlap',
      board: edge()
        .land({ at: [5, 6], diameter: 2, layer: 'all' })
        .hole({ at: [5, 6], diameter: 1 })
        .hole({ at: [5.6, 6], diameter: 1.2, plated: false }),
      findings: [{ message: 'conflict', severity: 'error' }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge(), missing: 'drill file' }],
})
