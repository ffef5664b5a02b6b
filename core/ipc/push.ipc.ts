import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

/** What a file is sent as. */
export const pushedAs = z.enum(['package', 'design', 'bom', 'placement'])
export type PushedAs = z.infer<typeof pushedAs>

export const pushShape = z.object({
  id: z.uuid(),
  account: accountId,
  board: boardId,
  boardName: z.string(),
  revision: z.int(),
  workspace: z.string(),
  /** `id` null = a new project. */
  project: z.object({ id: z.int().nullable(), name: z.string() }),
  /** In the order in which they go; `sent` in bytes. */
  files: z.array(z.object({ name: z.string(), as: pushedAs, bytes: z.int(), sent: z.int() })),
  step: z.enum(['upload', 'create', 'import', 'done']),
  /** `waiting` goes on by itself at `nextAt`; `stopped` when a person says so. */
  state: z.enum(['sending', 'waiting', 'stopped', 'complete', 'failed']),
  /** Where it is, or why it does not go on, in words. */
  says: z.string(),
  /** Why it stopped, null while it goes on. */
  reason: z.enum(['signed-out', 'refused', 'not-offered', 'approval', 'by-you']).nullable(),
  nextAt: z.number().nullable(),
  /** False once it may have been created there. */
  canStop: z.boolean(),
  /** False while it may have been created there unseen. */
  canForget: z.boolean(),
  /** What was made of it there; `number` of the revision once the server says it. */
  made: z.object({ project: z.int(), revision: z.int(), number: z.int().nullable() }).nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
})
export type PushShape = z.infer<typeof pushShape>

const account = z.strictObject({ account: accountId })
const one = z.strictObject({ id: z.uuid() })
const ERRORS = [...PROVIDER_ERRORS, 'not-approved', 'not-ready', 'elsewhere', 'sent'] as const

/** CircuitHub: an approved package becomes a project or a revision there. */
export const pushCalls = {
  'push.workspaces': call({
    input: account,
    output: z.array(z.object({ slug: z.string(), name: z.string() })),
    errors: PROVIDER_ERRORS,
  }),
  /** What would be sent of the board's approval, without asking anybody; `push` is the one that was begun for it before. */
  'push.draft': call({
    input: account.extend({ board: boardId }),
    output: z.object({
      name: z.string(),
      revision: z.int(),
      approvedAt: z.number(),
      packageSha256: z.string(),
      /** Goes whatever is chosen: the design files where the package has some, else the package. */
      content: z.array(z.object({ path: z.string(), as: pushedAs, bytes: z.int() })),
      /** Tables among its files; `found` = what they were taken for. */
      tables: z.array(z.object({ path: z.string(), bytes: z.int(), found: z.enum(['bom', 'placement']).nullable() })),
      push: pushShape.nullable(),
    }),
    errors: ERRORS,
  }),
  /** Records the push and begins to send it; again for the same approval it is the one that was begun. How it goes comes as event `push`. */
  'push.start': call({
    input: account.extend({
      board: boardId,
      workspace: z.string().min(1).max(200),
      project: z.union([
        z.strictObject({ id: z.null(), name: z.string().trim().min(1).max(120) }),
        z.strictObject({ id: z.int().nonnegative(), name: z.string().max(1000) }),
      ]),
      tables: z.array(z.strictObject({ path: z.string().max(1000), as: z.enum(['bom', 'placement']) })).max(200),
    }),
    output: pushShape,
    errors: ERRORS,
  }),
  /** Goes on where it stopped; what may have arrived is looked up first. */
  'push.resume': call({ input: one, output: pushShape, errors: ERRORS }),
  'push.stop': call({ input: one, output: pushShape, errors: ERRORS }),
  /** Takes a stopped one off the list, so that the approval can be sent in another way. `sent`: it may have arrived. */
  'push.forget': call({ input: one, output: z.null(), errors: ERRORS }),
  /** Newest first. */
  'push.list': call({
    input: z.strictObject({ account: accountId.nullable(), board: boardId.nullable() }),
    output: z.array(pushShape),
    errors: ['gone', 'not-ready'],
  }),
}
