import { z } from 'zod'
import { accountId } from './order-shapes.ts'
import { call } from './call.ts'

const providerId = z.enum(['asap', 'circuithub', 'librepcb', 'authentise', 'batchivo'])
const name = z.string().trim().min(1).max(100)
const address = z.string().trim().max(500)
/** Goes in and never comes out again. */
const secret = z.string().min(1).max(10_000)

export const accountShape = z.object({
  id: accountId,
  provider: providerId,
  providerName: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  state: z.enum(['untested', 'ok', 'signed-out', 'unreachable', 'refused']),
  /** The last answer in words. */
  says: z.string(),
  /** Whose account it is, as the provider says. */
  who: z.string().nullable(),
  checkedAt: z.number().nullable(),
  hasSecret: z.boolean(),
  /** How far the server's clock is ahead of this computer's, ms; null when not known. More than five minutes is worth a word. */
  clockAheadMs: z.number().nullable(),
  /** Nothing is sent before then (allowance used up, or it failed several times); null = it may be. */
  heldUntil: z.number().nullable(),
  /** Approved boards are sent there without being asked. */
  syncsApproved: z.boolean(),
  capabilities: z.array(z.string()),
})
export type AccountShape = z.infer<typeof accountShape>

const ADDRESS_ERRORS = ['bad-address', 'insecure-address'] as const

export const accountCalls = {
  'accounts.providers': call({
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id: providerId,
        name: z.string(),
        defaultBaseUrl: z.string().nullable(),
        signIn: z.enum(['api-key', 'password', 'browser', 'none']),
        fields: z.array(z.string()),
        capabilities: z.array(z.string()),
      }),
    ),
    errors: [],
  }),
  'accounts.list': call({ input: z.strictObject({}), output: z.array(accountShape), errors: [] }),
  /** Adds and tests it; an account that cannot be reached now is added all the same. `baseUrl` null = the provider's own. */
  'accounts.add': call({
    input: z.strictObject({ provider: providerId, name, baseUrl: address.nullable(), secret: secret.nullable() }),
    output: accountShape,
    errors: ['no-such-provider', ...ADDRESS_ERRORS],
  }),
  'accounts.change': call({
    input: z.strictObject({ id: accountId, name, baseUrl: address, syncsApproved: z.boolean() }),
    output: accountShape,
    errors: ['gone', ...ADDRESS_ERRORS],
  }),
  /** Signs in (again) with another key, and tests it. What waited for it goes on. */
  'accounts.signIn': call({ input: z.strictObject({ id: accountId, secret }), output: accountShape, errors: ['gone'] }),
  'accounts.test': call({ input: z.strictObject({ id: accountId }), output: accountShape, errors: ['gone'] }),
  /** Forgets the key. What is queued stays and asks to sign in. */
  'accounts.signOut': call({ input: z.strictObject({ id: accountId }), output: accountShape, errors: ['gone'] }),
  /** `in-use`: messages are queued for it. Its orders stay in the list. */
  'accounts.remove': call({ input: z.strictObject({ id: accountId }), output: z.null(), errors: ['gone', 'in-use'] }),
}
