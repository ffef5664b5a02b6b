import { aBoard } from '#core/builder/board-builder.ts'
import { protelDialect } from '#core/builder/dialect.ts'
import { netShort } from '#core/checks/connectivity/net_short.ts'
import { testCheck } from '#test/support/test-check.ts'

const NAMED = ['without attributes']
const edge = () => aBoard().outline({ width: 30, height: 12 })
/** Two nets of two pads each, with a track between the pads of each. */
const two = () =>
  edge()
    .pad({ at: [4, 4], size: [1, 1], net: 'A' })
    .pad({ at: [14, 4], size: [1, 1], net: 'A' })
    .track({ from: [4, 4], to: [14, 4], width: 0.3, net: 'A' })
    .pad({ at: [4, 8], size: [1, 1], net: 'B' })
    .pad({ at: [14, 8], size: [1, 1], net: 'B' })
    .track({ from: [4, 8], to: [14, 8], width: 0.3, net: 'B' })

testCheck(netShort, {
  clean: [
    { name: 'two nets apart', board: two(), not: NAMED },
    { name: 'two nets close to each other', board: two().pad({ at: [14, 7.001], size: [1, 0.99], net: 'B' }), not: NAMED },
    {
      name: 'crossing tracks on two layers',
      board: two().track({ from: [4, 8], to: [4, 2], width: 0.3, net: 'B', layer: 'bottom-copper' }),
      not: NAMED,
    },
  ],
  flagged: [
    {
      name: 'a track of one net across the other',
      board: two().track({ from: [9, 8], to: [9, 3], width: 0.3, net: 'B' }),
      not: NAMED,
      findings: [{ message: 'short', measured: 1, severity: 'error', layer: 'top-copper', at: [9, 5.5] }],
    },
    {
      name: 'a via of one net through the copper of another',
      board: two()
        .via({ at: [9, 8], diameter: 0.8, drill: 0.4, net: 'B' })
        .track({ from: [9, 8], to: [9, 4], width: 0.3, net: 'B', layer: 'bottom-copper' })
        .via({ at: [9, 4], diameter: 0.6, drill: 0.3, net: 'B' }),
      not: NAMED,
      findings: [{ message: 'short', severity: 'error' }],
    },
    {
      name: 'a net tie',
      board: edge()
        .pad({ at: [4, 4], size: [1, 1], net: 'GND', ref: 'NT1', pin: '1' })
        .pad({ at: [4.8, 4], size: [1, 1], net: 'AGND', ref: 'NT1', pin: '2' }),
      not: NAMED,
      findings: [{ message: 'tie', severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'a joint in the middle of two tracks, without names',
      board: two().track({ from: [9, 4], to: [9, 8], width: 0.3 }),
      dialect: protelDialect,
      findings: [{ message: 'joint', severity: 'warning', layer: 'top-copper', at: [9, 6] }],
    },
  ],
  skipped: [
    { name: 'no names', board: two(), dialect: protelDialect, missing: 'net names' },
    { name: 'no copper', board: edge().without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
