import type { LimitSpec } from '#core/checks/check.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { isPlausible, readingDifference } from '#core/checks/measuring/reading-difference.ts'

/** Below this two readings differ by rounding of curves alone. */
const AREA_MM2 = 0.01

const area: LimitSpec = { unit: 'mm2', direction: 'max', limit: AREA_MM2, target: null, source: 'Rounding of arcs by different readers' }

export const readerDisagreement = defineCheck({
  id: 'reader_disagreement',
  title: 'Readers would see different images',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { area },
  why: 'What the file leaves open, the fab decides: its system may image another board than the one reviewed here.',
  fix: 'Export again with unit, format, zero suppression and G75 stated, as Gerber X2.',
  source: 'Gerber Layer Format Specification 2024.05, 4.1, 4.2, 4.7',
  messages: {
    reading: '{measured} differ when the file is {how}, which its text allows as well; largest place {extent} mm',
    reader: '{measured} differ when the file is {how}; largest place {extent} mm',
  },
  run(board, _measures, report) {
    const artwork = board.files.filter((file) => file.gerber && file.role !== 'document')
    if (artwork.length === 0) return 'no Gerber file could be read'
    for (const file of artwork) {
      for (const other of file.others ?? []) {
        if (!isPlausible(board, file, other)) continue
        const difference = readingDifference(file, other)
        if (!difference) continue
        const layer = board.layers.find((l) => l.path === file.path)
        const bySecondReader = other.kind === 'second-reader'
        report({
          message: bySecondReader ? 'reader' : 'reading',
          limit: 'area',
          value: difference.area,
          at: difference.at,
          layers: layer ? [layer.id] : [],
          files: [{ path: file.path, line: 0 }],
          values: { how: other.says, extent: difference.extent.toFixed(3) },
          cause: `${file.path}:${other.kind}`,
          // Another program's reading is evidence, not proof.
          ...(bySecondReader ? { severity: 'warning', basis: 'inferred' } : {}),
        })
      }
    }
  },
})
