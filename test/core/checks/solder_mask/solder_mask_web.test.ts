import { aBoard } from '#core/builder/board-builder.ts'
import { solderMaskWeb } from '#core/checks/solder_mask/solder_mask_web.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 24, height: 12 })

/** Two pads of two nets with a dam this wide between their openings, its middle at (10, 6). */
const pair = (dam: number, layer = 'top-copper', nets = ['A', 'B']) =>
  edge()
    .pad({ at: [10 - dam / 2 - 0.3, 6], size: [0.5, 1], opening: 0.05, layer, net: nets[0]! })
    .pad({ at: [10 + dam / 2 + 0.3, 6], size: [0.5, 1], opening: 0.05, layer, net: nets[1]! })

testCheck(solderMaskWeb, {
  clean: [
    { name: 'dam exactly at the target', board: pair(0.1) },
    { name: 'pads of one net', board: pair(0.05, 'top-copper', ['A', 'A']).track({ from: [9.5, 6], to: [10.5, 6], width: 0.2, net: 'A' }) },
    {
      name: 'an opening without copper beside a pad',
      board: edge()
        .pad({ at: [9, 6], size: [0.5, 1], opening: 0.05, net: 'A' })
        .opening({ at: [9.85, 6], size: [1, 1] }),
    },
    { name: 'one common opening, which is another check', board: pair(-0.02) },
  ],
  flagged: [
    {
      name: 'thin dam',
      board: pair(0.06),
      findings: [{ message: 'thin', measured: 0.06, severity: 'error', layer: 'top-mask', at: [10, 6] }],
    },
    {
      name: 'thin dam on the bottom between round openings',
      board: edge()
        .pad({ at: [9.46, 6], size: 0.9, shape: 'circle', opening: 0.05, layer: 'bottom-copper', net: 'A' })
        .pad({ at: [10.54, 6], size: 0.9, shape: 'circle', opening: 0.05, layer: 'bottom-copper', net: 'B' }),
      findings: [{ message: 'thin', measured: 0.08, layer: 'bottom-mask', at: [10, 6] }],
    },
    {
      name: 'thinner than one fab prints, wide enough for another',
      board: pair(0.085),
      capability: 'stevenage_standard',
      findings: [{ message: 'thin', measured: 0.085, severity: 'error' }],
    },
    {
      name: 'between the limit and the target of a fab with fine dams',
      board: pair(0.09),
      capability: 'seeed_advanced',
      findings: [{ message: 'thin', measured: 0.09, severity: 'warning' }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'solder mask' }],
})
