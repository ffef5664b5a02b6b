import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import type { PadShape } from '#core/builder/description.ts'
import { apertureDefinitionErrors } from '#core/checks/file_package/aperture_definition_errors.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })

const flash = (shape: PadShape, layer = 'top-copper') => edge().items([{ kind: 'flash', layer, at: [10, 6], shape, rotation: 0 }])

/** Four lands painted with a short stroke each. */
const painted = (draw: (board: BoardBuilder, x: number) => BoardBuilder) =>
  [3, 6, 9, 12].reduce(
    (board, x) =>
      draw(board, x)
        .hole({ at: [x, 6], diameter: 0.8 })
        .land({ at: [x, 6], diameter: 1.6, layer: 'bottom-copper' }),
    aBoard().outline({ width: 20, height: 12 }),
  )

testCheck(apertureDefinitionErrors, {
  clean: [
    {
      name: 'usual apertures',
      board: edge()
        .pad({ at: [10, 6], size: [1, 1] })
        .track({ from: [5, 5], to: [10, 6], width: 0.2 }),
    },
    { name: 'as fine as counts', board: flash({ kind: 'circle', diameter: 0.01 }) },
    {
      name: 'an outline drawn with a pen without width',
      board: aBoard()
        .outline({ width: 20, height: 12, pen: 0 })
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 }),
    },
    { name: 'as long as the board is wide', board: flash({ kind: 'rect', width: 20, height: 0.5 }) },
    { name: 'a pad with a hole in it', board: flash({ kind: 'circle', diameter: 1, hole: 0.5 }) },
    {
      name: 'three painted lands',
      board: edge()
        .track({ from: [9, 6], to: [9.4, 6], width: 1.6 })
        .hole({ at: [9.2, 6], diameter: 0.8 }),
    },
  ],
  flagged: [
    {
      name: 'a flash without size',
      board: flash({ kind: 'circle', diameter: 0 }),
      findings: [{ message: 'none', measured: 1, severity: 'warning', layer: 'top-copper' }],
    },
    {
      name: 'a stroke of 2 µm',
      board: edge().legend({ from: [5, 8], to: [9, 8], width: 0.002 }),
      findings: [{ message: 'fine', measured: 1, severity: 'warning', layer: 'top-legend' }],
    },
    {
      name: 'a flash larger than the board',
      board: flash({ kind: 'circle', diameter: 60 }, 'bottom-mask'),
      findings: [{ message: 'absurd', measured: 1, layer: 'bottom-mask' }],
    },
    {
      name: 'a hole as large as its body',
      board: flash({ kind: 'circle', diameter: 1, hole: 1 }),
      findings: [{ message: 'hollow', measured: 1, layer: 'top-copper' }],
    },
    {
      name: 'lands painted with strokes',
      board: painted((board, x) => board.track({ from: [x - 0.2, 6], to: [x + 0.2, 6], width: 1.6 })),
      findings: [{ message: 'painted', measured: 4, severity: 'info', layer: 'top-copper' }],
    },
  ],
})
