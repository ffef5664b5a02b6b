import { aBoard } from '#core/builder/board-builder.ts'
import { protelDialect, type Dialect } from '#core/builder/dialect.ts'
import { innerLayerOrderAmbiguous } from '#core/checks/file_package/inner_layer_order_ambiguous.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { testCheck } from '#test/support/test-check.ts'

const four = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .copperLayers(4)
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
    .track({ from: [5, 5], to: [9, 5], width: 0.3, layer: 'inner-1' })
    .track({ from: [5, 5], to: [5, 9], width: 0.3, layer: 'inner-2' })
/** Inner layers named after what they carry, without a number. */
const named: Dialect = {
  ...protelDialect,
  fileName: (board, layer, count) =>
    layer === 'inner-1' ? `${board}-ground.gbr` : layer === 'inner-2' ? `${board}-power.gbr` : protelDialect.fileName(board, layer, count),
}
const oneMore = (files: readonly PackageFile[]): readonly PackageFile[] => [
  ...files,
  ...files.filter((f) => f.path.includes('In1_Cu')).map((f) => ({ ...f, path: f.path.replace('In1_Cu', 'In1_Cu_old') })),
]

testCheck(innerLayerOrderAmbiguous, {
  clean: [
    { name: 'numbered inner layers', board: four() },
    {
      name: 'one inner layer',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .copperLayers(3)
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 }),
    },
    {
      name: 'two layers',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 }),
    },
  ],
  flagged: [
    {
      name: 'inner layers without numbers',
      board: four(),
      dialect: named,
      findings: [
        { message: 'unstated', severity: 'warning' },
        { message: 'unstated', severity: 'warning' },
      ],
    },
    {
      name: 'two files for one inner layer',
      board: four(),
      files: oneMore,
      not: ['without attributes'],
      findings: [
        { message: 'twice', severity: 'error' },
        { message: 'unstated', severity: 'warning' },
        { message: 'unstated', severity: 'warning' },
        { message: 'unstated', severity: 'warning' },
      ],
    },
  ],
  skipped: [
    { name: 'no copper', board: aBoard().outline({ width: 9, height: 9 }).without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
