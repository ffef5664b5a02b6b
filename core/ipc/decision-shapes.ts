import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { findingShape } from './finding-shapes.ts'

export const MAX_REASON_CHARACTERS = 2000
export const MAX_NOTE_CHARACTERS = 20_000

const place = z.object({ x: z.number(), y: z.number() })
const severity = z.enum(['error', 'warning', 'info'])
/** ms since 1970. */
const instant = z.number()

export const entryId = z.uuid()
export const fingerprint = z.string().min(1).max(64)
export const reasonText = z.string().trim().min(1).max(MAX_REASON_CHARACTERS)
export const revisionNumber = z.int().positive()

/** What a waiver covers: this place, all findings of this cause, or the whole check; always on this board only. */
export const waiverScope = z.enum(['place', 'group', 'check'])
export const waiverExpiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('next-revision') }),
  z.strictObject({ kind: z.literal('date'), at: instant }),
])

/**
 * How a waiver stands on the revision that is looked at. `same`: it covers what it was given for. `moved`: it still does,
 * elsewhere on the board; please look. `worse`: something it would cover measures worse than when it was given and is open
 * again. `gone`: nothing left that it covers. `lapsed`: its expiry was reached; what it covered is open again.
 */
export const waiverStanding = z.enum(['same', 'moved', 'worse', 'gone', 'lapsed'])

export const waiverShape = z.object({
  id: entryId,
  scope: waiverScope,
  checkId: z.string(),
  cause: z.string(),
  reason: z.string(),
  author: z.string(),
  createdAt: instant,
  expiry: waiverExpiry,
  /** Number of the revision that it was given on, or was last confirmed on. */
  revision: revisionNumber,
  /** The finding that it was given for, as it was then; for a group or a check the worst one. */
  covered: findingShape,
  /** How many findings it covered then. */
  coveredCount: z.int(),
  standing: waiverStanding,
  /** Findings that it covers now. */
  fingerprints: z.array(z.string()),
  /** Findings that it no longer covers: worse than then, or its expiry was reached. */
  reopened: z.array(z.string()),
})
export type WaiverShape = z.infer<typeof waiverShape>

export const findingState = z.enum(['open', 'fix', 'waived'])
/** Against the revision before: `unchanged` also when it measures better. */
export const findingChange = z.enum(['new', 'unchanged', 'moved', 'worse'])

/** What was decided on a finding. One that is not listed is open, has no assignee, no notes, and did not change. */
export const findingStateShape = z.object({
  fingerprint: z.string(),
  state: findingState,
  assignee: z.string().nullable(),
  /** The waiver that covers it, or that covered it until it was opened again. */
  waiver: entryId.nullable(),
  /** How that waiver stands for this finding; null without one. */
  standing: waiverStanding.nullable(),
  /** Null on a board's first revision. */
  change: findingChange.nullable(),
  /** What it measured on the revision before, in its own unit; null when new or not measured. */
  was: z.number().nullable(),
  notes: z.int(),
})
export type FindingStateShape = z.infer<typeof findingStateShape>

/** How two revisions lie on each other: the older one mirrored left to right, turned, then shifted gives the newer one; mm. */
export const alignmentShape = z.object({
  dx: z.number(),
  dy: z.number(),
  /** Quarter turns counterclockwise. */
  turns: z.int().min(0).max(3),
  mirrored: z.boolean(),
  /** What it was worked out from; `none`: nothing fits, or the user refused what was found: compared as they lie. */
  from: z.enum(['holes', 'outline', 'pads', 'none']),
  /** How many landmarks of the older revision lie on one of the newer one after that, and how many it has. */
  matched: z.int(),
  of: z.int(),
  refused: z.boolean(),
  /** "Shifted 2.540, 0.000 mm; not turned (412 of 412 holes)". */
  says: z.string(),
})
export type AlignmentShape = z.infer<typeof alignmentShape>

export const revisionShape = z.object({
  id: entryId,
  number: revisionNumber,
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  createdAt: instant,
  verdict: z.enum(['clear', 'review', 'blocked']).nullable(),
  coverage: z.string().nullable(),
  capability: z.string().nullable(),
})
export type RevisionShape = z.infer<typeof revisionShape>

