import { aBoard } from '#core/builder/board-builder.ts'
import { drillAspectRatio } from '#core/checks/drill_via/drill_aspect_ratio.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const via = (drill: number) => edge().via({ at: [5, 6], diameter: drill + 0.4, drill })

testCheck(drillAspectRatio, {
  clean: [
    { name: 'exactly at the target, thickness assumed', board: via(0.2) },
    { name: 'exactly at the target, thickness stated', board: via(0.25).thickness(2) },
    {
      name: 'a thin non-plated hole in a thick board',
      board: edge()
        .hole({ at: [5, 6], diameter: 0.2, plated: false })
        .thickness(3.2),
    },
    {
      name: 'a plated slot',
      board: edge()
        .pad({ at: [6, 6], size: [4, 2], shape: 'obround' })
        .pad({ at: [6, 6], size: [4, 2], shape: 'obround', layer: 'bottom-copper' })
        .hole({ at: [5, 6], to: [7, 6], diameter: 0.2 })
        .thickness(3.2),
    },
  ],
  flagged: [
    {
      name: 'too deep for a stated thickness',
      board: via(0.2).thickness(2.4),
      findings: [{ message: 'deep', measured: 12, severity: 'error', at: [5, 6] }],
    },
    {
      name: 'exactly at the limit of a fab, above the target',
      board: via(0.2).thickness(2),
      capability: 'multi_cb',
      findings: [{ message: 'deep', measured: 10, severity: 'warning' }],
    },
    {
      name: 'too deep for the usual thickness, which nobody stated',
      board: via(0.125),
      findings: [{ message: 'assumed', measured: 12.8, severity: 'warning' }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge(), missing: 'drill file' }],
})
