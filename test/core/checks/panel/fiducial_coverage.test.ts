import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { kicadDialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { fiducialCoverage } from '#core/checks/panel/fiducial_coverage.ts'
import { judgeCheck, runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import { testCheck } from '#test/support/test-check.ts'

type At = readonly [number, number]

const THREE: readonly At[] = [
  [5, 5],
  [35, 5],
  [35, 23],
]

/** A board of 40 by 30 mm with six pasted pads, and fiducials by attribute. */
const edge = (side: 'top' | 'bottom' = 'top') => {
  const board = aBoard().outline({ width: 40, height: 30 }).layer('top-mask', 'bottom-mask')
  for (let i = 0; i < 6; i++)
    board.pad({ at: [10 + i, 15], size: [0.6, 0.6], opening: 0.05, paste: 0.03, layer: `${side}-copper`, fn: 'SMDPad,CuDef' })
  return board
}

const marked = (board: BoardBuilder, places: readonly At[], { opening = 0.5, layer = 'top-copper', shape = 'circle' as const } = {}) =>
  places.reduce((b, at) => b.pad({ at, size: 1, shape, opening, layer, fn: 'FiducialPad,Global' }), board)

testCheck(fiducialCoverage, {
  clean: [
    { name: 'three fiducials', board: marked(edge(), THREE) },
    { name: 'exactly as near to the edge as machines allow', board: marked(edge(), [[3.85, 5], ...THREE.slice(1)]) },
    {
      name: "fiducials on a side without parts don't matter",
      board: marked(marked(edge(), THREE), THREE.slice(0, 1), { layer: 'bottom-copper' }),
    },
  ],
  flagged: [
    {
      name: 'one fiducial',
      board: marked(edge(), THREE.slice(0, 1)),
      findings: [{ message: 'few', measured: 1, severity: 'warning', layer: 'top-copper', at: [5, 5] }],
    },
    {
      name: 'two fiducials',
      board: marked(edge(), [THREE[0]!, [35, 23]]),
      findings: [{ message: 'few', measured: 2, severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'both sides with parts, fiducials on one',
      board: marked(
        [0, 1, 2, 3].reduce(
          (b, i) => b.pad({ at: [10 + i, 20], size: [0.6, 0.6], opening: 0.05, paste: 0.03, layer: 'bottom-copper', fn: 'SMDPad,CuDef' }),
          edge(),
        ),
        THREE,
      ),
      findings: [{ message: 'few', measured: 0, severity: 'warning', layer: 'bottom-copper' }],
    },
    {
      name: 'all in one corner',
      board: marked(edge(), [
        [5, 5],
        [9, 5],
        [9, 10],
      ]),
      findings: [{ message: 'close', measured: Math.hypot(4, 5) / 50, severity: 'info' }],
      // The box of a slanted board has another diagonal.
      not: ['turned askew'],
    },
    {
      name: 'the same after half a turn',
      board: marked(edge(), [
        [5, 5],
        [35, 5],
        [35, 25],
        [5, 25],
      ]),
      findings: [{ message: 'symmetric', severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'where the machine clamps',
      board: marked(edge(), [[2, 8], ...THREE.slice(1)]),
      findings: [{ message: 'edge', measured: 2, severity: 'info', at: [2, 8] }],
    },
  ],
  skipped: [
    { name: 'no mask', board: edge().without('top-mask', 'bottom-mask'), missing: 'solder mask' },
    { name: 'nothing tells of machine assembly', board: edge(), missing: 'needs a placement list' },
  ],
})

describe('fiducial_coverage without attributes', () => {
  const plain = (board: BoardBuilder, places: readonly At[], opening: number) =>
    places.reduce((b, at) => b.pad({ at, size: 1, shape: 'circle', opening }), board)

  const run = (board: BoardBuilder, withPlacement = true) => {
    const list = {
      path: 'placement.csv',
      sha256: 'p',
      bytes: new TextEncoder().encode('Designator,Mid X,Mid Y,Layer,Rotation\nR1,10.0mm,15.0mm,Top,0\nR2,12.0mm,15.0mm,Top,90\n'),
    }
    const files = [...writePackage(board.description(), kicadDialect), ...(withPlacement ? [list] : [])]
    const read = assembleBoard(identifyPackage(files.map(readPackageFile), []))
    const raw = runCheck(fiducialCoverage, read, boardMeasures(read), () => 0)
    return judgeCheck(fiducialCoverage, raw, builtInCapability(FALLBACK_CAPABILITY_ID)!, judgeContextOf(read))
  }

  it('finds fiducials by their shape', () => expect(run(plain(edge(), THREE, 0.5)).outcome.outcome).toBe('clean'))

  it('takes no test points for fiducials', () => {
    const { findings } = run(plain(edge(), THREE, 0.05))
    expect(findings.map((f) => [f.measured, f.severity])).toEqual([[0, 'warning']])
  })

  it('takes no pad for a fiducial whose opening shows a pour', () => {
    const pour = {
      points: [
        [2, 2],
        [38, 2],
        [38, 28],
        [2, 28],
      ] as const,
      clearance: 0.2,
      net: 'GND',
    }
    expect(run(plain(edge(), THREE, 0.5).pour(pour)).findings.map((f) => f.measured)).toEqual([0])
  })

  it('is skipped without a placement list and without fiducials', () => expect(run(edge(), false).outcome.outcome).toBe('skipped'))
})
