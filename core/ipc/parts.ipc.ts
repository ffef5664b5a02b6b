import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

/** Lengths in mm, board axes. */
const place = z.object({
  xMm: z.number(),
  yMm: z.number(),
  rotation: z.number().nullable(),
  side: z.enum(['top', 'bottom']).nullable(),
  path: z.string(),
})

export const bomRowShape = z.object({
  id: z.string(),
  parts: z.array(z.object({ ref: z.string(), place: place.nullable() })),
  value: z.string().nullable(),
  footprint: z.string().nullable(),
  description: z.string().nullable(),
  quantity: z.number(),
  partNumbers: z.record(z.string(), z.string()),
  /** False = not fitted, null = the list does not say. */
  fitted: z.boolean().nullable(),
  from: z.enum(['bom', 'placed']),
  path: z.string(),
})
export type BomRowShape = z.infer<typeof bomRowShape>

export const bomShape = z.object({
  rows: z.array(bomRowShape),
  /** What the files say differently, a sentence each. */
  differences: z.array(z.object({ kind: z.string(), ref: z.string(), says: z.string() })),
  sources: z.array(z.object({ path: z.string(), kind: z.enum(['bom', 'placement', 'components']), count: z.int() })),
})
export type BomShape = z.infer<typeof bomShape>

export const remoteLineShape = z.object({
  id: z.int(),
  refs: z.array(z.string()),
  value: z.string().nullable(),
  footprint: z.string().nullable(),
  description: z.string().nullable(),
  status: z.string(),
  mpn: z.string().nullable(),
  manufacturer: z.string().nullable(),
  partDescription: z.string().nullable(),
})
export type RemoteLineShape = z.infer<typeof remoteLineShape>

export const partShape = z.object({
  id: z.int(),
  mpn: z.string(),
  manufacturer: z.string(),
  description: z.string().nullable(),
  available: z.number(),
  moq: z.number().nullable(),
})
export type PartShape = z.infer<typeof partShape>

const account = z.strictObject({ account: accountId })
const id = z.int().nonnegative()
const ofRevision = account.extend({ project: id, revision: id })

export const partCalls = {
  /** The parts of a board as its package has them; needs no account and no network. */
  'bom.get': call({ input: z.strictObject({ board: boardId }), output: bomShape, errors: ['gone', 'not-ready'] }),
  /** CircuitHub: projects of all workspaces. */
  'bom.projects': call({
    input: account,
    output: z.array(z.object({ id: z.int(), name: z.string(), workspace: z.string(), revision: z.int(), updatedAt: z.string() })),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: a project's revisions, newest first; a complaint of its reader of design files is `complaint`. */
  'bom.revisions': call({
    input: account.extend({ project: id }),
    output: z.array(z.object({ id: z.int(), number: z.int(), importedAt: z.string(), tool: z.string(), complaint: z.string().nullable() })),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: lines of a project's newest revision, or of one revision, with what was changed from here. */
  'bom.remote': call({
    input: account.extend({ project: id, revision: id.nullable() }),
    output: z.object({
      revision: z.int(),
      lines: z.array(remoteLineShape),
      summary: z.object({ total: z.int(), resolved: z.int(), unresolved: z.int(), errored: z.int() }),
      /** Placements marked from here as not placed; the provider itself does not say which are. */
      notPlaced: z.array(z.object({ line: z.int(), ref: z.string() })),
      /** What an undo would take back, in words; null = nothing was changed from here. */
      undo: z.string().nullable(),
    }),
    errors: PROVIDER_ERRORS,
  }),
  'bom.searchParts': call({
    input: account.extend({ words: z.string().trim().min(1).max(200) }),
    output: z.object({ exact: z.array(partShape), similar: z.array(partShape) }),
    errors: PROVIDER_ERRORS,
  }),
  /** `before` is the part that the line shows now; it is what an undo goes back to. */
  'bom.assignPart': call({
    input: ofRevision.extend({ line: id, part: id, before: z.object({ mpn: z.string(), manufacturer: z.string() }).nullable() }),
    output: z.object({ mpn: z.string(), manufacturer: z.string() }),
    errors: PROVIDER_ERRORS,
  }),
  'bom.doNotPlace': call({
    input: ofRevision.extend({ line: id, ref: z.string().min(1).max(100), dnp: z.boolean() }),
    output: z.object({ ref: z.string(), dnp: z.boolean() }),
    errors: PROVIDER_ERRORS,
  }),
  /** Takes back the newest change that was made from here. @returns what was taken back, in words; null = there was nothing */
  'bom.undo': call({ input: ofRevision, output: z.string().nullable(), errors: [...PROVIDER_ERRORS, 'cannot-undo'] }),
}
