import { aBoard } from '#core/builder/board-builder.ts'
import { vscoreGeometry } from '#core/checks/panel/vscore_geometry.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () =>
  aBoard()
    .pad({ at: [20, 20], size: [1, 1] })
    .pad({ at: [70, 50], size: [1, 1] })
const panel = () => art().outline({ width: 100, height: 80 })
const scored = () => panel().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 83] })

testCheck(vscoreGeometry, {
  clean: [
    { name: 'a line beyond both edges', board: scored() },
    { name: 'a line exactly from edge to edge', board: panel().track({ layer: 'v-score', width: 0.2, from: [50, 0], to: [50, 80] }) },
    {
      name: 'lines exactly 5 mm apart, crossed by another',
      board: scored()
        .track({ layer: 'v-score', width: 0.2, from: [55, -3], to: [55, 83] })
        .track({ layer: 'v-score', width: 0.2, from: [-3, 40], to: [103, 40] }),
    },
    {
      name: 'a dashed line with a label and an arrow',
      board: panel()
        .track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 30] })
        .track({ layer: 'v-score', width: 0.2, from: [50, 32], to: [50, 50] })
        .track({ layer: 'v-score', width: 0.2, from: [50, 52], to: [50, 83] })
        .track({ layer: 'v-score', width: 0.2, from: [53, 40], to: [56, 40] })
        .track({ layer: 'v-score', width: 0.2, from: [56, 40], to: [56, 44] })
        .track({ layer: 'v-score', width: 0.2, from: [52, 90], to: [60, 90] }),
    },
    {
      name: 'the panel edge drawn on the same layer',
      board: scored()
        .track({ layer: 'v-score', width: 0.2, from: [0, 0], to: [100, 0] })
        .track({ layer: 'v-score', width: 0.2, from: [100, 0], to: [100, 80] }),
    },
    { name: 'a line drawn twice', board: scored().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 83] }) },
    {
      name: 'a panel exactly as large and thick as needed',
      board: art()
        .outline({ width: 100, height: 70 })
        .track({ layer: 'v-score', width: 0.2, from: [50, 0], to: [50, 70] })
        .thickness(0.8),
    },
  ],
  flagged: [
    {
      name: 'a line that stops inside',
      board: panel().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 60] }),
      findings: [{ message: 'stops', measured: 1, severity: 'warning', layer: 'v-score', at: [50, 60] }],
    },
    {
      name: 'a line that turns a corner',
      board: panel()
        .track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 40] })
        .track({ layer: 'v-score', width: 0.2, from: [50, 40], to: [103, 40] }),
      findings: [{ message: 'bent', measured: 1, at: [50, 40] }],
    },
    {
      name: 'a curved line',
      board: scored().items([
        { kind: 'arc', layer: 'v-score', from: [20, 40], to: [40, 40], centre: [30, 40], clockwise: true, width: 0.2 },
      ]),
      findings: [{ message: 'bent', at: [20, 40] }],
    },
    {
      name: 'two lines 3 mm apart',
      board: scored().track({ layer: 'v-score', width: 0.2, from: [53, -3], to: [53, 83] }),
      findings: [{ message: 'close', measured: 3, at: [51.5, 40] }],
    },
    {
      name: 'a small panel',
      board: art()
        .outline({ width: 100, height: 60 })
        .track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 63] }),
      findings: [{ message: 'small', measured: 60, at: [50, 30] }],
    },
    {
      name: 'a panel too small for this fab only',
      board: scored(),
      capability: 'eurocircuits_class6',
      findings: [{ message: 'small', measured: 80 }],
    },
    { name: 'a thin board', board: scored().thickness(0.6), findings: [{ message: 'thin', measured: 0.6 }] },
  ],
  skipped: [
    { name: 'no outline', board: art().track({ layer: 'v-score', width: 0.2, from: [50, -3], to: [50, 83] }), missing: 'outline' },
    { name: 'no V-score layer', board: panel(), missing: 'V-score layer' },
    { name: 'an empty V-score layer', board: panel().layer('v-score'), missing: 'V-score lines' },
  ],
})
