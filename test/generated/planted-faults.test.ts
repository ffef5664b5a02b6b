import { beforeAll, describe, expect, it } from 'vitest'
import type { Point } from '#core/base/box.ts'
import { eagleDialect, kicadDialect, protelDialect, type Dialect } from '#core/builder/dialect.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { faultKinds, plantFault, type FaultKind, type Planted } from '#core/builder/plant-fault.ts'
import { seededRandom } from '#core/builder/random.ts'
import { cleanSampleBoard } from '#core/builder/sample-board.ts'
import { mirrorX, shiftBy, turnBy, type BoardTransform } from '#core/builder/transform.ts'
import type { Finding } from '#core/checks/finding.ts'
import { allChecks } from '#core/checks/index.ts'
import { judgedBoard } from '#test/support/check-findings.ts'
import { isOnFault } from '#test/support/planted-place.ts'

const VALUE_MM = 0.003

const as = (
  name: string,
  steps: readonly BoardTransform[],
  dialect: Dialect,
): { name: string; steps: readonly BoardTransform[]; dialect: Dialect; seed: number } => ({
  name,
  steps,
  dialect,
  seed: name.length,
})

/** The same faults in other clothes: attributes or none, another place, turned, mirrored. */
const CLOTHES = [
  as('with attributes', [], kicadDialect),
  as('Protel names, inches, turned by a right angle', [turnBy(90), shiftBy(120.5, 40)], protelDialect),
  as('Eagle names, shifted', [shiftBy(25.4, -12.7)], eagleDialect),
  as('turned by 30 degrees and mirrored', [turnBy(30), mirrorX()], kicadDialect),
]

/** Faults that a package without attributes does not show. */
const NEEDS_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  protel: ['short', 'open_net'],
  // Eagle's drill file does not say which holes are plated, and pads written as regions can't be told from other copper.
  eagle: ['short', 'open_net', 'stray_hole', 'thin_ring', 'covered_pad'],
}

const dressed = (board: BoardDescription, clothes: (typeof CLOTHES)[number]): BoardDescription =>
  clothes.steps.reduce((b, step) => step.board(b), board)

/** The board with its fault, moved; layers are mirrored, shifted and scaled where the board ends up, as an export does it. */
const plantedIn = (kind: FaultKind, clothes: (typeof CLOTHES)[number]): Planted => {
  const late = kind.startsWith('layer_')
  const planted = plantFault(late ? dressed(cleanSampleBoard(), clothes) : cleanSampleBoard(), kind, seededRandom(clothes.seed))
  if (!planted) throw new Error(`no place for ${kind}`)
  return late ? planted : { ...planted, board: dressed(planted.board, clothes) }
}

const findingsOf = (planted: Planted, dialect: Dialect): readonly Finding[] => {
  const checks = allChecks.filter((check) => planted.fault.checks.includes(check.id))
  return judgedBoard(planted.board, checks, dialect).flatMap((judged) => judged.findings)
}

describe.each(CLOTHES)('faults planted in the sample board, $name', (clothes) => {
  let clean: ReadonlySet<string>
  beforeAll(() => {
    clean = new Set(
      judgedBoard(dressed(cleanSampleBoard(), clothes), allChecks, clothes.dialect).flatMap((judged) =>
        judged.findings.map((f) => f.fingerprint),
      ),
    )
  })

  it.each(faultKinds.filter((kind) => !NEEDS_ATTRIBUTES[clothes.dialect.id]?.includes(kind)))('%s is found where it is', (kind) => {
    const planted = plantedIn(kind, clothes)
    const { at, value } = planted.fault
    const fresh = findingsOf(planted, clothes.dialect).filter((finding) => !clean.has(finding.fingerprint))
    const move = (place: Point): Point => clothes.steps.reduce((p, step) => step.point(p), place)
    const answers = fresh.filter((finding) => isOnFault(finding, planted.fault, move))
    expect(answers, JSON.stringify({ fault: planted.fault, place: at && move(at), fresh: fresh.slice(0, 4) })).not.toEqual([])
    if (at && value !== null)
      expect(
        answers.map((finding) => finding.measured),
        'measured values',
      ).toSatisfy((values: (number | null)[]) => values.some((v) => v !== null && Math.abs(v - value) <= VALUE_MM))
  })
})
