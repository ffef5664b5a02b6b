import { describe, expect, it } from 'vitest'
import { aBoard } from '#core/builder/board-builder.ts'
import { boardOf, describedBoard } from '#core/builder/board-of.ts'
import { kicadDialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import { fileParseFailure } from '#core/checks/file_package/file_parse_failure.ts'
import { layerRoleUnresolved } from '#core/checks/file_package/layer_role_unresolved.ts'
import { missingRequiredLayers } from '#core/checks/file_package/missing_required_layers.ts'
import { judgeCheck, runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import { testCheck } from '#test/support/test-check.ts'

const whole = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
    .pad({ at: [10, 6], size: [1, 1], opening: 0.05 })
    .pad({ at: [10, 6], size: [1, 1], opening: 0.05, layer: 'bottom-copper' })

testCheck(missingRequiredLayers, {
  clean: [{ name: 'the full set', board: whole() }],
  flagged: [
    { name: 'no drill file', board: whole().without('drill'), findings: [{ message: 'missing', severity: 'error' }] },
    { name: 'no mask on top', board: whole().without('top-mask'), findings: [{ message: 'missing', severity: 'warning' }] },
    { name: 'no bottom copper', board: whole().without('bottom-copper'), findings: [{ message: 'missing', severity: 'error' }] },
  ],
})

const files = (change: (files: readonly PackageFile[]) => readonly PackageFile[]) => {
  const board = assembleBoard(identifyPackage(change(writePackage(describedBoard(whole()), kicadDialect)).map(readPackageFile), []))
  return (check: CheckDefinition) =>
    judgeCheck(
      check,
      runCheck(check, board, boardMeasures(board), () => 0),
      builtInCapability(FALLBACK_CAPABILITY_ID)!,
      judgeContextOf(board),
    )
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const isTopCopper = (f: PackageFile): boolean => /F_Cu/.test(f.path)

describe('file_parse_failure', () => {
  it('is clean on whole files', () => expect(files((all) => all)(fileParseFailure).outcome.outcome).toBe('clean'))

  it('names the line of what cannot be read', () => {
    const { findings } = files((all) =>
      all.map((f) => (isTopCopper(f) ? { ...f, bytes: text(new TextDecoder().decode(f.bytes).replace('M02*', '%ADD99*%\nM02*')) } : f)),
    )(fileParseFailure)
    expect(findings).toHaveLength(1)
    expect(findings[0]!.files[0]!.line).toBeGreaterThan(1)
    expect(findings[0]!.severity).toBe('error')
  })

  it('notices a file that was cut off', () => {
    const { findings } = files((all) => all.map((f) => (isTopCopper(f) ? { ...f, bytes: f.bytes.subarray(0, f.bytes.length - 60) } : f)))(
      fileParseFailure,
    )
    expect(findings.some((f) => f.files[0]!.path.includes('F_Cu'))).toBe(true)
  })
})

describe('layer_role_unresolved', () => {
  it('is clean when every file says what it is', () => expect(files((all) => all)(layerRoleUnresolved).outcome.outcome).toBe('clean'))

  it('flags two files that claim one layer', () => {
    const { findings } = files((all) => [...all, ...all.filter(isTopCopper).map((f) => ({ ...f, path: `old/${f.path}` }))])(
      layerRoleUnresolved,
    )
    expect(findings.some((f) => f.severity === 'error' && f.files.length === 2)).toBe(true)
  })

  it('asks about artwork of unknown purpose', () => {
    const strange = text('%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,0.2*%\nD10*\nX1000000Y1000000D03*\nM02*\n')
    const { findings } = files((all) => [...all, { path: 'zz9.xyz', sha256: 'x', bytes: strange }])(layerRoleUnresolved)
    expect(findings.some((f) => f.files[0]!.path === 'zz9.xyz')).toBe(true)
  })
})

describe('a board read back from its own files', () => {
  it('is the described one', () => {
    const board = boardOf(whole())
    expect(board.layers.map((l) => l.id)).toContain('top-copper')
    expect(board.holes.count).toBe(1)
  })
})
