import { aBoard } from '#core/builder/board-builder.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'
import { copperVoidSliver } from '#core/checks/copper_geometry/copper_void_sliver.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A pour that hangs on a via. */
const pour = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .region({ points: roundedBoxContour([1, 1], 14, 10, 0), net: 'GND' })
    .via({ at: [13, 9], diameter: 1, drill: 0.5, net: 'GND' })

/** Clear box in it. */
const voided = (width: number, height: number) => pour().region({ points: roundedBoxContour([5, 5], width, height, 0), clear: true })

testCheck(copperVoidSliver, {
  clean: [
    { name: 'pour without voids', board: pour() },
    { name: 'slit exactly at the target', board: voided(3, 0.15) },
    { name: 'square void exactly at the target', board: voided(0.15, 0.15) },
    { name: 'void of rounding', board: voided(0.002, 0.002) },
    {
      name: 'void that a hole takes away',
      board: pour()
        .hole({ at: [5, 5], diameter: 0.6, plated: false })
        .region({ points: roundedBoxContour([4.95, 4.95], 0.1, 0.1, 0), clear: true }),
    },
    {
      name: 'counter of a letter',
      board: pour()
        .arc({ from: [18, 5], to: [18, 5.4], centre: [18, 5.2], width: 0.3 })
        .arc({ from: [18, 5.4], to: [18, 5], centre: [18, 5.2], width: 0.3 }),
    },
    { name: 'notch open to the outside', board: pour().region({ points: roundedBoxContour([0.5, 5], 3, 0.08, 0), clear: true }) },
  ],
  flagged: [
    {
      name: 'thin closed slit',
      board: voided(3, 0.08),
      findings: [{ message: 'slit', measured: 0.08, severity: 'warning', layer: 'top-copper', at: [6.5, 5.04] }],
    },
    {
      name: 'slit below the target only',
      board: voided(3, 0.12),
      findings: [{ message: 'slit', measured: 0.12, severity: 'info', layer: 'top-copper', at: [6.5, 5.06] }],
    },
    {
      name: 'round pinhole',
      board: pour().items([
        { kind: 'flash', layer: 'top-copper', at: [5, 5], shape: { kind: 'circle', diameter: 0.06 }, rotation: 0, clear: true },
      ]),
      findings: [{ message: 'pinhole', measured: 0.06, severity: 'warning', layer: 'top-copper', at: [5, 5] }],
    },
    {
      name: 'square pinhole',
      board: voided(0.09, 0.09),
      findings: [{ message: 'pinhole', measured: 0.09, severity: 'warning', layer: 'top-copper', at: [5.045, 5.045] }],
    },
  ],
  skipped: [{ name: 'no copper', board: pour().without('top-copper', 'bottom-copper'), missing: 'copper' }],
})
