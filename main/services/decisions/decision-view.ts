import type { Finding } from '#core/checks/finding.ts'
import type { DecisionsShape, EffectiveShape, FindingStateShape, NoteShape, RevisionShape, WaiverShape } from '#core/ipc/decision-shapes.ts'
import { compareFindings, type FindingComparison } from '#core/review/compare-findings.ts'
import { effectiveOf } from '#core/review/effective.ts'
import { followAnchors } from '#core/review/follow-anchors.ts'
import type { MatchContext } from '#core/review/match-findings.ts'
import { placePoint } from '#core/review/placement.ts'
import { applyWaivers, isCovered, type AppliedWaivers } from '#core/review/waivers.ts'
import type { StoredMark, StoredNote, StoredWaiver } from '#main/store/decisions.repo.ts'
import type { Store } from '#main/store/store.ts'
import { checklistItems, checklistShapeOf } from './checklist.ts'
import type { JudgedRevision, JudgedRevisions } from './judged-revisions.ts'

/** Fixed findings that are listed; nobody walks through more. */
const SHOWN_FIXED = 500
const RECENT_REASONS = 12
const RECENT_ASSIGNEES = 8

/** A judged revision with what was decided on it. */
export interface Decided {
  readonly judged: JudgedRevision
  readonly revisions: readonly RevisionShape[]
  readonly waivers: readonly StoredWaiver[]
  readonly applied: AppliedWaivers
  readonly open: readonly Finding[]
  readonly effective: EffectiveShape
  /** How an older revision's places lead to this one's. */
  context(revision: number): MatchContext
}

/** Applies what was decided to a judged revision. */
export const decidedOn = (store: Store, revisions: JudgedRevisions, judged: JudgedRevision): Decided => {
  const all = store.revisions.list(judged.board)
  const context = (number: number): MatchContext =>
    revisions.context(all.find((r) => r.number === number) ?? judged.revision, judged.revision)
  const waivers = store.decisions.waivers(judged.board)
  // What was decided later does not look back: it would be carried to where nobody meant it.
  const given = waivers.filter((w) => w.revision <= judged.revision.number)
  const applied = applyWaivers(given, judged.findings, { revision: judged.revision.number, now: store.ids.now(), context })
  const open = judged.findings.filter((f) => !isCovered(applied.by.get(f)))
  const summary = judged.summary(open)
  const effective = effectiveOf(summary, judged.outcomes, judged.findings.length - open.length)
  return { judged, revisions: all, waivers: given, applied, open, effective: { ...effective }, context }
}

const waiversOf = ({ applied, waivers }: Decided): WaiverShape[] =>
  applied.states.map(({ standing, covers, reopened }, i) => {
    const { id, scope, checkId, cause, reason, author, createdAt, expiry, revision, worst, covered } = waivers[i]!
    return {
      ...{ id, scope, checkId, cause, reason, author, createdAt, expiry, revision, standing },
      covered: worst as unknown as WaiverShape['covered'],
      coveredCount: covered.length,
      fingerprints: covers.map((f) => f.fingerprint),
      reopened: reopened.map((f) => f.fingerprint),
    }
  })

const notesOf = (
  store: Store,
  { judged, context, revisions }: Decided,
  notes: readonly StoredNote[],
): { shapes: NoteShape[]; perFinding: Map<Finding, number> } => {
  const pinned = notes.flatMap((note) => (note.anchor ? [{ revision: note.revision, anchor: note.anchor, note }] : []))
  const found = followAnchors(pinned, judged.findings, judged.revision.number, context)
  const findingOf = new Map([...found].map(([pin, finding]) => [pin.note.id, finding]))
  const perFinding = new Map<Finding, number>()
  for (const finding of findingOf.values()) perFinding.set(finding, (perFinding.get(finding) ?? 0) + 1)
  const fileNow = (path: string, revision: number): string | null => {
    if (judged.files.some((f) => f.path === path)) return path
    const before = revisions.some((r) => r.number === revision) ? store.boards.packageOf(judged.board, revision) : null
    const old = before?.files.find((f) => f.path === path)?.shown
    if (!old || old.role === 'unknown') return null
    const same = judged.files.filter(
      (f) => f.role === old.role && f.side === old.side && f.order === old.order && f.plating === old.plating,
    )
    return same.length === 1 ? same[0]!.path : null
  }
  const now = (note: StoredNote): NoteShape['now'] => {
    const { target } = note
    switch (target.kind) {
      case 'board':
        return { kind: 'board' }
      case 'place': {
        const [x, y] = placePoint(context(note.revision).placement, target.at.x, target.at.y)
        return { kind: 'place', at: { x, y }, layer: target.layer }
      }
      case 'finding': {
        const finding = findingOf.get(note.id)
        return finding ? { kind: 'finding', fingerprint: finding.fingerprint, at: finding.at } : null
      }
      case 'file': {
        const path = fileNow(target.path, note.revision)
        return path === null ? null : { kind: 'file', path }
      }
    }
  }
  const shapes = notes.map((note): NoteShape => {
    const { id, text, author, createdAt, changedAt, resolved, revision, target } = note
    return { id, text, author, createdAt, changedAt, resolved, revision, target, now: now(note) }
  })
  return { shapes, perFinding }
}

