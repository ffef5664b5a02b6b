import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { etchCompensationMargin } from '#core/checks/copper_geometry/etch_compensation_margin.ts'
import { minTraceSpacing } from '#core/checks/copper_geometry/min_trace_spacing.ts'
import { minTraceWidth } from '#core/checks/copper_geometry/min_trace_width.ts'
import { judgeCheck, runCheck, type Judged } from '#core/checks/run-checks.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

/** Two pads joined by a track, and another track that runs `gap` beside it. */
const board = (width: number, gap: number): BoardBuilder =>
  aBoard()
    .outline({ width: 30, height: 12 })
    .pad({ at: [4, 6], size: [1, 1], net: 'A' })
    .pad({ at: [20, 6], size: [1, 1], net: 'A' })
    .track({ from: [4, 6], to: [20, 6], width, net: 'A' })
    .pad({ at: [6, 9], size: [1, 1], net: 'B' })
    .track({ from: [6, 9], to: [6, 6 + width / 2 + gap + 0.25], width: 0.5, net: 'B' })
    .track({ from: [6, 6 + width / 2 + gap + 0.25], to: [16, 6 + width / 2 + gap + 0.25], width: 0.5, net: 'B' })

const jobFile = (um: number, layers: number): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      Header: {
        GenerationSoftware: { Vendor: 'Boardproof', Application: 'test', Version: '1' },
        CreationDate: '2026-01-01T00:00:00+00:00',
      },
      GeneralSpecs: { LayerNumber: layers, BoardThickness: 1.6 },
      MaterialStackup: Array.from({ length: layers }, () => ({ Type: 'Copper', Thickness: um / 1000 })),
    }),
  )

const judged = (
  b: BoardBuilder,
  um: number | null,
  capability = FALLBACK_CAPABILITY_ID,
  check: CheckDefinition = etchCompensationMargin,
): Judged => {
  const files = writePackage(b.description())
  const all = um === null ? files : [...files, { path: 'board.gbrjob', bytes: jobFile(um, 2), sha256: 'job' }]
  const read = assembleBoard(identifyPackage(all.map(readPackageFile), []))
  return judgeCheck(
    check,
    runCheck(check, read, boardMeasures(read), () => 0),
    builtInCapability(capability)!,
    judgeContextOf(read),
  )
}

const figures = ({ findings }: Judged) => findings.map((f) => [f.severity, Number(f.measured!.toFixed(3)), f.limit])

describe('etch_compensation_margin', () => {
  it.each([
    ['thickness not stated', board(0.15, 0.15), null],
    ['35 µm, which the other checks judge', board(0.15, 0.15), 35],
    ['70 µm with room', board(0.25, 0.25), 70],
    ['70 µm exactly at the comfortable figure', board(0.24, 0.24), 70],
  ])('clean: %s', (_, b, um) => {
    const { outcome, findings } = judged(b, um)
    expect(findings.map((f) => f.message)).toEqual([])
    expect(outcome.outcome).toBe('clean')
  })

  it.each([
    ['track too thin for 70 µm', board(0.16, 0.4), 70, [['error', 0.16, 0.2]]],
    ['gap too narrow for 105 µm', board(0.4, 0.2), 105, [['error', 0.2, 0.25]]],
    ['gap that holds but barely', board(0.4, 0.21), 70, [['warning', 0.21, 0.24]]],
  ])('flagged: %s', (_, b, um, expected) => {
    const result = judged(b, um)
    expect(figures(result)).toEqual(expected)
    expect(result.findings[0]!.message).toContain(`${um} µm`)
    expect(result.findings[0]!.layers).toEqual(['top-copper'])
  })

  it("follows the fab's own table of copper thickness", () => {
    expect(figures(judged(board(0.17, 0.5), 70, 'jlcpcb_2layer'))).toEqual([['warning', 0.17, 0.192]])
    expect(figures(judged(board(0.15, 0.5), 70, 'jlcpcb_2layer'))).toEqual([['error', 0.15, 0.16]])
  })

  it('trips alone: the width and spacing checks judge by 35 µm', () => {
    for (const check of [minTraceWidth, minTraceSpacing]) expect(judged(board(0.16, 0.4), 70, undefined, check).findings).toEqual([])
  })

  it('skipped: no copper layer', () => {
    const { outcome } = judged(aBoard().outline({ width: 10, height: 10 }).without('top-copper', 'bottom-copper'), 70)
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toContain('copper')
  })
})
