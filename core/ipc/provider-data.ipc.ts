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
const money = z.number()

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
  /** CircuitHub: billing of a workspace; `not-offered` while the server does not have it. */
  'billing.get': call({
    input: account.extend({ workspace: z.string().min(1).max(200) }),
    output: z.object({
      invoices: z.array(
        z.object({
          id: z.int(),
          name: z.string(),
          type: z.string(),
          status: z.string(),
          date: z.string(),
          due: z.string(),
          total: money,
          unpaid: money,
          description: z.string(),
        }),
      ),
      payments: z.array(
        z.object({
          id: z.int(),
          name: z.string(),
          date: z.string(),
          amount: money,
          method: z.string(),
          status: z.string(),
          invoices: z.array(z.string()),
        }),
      ),
      methods: z.array(z.object({ id: z.string(), type: z.string(), says: z.string(), isDefault: z.boolean() })),
      /** Null = the workspace has no credit. */
      credit: z.object({ balance: money, limit: money }).nullable(),
    }),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: a quote of a project's newest revision, good for an hour; `not-offered` while the server does not have it. */
  'quotes.get': call({
    input: account.extend({ project: z.int().nonnegative() }),
    output: z.object({
      id: z.int(),
      expiresAt: z.string(),
      offers: z.array(
        z.object({
          quantity: z.int(),
          leadTimeDays: z.int(),
          shipDate: z.string(),
          board: money,
          parts: money,
          assembly: money,
          total: money,
          unit: money,
          currency: z.string(),
        }),
      ),
    }),
    errors: PROVIDER_ERRORS,
  }),
  /** CircuitHub: what an offer is made of. */
  'quotes.breakdown': call({
    input: account.extend({ quote: z.int(), quantity: z.int().positive(), leadTimeDays: z.int().nonnegative() }),
    output: z.object({
      total: money,
      currency: z.string(),
      lines: z.array(
        z.object({
          type: z.string(),
          description: z.string(),
          mpn: z.string().nullable(),
          manufacturer: z.string().nullable(),
          supplier: z.string().nullable(),
          quantity: z.int(),
          unit: money,
          total: money,
        }),
      ),
    }),
    errors: PROVIDER_ERRORS,
  }),
  'issues.list': call({
    input: account.extend({
      workspace: z.string().min(1).max(200),
      order: z.int().nullable(),
      status: z.enum(['open', 'closed']).nullable(),
    }),
    output: z.array(
      z.object({ id: z.int(), order: z.int(), title: z.string(), status: z.string(), by: z.string(), updatedAt: z.string() }),
    ),
    errors: PROVIDER_ERRORS,
  }),
  'issues.file': call({
    input: account.extend({ order: z.int(), title: z.string().trim().min(1).max(200), comment: z.string().max(10_000) }),
    output: z.object({ id: z.int() }),
    errors: PROVIDER_ERRORS,
  }),
}
