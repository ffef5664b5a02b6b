import { z } from 'zod'
import { boardId, capabilityId } from './board-shapes.ts'
import { call } from './call.ts'
import {
  checklistShape,
  decisionsShape,
  entryId,
  fingerprint,
  historyShape,
  MAX_NOTE_CHARACTERS,
  noteTarget,
  reasonText,
  revisionNumber,
  revisionPlaceShape,
  revisionShape,
  waiverExpiry,
  waiverScope,
} from './decision-shapes.ts'

const onBoard = z.strictObject({ board: boardId })
const judged = { board: boardId, capability: capabilityId }
const noteText = z.string().trim().min(1).max(MAX_NOTE_CHARACTERS)
const made = z.object({ id: entryId })
const checklistText = z.string().trim().min(1).max(500)
/** Of one group; more are not listed. */
const MAX_MARKED = 20_000
const BOARD_ERRORS = ['gone', 'not-ready', 'no-such-capability'] as const

/**
 * `board` is a board that is open or one of the store; of the store's the newest revision is meant. Every call that
 * changes something can be undone (`history.undo`), is in the audit log, and is followed by the event `decisions`.
 */
export const decisionCalls = {
  'decisions.get': call({ input: z.strictObject(judged), output: decisionsShape, errors: BOARD_ERRORS }),

  'waivers.add': call({
    input: z.strictObject({ ...judged, fingerprint, scope: waiverScope, reason: reasonText, expiry: waiverExpiry }),
    output: made,
    errors: [...BOARD_ERRORS, 'finding-gone'],
  }),
  'waivers.change': call({
    input: z.strictObject({ board: boardId, id: entryId, reason: reasonText, expiry: waiverExpiry }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-waiver'],
  }),
  'waivers.remove': call({
    input: z.strictObject({ board: boardId, id: entryId }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-waiver'],
  }),
  /** Takes what the waiver meets now as what it covers: after "moved", "worse" or "lapsed", when a person has looked. */
  'waivers.confirm': call({
    input: z.strictObject({ ...judged, id: entryId, reason: reasonText, expiry: waiverExpiry }),
    output: z.null(),
    errors: [...BOARD_ERRORS, 'no-such-waiver', 'nothing-to-cover'],
  }),

  /** Assigns findings, or marks them as to be fixed; what is left out stays as it is on each of them. */
  'findings.mark': call({
    input: z.strictObject({
      ...judged,
      fingerprints: z.array(fingerprint).min(1).max(MAX_MARKED),
      state: z.enum(['open', 'fix']).optional(),
      /** Null = nobody. */
      assignee: z.string().trim().min(1).max(200).nullable().optional(),
    }),
    output: z.null(),
    errors: [...BOARD_ERRORS, 'finding-gone'],
  }),

  'notes.add': call({
    input: z.strictObject({ ...judged, target: noteTarget, text: noteText }),
    output: made,
    errors: [...BOARD_ERRORS, 'finding-gone', 'no-such-file'],
  }),
  'notes.change': call({
    input: z.strictObject({ board: boardId, id: entryId, text: noteText, resolved: z.boolean() }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-note'],
  }),
  'notes.remove': call({
    input: z.strictObject({ board: boardId, id: entryId }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-note'],
  }),

  'checklist.add': call({
    input: z.strictObject({ board: boardId, text: checklistText, isRequired: z.boolean() }),
    output: checklistShape,
    errors: ['gone', 'not-ready'],
  }),
  'checklist.tick': call({
    input: z.strictObject({ board: boardId, id: entryId, done: z.boolean() }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-item'],
  }),
  'checklist.remove': call({
    input: z.strictObject({ board: boardId, id: entryId }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-item'],
  }),

  /** Undoes what was done last on this board; also after a restart. `changed`: what it would undo was changed since. */
  'history.undo': call({
    input: onBoard,
    output: z.object({ did: z.string(), history: historyShape }),
    errors: ['gone', 'not-ready', 'nothing-to-undo', 'changed'],
  }),
  'history.redo': call({
    input: onBoard,
    output: z.object({ did: z.string(), history: historyShape }),
    errors: ['gone', 'not-ready', 'nothing-to-redo', 'changed'],
  }),

  /** Newest first. */
  'revisions.list': call({ input: onBoard, output: z.array(revisionShape), errors: ['gone', 'not-ready'] }),
  /** Opens one revision, beside others of the same board; the id is one to ask with. */
  'revisions.open': call({
    input: z.strictObject({ board: boardId, revision: revisionNumber }),
    output: z.object({ id: boardId, name: z.string() }),
    errors: ['gone', 'no-such-revision'],
  }),
  /** Makes a board that was opened as a new one the next revision of another board; its decisions come along. */
  'revisions.attach': call({
    input: z.strictObject({ board: boardId, to: boardId }),
    output: z.object({ board: boardId, revision: revisionNumber }),
    errors: ['gone', 'not-ready', 'same-board', 'several-revisions', 'is-approved'],
  }),
  /** Makes the newest revision of a board a board of its own again, with what was decided on it. */
  'revisions.detach': call({
    input: z.strictObject({
      board: boardId,
      /** What the new board is called; null = like its package. */
      name: z.string().trim().min(1).max(200).nullable(),
    }),
    output: z.object({ board: boardId, from: boardId }),
    errors: ['gone', 'not-ready', 'only-revision', 'not-newest', 'is-approved'],
  }),
  /** Where a revision belongs, and which boards look like the same one. */
  'revisions.place': call({ input: onBoard, output: revisionPlaceShape, errors: ['gone', 'not-ready'] }),
  /** Refuses the shift that was found between two revisions, or takes it again. */
  'revisions.align': call({
    input: z.strictObject({ board: boardId, from: revisionNumber, to: revisionNumber, refused: z.boolean() }),
    output: z.null(),
    errors: ['gone', 'not-ready', 'no-such-revision'],
  }),
}
