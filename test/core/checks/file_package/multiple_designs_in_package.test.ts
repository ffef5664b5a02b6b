import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { kicadDialect, protelDialect } from '#core/builder/dialect.ts'
import { mirrorX, shiftBy, turnBy } from '#core/builder/transform.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { multipleDesignsInPackage } from '#core/checks/file_package/multiple_designs_in_package.ts'
import { judgeCheck, runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import { runOn } from '#test/support/test-check.ts'

const judged = (files: readonly PackageFile[]) => {
  const board = assembleBoard(identifyPackage(files.map(readPackageFile), []))
  const raw = runCheck(multipleDesignsInPackage, board, boardMeasures(board), () => 0)
  return judgeCheck(multipleDesignsInPackage, raw, builtInCapability(FALLBACK_CAPABILITY_ID)!, judgeContextOf(board))
}

/** Pads on a piece whose lower left corner is at x. */
const pads = (board: BoardBuilder, x: number, count: number): BoardBuilder => {
  for (let i = 0; i < count; i++) board.pad({ at: [x + 1.5 + i, 3], size: [0.6, 0.6], opening: 0.05 })
  return board
}

/** A piece of 10 mm height with eight pads. */
const piece = (board: BoardBuilder, x: number, width: number, count = 8): BoardBuilder =>
  pads(board.outline({ at: [x, 0], width, height: 10 }), x, count)

const one = () => piece(aBoard(), 0, 12)

const ways = [
  { name: 'as drawn', transform: null, dialect: kicadDialect },
  { name: 'shifted', transform: shiftBy(17.31, -83.2), dialect: kicadDialect },
  { name: 'turned askew', transform: turnBy(31), dialect: kicadDialect },
  { name: 'mirrored', transform: mirrorX(), dialect: kicadDialect },
  { name: 'without attributes', transform: null, dialect: protelDialect },
]

describe.each(ways)('multiple_designs_in_package $name', (way) => {
  const run = (board: BoardBuilder) => runOn(multipleDesignsInPackage, board, FALLBACK_CAPABILITY_ID, way)

  it.each([
    ['one board', one()],
    ['two copies of one board: a panel', piece(one(), 15, 12)],
    ['a turned copy', pads(one().outline({ at: [15, 0], width: 10, height: 12 }), 15, 8)],
    ['a rail beside it without pads', one().outline({ at: [15, 0], width: 5, height: 10 })],
    ['a coupon with a few pads', piece(one(), 15, 9, 5)],
  ])('is clean: %s', (_, board) => {
    const { outcome, findings } = run(board)
    expect(findings.map((f) => f.message)).toEqual([])
    expect(outcome.outcome).toBe('clean')
  })

  it('counts boards of different shape', () => {
    const { findings } = run(piece(piece(one(), 15, 14), 32, 12))
    expect(findings.map((f) => [f.message, f.measured, f.severity])).toEqual([['2 different boards in one package', 2, 'warning']])
  })
})

describe('multiple_designs_in_package', () => {
  const files = writePackage(one().description(), kicadDialect)

  it('finds an old revision beside the new one', () => {
    const old = writePackage(piece(aBoard(), 0, 12, 7).layer('bottom-mask').description(), kicadDialect)
    const { findings } = judged([...files, ...old.map((f) => ({ ...f, path: `old/${f.path}` }))])
    const [found] = findings.filter((f) => f.message.includes('two versions'))
    expect(found?.message).toMatch(/^two versions of 2 layers: Top copper, Top /)
    expect(found?.files).toHaveLength(4)
  })

  it('leaves exact copies of files to another check', () => {
    const { findings } = judged([...files, ...files.map((f) => ({ ...f, path: `copy/${f.path}` }))])
    expect(findings.filter((f) => f.message.includes('two versions'))).toEqual([])
  })

  it('is skipped without an outline', () => {
    const { outcome } = runOn(multipleDesignsInPackage, pads(aBoard(), 0, 8))
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toContain('outline')
  })
})
