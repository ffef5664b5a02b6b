import { z } from 'zod'
import { boardId, capabilityId, factsShape } from './board-shapes.ts'
import { call } from './call.ts'
import {
  effectiveShape,
  entryId,
  MAX_REASON_CHARACTERS,
  revisionShape,
  waiverExpiry,
  waiverScope,
  waiverStanding,
} from './decision-shapes.ts'
import { findingShape } from './finding-shapes.ts'

const instant = z.number()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What can change under an approval. */
export const approvalSubject = z.enum(['files', 'roles', 'capability', 'waivers'])

export const approvalFileShape = z.object({
  path: z.string(),
  sha256,
  bytes: z.number(),
  role: z.string(),
  side: z.string().nullable(),
  order: z.number().nullable(),
  plating: z.string().nullable(),
  sureness: z.number(),
})

/** Something that a person has to say: it is not worked out. */
export const conditionShape = z.object({
  id: z.string().min(1).max(64),
  text: z.string().max(500),
  /** Already ticked on the checklist, for this revision. */
  ticked: z.boolean(),
})

export const approvalWaiverShape = z.object({
  id: entryId,
  scope: waiverScope,
  checkId: z.string(),
  cause: z.string(),
  reason: z.string(),
  author: z.string(),
  createdAt: instant,
  expiry: waiverExpiry,
  standing: waiverStanding,
  covers: z.int(),
})

/** Everything that an approval states, as it stands now. */
export const approvalStateShape = z.object({
  board: z.object({ id: boardId, name: z.string() }),
  revision: revisionShape,
  package: z.object({ name: z.string(), sha256, bytes: z.number() }),
  facts: factsShape,
  capability: z.object({ id: z.string(), name: z.string(), service: z.string(), version: sha256 }),
  engine: z.object({ name: z.string(), version: z.string(), checks: z.int() }),
  verdict: effectiveShape,
  files: z.array(approvalFileShape),
  /** Worst first. */
  open: z.array(findingShape),
  waived: z.array(findingShape),
  waivers: z.array(approvalWaiverShape),
  notRun: z.array(z.object({ id: z.string(), title: z.string(), outcome: z.enum(['skipped', 'crashed']), reason: z.string() })),
  /** Hash of each subject: what a later state is compared with. */
  subjects: z.object({ files: sha256, roles: sha256, capability: sha256, waivers: sha256 }),
})

export const approvalRecordShape = z.object({
  schema: z.literal('boardproof.approval/1'),
  id: entryId,
  decision: z.enum(['approved', 'rejected']),
  at: instant,
  by: z.string(),
  reason: z.string(),
  conditions: z.array(z.object({ id: z.string(), text: z.string(), ticked: z.boolean() })),
  /** Rejected: what the designer is to do. */
  toDo: z.array(z.string()),
  state: approvalStateShape,
})
export type ApprovalRecordShape = z.infer<typeof approvalRecordShape>

/** A record in a list: whether it still speaks of what is there. */
export const approvalRowShape = z.object({
  id: entryId,
  decision: z.enum(['approved', 'rejected']),
  at: instant,
  by: z.string(),
  reason: z.string(),
  revision: z.int().positive(),
  capability: z.string(),
  sha256,
  /** Empty = it speaks of the present state; else what has changed since: "for an earlier state". */
  changed: z.array(approvalSubject),
})
export type ApprovalRowShape = z.infer<typeof approvalRowShape>

/** What a record is made into, beside its own JSON. */
export const approvalFileKind = z.enum(['html', 'pdf'])
export type ApprovalFileKind = z.infer<typeof approvalFileKind>

const judged = { board: boardId, capability: capabilityId }
const BOARD_ERRORS = ['gone', 'not-ready', 'no-such-capability'] as const

export const approvalCalls = {
  'approval.draft': call({
    input: z.strictObject(judged),
    output: z.object({
      state: approvalStateShape,
      conditions: z.array(conditionShape),
      /** Hash of the state: handed back with the decision, so that nobody signs what they did not see. */
      stateSha256: sha256,
      /** What keeps it from being approved, in words; empty = it can be. */
      obstacles: z.array(z.string()),
      /** The last approval of the board, with what has changed since; null = never approved. */
      last: approvalRowShape.nullable(),
    }),
    errors: BOARD_ERRORS,
  }),
  'approval.decide': call({
    input: z.strictObject({
      ...judged,
      decision: z.enum(['approved', 'rejected']),
      /** Must say something when rejected. */
      reason: z.string().trim().max(MAX_REASON_CHARACTERS),
      stateSha256: sha256,
      ticked: z.array(z.string().max(64)).max(200),
    }),
    output: approvalRowShape,
    errors: [...BOARD_ERRORS, 'changed', 'obstacles', 'conditions-open', 'reason-missing'],
  }),
  /** Newest first; judged against what is there now, by the capability named in each record. */
  'approval.list': call({ input: z.strictObject({ board: boardId }), output: z.array(approvalRowShape), errors: ['gone', 'not-ready'] }),
  'approval.get': call({
    input: z.strictObject({ id: entryId }),
    output: z.object({
      record: approvalRecordShape,
      /** The record as its exact bytes: canonical JSON, whose SHA-256 is `sha256`. */
      json: z.string(),
      sha256,
      /** Without an ending. */
      fileName: z.string(),
    }),
    errors: ['no-such-approval', 'tampered'],
  }),
  /** Makes a page or a PDF of a record, with the board drawn; its bytes are then read at `routes.record`. */
  'approval.make': call({
    input: z.strictObject({ id: entryId, kind: approvalFileKind }),
    output: z.object({
      fileName: z.string(),
      mime: z.string(),
      /** False where the approved package is no longer stored. */
      isDrawn: z.boolean(),
    }),
    errors: ['no-such-approval', 'tampered', 'not-made'],
  }),
}

export const auditRowShape = z.object({
  seq: z.int().positive(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  board: boardId.nullable(),
  /** "Waived 1 place of Annular ring too narrow: prototype". */
  says: z.string(),
  hash: sha256,
})
export const auditVerdictShape = z.object({
  /** Null = the log is whole. */
  broken: z.object({ seq: z.int(), what: z.string() }).nullable(),
  entries: z.int(),
  /** Hash of the last entry: note it elsewhere to prove later that nothing was cut off. */
  head: z.string(),
})

export const auditCalls = {
  /** Newest first, `limit` entries before `before`. */
  'audit.list': call({
    input: z.strictObject({ board: boardId.nullable(), before: z.int().positive().nullable(), limit: z.int().min(1).max(500) }),
    output: z.array(auditRowShape),
    errors: ['gone', 'not-ready'],
  }),
  'audit.verify': call({ input: z.strictObject({}), output: auditVerdictShape, errors: [] }),
}
