import { aBoard } from '#core/builder/board-builder.ts'
import { drillPadRegistration } from '#core/checks/drill_via/drill_pad_registration.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const landed = (off: number, land = 0.9) =>
  edge()
    .land({ at: [5, 6], diameter: land, layer: 'all' })
    .hole({ at: [5 + off, 6], diameter: 0.6 })

testCheck(drillPadRegistration, {
  clean: [
    { name: 'a hole in the centre', board: landed(0) },
    { name: 'a hole exactly at the target', board: landed(0.02) },
    { name: 'an off-centre hole in a large pad', board: landed(0.3, 3) },
    {
      name: 'a non-plated hole beside a pad centre',
      board: edge()
        .land({ at: [5, 6], diameter: 0.9, layer: 'all' })
        .hole({ at: [5.1, 6], diameter: 0.6, plated: false }),
    },
    {
      name: 'an oblong pad with its hole at one end',
      board: edge()
        .pad({ at: [6, 6], size: [4, 1.6], shape: 'obround' })
        .pad({ at: [6, 6], size: [4, 1.6], shape: 'obround', layer: 'bottom-copper' })
        .hole({ at: [5, 6], diameter: 1 }),
    },
  ],
  flagged: [
    {
      name: 'a hole 0.1 beside the centre',
      board: landed(0.1),
      findings: [
        { message: 'off', layer: 'top-copper', measured: 0.1, severity: 'error', at: [5.1, 6] },
        { message: 'off', layer: 'bottom-copper', measured: 0.1, severity: 'error', at: [5.1, 6] },
      ],
    },
    {
      name: 'exactly at the limit, above the target',
      board: landed(0.05),
      findings: [
        { message: 'off', layer: 'top-copper', measured: 0.05, severity: 'warning' },
        { message: 'off', layer: 'bottom-copper', measured: 0.05, severity: 'warning' },
      ],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().land({ at: [5, 6], diameter: 1 }), missing: 'drill file' },
    {
      name: 'no copper',
      board: edge()
        .hole({ at: [5, 6], diameter: 1 })
        .without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
