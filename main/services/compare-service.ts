import { err, ok, type Result } from '#core/base/result.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { CompareProgressShape, ComparisonShape, DiffShape } from '#core/ipc/compare.ipc.ts'
import type { RevisionShape } from '#core/ipc/decision-shapes.ts'
import { DRILL_LAYER } from '#core/review/compare/compare-boards.ts'
import { compareFindings, countChanges } from '#core/review/compare-findings.ts'
import { changedFindings } from '#core/report/diff-json.ts'
import type { Store } from '#main/store/store.ts'
import type { ComparedArtwork, ComparedBoards, ComparedSide } from '#main/workers/compare-protocol.ts'
import { runCompare, type RunningComparison } from '#main/workers/run-compare.ts'
import type { JudgedRevision, JudgedRevisions } from './decisions/judged-revisions.ts'
import { overridesFor } from './name-pattern.ts'
import { sourceOf, type ReviewService } from './review-service.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }
type Code = 'gone' | 'not-ready' | 'no-such-capability' | 'no-such-revision' | 'unreadable' | 'cancelled'
type Side = { readonly board: string; readonly revision: number | null }

export interface CompareService {
  run(from: Side, to: Side, capability: string, refuseShift: boolean): Promise<Result<ComparisonShape, Failure<Code>>>
  /** @returns a packed layer of one side of a comparison that was made, its holes for `drill`; null when it is no longer kept or has no such layer */
  layer(comparison: string, side: 'from' | 'to', layer: string): Uint8Array<ArrayBuffer> | null
  /** @returns how far the comparison that runs has come; null when none runs or it has not begun */
  progress(): CompareProgressShape | null
  /** Stops what is being compared. */
  cancel(): void
}

const SHOWN = 2000
/** With their artwork, so few. */
const KEPT = 2

interface Made extends ComparedBoards {
  readonly id: string
}

/** Compares two stored revisions; the same two are worked out once. */
export const compareService = (store: Store, reviews: ReviewService, judged: JudgedRevisions, contents: string): CompareService => {
  const kept = new Map<string, Made>()
  let running: RunningComparison | null = null

  const sideOf = ({ board, revision }: JudgedRevision): ComparedSide | null => {
    const stored = store.boards.packageOf(board, revision.number)
    if (!stored) return null
    const paths = stored.files.map((f) => f.path)
    return { source: sourceOf(stored), overrides: overridesFor(paths, store.choices.rolesOf(stored.sha256), store.choices.patternRoles()) }
  }
  const find = ({ board, revision }: Side, capability: string): Result<JudgedRevision, Failure<Code>> => {
    const place = reviews.locate(board)
    if (!place.ok) return place
    const number = revision ?? place.value.revision
    if (number !== null && !store.revisions.find(place.value.board, number))
      return err({ code: 'no-such-revision', message: `There is no revision ${number} of this board.` })
    return judged.of(place.value.board, number, capability)
  }
  const keyOf = (revision: RevisionShape): string => `${revision.id}@${store.revisions.reviewedAt(revision.id)}`

  const madeOf = async (a: JudgedRevision, b: JudgedRevision, refuseShift: boolean): Promise<Result<Made, Failure<Code>>> => {
    const key = `${keyOf(a.revision)} ${keyOf(b.revision)} ${refuseShift}`
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return ok(known)
    }
    const [from, to] = [sideOf(a), sideOf(b)]
    if (!from || !to) return err({ code: 'gone', message: 'This board is no longer in the list.' })
    running?.cancel()
    const own = runCompare({ from, to, contents, refuseShift })
    running = own
    const reply = await own.end
    if (running === own) running = null
    if (!reply.ok) return reply
    const made = { ...reply.value, id: store.ids.uuid() }
    kept.set(key, made)
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return ok(made)
  }

  /** Lists are cut to what a page can show; the counts are of all. */
  const findingsOf = (a: JudgedRevision, b: JudgedRevision, diff: DiffShape): ComparisonShape['findings'] => {
    const { older, newer } = judged.context(a.revision, b.revision)
    const compared = compareFindings<Finding, Finding>(a.findings, b.findings, { placement: diff.alignment, older, newer })
    const all = changedFindings(compared)
    const [fresh, fixed, moved, worse] = [
      all.new.slice(0, SHOWN),
      all.fixed.slice(0, SHOWN),
      all.moved.slice(0, SHOWN),
      all.worse.slice(0, SHOWN),
    ]
    const shown = fresh.length + fixed.length + moved.length + worse.length
    const leftOut = all.new.length + all.fixed.length + all.moved.length + all.worse.length - shown
    // Copies cross the bridge anyway; the types there are mutable.
    return { counts: { ...countChanges(compared) }, new: fresh, fixed, moved, worse, leftOut } as unknown as ComparisonShape['findings']
  }

  return {
    async run(from, to, capability, refuseShift) {
      const [a, b] = [find(from, capability), find(to, capability)]
      if (!a.ok) return a
      if (!b.ok) return b
      const made = await madeOf(a.value, b.value, refuseShift)
      if (!made.ok) return made
      const { id, diff } = made.value
      const drawn = ({ boundsMm, negatives }: ComparedArtwork) => ({ boundsMm, negatives })
      const shown = ({ board, revision }: JudgedRevision) => ({ board, name: store.library.nameOf(board) ?? revision.name, revision })
      const accepted = [...new Set(store.decisions.acceptedEdits(a.value.board).map((one) => one.kind))]
      return ok({
        from: shown(a.value),
        to: shown(b.value),
        diff,
        artwork: { id, from: drawn(made.value.from), to: drawn(made.value.to) },
        accepted,
        findings: findingsOf(a.value, b.value, diff),
      })
    },
    layer(comparison, side, layer) {
      const art = [...kept.values()].find((made) => made.id === comparison)?.[side]
      if (!art) return null
      return layer === DRILL_LAYER ? art.holes : (art.layers.get(layer) ?? null)
    },
    progress: () => running?.progress ?? null,
    cancel: () => running?.cancel(),
  }
}
