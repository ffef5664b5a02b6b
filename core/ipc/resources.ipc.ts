import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const account = z.strictObject({ account: accountId })
const name = z.string().max(100)
const places = z.array(z.string().min(1).max(200)).max(4)
const value = z.string().max(2000)
const row = z.record(z.string(), z.unknown())
const deviations = z.array(z.string())
const MOST_FILTERS = 20
const MOST_CHARACTERS = 1_000_000

export const resourceEntryShape = z.object({
  name: z.string(),
  path: z.string(),
  about: z.string(),
  group: z.string(),
  calls: z.array(z.enum(['list', 'read', 'get', 'create'])),
  extras: z.array(z.string()),
  canChange: z.boolean(),
  canRemove: z.boolean(),
  sortsThere: z.boolean(),
  places: z.array(z.string()),
  fields: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['text', 'link', 'address', 'identifier', 'moment', 'integer', 'decimal', 'seconds', 'flag', 'series', 'record', 'anything']), // prettier-ignore
      words: z.array(z.string()),
      isListed: z.boolean(),
      isSent: z.boolean(),
      isRequired: z.boolean(),
    }),
  ),
})
export type ResourceEntryShape = z.infer<typeof resourceEntryShape>

/** One of a resource; `deviations` = properties that came in another form than agreed. */
const opened = z.object({ name: z.string(), row, deviations })

/** What accounts hold, beyond what has a screen of its own: read, looked through and created by the names of the contract. */
export const resourceCalls = {
  /** Everything that the account's provider keeps; needs no connection. `not-offered` where there is nothing of the kind. */
  'resources.entries': call({ input: account, output: z.array(resourceEntryShape), errors: PROVIDER_ERRORS }),
  'resources.list': call({
    input: account.extend({
      name,
      places,
      filters: z.record(z.string().max(100), value).refine((f) => Object.keys(f).length <= MOST_FILTERS),
      ranges: z.array(z.strictObject({ field: z.string().max(100), above: z.boolean(), value })).max(MOST_FILTERS),
      options: z.array(z.string().max(100)).max(MOST_FILTERS),
      /** Left out by providers whose entries do not sort there. */
      sort: z.strictObject({ by: z.string().max(100), descending: z.boolean() }).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(100),
    }),
    output: z.object({ rows: z.array(z.object({ row, deviations })), total: z.int().nullable() }),
    errors: [...PROVIDER_ERRORS, 'no-such-resource'],
  }),
  /** Reads what a link leads to. */
  'resources.follow': call({ input: account.extend({ uri: z.string().max(2000) }), output: opened, errors: PROVIDER_ERRORS }),
  /** Reads one by what its path wants to have filled. */
  'resources.open': call({
    input: account.extend({ name, places }),
    output: opened,
    errors: [...PROVIDER_ERRORS, 'no-such-resource'],
  }),
  /** Creates one. A refusal is an answer here: it may say what is wrong with which field. */
  'resources.create': call({
    input: account.extend({ name, places, input: row.refine((r) => JSON.stringify(r).length <= MOST_CHARACTERS) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('made'), uri: z.string().nullable(), needsUpload: z.boolean() }),
      z.object({ kind: z.literal('refused'), message: z.string(), fields: z.record(z.string(), z.string()) }),
    ]),
    errors: [...PROVIDER_ERRORS, 'no-such-resource'],
  }),
}
