import { z } from 'zod'
import { boardId } from './board-shapes.ts'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'

/** What an account's answer can mean, whatever was asked. */
export const PROVIDER_ERRORS = [
  'gone',
  'other-provider',
  'signed-out',
  /** The provider says no; the message is its reason. */
  'refused',
  /** No answer, or later. */
  'unreachable',
  'busy',
  'not-offered',
  /** It was sent and no answer came: ask again before sending again. */
  'unclear',
  'cancelled',
] as const

const text = z.string().max(2000)
export const productionStateShape = z.enum([
  'draft',
  'waiting',
  'accepted',
  'in-production',
  'done',
  'shipped',
  'delivered',
  'cancelled',
  'failed',
  'unknown',
])

export const productionItemShape = z.object({
  kind: z.enum(['order', 'run', 'line-item', 'shipment', 'quote', 'project']),
  id: z.string(),
  title: z.string(),
  state: productionStateShape,
  /** The provider's own word, to be shown beside the state. */
  original: z.string(),
  changedAt: z.string().nullable(),
  tracking: z.array(z.object({ carrier: z.string().nullable(), number: z.string(), url: z.string().nullable() })),
  url: z.string().nullable(),
})
export type ProductionItemShape = z.infer<typeof productionItemShape>

export const pushedShape = z.object({ id: z.string(), url: z.string().nullable(), state: z.string() })

const account = z.strictObject({ account: accountId })
const pushOptions = z
  .record(z.string().max(60), z.union([text, z.number(), z.array(text).max(100)]))
  .refine((o) => Object.keys(o).length <= 20)

export const providerCalls = {
  /** Signs in with what `accounts.providers` names as `fields`; `key` for an API key. @returns whose account it is */
  'providers.signIn': call({
    input: account.extend({ fields: z.record(z.string().max(40), z.string().max(10_000)) }),
    output: z.object({ who: z.string() }),
    errors: PROVIDER_ERRORS,
  }),
  /**
   * Begins to sign in by the browser: opens the address where it can, and waits for the way back. How it ended is said by
   * the event `accounts`. A second call for the account ends the first one.
   */
  'providers.beginSignIn': call({
    input: account,
    output: z.object({ address: z.string(), isOpened: z.boolean() }),
    errors: [...PROVIDER_ERRORS, 'no-browser'],
  }),
  'providers.endSignIn': call({ input: account, output: z.null(), errors: [] }),
  /** Sends the board's approved package there; again finds what was sent. Options are the provider's, such as `workspace`. */
  'providers.push': call({
    input: account.extend({ board: boardId, options: pushOptions }),
    output: pushedShape,
    errors: [...PROVIDER_ERRORS, 'not-approved', 'not-ready'],
  }),
  /** What became of a push; null = it never arrived. */
  'providers.find': call({
    input: account.extend({ board: boardId }),
    output: pushedShape.nullable(),
    errors: [...PROVIDER_ERRORS, 'not-approved', 'not-ready'],
  }),
}
