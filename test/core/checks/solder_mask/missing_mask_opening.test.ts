import { aBoard } from '#core/builder/board-builder.ts'
import { missingMaskOpening } from '#core/checks/solder_mask/missing_mask_opening.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A board with one good pad, so that the mask is there and open somewhere. */
const edge = () =>
  aBoard()
    .outline({ width: 24, height: 12 })
    .pad({ at: [3, 3], size: [1, 1], opening: 0.05, paste: 0.05 })
    .pad({ at: [3, 6], size: [1, 1], opening: 0.05, layer: 'bottom-copper' })

const box = (x: number, y: number, width: number, height: number) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const

testCheck(missingMaskOpening, {
  clean: [
    { name: 'open pads', board: edge() },
    {
      name: 'open for exactly 80 %',
      board: edge()
        .pad({ at: [10, 6], size: [1, 1], paste: 0.05 })
        .opening({ at: [9.9, 6], size: [0.8, 1.2] }),
    },
    { name: 'a covered via', board: edge().via({ at: [10, 6], diameter: 0.8, drill: 0.4 }) },
    { name: 'a covered pad without anything that tells it is soldered', board: edge().pad({ at: [10, 6], size: [1, 1] }) },
    {
      name: 'a large via covered on both sides',
      board: edge()
        .land({ at: [10, 6], diameter: 1.4, layer: 'all' })
        .hole({ at: [10, 6], diameter: 0.8 }),
    },
    {
      name: 'a large via under a picture in the mask of the other side',
      board: edge()
        .land({ at: [10, 6], diameter: 1.4, layer: 'all' })
        .hole({ at: [10, 6], diameter: 0.8, fn: 'ViaDrill' })
        .region({ points: box(7, 3, 6, 6), layer: 'bottom-mask' }),
    },
    {
      name: 'an open pad drawn as an area',
      board: edge()
        .region({ points: box(10, 5, 2, 1) })
        .paste({ at: [11, 5.5], size: [1.8, 0.8] })
        .opening({ at: [11, 5.5], size: [2.1, 1.1] }),
    },
  ],
  flagged: [
    {
      name: 'pasted pad under mask',
      board: edge().pad({ at: [10, 6], size: [1, 1], paste: 0.05 }),
      findings: [{ message: 'covered', severity: 'error', layer: 'top-mask', at: [10, 6] }],
    },
    {
      name: 'a pad flashed twice counts once',
      board: edge()
        .pad({ at: [10, 6], size: [1, 1], paste: 0.05 })
        .pad({ at: [10, 6], size: [0.8, 1.2], shape: 'obround' }),
      findings: [{ message: 'covered', severity: 'error', at: [10, 6] }],
    },
    {
      name: 'half covered',
      board: edge()
        .pad({ at: [10, 6], size: [1, 1], paste: 0.05 })
        .opening({ at: [9.75, 6], size: [0.5, 1.2] }),
      findings: [{ message: 'partly', severity: 'warning', at: [10, 6] }],
    },
    {
      name: 'component hole open on the other side only',
      board: edge()
        .land({ at: [10, 6], diameter: 1.8, layer: 'all' })
        .hole({ at: [10, 6], diameter: 1 })
        .opening({ at: [10, 6], size: 1.9, shape: 'circle', layer: 'bottom-mask' }),
      findings: [{ message: 'covered', severity: 'error', layer: 'top-copper', at: [10, 6] }],
    },
    {
      name: 'pad drawn as an area, covered',
      board: edge()
        .region({ points: box(10, 5, 2, 1) })
        .paste({ at: [11, 5.5], size: [1.8, 0.8] }),
      findings: [{ message: 'covered', severity: 'error', layer: 'top-mask', at: [11, 5.5] }],
    },
    {
      name: 'pad painted with a pen on the bottom, half covered',
      board: edge()
        .track({ from: [10, 6], to: [12, 6], width: 1, layer: 'bottom-copper' })
        .paste({ at: [11, 6], size: [2, 0.8], layer: 'bottom-paste' })
        .opening({ at: [10.5, 6], size: [1, 1.2], layer: 'bottom-mask' }),
      findings: [{ message: 'partly', severity: 'warning', layer: 'bottom-mask', at: [11, 6] }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().without('top-mask', 'bottom-mask'), missing: 'solder mask' }],
})
