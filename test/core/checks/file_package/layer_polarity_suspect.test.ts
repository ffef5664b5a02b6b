import { aBoard } from '#core/builder/board-builder.ts'
import { layerPolaritySuspect } from '#core/checks/file_package/layer_polarity_suspect.ts'
import { testCheck } from '#test/support/test-check.ts'

const AREA = [
  [0.5, 0.5],
  [29.5, 0.5],
  [29.5, 11.5],
  [0.5, 11.5],
] as const
const VIAS = Array.from({ length: 8 }, (_, k) => [3 + 3 * k, k % 2 === 0 ? 4 : 8] as const)

/** Eight vias; on the layers named the lands are cleared out of a full area instead of drawn. */
const vias = (inverted: readonly string[], clear = 0.9) => {
  const board = aBoard().outline({ width: 30, height: 12 })
  for (const layer of ['top-copper', 'bottom-copper']) {
    if (inverted.includes(layer)) board.region({ layer, points: AREA })
    for (const at of VIAS)
      if (inverted.includes(layer))
        board.items([{ kind: 'flash', layer, at, shape: { kind: 'circle', diameter: clear }, rotation: 0, clear: true }])
      else board.land({ at, diameter: 0.9, layer })
  }
  for (const at of VIAS) board.hole({ at, diameter: 0.4 })
  return board
}

testCheck(layerPolaritySuspect, {
  clean: [
    { name: 'lands on both sides', board: vias([]) },
    { name: 'a pour that keeps clear of holes without lands on its side', board: vias(['top-copper'], 1.2) },
    {
      name: 'openings over much of the board',
      board: vias([]).region({
        layer: 'top-mask',
        points: [
          [0, 0],
          [26, 0],
          [26, 12],
          [0, 12],
        ],
      }),
    },
    { name: 'vias in a pour', board: vias([]).region({ points: AREA }) },
  ],
  flagged: [
    {
      name: 'one layer inverted',
      board: vias(['top-copper']),
      findings: [{ message: 'copper', severity: 'error', layer: 'top-copper' }],
    },
    {
      name: 'both layers inverted',
      board: vias(['top-copper', 'bottom-copper'], 1),
      findings: [
        { message: 'copper', severity: 'error', layer: 'top-copper' },
        { message: 'copper', severity: 'error', layer: 'bottom-copper' },
      ],
    },
    {
      name: 'a mask that is open where it should be closed',
      board: vias([]).region({
        layer: 'top-mask',
        points: [
          [0, 0],
          [30, 0],
          [30, 12],
          [0, 12],
        ],
      }),
      findings: [{ message: 'mask', severity: 'error', layer: 'top-mask' }],
    },
  ],
  skipped: [
    {
      name: 'no drill file',
      board: aBoard()
        .outline({ width: 9, height: 9 })
        .pad({ at: [4, 4], size: [1, 1] }),
      missing: 'drill file',
    },
    { name: 'no copper', board: vias([]).without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
