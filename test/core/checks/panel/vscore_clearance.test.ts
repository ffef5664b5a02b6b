import { aBoard } from '#core/builder/board-builder.ts'
import { vscoreClearance } from '#core/checks/panel/vscore_clearance.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () =>
  aBoard()
    .pad({ at: [20, 20], size: [1, 1], net: 'A' })
    .pad({ at: [70, 50], size: [1, 1], net: 'B' })
const panel = () => art().outline({ width: 100, height: 80 })
const scored = () => panel().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 83] })
const padAt = (gap: number, layer = 'top-copper') => scored().pad({ at: [50.5 + gap, 30], size: [1, 1], layer })

testCheck(vscoreClearance, {
  clean: [
    { name: 'copper exactly at the limit', board: padAt(0.5) },
    {
      name: 'copper beyond the end of a line',
      board: panel()
        .track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 40] })
        .pad({ at: [50, 42], size: [1, 1] }),
    },
  ],
  flagged: [
    {
      name: 'a pad too near on top',
      board: padAt(0.3),
      findings: [{ message: 'close', layer: 'top-copper', measured: 0.3, severity: 'warning', at: [50.15, 30] }],
    },
    {
      name: 'a pad too near on the bottom',
      board: padAt(0.3, 'bottom-copper'),
      findings: [{ message: 'close', layer: 'bottom-copper', measured: 0.3 }],
    },
    {
      name: 'between the limit of a fab and the target',
      board: padAt(0.45),
      capability: 'jlcpcb_2layer',
      findings: [{ message: 'close', measured: 0.45, severity: 'info' }],
    },
    {
      name: 'a track across the line',
      board: scored()
        .pad({ at: [40, 30], size: [1, 1] })
        .pad({ at: [60, 30], size: [1, 1] })
        .track({ from: [40, 30], to: [60, 30], width: 0.3 }),
      findings: [{ message: 'across', measured: 0, at: [50, 30] }],
    },
  ],
  skipped: [
    { name: 'no outline', board: art().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 83] }), missing: 'outline' },
    { name: 'no V-score layer', board: panel(), missing: 'V-score layer' },
    { name: 'an empty V-score layer', board: panel().layer('v-score'), missing: 'V-score lines' },
  ],
})
