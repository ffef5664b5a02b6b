import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const account = z.strictObject({ account: accountId })
const uuid = z.string().min(1).max(100)

export const resourceEntryShape = z.object({
  name: z.string(),
  path: z.string(),
  about: z.string(),
  calls: z.array(z.enum(['list', 'read', 'get', 'create'])),
  extras: z.array(z.string()),
  canChange: z.boolean(),
  canRemove: z.boolean(),
  places: z.array(z.string()),
  fields: z.array(z.object({ name: z.string(), kind: z.string(), words: z.array(z.string()), isListed: z.boolean(), isSent: z.boolean() })),
})
export type ResourceEntryShape = z.infer<typeof resourceEntryShape>

const row = z.record(z.string(), z.unknown())

/** Resources and billing: what providers hold beside boards and orders. */
export const providerDataCalls = {
  /** Authentise: every resource there is; needs no account. */
  'resources.entries': call({ input: z.strictObject({}), output: z.array(resourceEntryShape), errors: [] }),
  'resources.list': call({
    input: account.extend({
      name: z.string().max(100),
      places: z.array(uuid).max(4),
      filters: z.record(z.string().max(100), z.string().max(500)),
      offset: z.int().min(0),
      limit: z.int().min(1).max(100),
    }),
    /** `deviations` = properties that came in another form than agreed. */
    output: z.object({ rows: z.array(z.object({ row, deviations: z.array(z.string()) })), total: z.int().nullable() }),
    errors: [...PROVIDER_ERRORS, 'no-such-resource'],
  }),
  /** Reads what a link leads to. */
  'resources.get': call({
    input: account.extend({ name: z.string().max(100), uri: z.string().max(2000) }),
    output: z.object({ row, deviations: z.array(z.string()) }),
    errors: [...PROVIDER_ERRORS, 'no-such-resource'],
  }),
}
