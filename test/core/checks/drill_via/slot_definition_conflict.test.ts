import { aBoard } from '#core/builder/board-builder.ts'
import { slotDefinitionConflict } from '#core/checks/drill_via/slot_definition_conflict.ts'
import { testCheck } from '#test/support/test-check.ts'

/** With vias around, so that nobody takes a cut-out for the board. */
const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [2, 2], diameter: 1, drill: 0.5 })
    .via({ at: [18, 2], diameter: 1, drill: 0.5 })
    .via({ at: [18, 10], diameter: 1, drill: 0.5 })

/** A slot as a contour: `length` over all, lying. */
const slotContour = ([x, y]: readonly [number, number], length: number, width: number) => {
  const [a, r] = [(length - width) / 2, width / 2]
  return {
    points: [
      [x - a, y - r],
      [x + a, y - r, 1],
      [x + a, y + r],
      [x - a, y + r, 1],
    ] as const,
  }
}

const drilled = (plated = false) => edge().hole({ at: [7, 6], to: [9, 6], diameter: 1, plated })

/** A slot drawn on a mechanical layer, as strokes. */
const drawnSlot = (board: ReturnType<typeof edge>) => {
  const [layer, width] = ['mechanical-1', 0.05] as const
  return board
    .track({ layer, width, from: [7, 5.5], to: [9, 5.5] })
    .arc({ layer, width, from: [9, 5.5], to: [9, 6.5], centre: [9, 6] })
    .track({ layer, width, from: [9, 6.5], to: [7, 6.5] })
    .arc({ layer, width, from: [7, 6.5], to: [7, 5.5], centre: [7, 6] })
}

const longPads = (board: ReturnType<typeof edge>) =>
  ['top-copper', 'bottom-copper'].reduce((b, layer) => b.pad({ at: [8, 6], size: [4, 2], shape: 'obround', layer }), board)

testCheck(slotDefinitionConflict, {
  clean: [
    { name: 'slot in the drill file only', board: drilled(true) },
    {
      name: 'slot on the outline only',
      board: edge()
        .cutout(slotContour([8, 6], 3, 1))
        .hole({ at: [3, 3], diameter: 1 }),
    },
    { name: 'non-plated slot twice the same', board: drilled().cutout(slotContour([8, 6], 3, 1)) },
    { name: 'cut-out wider by just the tolerance', board: drilled().cutout(slotContour([8, 6], 3.098, 1.098)) },
    { name: 'slot inside a large opening', board: drilled().cutout({ at: [5, 3], width: 6, height: 6 }) },
    { name: 'slot and another opening beside it', board: drilled(true).cutout(slotContour([14, 6], 3, 1)) },
    { name: 'slot drawn and drilled', board: drawnSlot(longPads(drilled(true))), not: ['without attributes'] },
    { name: 'oblong figure in a drawing, without pads', board: drawnSlot(edge().hole({ at: [3, 3], diameter: 1 })) },
    { name: 'long chain of holes alone', board: [0, 1, 2, 3, 4].reduce((b, k) => b.hole({ at: [7 + k / 2, 6], diameter: 1 }), edge()) },
  ],
  flagged: [
    {
      name: 'cut-out wider than the slot',
      board: drilled().cutout(slotContour([8, 6], 3.2, 1.2)),
      findings: [{ message: 'differs', severity: 'warning', at: [8, 6] }],
    },
    {
      name: 'cut-out beside the slot by a little',
      board: drilled(true).cutout(slotContour([8.2, 6], 3, 1)),
      findings: [{ message: 'differs', severity: 'warning', at: [8, 6] }],
    },
    {
      name: 'plated slot that the outline cuts out',
      board: drilled(true).cutout(slotContour([8, 6], 3, 1)),
      findings: [{ message: 'plating', severity: 'warning', at: [8, 6] }],
    },
    {
      name: 'chain of holes and a longer slot',
      board: [0, 1, 2, 3, 4].reduce(
        (b, k) => b.hole({ at: [7 + k / 2, 6], diameter: 1 }),
        edge().hole({ at: [7, 6], to: [9.4, 6], diameter: 1 }),
      ),
      findings: [{ message: 'twice', severity: 'warning', at: [8, 6] }],
    },
    {
      name: 'slot in pads that only a drawing shows',
      board: drawnSlot(longPads(edge())),
      // There, a mechanical layer is the outline's second file.
      not: ['without attributes'],
      findings: [{ message: 'drawn', severity: 'warning', layer: 'top-copper', at: [8, 6] }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().without('drill'), missing: 'drill file' },
    { name: 'no outline', board: aBoard().via({ at: [5, 5], diameter: 1, drill: 0.5 }), missing: 'outline' },
  ],
})
