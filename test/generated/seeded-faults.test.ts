import { beforeAll, describe, expect, it } from 'vitest'
import { kicadDialect } from '#core/builder/dialect.ts'
import { faultKinds, plantFault, type FaultKind, type Planted } from '#core/builder/plant-fault.ts'
import { seededRandom } from '#core/builder/random.ts'
import { cleanSampleBoard } from '#core/builder/sample-board.ts'
import { allChecks } from '#core/checks/index.ts'
import { judgedBoard } from '#test/support/check-findings.ts'
import { distanceTo, isOnFault, pointsOf } from '#test/support/planted-place.ts'

/** 26 kinds, each at this many places and of as many sizes: more than 500 boards. */
const SEEDS = Array.from({ length: 20 }, (_, k) => 1009 * (k + 1))

const VALUE_MM = 0.002
/** A fault may show in a neighbouring check; anything farther away than this is a false alarm. */
const NEIGHBOURHOOD_MM = 1.5

/** Faults of the whole board or of a whole layer show everywhere. */
const EVERYWHERE: ReadonlySet<FaultKind> = new Set([
  'layer_shift',
  'layer_mirror',
  'layer_scale',
  'no_outline',
  'no_drill',
  'no_top_mask',
  'no_bottom_copper',
  'open_outline',
])

/** What follows from a fault by itself: nets that are joined to a plane have pads without reliefs in it. */
const FOLLOWS: Partial<Record<FaultKind, readonly string[]>> = { short: ['starved_thermal', 'thermal_relief_spoke_width'] }

const plantedWith = (kind: FaultKind, seed: number): Planted => {
  const planted = plantFault(cleanSampleBoard(), kind, seededRandom(seed))
  if (!planted) throw new Error(`no place for ${kind}`)
  return planted
}

describe('faults at many places of a clean board', () => {
  let clean: ReadonlySet<string>
  beforeAll(() => {
    clean = new Set(judgedBoard(cleanSampleBoard(), allChecks, kicadDialect).flatMap((judged) => judged.findings.map((f) => f.fingerprint)))
  })

  it.each(faultKinds)('%s: each found, at its place, with its value, and nothing elsewhere', (kind) => {
    const wrong: unknown[] = []
    for (const seed of SEEDS) {
      const { board, fault } = plantedWith(kind, seed)
      const fresh = judgedBoard(board, allChecks, kicadDialect)
        .flatMap((judged) => judged.findings)
        .filter((finding) => !clean.has(finding.fingerprint))
      const answers = fresh.filter((finding) => fault.checks.includes(finding.checkId) && isOnFault(finding, fault))
      if (answers.length === 0) wrong.push({ seed, missed: fault, fresh: fresh.slice(0, 3).map((f) => [f.checkId, f.message, f.at]) })
      else if (fault.at && fault.value !== null) {
        const { value } = fault
        if (!answers.some((f) => f.measured !== null && Math.abs(f.measured - value) <= VALUE_MM))
          wrong.push({ seed, value, measured: answers.map((f) => [f.checkId, f.measured]) })
      }
      if (EVERYWHERE.has(kind)) continue
      const { at } = fault
      const elsewhere = fresh.filter(
        (f) =>
          ![...fault.checks, ...(FOLLOWS[kind] ?? [])].includes(f.checkId) &&
          at &&
          pointsOf(f).length > 0 &&
          distanceTo(f, [at, at]) > NEIGHBOURHOOD_MM,
      )
      if (elsewhere.length > 0) wrong.push({ seed, at, elsewhere: elsewhere.map((f) => [f.checkId, f.message, f.at]) })
    }
    expect(wrong.slice(0, 4), `${wrong.length} of ${SEEDS.length} wrong`).toEqual([])
  })
})
