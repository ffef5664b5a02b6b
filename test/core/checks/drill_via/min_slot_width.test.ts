import { aBoard } from '#core/builder/board-builder.ts'
import { minSlotWidth } from '#core/checks/drill_via/min_slot_width.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })
const land = (width: number) =>
  edge()
    .pad({ at: [6, 6], size: [width + 4, width + 1], shape: 'obround' })
    .pad({ at: [6, 6], size: [width + 4, width + 1], shape: 'obround', layer: 'bottom-copper' })
const slot = (diameter: number, plated: boolean) => (plated ? land(diameter) : edge()).hole({ at: [5, 6], to: [7, 6], diameter, plated })

testCheck(minSlotWidth, {
  clean: [
    { name: 'a non-plated slot exactly at the limit', board: slot(1, false) },
    { name: 'a plated slot exactly at the target', board: slot(1, true) },
    { name: 'a round hole thinner than any slot', board: edge().via({ at: [5, 6], diameter: 0.6, drill: 0.3 }) },
  ],
  flagged: [
    {
      name: 'a plated slot too narrow',
      board: slot(0.5, true),
      findings: [{ message: 'narrow', measured: 0.5, severity: 'error', at: [6, 6] }],
    },
    {
      name: 'a non-plated slot too narrow',
      board: slot(0.7, false),
      findings: [{ message: 'narrow', measured: 0.7, severity: 'error', at: [6, 6] }],
    },
    {
      name: 'a slot that this fab makes, below the target',
      board: slot(0.9, false),
      capability: 'pcbway_standard',
      findings: [{ message: 'narrow', measured: 0.9, severity: 'warning' }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge(), missing: 'drill file' }],
})
