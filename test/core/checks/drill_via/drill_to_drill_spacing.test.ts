import { aBoard } from '#core/builder/board-builder.ts'
import { drillToDrillSpacing } from '#core/checks/drill_via/drill_to_drill_spacing.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const vias = (gap: number) =>
  edge()
    .via({ at: [5, 5], diameter: 0.6, drill: 0.3 })
    .via({ at: [5.3 + gap, 5], diameter: 0.6, drill: 0.3 })

testCheck(drillToDrillSpacing, {
  clean: [
    { name: 'vias exactly at the limit', board: vias(0.25) },
    {
      name: 'the same hole twice, which is another check',
      board: edge()
        .hole({ at: [5, 5], diameter: 0.3 })
        .hole({ at: [5, 5], diameter: 0.3 }),
    },
  ],
  flagged: [
    { name: 'vias 0.1 apart', board: vias(0.1), findings: [{ message: 'close', measured: 0.1, severity: 'error', at: [5.2, 5] }] },
    {
      name: 'slot beside a hole',
      board: edge()
        .hole({ at: [5, 5], to: [7, 5], diameter: 1 })
        .hole({ at: [6, 6.1], diameter: 1 }),
      findings: [{ message: 'close', measured: 0.1, at: [6, 5.55] }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge().land({ at: [5, 5], diameter: 1 }), missing: 'drill file' }],
})
