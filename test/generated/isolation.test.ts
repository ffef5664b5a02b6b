import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { describedBoard } from '#core/builder/board-of.ts'
import { comfortableBoard } from '#core/builder/examples/comfortable-board.ts'
import { checkExamples } from '#core/builder/examples/index.ts'
import { writePackage } from '#core/builder/write-package.ts'
import type { Judged } from '#core/checks/run-checks.ts'
import { allChecks } from '#core/checks/index.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgedOn } from '#test/support/check-findings.ts'

/** What the comfortable board has nothing of; every other check has something to measure on it. */
const NOTHING_TO_CHECK = ['fiducial_coverage', 'negative_plane_isolation', 'silkscreen_mirrored', 'vscore_clearance', 'vscore_geometry']

const judgedFiles = (files: readonly PackageFile[]): readonly Judged[] =>
  judgedOn(assembleBoard(identifyPackage(files.map(readPackageFile), [])), allChecks)

const tripped = (judged: readonly Judged[]): readonly string[] => judged.filter((j) => j.findings.length > 0).map((j) => j.outcome.id)

describe('the comfortable board', () => {
  const judged = judgedFiles(writePackage(describedBoard(comfortableBoard())))

  it('trips nothing at all', () => expect(judged.flatMap((j) => j.findings.map((f) => `${f.checkId}: ${f.message}`))).toEqual([]))

  it('is looked at by every check but those of things it does not have', () =>
    expect(
      judged
        .filter((j) => j.outcome.outcome === 'skipped')
        .map((j) => j.outcome.id)
        .sort(),
    ).toEqual(NOTHING_TO_CHECK))
})

describe('the example of a check', () => {
  it('is there for every check, and for no other', () =>
    expect(Object.keys(checkExamples).sort()).toEqual(allChecks.map((check) => check.id).sort()))

  it.each(Object.entries(checkExamples))('%s trips its check, and no other without a reason', (id, { files, also }) => {
    expect([...tripped(judgedFiles(files()))].sort()).toEqual([id, ...Object.keys(also)].sort())
    for (const reason of Object.values(also)) expect(reason.length).toBeGreaterThan(20)
  })
})
