import { aBoard } from '#core/builder/board-builder.ts'
import { protelDialect } from '#core/builder/dialect.ts'
import { netOpen } from '#core/checks/connectivity/net_open.ts'
import { testCheck } from '#test/support/test-check.ts'

const NAMED = ['without attributes']
const edge = () => aBoard().outline({ width: 30, height: 12 })
/** One net of two pads; the track between them leaves out a piece. */
const link = (gap: number) => {
  const board = edge()
    .pad({ at: [4, 6], size: [1, 1], net: 'A', ref: 'R1', pin: '1' })
    .pad({ at: [20, 6], size: [1, 1], net: 'A', ref: 'R2', pin: '1' })
  return gap === 0
    ? board.track({ from: [4, 6], to: [20, 6], width: 0.3, net: 'A' })
    : board
        .track({ from: [4, 6], to: [12 - gap / 2, 6], width: 0.3, net: 'A' })
        .track({ from: [12 + gap / 2, 6], to: [20, 6], width: 0.3, net: 'A' })
}

testCheck(netOpen, {
  clean: [
    { name: 'one piece of copper', board: link(0), not: NAMED },
    {
      name: 'joined through a via and the other side',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1], net: 'A' })
        .track({ from: [4, 6], to: [8, 6], width: 0.3, net: 'A' })
        .via({ at: [8, 6], diameter: 0.8, drill: 0.4, net: 'A' })
        .track({ from: [8, 6], to: [16, 6], width: 0.3, net: 'A', layer: 'bottom-copper' })
        .via({ at: [16, 6], diameter: 0.8, drill: 0.4, net: 'A' }),
      not: NAMED,
    },
  ],
  flagged: [
    {
      name: 'a track with a gap',
      board: link(1),
      not: NAMED,
      findings: [{ message: 'open', measured: 1, severity: 'error', layer: 'top-copper', at: [12, 6] }],
    },
    {
      name: 'two pads and no track',
      board: edge()
        .pad({ at: [4, 6], size: 1, shape: 'circle', net: 'A' })
        .pad({ at: [8, 6], size: 1, shape: 'circle', net: 'A' }),
      not: NAMED,
      findings: [{ message: 'open', severity: 'error', at: [6, 6] }],
    },
    {
      name: 'pads on two sides and no via',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1], net: 'A' })
        .pad({ at: [8, 6], size: [1, 1], net: 'A', layer: 'bottom-copper' }),
      not: NAMED,
      findings: [{ message: 'apart', severity: 'error' }],
    },
    {
      name: 'a via that lost its hole',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1], net: 'A' })
        .track({ from: [4, 6], to: [8, 6], width: 0.3, net: 'A' })
        .land({ at: [8, 6], diameter: 0.8, net: 'A' })
        .land({ at: [8, 6], diameter: 0.8, net: 'A', layer: 'bottom-copper' })
        .via({ at: [20, 3], diameter: 0.8, drill: 0.4, net: 'B' }),
      not: NAMED,
      findings: [{ message: 'apart', severity: 'error' }],
    },
    {
      name: 'a track with a gap, without names',
      board: link(1),
      dialect: protelDialect,
      findings: [{ message: 'broken', severity: 'warning', layer: 'top-copper', at: [12, 6] }],
    },
  ],
  skipped: [
    { name: 'no names', board: link(0), dialect: protelDialect, missing: 'net names' },
    { name: 'no copper', board: edge().without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
