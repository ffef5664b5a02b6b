import { EXPORTED_BOARD_SCHEMA } from '#core/archive/exported-board.ts'
import { z } from 'zod'
import { boardShape, fileShape, roleChoiceShape } from '#core/ipc/board-shapes.ts'
import { expectedEdit } from '#core/ipc/compare.ipc.ts'
import { noteTarget, waiverExpiry, waiverScope } from '#core/ipc/decision-shapes.ts'
import { findingShape } from '#core/ipc/finding-shapes.ts'

export const ARCHIVE_SCHEMA = EXPORTED_BOARD_SCHEMA

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const uuid = z.uuid()
const count = z.int().min(0)
const text = z.string().max(100_000)
const path = z.string().min(1).max(1100)
const point = z.tuple([z.number(), z.number()])

/** A column that holds JSON of a known shape: checked, and kept as the text it is. */
const jsonOf = (shape: z.ZodType) =>
  z.string().refine((value) => {
    try {
      return shape.safeParse(JSON.parse(value)).success
    } catch {
      return false
    }
  }, 'not the JSON that belongs here')

const anchor = findingShape.omit({ tier: true, witness: true, boundsMm: true, fix: true, basis: true })
const measured = z.looseObject({
  message: z.string(),
  limit: z.string(),
  value: z.number().nullable(),
  at: point.nullable(),
  witness: z.array(point).optional(),
  layers: z.array(z.string()).optional(),
  nets: z.array(z.string()).optional(),
  objects: z.array(z.string()).optional(),
  files: z.array(z.object({ path: z.string(), line: z.number() })).optional(),
})
const rawOutcome = z.object({
  id: z.string(),
  ms: z.number(),
  run: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('measured'), measured: z.array(measured), extreme: measured.nullable() }),
    z.object({ kind: z.literal('skipped'), reason: z.string() }),
    z.object({ kind: z.literal('crashed'), reason: z.string() }),
  ]),
})
const basis = z.object({
  context: z.object({ origin: point, layerNames: z.record(z.string(), z.string()), resolution: z.record(z.string(), z.number()) }),
  summary: z.object({ required: count, missingRequired: count, boardAreaMm2: z.number() }),
})
const verdict = z.enum(['clear', 'review', 'blocked'])

const revision = z.strictObject({
  id: uuid,
  number: z.int().positive(),
  package_sha256: sha256,
  name: text,
  bytes: count,
  archive_sha256: sha256.nullable(),
  problems: jsonOf(z.array(z.object({ level: z.string(), code: z.string(), line: z.number(), message: z.string() }))),
  created_at: count,
  files: z.array(z.strictObject({ path, sha256, bytes: count, shown: jsonOf(fileShape) })).max(20_000),
  review: z
    .strictObject({
      app_version: text,
      capability: text,
      model: jsonOf(boardShape.omit({ id: true })),
      basis: jsonOf(basis),
      verdict,
      coverage: text,
      reviewed_at: count,
      effective_verdict: verdict.nullable(),
      effective_text: text.nullable(),
    })
    .nullable(),
  raw: z.array(z.strictObject({ position: count, check_id: text, body: jsonOf(rawOutcome) })).max(1000),
  findings: z.array(
    z.strictObject({ fingerprint: text, check_id: text, severity: z.enum(['error', 'warning', 'info']), body: jsonOf(findingShape) }),
  ),
  nets: z.array(z.string()),
  landmarks: z.base64().nullable(),
})

const owned = { id: uuid, board_id: uuid, revision_id: uuid }
const flag = z.union([z.literal(0), z.literal(1)])
const rows = z.strictObject({
  waiver: z.array(
    z.strictObject({
      ...owned,
      scope: waiverScope,
      check_id: text,
      cause: text,
      reason: text,
      author: text,
      created_at: count,
      expiry: jsonOf(waiverExpiry),
      covered: jsonOf(z.tuple([findingShape], anchor)),
    }),
  ),
  note: z.array(
    z.strictObject({
      ...owned,
      target: jsonOf(noteTarget),
      anchor: jsonOf(anchor).nullable(),
      text,
      author: text,
      created_at: count,
      changed_at: count.nullable(),
      resolved: flag,
    }),
  ),
  mark: z.array(
    z.strictObject({
      ...owned,
      anchor: jsonOf(anchor),
      state: z.enum(['open', 'fix']),
      assignee: text.nullable(),
      author: text,
      changed_at: count,
    }),
  ),
  checklist_item: z.array(
    z.strictObject({
      id: uuid,
      board_id: uuid,
      position: z.int(),
      text,
      is_required: flag,
      done_by: text.nullable(),
      done_at: count.nullable(),
      done_revision_id: uuid.nullable(),
    }),
  ),
  alignment_choice: z.array(z.strictObject({ id: text, board_id: uuid, from_revision_id: uuid, to_revision_id: uuid, refused: flag })),
  // Archives that are older than this table lack it.
  accepted_edit: z.array(z.strictObject({ id: uuid, board_id: uuid, kind: expectedEdit, author: text, accepted_at: count })).default([]),
})

const approval = z.strictObject({
  id: uuid,
  board_id: uuid,
  revision_id: uuid,
  revision_number: z.int().positive(),
  decision: z.enum(['approved', 'rejected']),
  at: count,
  actor: text,
  capability: text,
  subjects: jsonOf(z.object({ files: sha256, roles: sha256, capability: sha256, waivers: sha256 })),
  record: jsonOf(z.object({ schema: z.literal('boardproof.approval/1') })),
  sha256,
})

const auditRow = z.strictObject({
  seq: z.int().positive(),
  at: count,
  actor: text,
  action: text,
  board_id: uuid.nullable(),
  body: jsonOf(z.looseObject({ says: z.string() })),
  previous: sha256,
  hash: sha256,
})

/**
 * A board with its history, as rows of the store; what belongs together is checked when it is taken in. What undo would
 * take back is left out on purpose: undo reverses one's own deeds on this computer, and the log, which does travel, says
 * what was done.
 */
export const archivedBoard = z.strictObject({
  schema: z.literal(ARCHIVE_SCHEMA),
  board: z.strictObject({ id: uuid, name: text, opened_at: count, created_at: count, active_at: count, activity: text }),
  revisions: z.array(revision).min(1).max(10_000),
  rows,
  roles: z.array(z.strictObject({ package_sha256: sha256, path, choice: jsonOf(roleChoiceShape), chosen_at: count })),
  approvals: z.array(approval),
  audit: z.array(auditRow),
  picture: z.base64().nullable(),
})
export type ArchivedBoard = z.infer<typeof archivedBoard>

/** What lies in the archive, with the hash of each part. */
export const archiveManifest = z.strictObject({
  schema: z.literal(ARCHIVE_SCHEMA),
  tool: z.strictObject({ name: z.literal('boardproof'), version: text }),
  board: z.strictObject({ id: uuid, name: text }),
  data: z.strictObject({ path: z.literal('board.json'), sha256, bytes: count }),
  contents: z.array(z.strictObject({ sha256, bytes: count })).max(20_000),
})
export type ArchiveManifest = z.infer<typeof archiveManifest>