/** A board that another one may be the next revision of. */
export const alikeShape = z.object({
  board: boardId,
  name: z.string(),
  /** The number that the revision would have. */
  next: revisionNumber,
  /** Why: "the same size, 10 of 10 file names"; empty = nothing speaks for it. */
  says: z.string(),
})
export type AlikeShape = z.infer<typeof alikeShape>

export const revisionPlaceShape = z.object({
  board: boardId,
  /** Of the board. */
  name: z.string(),
  revision: revisionNumber,
  newest: revisionNumber,
  /** False: it is one of several revisions, or was approved or rejected. */
  canMove: z.boolean(),
  /** False: it is the only revision, not the newest, or the board was approved or rejected on it. */
  canLeave: z.boolean(),
  /** Likely ones, the most alike first; empty where it cannot move. */
  alike: z.array(alikeShape),
  /** All others, the board last active first. */
  others: z.array(alikeShape),
})
export type RevisionPlaceShape = z.infer<typeof revisionPlaceShape>

/** The verdict with what was waived taken out. */
export const effectiveShape = z.object({
  verdict: z.enum(['clear', 'review', 'blocked']),
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  waived: z.int(),
  /** "No blockers · 28 of 32 checks ran · 2 waived". */
  text: z.string(),
})

export type EffectiveShape = z.infer<typeof effectiveShape>

/** What a note is pinned to. */
export const noteTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board') }),
  z.strictObject({ kind: z.literal('place'), at: z.strictObject({ x: z.number(), y: z.number() }), layer: z.string().max(64).nullable() }),
  z.strictObject({ kind: z.literal('finding'), fingerprint }),
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1).max(1100) }),
])

export const noteShape = z.object({
  id: entryId,
  text: z.string(),
  author: z.string(),
  createdAt: instant,
  changedAt: instant.nullable(),
  resolved: z.boolean(),
  revision: revisionNumber,
  /** As it was pinned, in the coordinates of the revision it was written on. */
  target: noteTarget,
  /** Where it belongs on the revision that is looked at; null when that is gone. */
  now: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('board') }),
    z.object({ kind: z.literal('place'), at: place, layer: z.string().nullable() }),
    z.object({ kind: z.literal('finding'), fingerprint: z.string(), at: place.nullable() }),
    z.object({ kind: z.literal('file'), path: z.string() }),
  ]).nullable(),
}) // prettier-ignore
export type NoteShape = z.infer<typeof noteShape>

export const checklistShape = z.object({
  id: entryId,
  text: z.string(),
  /** Must be ticked before the board can be approved. */
  isRequired: z.boolean(),
  doneBy: z.string().nullable(),
  doneAt: instant.nullable(),
  /** The revision it was ticked on: on a newer one it counts as not done. */
  doneOn: revisionNumber.nullable(),
  isDone: z.boolean(),
})
export type ChecklistShape = z.infer<typeof checklistShape>

/** What undo and redo would do next, as words ("Waive 3 places of Annular ring too narrow"); null = nothing. */
export const historyShape = z.object({ undo: z.string().nullable(), redo: z.string().nullable() })

export const decisionsShape = z.object({
  /** The board in the store: the same for all its revisions. */
  board: boardId,
  revision: revisionShape,
  /** Against what `change` is meant; null on the first revision. */
  previous: z.object({ number: revisionNumber, alignment: alignmentShape }).nullable(),
  effective: effectiveShape,
  findings: z.array(findingStateShape),
  waivers: z.array(waiverShape),
  /** Findings of the revision before that are no longer there, worst first, in its own coordinates. */
  fixed: z.array(findingShape),
  /** Fixed ones beyond those listed. */
  fixedLeftOut: z.int(),
  notes: z.array(noteShape),
  checklist: z.array(checklistShape),
  /** Reasons given lately, newest first. */
  recentReasons: z.array(z.string()),
  /** Names that findings of any board were assigned to, newest first. */
  recentAssignees: z.array(z.string()),
  /** Who is named as author of what is decided now. */
  author: z.string(),
  history: historyShape,
})
export type DecisionsShape = z.infer<typeof decisionsShape>

export const changeCounts = z.object({ new: z.int(), fixed: z.int(), unchanged: z.int(), moved: z.int(), worse: z.int() })
export const severityShape = severity