/** The state of every finding about which there is something to say. */
const statesOf = (
  { judged, applied }: Decided,
  marks: ReadonlyMap<Finding, StoredMark>,
  notes: ReadonlyMap<Finding, number>,
  compared: FindingComparison<Finding, Finding> | null,
): FindingStateShape[] => {
  const changeOf = new Map(compared?.changes.map((c) => [c.to, c]))
  return judged.findings.flatMap((finding): FindingStateShape[] => {
    const waived = applied.by.get(finding)
    const mark = marks.get(finding)
    const change = changeOf.get(finding)
    const count = notes.get(finding) ?? 0
    const says = waived || mark || count > 0 || (change && change.change !== 'unchanged')
    if (!says) return []
    return [
      {
        fingerprint: finding.fingerprint,
        state: isCovered(waived) ? 'waived' : (mark?.state ?? 'open'),
        assignee: mark?.assignee ?? null,
        waiver: waived?.waiver.id ?? null,
        standing: waived?.standing ?? null,
        change: change?.change ?? null,
        was: change?.from?.measured ?? null,
        notes: count,
      },
    ]
  })
}

/** The last thing said on a finding counts. */
export const marksOf = ({ judged, context }: Decided, marks: readonly StoredMark[]): Map<Finding, StoredMark> =>
  new Map([...followAnchors(marks, judged.findings, judged.revision.number, context)].map(([mark, finding]) => [finding, mark]))

/** Everything that the page shows of what was decided on a revision. */
export const decisionsView = (store: Store, revisions: JudgedRevisions, decided: Decided, author: string): DecisionsShape => {
  const { judged } = decided
  const { board, revision } = judged
  const before = decided.revisions.find((r) => r.number < revision.number)
  const older = before && revisions.of(board, before.number, judged.capability.id)
  const compared = before && older?.ok ? compareFindings(older.value.findings, judged.findings, decided.context(before.number)) : null
  const { shapes: notes, perFinding } = notesOf(
    store,
    decided,
    store.decisions.notes(board).filter((n) => n.revision <= revision.number),
  )
  const marks = marksOf(
    decided,
    store.decisions.marks(board).filter((m) => m.revision <= revision.number),
  )
  const items = checklistItems(board, judged.review.model.facts.copperLayers, store.decisions.checklist(board))
  const fixed = compared?.fixed ?? []
  return {
    board,
    revision,
    previous: before ? { number: before.number, alignment: revisions.alignment(before, revision) } : null,
    effective: decided.effective,
    findings: statesOf(decided, marks, perFinding, compared),
    waivers: waiversOf(decided),
    fixed: fixed.slice(0, SHOWN_FIXED) as unknown as DecisionsShape['fixed'],
    fixedLeftOut: Math.max(0, fixed.length - SHOWN_FIXED),
    notes,
    checklist: items.map((item) => checklistShapeOf(item, revision, decided.revisions)),
    recentReasons: [...store.decisions.recentReasons(RECENT_REASONS)],
    recentAssignees: [...store.decisions.recentAssignees(RECENT_ASSIGNEES)],
    author,
    history: { ...store.commands.history(board) },
  }
}
