import { aBoard } from '#core/builder/board-builder.ts'
import { packageProvenanceMismatch } from '#core/checks/file_package/package_provenance_mismatch.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { edited, TOP_COPPER } from '#test/core/checks/file_package/edit-files.ts'
import { testCheck } from '#test/support/test-check.ts'

const ATTRIBUTES = ['without attributes']
const whole = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
    .pad({ at: [10, 5], size: [1, 1], opening: 0.05 })

/** States project and time of the export in every Gerber file; the top copper may say something else. */
const stated =
  (own: { readonly project?: string; readonly time?: string; readonly coordinates?: string }) => (files: readonly PackageFile[]) => {
    const attributes = (project: string, time: string): string =>
      `%TF.ProjectId,${project},12345678-1234-4123-8123-123456789012,1*%\n%TF.CreationDate,${time}*%\n`
    const usual = attributes('lamp', '2026-03-01T12:00:00+01:00')
    const others = edited(/\.gbr$/, (text) => usual + text)(files)
    return edited(TOP_COPPER, (text) =>
      text
        .replace(usual, attributes(own.project ?? 'lamp', own.time ?? '2026-03-01T12:00:05+01:00'))
        .replace('.SameCoordinates,Original', `.SameCoordinates,${own.coordinates ?? 'Original'}`),
    )(others)
  }

testCheck(packageProvenanceMismatch, {
  clean: [
    { name: 'no statements', board: whole(), not: ATTRIBUTES },
    { name: 'one project, seconds apart', board: whole(), files: stated({}), not: ATTRIBUTES },
    { name: 'ten minutes apart', board: whole(), files: stated({ time: '2026-03-01T12:10:00+01:00' }), not: ATTRIBUTES },
    { name: 'the same moment in another time zone', board: whole(), files: stated({ time: '2026-03-01T11:00:00Z' }), not: ATTRIBUTES },
  ],
  flagged: [
    {
      name: 'copper of another project',
      board: whole(),
      files: stated({ project: 'radio' }),
      not: ATTRIBUTES,
      findings: [{ message: 'project', severity: 'warning' }],
    },
    {
      name: 'other coordinates',
      board: whole(),
      files: stated({ coordinates: 'Moved' }),
      not: ATTRIBUTES,
      findings: [{ message: 'coordinates', severity: 'warning' }],
    },
    {
      name: 'copper of last week',
      board: whole(),
      files: stated({ time: '2026-02-22T12:00:00+01:00' }),
      not: ATTRIBUTES,
      findings: [{ message: 'time', severity: 'warning' }],
    },
  ],
  skipped: [
    {
      name: 'no attributes at all',
      board: whole(),
      files: edited(/./, (text) => text.replace(/%T[FAO][^%]*%\n/g, '').replace(/; #@!.*\n/g, '')),
      missing: 'X2',
    },
  ],
})
