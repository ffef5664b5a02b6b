import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { readerDisagreement } from '#core/checks/file_package/reader_disagreement.ts'
import { judgeCheck, runCheck, type Judged } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

type Edit = (text: string) => string

/** Two full circles of copper, a track and two pads. */
const rings = (): BoardBuilder =>
  aBoard()
    .outline({ width: 40, height: 24 })
    .pad({ at: [4, 6], size: [1, 1] })
    .track({ from: [4, 6], to: [12, 6], width: 0.3 })
    .arc({ from: [20, 12], to: [20, 12], centre: [17, 12], width: 0.4 })
    .arc({ from: [32, 12], to: [32, 12], centre: [29, 12], width: 0.4 })

const inches: Dialect = { ...kicadDialect, gerber: { ...kicadDialect.gerber, unit: 'inch', integer: 2, decimal: 6 } }

/** Writes the board, edits the file of the top copper as text, reads all back and runs the check. */
const judged = (board: BoardBuilder, edit: Edit, dialect: Dialect = kicadDialect): Judged => {
  const files = writePackage(board.description(), dialect).map((file) =>
    /F_Cu/.test(file.path) ? { ...file, bytes: new TextEncoder().encode(edit(new TextDecoder().decode(file.bytes))) } : file,
  )
  const read = assembleBoard(identifyPackage(files.map(readPackageFile), []))
  const raw = runCheck(readerDisagreement, read, boardMeasures(read), () => 0)
  return judgeCheck(readerDisagreement, raw, builtInCapability(FALLBACK_CAPABILITY_ID)!, judgeContextOf(read))
}

const without =
  (pattern: RegExp): Edit =>
  (text) => {
    expect(text).toMatch(pattern)
    return text.replace(pattern, '')
  }

describe('reader_disagreement', () => {
  it.each([
    ['a file that states everything', (text: string) => text, kicadDialect],
    ['a missing end of file: read alike by all', without(/M02\*\s*/), kicadDialect],
    ['no unit, where inches are the only one that gives this board', without(/%MOIN\*%\s*/), inches],
    ['arcs of a quarter turn, the same in both quadrant modes', without(/G75\*\s*/), kicadDialect],
  ] as const)('clean: %s', (name, edit, dialect) => {
    const board = name.startsWith('arcs')
      ? aBoard()
          .outline({ width: 40, height: 24 })
          .arc({ from: [20, 12], to: [17, 15], centre: [17, 12], width: 0.4 })
      : rings()
    const { outcome, findings } = judged(board, edit, dialect)
    expect(findings.map((f) => f.message)).toEqual([])
    expect(outcome.outcome).toBe('clean')
  })

  it('flagged: full circles without G75, which single quadrant readers leave out', () => {
    const { outcome, findings } = judged(rings(), without(/G75\*\s*/))
    expect(outcome.outcome).toBe('flagged')
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(finding!.severity).toBe('error')
    expect(finding!.message).toMatch(/its arcs read in single quadrant mode.*largest place 6\.400 mm/)
    // Two rings of radius 3 and width 0.4, without the dots that single quadrant mode leaves of them.
    expect(finding!.measured!).toBeCloseTo(2 * (2 * Math.PI * 3 * 0.4 - Math.PI * 0.04), 2)
    expect(finding!.layers).toEqual(['top-copper'])
    expect(finding!.at).not.toBeNull()
  })

  it('flagged: a unit that changes half way', () => {
    const { findings } = judged(rings(), (text) => text.replace('G75*', 'G75*\nG70*\nG71*'))
    expect(findings.filter((f) => f.severity === 'error')).toEqual([])
    const halfWay = judged(rings(), (text) => text.replace(/(D01\*)([\s\S]*)$/, '$1\n%MOIN*%$2'))
    expect(halfWay.findings.some((f) => /from first to last/.test(f.message))).toBe(true)
  })

  it('flagged: another reader makes something else of an arc without a centre, as a warning', () => {
    const arc = 'G36*\nX6000000Y15000000D02*\nG01*\nX9000000Y15000000D01*\nG03*\nX6000000Y18000000D01*\nG01*\nX6000000Y15000000D01*\nG37*\n'
    const { findings } = judged(
      aBoard()
        .outline({ width: 40, height: 24 })
        .pad({ at: [4, 6], size: [1, 1] }),
      (text) => text.replace('M02*', `${arc}M02*`),
    )
    expect(findings.map((f) => [f.severity, f.basis])).toEqual([['warning', 'inferred']])
    expect(findings[0]!.message).toContain('independent reader')
  })

  it('skipped: no Gerber file to read', () => {
    const board = assembleBoard(identifyPackage([], []))
    const { outcome } = judgeCheck(
      readerDisagreement,
      runCheck(readerDisagreement, board, boardMeasures(board), () => 0),
      builtInCapability(FALLBACK_CAPABILITY_ID)!,
      judgeContextOf(board),
    )
    expect(outcome).toMatchObject({ outcome: 'skipped', reason: 'needs a file' })
  })
})
