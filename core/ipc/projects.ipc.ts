import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { jobId } from './parts-libraries.ipc.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A project file as it was handed over (`routes.projects`). */
export const takenProjectShape = z.object({
  sha256,
  bytes: z.int(),
  /** Of its `.lpp` file, else of the archive. */
  name: z.string(),
  /** Paths of its board files, in their order; empty for a project without a board. */
  boards: z.array(z.object({ path: z.string(), name: z.string() })),
})
export type TakenProjectShape = z.infer<typeof takenProjectShape>

export const sentProjectShape = z.object({
  id: z.uuid(),
  accountName: z.string(),
  name: z.string(),
  bytes: z.int(),
  board: z.string().nullable(),
  /** Where the order goes on. */
  url: z.string(),
  sentAt: z.number(),
})
export type SentProjectShape = z.infer<typeof sentProjectShape>

const opened = z.object({ url: z.string(), isOpened: z.boolean() })

/** Ordering LibrePCB projects: they are uploaded, and the order goes on in the browser. */
export const projectCalls = {
  'projects.service': call({
    input: z.strictObject({ account: accountId }),
    output: z.object({ infoUrl: z.string().nullable(), isUp: z.boolean(), maxBytes: z.number() }),
    errors: PROVIDER_ERRORS,
  }),
  /** Opens the page about the service in the browser. */
  'projects.openInfo': call({ input: z.strictObject({ account: accountId }), output: opened, errors: PROVIDER_ERRORS }),
  /** Uploads a project that was handed over, opens the page it leads to and remembers it. Told by `transfer`. */
  'projects.order': call({
    input: z.strictObject({
      account: accountId,
      project: sha256,
      name: z.string().min(1).max(200),
      /** Path of the board file in the project; null leaves the choice to the service. */
      board: z.string().min(1).max(1024).nullable(),
      job: jobId,
    }),
    output: opened,
    errors: [...PROVIDER_ERRORS, 'no-such-project'],
  }),
  /** Newest first. */
  'projects.list': call({ input: z.strictObject({}), output: z.array(sentProjectShape), errors: [] }),
  /** Opens the page of a project once more. */
  'projects.openPage': call({ input: z.strictObject({ id: z.uuid() }), output: opened, errors: ['no-such-project'] }),
}
