import { aBoard } from '#core/builder/board-builder.ts'
import { holeToEdgeDistance } from '#core/checks/drill_via/hole_to_edge_distance.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [10, 6], size: [1, 1] })
const holeAt = (gap: number, plated = false) => edge().hole({ at: [0.5 + gap, 6], diameter: 1, plated })

testCheck(holeToEdgeDistance, {
  clean: [
    { name: 'a hole exactly at the target', board: holeAt(0.5) },
    { name: 'a hole cut by the edge', board: holeAt(-0.5) },
    { name: 'a hole in the middle', board: holeAt(5) },
  ],
  flagged: [
    {
      name: 'a hole too near to the edge',
      board: holeAt(0.2),
      findings: [{ message: 'close', measured: 0.2, severity: 'warning', at: [0.7, 6] }],
    },
    {
      name: 'exactly at the limit of a fab, below the target',
      board: holeAt(0.4),
      capability: 'pcbway_standard',
      findings: [{ message: 'close', measured: 0.4, severity: 'info' }],
    },
    {
      name: 'a slot beside a round cut-out',
      board: edge()
        .cutout({ at: [10, 9], diameter: 3 })
        .hole({ at: [8, 6], to: [12, 6], diameter: 2.4, plated: false }),
      findings: [{ message: 'close', measured: 0.3, at: [10, 6] }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge(), missing: 'drill file' },
    { name: 'no outline', board: aBoard().hole({ at: [5, 5], diameter: 1, plated: false }), missing: 'outline' },
  ],
})
