import { aBoard } from '#core/builder/board-builder.ts'
import { minTraceSpacing } from '#core/checks/copper_geometry/min_trace_spacing.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const padsApart = (gap: number) =>
  edge()
    .pad({ at: [5, 6], size: [1, 1], net: 'A' })
    .pad({ at: [6 + gap, 6], size: [1, 1], net: 'B' })

testCheck(minTraceSpacing, {
  clean: [
    { name: 'gap exactly at the limit', board: padsApart(0.15) },
    {
      name: 'one piece of copper',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1] })
        .track({ from: [5, 6], to: [9, 6], width: 0.2 }),
    },
    {
      name: 'two parts of one net, joined by vias, close to each other',
      board: edge()
        .via({ at: [4, 6], diameter: 0.8, drill: 0.4, net: 'A' })
        .via({ at: [4.9, 6], diameter: 0.8, drill: 0.4, net: 'A' })
        .track({ from: [4, 6], to: [4.9, 6], width: 0.3, layer: 'bottom-copper', net: 'A' }),
    },
    {
      name: 'letters of copper text',
      board: edge()
        .track({ from: [3, 3], to: [3, 4], width: 0.2 })
        .track({ from: [3.25, 3], to: [3.25, 4], width: 0.2 }),
    },
  ],
  flagged: [
    {
      name: 'pads 30 µm apart',
      board: padsApart(0.03),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.03, severity: 'error', at: [5.515, 6] }],
    },
    {
      name: 'a 45 degree track end with a true gap of 0.100',
      board: edge()
        .pad({ at: [10, 6], size: [2, 2], net: 'A' })
        .track({ from: [12.5, 8.5], to: [11 + (0.1 + 0.15) * Math.SQRT1_2, 7 + (0.1 + 0.15) * Math.SQRT1_2], width: 0.3, net: 'B' })
        .pad({ at: [12.5, 8.5], size: [0.6, 0.6], net: 'B' }),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.1 }],
    },
    {
      name: 'between the limit of a finer fab and the target',
      board: padsApart(0.12),
      capability: 'jlcpcb_2layer',
      findings: [{ message: 'close', measured: 0.12, severity: 'warning' }],
    },
    {
      name: 'text beside a track of a net',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], net: 'A' })
        .track({ from: [5.7, 5.5], to: [5.7, 6.5], width: 0.2 }),
      findings: [{ message: 'marking', measured: 0.1, severity: 'warning' }],
    },
  ],
  skipped: [
    {
      name: 'no copper',
      board: aBoard().outline({ width: 10, height: 10 }).without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
