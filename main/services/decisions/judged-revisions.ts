import { err, ok, type Result } from '#core/base/result.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { FileShape } from '#core/ipc/board-shapes.ts'
import type { AlignmentShape, RevisionShape } from '#core/ipc/decision-shapes.ts'
import { align, alignmentText, AS_THEY_LIE, type Alignment } from '#core/review/align.ts'
import type { Landmarks } from '#core/review/landmarks.ts'
import type { MatchContext } from '#core/review/match-findings.ts'
import { summarize, type Summary } from '#core/review/verdict.ts'
import type { OpenedReview } from '#main/store/boards.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CapabilityService } from '#main/services/capabilities.ts'
import { Judge, shownFinding } from '#main/services/judging.ts'

/** A stored revision with all its findings, judged by one capability. */
export interface JudgedRevision {
  readonly board: string
  readonly revision: RevisionShape
  readonly capability: Capability
  readonly review: OpenedReview
  readonly files: readonly FileShape[]
  readonly outcomes: readonly CheckOutcome[]
  readonly findings: readonly Finding[]
  /** The verdict over some of the findings: those that no waiver covers. */
  summary(findings: readonly Finding[]): Summary
}

export interface JudgedRevisions {
  /** @param number null = the newest */
  of(
    board: string,
    number: number | null,
    capability: string,
  ): Result<JudgedRevision, { code: 'gone' | 'no-such-capability'; message: string }>
  /** How places of one revision lead to another's. */
  context(from: RevisionShape, to: RevisionShape): MatchContext
  alignment(from: RevisionShape, to: RevisionShape): AlignmentShape
}

const KEPT_JUDGED = 6
const KEPT_LANDMARKS = 8
const KEPT_ALIGNMENTS = 64

const gone = { code: 'gone', message: 'This board is no longer in the list.' } as const

/** Keeps what was made last, by key. */
const remembering = <T>(most: number) => {
  const kept = new Map<string, T>()
  return (key: string, make: () => T): T => {
    const value = kept.has(key) ? kept.get(key)! : make()
    kept.delete(key)
    kept.set(key, value)
    for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old)
    return value
  }
}

export const judgedRevisions = (store: Store, capabilities: CapabilityService): JudgedRevisions => {
  const judged = remembering<JudgedRevision | null>(KEPT_JUDGED)
  const landmarks = remembering<Landmarks | null>(KEPT_LANDMARKS)
  const alignments = remembering<Alignment>(KEPT_ALIGNMENTS)

  const judge = (board: string, revision: RevisionShape, capability: Capability): JudgedRevision | null => {
    const review = store.boards.reviewOf(board, revision.number)
    if (!review) return null
    const { outcomes, findings } = new Judge(capability).all(review.raw, review.basis)
    return {
      board,
      revision,
      capability,
      review,
      files: review.files,
      outcomes,
      findings: findings.map(shownFinding),
      summary: (open) => summarize({ outcomes, findings: open, files: review.files, ...review.basis.summary }),
    }
  }
  const reviewed = (id: string): string => `${id}@${store.revisions.reviewedAt(id)}`
  const marksOf = (id: string): Landmarks | null => landmarks(reviewed(id), () => store.revisions.landmarks(id))
  const found = (from: string, to: string): Alignment =>
    alignments(`${reviewed(from)} ${reviewed(to)}`, () => {
      const [a, b] = [marksOf(from), marksOf(to)]
      return a && b ? align(a, b) : AS_THEY_LIE
    })
  const isRefused = (from: string, to: string): boolean =>
    store.decisions.isShiftRefused(from, to) || store.decisions.isShiftRefused(to, from)

  return {
    of(board, number, wanted) {
      const capability = capabilities.find(wanted)
      if (!capability) return err({ code: 'no-such-capability', message: `There is no capability "${wanted}".` })
      const revision = store.revisions.find(board, number)
      if (!revision) return err(gone)
      const key = `${board} ${reviewed(revision.id)} ${revision.number} ${JSON.stringify(capability)}`
      const made = judged(key, () => judge(board, revision, capability))
      // How it stands with its decisions is read anew each time.
      return made ? ok({ ...made, revision }) : err(gone)
    },
    context(from, to) {
      const placement = from.id === to.id || isRefused(from.id, to.id) ? AS_THEY_LIE : found(from.id, to.id)
      return { placement, older: marksOf(from.id), newer: marksOf(to.id) }
    },
    alignment(from, to) {
      const refused = isRefused(from.id, to.id)
      const alignment = found(from.id, to.id)
      const says = alignmentText(alignment, refused)
      const { matched, of } = alignment
      return { ...(refused ? { ...AS_THEY_LIE, matched, of } : alignment), refused, says }
    },
  }
}
