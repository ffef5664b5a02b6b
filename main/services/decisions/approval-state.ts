import type { z } from 'zod'
import type { Capability } from '#core/capability/capability.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import type { approvalStateShape } from '#core/ipc/approval.ipc.ts'
import { counted } from '#core/review/effective.ts'
import { sha256OfValue } from '#main/store/sha256.ts'
import type { Store } from '#main/store/store.ts'
import type { StoredApproval, Subjects } from '#main/store/approvals.repo.ts'
import type { Decided } from './decision-view.ts'

export type ApprovalState = z.infer<typeof approvalStateShape>
export type ApprovalSubject = keyof Subjects

const SUBJECTS: readonly ApprovalSubject[] = ['files', 'roles', 'capability', 'waivers']
const SEVERITY = { error: 0, warning: 1, info: 2 } as const
const IMAGING = new Set(['copper', 'plane', 'soldermask', 'paste', 'legend', 'outline', 'drill', 'route', 'unknown'])

/** @returns what tells one version of a capability from another: the hash of all its figures */
export const capabilityVersion = (capability: Capability): string => sha256OfValue(capability)

const filesOf = (store: Store, { judged }: Decided): ApprovalState['files'] => {
  const shown = new Map(judged.files.map((file) => [file.path, file]))
  return store.revisions.files(judged.revision.id).map(({ path, sha256, bytes }) => {
    const { role, side, order, plating, sureness } = shown.get(path)!
    return { path, sha256, bytes, role, side, order, plating, sureness }
  })
}

/** @returns the hash of each subject of an approval, as it stands now */
export const subjectsOf = (store: Store, decided: Decided, files = filesOf(store, decided)): Subjects => ({
  files: sha256OfValue(files.map(({ path, sha256 }) => [path, sha256])),
  roles: sha256OfValue(files.map(({ path, role, side, order, plating }) => [path, role, side, order, plating])),
  capability: capabilityVersion(decided.judged.capability),
  // What a waiver covers counts, not only its words: one that lapsed or was outgrown is another state.
  waivers: sha256OfValue(
    decided.waivers.map(({ id, scope, reason, expiry, author }, i) => [
      id,
      scope,
      reason,
      expiry,
      author,
      decided.applied.states[i]!.covers.map((f) => f.fingerprint).sort(),
    ]),
  ),
})

/** Everything that an approval states of a board, as it stands now. */
export const approvalStateOf = (store: Store, decided: Decided, version: string): ApprovalState => {
  const { judged, applied, open, effective } = decided
  const { board, revision, capability, review, outcomes } = judged
  const files = filesOf(store, decided)
  const isOpen = new Set(open)
  const bySeverity = [...judged.findings].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity])
  const stated = applied.states.map(({ waiver, standing, covers }) => {
    const { id, scope, checkId, cause, reason, author, createdAt, expiry } = waiver
    return { id, scope, checkId, cause, reason, author, createdAt, expiry, standing, covers: covers.length }
  })
  const { id: _, ...model } = review.model
  return {
    board: { id: board, name: store.library.nameOf(board) ?? model.name },
    revision,
    package: { name: model.name, sha256: revision.sha256, bytes: revision.bytes },
    facts: model.facts,
    capability: { id: capability.id, name: capability.name, service: capability.service, version: capabilityVersion(capability) },
    engine: { name: 'boardproof', version, checks: outcomes.length },
    verdict: effective,
    files,
    open: bySeverity.filter((f) => isOpen.has(f)) as unknown as ApprovalState['open'],
    waived: bySeverity.filter((f) => !isOpen.has(f)) as unknown as ApprovalState['waived'],
    waivers: stated,
    notRun: outcomes.flatMap(({ id, title, outcome, reason }) =>
      outcome === 'skipped' || outcome === 'crashed' ? [{ id, title, outcome, reason: reason ?? '' }] : [],
    ),
    subjects: subjectsOf(store, decided, files),
  }
}

/** @returns a hash over what a person is shown before they sign */
export const stateHash = (state: ApprovalState): string => sha256OfValue(state)

/** @returns what keeps a board from being approved, in words */
export const obstaclesOf = (state: ApprovalState, newest: number): string[] => {
  const unsure = state.files.filter((f) => IMAGING.has(f.role) && f.sureness < SURE_ENOUGH)
  const crashed = state.notRun.filter((c) => c.outcome === 'crashed')
  return [
    ...(state.revision.number < newest ? [`This is revision ${state.revision.number}; the newest is ${newest}.`] : []),
    ...(state.verdict.errors
      ? [`${counted(state.verdict.errors, 'blocker')} open: fix or waive ${state.verdict.errors === 1 ? 'it' : 'them'} first.`]
      : []),
    ...(unsure.length
      ? [`${counted(unsure.length, 'file has', 'files have')} no sure role: ${unsure.map((f) => f.path).join(', ')}.`]
      : []),
    ...(crashed.length ? [`${counted(crashed.length, 'check')} crashed: ${crashed.map((c) => c.title).join(', ')}.`] : []),
  ]
}

/**
 * @param now the subjects as they are, judged by the record's capability; null when board or capability are gone
 * @param chosen the capability that boards are judged by at present
 * @returns what has changed since a record was written
 */
export const changedSince = (record: StoredApproval, now: Subjects | null, chosen: string): ApprovalSubject[] => {
  if (!now) return ['capability']
  return SUBJECTS.filter(
    (subject) => record.subjects[subject] !== now[subject] || (subject === 'capability' && record.capability !== chosen),
  )
}
