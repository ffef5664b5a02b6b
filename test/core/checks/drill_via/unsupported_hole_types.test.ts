import { aBoard } from '#core/builder/board-builder.ts'
import { unsupportedHoleTypes } from '#core/checks/drill_via/unsupported_hole_types.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 30, height: 20 })
    .pad({ at: [20, 10], size: [1, 1] })
/** The plated holes go from the top to inner layer 1 only, as the drill file says. */
const blind = (files: readonly PackageFile[]): readonly PackageFile[] =>
  files.map((file) => {
    const text = new TextDecoder().decode(file.bytes)
    return file.path.endsWith('.drl')
      ? { ...file, bytes: new TextEncoder().encode(text.replace('Plated,1,4,PTH', 'Plated,1,2,Blind')) }
      : file
  })

testCheck(unsupportedHoleTypes, {
  clean: [
    { name: 'a hole exactly as large as the largest drill', board: edge().hole({ at: [10, 10], diameter: 6.3, plated: false }) },
    { name: 'a wide slot', board: edge().hole({ at: [8, 10], to: [12, 10], diameter: 7, plated: false }) },
    {
      name: 'through vias of four layers',
      board: edge()
        .copperLayers(4)
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 }),
    },
  ],
  flagged: [
    {
      name: 'a hole larger than any drill',
      board: edge().hole({ at: [10, 10], diameter: 8, plated: false }),
      findings: [{ message: 'large', measured: 8, severity: 'warning', at: [10, 10] }],
    },
    {
      name: 'a hole larger than this fab drills',
      board: edge().hole({ at: [10, 10], diameter: 6, plated: false }),
      capability: 'aisler_2l_simple',
      findings: [{ message: 'large', measured: 6, severity: 'warning' }],
    },
    {
      name: 'blind vias',
      board: edge()
        .copperLayers(4)
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
        .via({ at: [8, 5], diameter: 0.8, drill: 0.4 }),
      files: blind,
      not: ['without attributes'],
      findings: [{ message: 'span', measured: 2, severity: 'info', at: [5, 5] }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge(), missing: 'drill file' }],
})
