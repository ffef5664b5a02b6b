import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { boardOf } from '#core/builder/board-of.ts'
import { protelDialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import { netOpen } from '#core/checks/connectivity/net_open.ts'
import { netShort } from '#core/checks/connectivity/net_short.ts'
import { judgeCheck, runCheck, type Judged } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { ipc356Text } from '#core/report/ipc356-text.ts'
import { netRows } from '#core/report/nets-json.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

const VIAS = [
  [4, 4, 'A'],
  [14, 4, 'A'],
  [4, 8, 'B'],
  [14, 8, 'B'],
] as const

const board = (change: (b: BoardBuilder) => BoardBuilder = (b) => b, shift = 0): BoardBuilder => {
  let b = aBoard().outline({ width: 20, height: 12 })
  for (const [x, y, net] of VIAS) b = b.via({ at: [x + shift * y, y], diameter: 0.8, drill: 0.4, net })
  return change(b.track({ from: [4, 4], to: [14, 4], width: 0.3, net: 'A' }).track({ from: [4, 8], to: [14, 8], width: 0.3, net: 'B' }))
}

/** The netlist of one board beside the artwork, without any names in it, of another. */
const judged = (check: CheckDefinition, artwork: BoardBuilder, netlistOf: BoardBuilder): Judged => {
  const named = boardOf(netlistOf)
  const netlist = new TextEncoder().encode(ipc356Text('board', netRows(named, boardMeasures(named))))
  const files = [...writePackage(artwork.description(), protelDialect), { path: 'board.ipc', bytes: netlist, sha256: 'netlist' }]
  const read = assembleBoard(identifyPackage(files.map(readPackageFile), []))
  expect(read.files.find((f) => f.path === 'board.ipc')!.format).toBe('ipc356')
  return judgeCheck(
    check,
    runCheck(check, read, boardMeasures(read), () => 0),
    builtInCapability(FALLBACK_CAPABILITY_ID)!,
    judgeContextOf(read),
  )
}

const joined = board((b) => b.track({ from: [9, 4], to: [9, 8], width: 0.3 }))
const cut = aBoard()
  .outline({ width: 20, height: 12 })
  .via({ at: [4, 4], diameter: 0.8, drill: 0.4 })
  .via({ at: [14, 4], diameter: 0.8, drill: 0.4 })
  .via({ at: [4, 8], diameter: 0.8, drill: 0.4 })
  .via({ at: [14, 8], diameter: 0.8, drill: 0.4 })
  .track({ from: [4, 4], to: [8, 4], width: 0.3 })
  .track({ from: [9, 4], to: [14, 4], width: 0.3 })
  .track({ from: [4, 8], to: [14, 8], width: 0.3 })

describe('nets of artwork without names, named by an IPC-D-356 netlist', () => {
  it.each([netShort, netOpen])('clean where both agree: $id', (check) => {
    const { outcome, findings } = judged(check, board(), board())
    expect(findings.map((f) => f.message)).toEqual([])
    expect(outcome.outcome, outcome.reason).toBe('clean')
  })

  it('a joint between two nets is a short, at its place', () => {
    const { findings } = judged(netShort, joined, board())
    expect(findings.map((f) => [f.severity, f.basis, [...f.nets].sort().join()])).toEqual([['error', 'measured', 'A,B']])
  })

  it('a track with a piece missing is an open, with both ends', () => {
    const { findings } = judged(netOpen, cut, board())
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ severity: 'error', basis: 'measured', nets: ['A'] })
    // The ends are round: 0.15 mm each beyond 8 and 9.
    expect(findings[0]!.message).toContain('0.700 mm')
    expect(findings[0]!.at!.x).toBeCloseTo(8.5, 3)
  })

  it.each([netShort, netOpen])('a netlist of another board is refused with its share, and nothing is clean: $id', (check) => {
    const { outcome, findings } = judged(check, board(), board(undefined, 0.35))
    expect(findings).toEqual([])
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toMatch(/board\.ipc is not of this board: at best \d+ % of its holes/)
  })
})
