import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { kicadDialect, protelDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { drillSpanAmbiguous } from '#core/checks/file_package/drill_span_ambiguous.ts'
import { judgeCheck, runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

const PLACES = [3, 5, 7, 9, 11, 13]

/** Six vias on a board of four layers, tracks between them; `lands` says which layers have their land. */
const board = (lands: readonly string[]): BoardBuilder => {
  const built = aBoard().copperLayers(4).outline({ width: 20, height: 12 })
  for (const layer of ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']) built.track({ from: [2, 2], to: [18, 2], width: 0.3, layer })
  for (const x of PLACES) {
    built.hole({ at: [x, 6], diameter: 0.3, fn: 'ViaDrill' })
    for (const layer of lands) built.land({ at: [x, 6], diameter: 0.7, layer })
  }
  return built
}

const ALL = ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']

const run = (built: BoardBuilder, dialect: Dialect, change: (text: string) => string = (text) => text) => {
  const files = writePackage(built.description(), dialect).map((file) =>
    /drl|txt|xln/i.test(file.path) ? { ...file, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) } : file,
  )
  const read = assembleBoard(identifyPackage(files.map(readPackageFile), []))
  const raw = runCheck(drillSpanAmbiguous, read, boardMeasures(read), () => 0)
  return judgeCheck(drillSpanAmbiguous, raw, builtInCapability(FALLBACK_CAPABILITY_ID)!, judgeContextOf(read))
}

describe('drill_span_ambiguous', () => {
  it.each([
    ['through holes, stated', ALL, kicadDialect],
    ['through holes, not stated: pads on both sides tell it', ALL, protelDialect],
    ['stated through holes without pads on the bottom, which is another check', ['top-copper', 'inner-1'], kicadDialect],
  ] as const)('is clean: %s', (_, lands, dialect) => {
    const { outcome, findings } = run(board(lands), dialect)
    expect(findings.map((f) => f.message)).toEqual([])
    expect(outcome.outcome).toBe('clean')
  })

  it('is clean on two layers', () => {
    const { outcome } = run(
      aBoard()
        .outline({ width: 20, height: 12 })
        .via({ at: [5, 5], diameter: 0.7, drill: 0.3 }),
      protelDialect,
    )
    expect(outcome.outcome).toBe('clean')
  })

  it('is clean when a stated blind span has its pads', () => {
    const { findings } = run(board(['top-copper', 'inner-1']), kicadDialect, (text) => text.replace(/Plated,1,4,PTH/, 'Plated,1,2,Blind'))
    expect(findings.map((f) => f.message)).toEqual([])
  })

  it('flags a file whose holes have no pads on the bottom and no stated span', () => {
    const { findings } = run(board(['top-copper', 'inner-1']), protelDialect)
    expect(findings.map((f) => [f.message, f.severity, f.measured])).toEqual([
      ['6 of 6 holes have no pad on both outer layers, and nothing states which layers they connect', 'warning', 6],
    ])
    expect(findings[0]!.layers).toEqual(['top-copper', 'bottom-copper'])
  })

  it('flags a stated span that the copper contradicts', () => {
    const { findings } = run(board(['top-copper', 'inner-1']), kicadDialect, (text) => text.replace(/Plated,1,4,PTH/, 'Plated,1,3,Blind'))
    expect(findings.map((f) => [f.message, f.severity])).toEqual([
      ['said to connect layers 1 to 3, but only 0 of 6 holes have copper on both', 'warning'],
    ])
  })

  it('is skipped without drill files', () => {
    const { outcome } = run(board(ALL).without('drill'), kicadDialect)
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toContain('drill')
  })
})
