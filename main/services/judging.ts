import type { Capability } from '#core/capability/capability.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { allChecks } from '#core/checks/index.ts'
import { judgeCheck, type Judged, type RawOutcome } from '#core/checks/run-checks.ts'
import type { FileShape } from '#core/ipc/board-shapes.ts'
import type { ReviewShape } from '#core/ipc/board.ipc.ts'
import { inCatalogueOrder } from '#core/run/check-order.ts'
import { summarize, type Summary } from '#core/review/verdict.ts'
import type { ReviewBasis } from '#main/store/stored-review.ts'

const checksById: ReadonlyMap<string, CheckDefinition> = new Map(allChecks.map((check) => [check.id, check]))
const whyById: Readonly<Record<string, string>> = Object.fromEntries(allChecks.map(({ id, why }) => [id, why]))

/** JSON knows no infinities: a figure that is none is left out, the sentence still says it. */
const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null)

/** A finding as it crosses the bridge and is stored. */
export const shownFinding = (finding: Finding): Finding => ({
  ...finding,
  measured: finite(finding.measured),
  limit: finite(finding.limit),
})

const shownOutcome = (outcome: CheckOutcome): CheckOutcome => ({
  ...outcome,
  measured: outcome.measured && Number.isFinite(outcome.measured.value) ? outcome.measured : null,
  limit: finite(outcome.limit),
  target: finite(outcome.target),
})

/** Findings of one check that are handed on, worst first: nobody walks through more, and the page stays quick. */
export const SHOWN_PER_CHECK = 2000

/** Judges measured outcomes by one capability and remembers what it judged, so that new outcomes cost only themselves. */
export class Judge {
  readonly #capability: Capability
  readonly #judged: Judged[] = []

  constructor(capability: Capability) {
    this.#capability = capability
  }

  /** @returns whether what was judged holds for this capability, which may have been changed meanwhile */
  isOf(capability: Capability): boolean {
    return capability === this.#capability || JSON.stringify(capability) === JSON.stringify(this.#capability)
  }

  /**
   * @param raw outcomes so far; only ever grows between calls. Outcomes of checks that no longer exist are left out
   * @returns what the page shows
   */
  review(raw: readonly RawOutcome[], basis: ReviewBasis, files: readonly FileShape[]): ReviewShape {
    const { outcomes, findings } = this.all(raw, basis)
    const shown = this.#inOrder().flatMap((j) => j.findings.slice(0, SHOWN_PER_CHECK).map(shownFinding))
    const summary: Summary = summarize({ outcomes, findings, files, ...basis.summary })
    // Copies cross the bridge anyway; the types there are mutable.
    return {
      why: whyById,
      capability: this.#capability.id,
      summary,
      outcomes: outcomes.map(shownOutcome),
      findings: shown,
      leftOut: findings.length - shown.length,
    } as unknown as ReviewShape
  }

  /** @returns every outcome and every finding, in the order of the checks; worst first within one */
  all(
    raw: readonly RawOutcome[],
    basis: ReviewBasis,
  ): { readonly outcomes: readonly CheckOutcome[]; readonly findings: readonly Finding[] } {
    for (const outcome of raw.slice(this.#judged.length)) {
      const check = checksById.get(outcome.id)
      const canJudge = check !== undefined && knowsLimits(check, outcome)
      this.#judged.push(
        canJudge ? judgeCheck(check, outcome, this.#capability, basis.context) : { outcome: goneCheck(outcome), findings: [] },
      )
    }
    const judged = this.#inOrder()
    return { outcomes: judged.map((j) => j.outcome), findings: judged.flatMap((j) => j.findings) }
  }

  #inOrder(): readonly Judged[] {
    return inCatalogueOrder(this.#judged, (j) => j.outcome.id)
  }
}

/** What an older version stored may be measured for limits that the check no longer has. */
const knowsLimits = (check: CheckDefinition, { run }: RawOutcome): boolean =>
  run.kind !== 'measured' ||
  [...run.measured, ...(run.extreme ? [run.extreme] : [])].every(({ limit }) => Object.hasOwn(check.limits, limit))

/** A check that an older version ran and this one does not have in that form. */
const goneCheck = (raw: RawOutcome): CheckOutcome => ({
  id: raw.id,
  title: raw.id,
  category: 'file_package',
  tier: 3,
  outcome: 'skipped',
  reason: 'It was run by another version of Boardproof. Open the board again to run it anew.',
  measured: null,
  limit: null,
  target: null,
  limitSource: null,
  findings: 0,
  ms: raw.ms,
})

/** @returns "2 blockers · 34 of 38 checks" */
export const coverageOf = ({ errors, checksRun, checksSkipped, checksCrashed }: Summary): string =>
  `${errors === 0 ? 'no blockers' : errors === 1 ? '1 blocker' : `${errors} blockers`} · ${checksRun} of ${checksRun + checksSkipped + checksCrashed} checks`
