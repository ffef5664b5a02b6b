import { aBoard } from '#core/builder/board-builder.ts'
import { multipleOutlines } from '#core/checks/mechanical_outline/multiple_outlines.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () => aBoard().pad({ at: [10, 6], size: [1, 1] })
const box = () => art().outline({ width: 20, height: 12 })
const twice = (files: readonly PackageFile[]): readonly PackageFile[] => [
  ...files,
  ...files.filter((f) => f.path.includes('Edge_Cuts')).map((f) => ({ ...f, path: `copy-${f.path}` })),
]

testCheck(multipleOutlines, {
  clean: [
    { name: 'one outline', board: box() },
    {
      name: 'an outline with cut-outs',
      board: box()
        .cutout({ at: [5, 5], diameter: 3 })
        .cutout({ at: [12, 3], width: 4, height: 4 }),
    },
  ],
  flagged: [
    {
      name: 'an outline drawn twice',
      board: box().outline({ width: 20, height: 12 }),
      findings: [{ message: 'doubled', measured: 1, severity: 'info' }],
    },
    {
      name: 'a second contour just inside the first',
      board: box().outline({ at: [0.3, 0.4], width: 19.4, height: 11.3 }),
      findings: [{ message: 'nested', severity: 'error' }],
    },
    {
      name: 'a second contour inside a board without pads or holes',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .outline({ at: [0.3, 0.4], width: 19.4, height: 11.3 }),
      findings: [{ message: 'nested', severity: 'error' }],
    },
    {
      name: 'two boards beside each other',
      board: box()
        .outline({ at: [25, 0], width: 20, height: 12 })
        .pad({ at: [35, 6], size: [1, 1] }),
      findings: [{ message: 'several', measured: 2, severity: 'warning' }],
    },
    {
      name: 'two outline files',
      board: box(),
      files: twice,
      not: ['without attributes'],
      findings: [{ message: 'files', measured: 2, severity: 'warning' }],
    },
  ],
  skipped: [{ name: 'no outline', board: art(), missing: 'outline' }],
})
