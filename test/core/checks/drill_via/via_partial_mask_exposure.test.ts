import { aBoard } from '#core/builder/board-builder.ts'
import { viaPartialMaskExposure } from '#core/checks/drill_via/via_partial_mask_exposure.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A via of 0.3 mm at (12, 6): its wall is at x = 11.85. */
const edge = () =>
  aBoard()
    .outline({ width: 24, height: 12 })
    .via({ at: [12, 6], diameter: 0.6, drill: 0.3, net: 'A' })
    .layer('bottom-mask')

/** A pad left of the via whose opening ends at x. */
const openTo = (x: number) => edge().pad({ at: [x - 0.55, 6], size: [1, 1], opening: 0.05, net: 'A' })

testCheck(viaPartialMaskExposure, {
  clean: [
    { name: 'rim of mask exactly at the target', board: openTo(11.75) },
    { name: 'covered', board: edge().pad({ at: [5, 6], size: [1, 1], opening: 0.05 }) },
    { name: 'open all around', board: edge().opening({ at: [12, 6], size: 0.7, shape: 'circle' }) },
    { name: 'hole inside a wide opening', board: edge().opening({ at: [12, 6], size: [3, 3] }) },
    {
      name: 'a component hole, which is another check',
      board: edge()
        .land({ at: [6, 6], diameter: 1.8, layer: 'all' })
        .hole({ at: [6, 6], diameter: 1 })
        .opening({ at: [6.8, 6], size: [1.4, 1.8] }),
    },
  ],
  flagged: [
    {
      name: 'edge of a neighbour opening on the hole',
      board: openTo(11.9),
      findings: [{ message: 'cut', measured: -0.05, severity: 'warning', layer: 'top-mask', at: [12, 6] }],
    },
    {
      name: 'most of the hole in the opening',
      board: openTo(12.08),
      findings: [{ message: 'cut', measured: -0.07, severity: 'warning', layer: 'top-mask', at: [12, 6] }],
    },
    {
      name: 'thin rim',
      board: openTo(11.82),
      findings: [{ message: 'rim', measured: 0.03, severity: 'warning', layer: 'top-mask', at: [12, 6] }],
    },
    {
      name: 'rim between limit and target',
      board: openTo(11.78),
      findings: [{ message: 'rim', measured: 0.07, severity: 'info', layer: 'top-mask', at: [12, 6] }],
    },
    {
      name: 'opening smaller than the hole',
      board: edge().opening({ at: [12, 6], size: 0.2, shape: 'circle', layer: 'bottom-mask' }),
      findings: [{ message: 'cut', measured: -0.05, layer: 'bottom-mask', at: [12, 6] }],
    },
  ],
  skipped: [{ name: 'no drill', board: edge().without('drill'), missing: 'drill' }],
})
