import type { Result } from '#core/base/result.ts'
import type { TimelineEntry } from '#core/production/timeline.ts'
import type { ProviderFailure } from './failure.ts'
import type { Cancel, HttpFault, HttpRequest, HttpResponse } from './http.ts'
import type { Ordering } from './ordering.ts'

/** What a provider can do; what it can't is not offered. */
export type ProviderCapability =
  | 'boards'
  | 'dfm-runs'
  | 'quotes'
  | 'intents'
  | 'orders'
  | 'tracking'
  | 'bom'
  | 'parts'
  | 'issues'
  | 'libraries'
  | 'resources'
  | 'billing'
  | 'production'

export type ProviderId = 'asap' | 'circuithub' | 'librepcb' | 'authentise' | 'batchivo'

export type Answer<T> = Promise<Result<T, ProviderFailure>>

/** How a person signs in: fields to fill, or a redirect in the browser. */
export type SignIn =
  | { readonly kind: 'api-key' }
  | { readonly kind: 'password'; readonly fields: readonly ('email' | 'username' | 'password')[] }
  | { readonly kind: 'browser' }
  | { readonly kind: 'none' }

/** The package exactly as approved, with what a provider may want beside it. */
export interface PushedBoard {
  /** Made when the decision was stored; the same on every try. */
  readonly idempotencyKey: string
  /** Travels in notes or names so that a lost answer can be looked up. */
  readonly clientReference: string
  readonly name: string
  readonly revision: string
  readonly packageName: string
  readonly packageBytes: Uint8Array
  readonly packageSha256: string
  /** Bill of materials and placement files found in the package. */
  readonly bom: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  readonly placement: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  readonly options: Readonly<Record<string, unknown>>
}

/** Where a pushed board lives at the provider. */
export interface PushedReference {
  readonly id: string
  readonly url: string | null
  readonly state: string
}

/** One vocabulary for production; `original` is the provider's own word, always shown beside it. */
export type ProductionState =
  'draft' | 'waiting' | 'accepted' | 'in-production' | 'done' | 'shipped' | 'delivered' | 'cancelled' | 'failed' | 'unknown'

export interface ProductionItem {
  readonly kind: 'order' | 'run' | 'line-item' | 'shipment' | 'quote' | 'project'
  readonly id: string
  readonly title: string
  readonly state: ProductionState
  readonly original: string
  /** ISO 8601, null where the provider does not say. */
  readonly changedAt: string | null
  readonly tracking: readonly { readonly carrier: string | null; readonly number: string; readonly url: string | null }[]
  readonly url: string | null
}

/** What is followed: an item as the provider listed it. */
export type FollowedItem = Pick<ProductionItem, 'kind' | 'id' | 'url'>

/** What every provider has; the rest is asked for by capability on its own typed client. */
export interface Provider {
  readonly id: ProviderId
  readonly name: string
  readonly capabilities: ReadonlySet<ProviderCapability>
  readonly signIn: SignIn
  /** Proves that the account works. @returns whose account it is, as shown */
  whoAmI(cancel: Cancel): Answer<string>
  /** Sends the approved package; safe to call again with the same key. */
  push(board: PushedBoard, cancel: Cancel, onProgress?: (sent: number, total: number) => void): Answer<PushedReference>
  /** Looks for a board that was sent and never answered. @returns null when it never arrived */
  find(board: Pick<PushedBoard, 'clientReference' | 'idempotencyKey' | 'packageSha256'>, cancel: Cancel): Answer<PushedReference | null>
  /** Orders, runs and shipments, newest first. */
  production(cancel: Cancel): Answer<readonly ProductionItem[]>
  /** What happened to an item, oldest first, where more is known of it than its state. */
  timeline?(item: FollowedItem, cancel: Cancel): Answer<readonly TimelineEntry[]>
  /** Writes a comment on an item, where the provider takes comments on its kind. */
  comment?(item: FollowedItem, text: string, cancel: Cancel): Answer<null>
  /** Kinds of item that comments can be written on; none where it is left out. */
  readonly commented?: readonly ProductionItem['kind'][]
  /** Where boards can be ordered (capability `intents`). */
  readonly ordering?: Ordering
}

/** What a provider is made from: its account and the way out. */
export interface ProviderAccount {
  readonly baseUrl: string
  /** Reads the secret when it is needed; never kept longer. */
  readonly secret: () => Promise<string | null>
  /** Stores a renewed secret (refresh tokens). */
  readonly renew: (secret: string) => Promise<void>
  /** The way out: one request, one answer, bounded in time and size, redirects not followed. */
  readonly http: (request: HttpRequest) => Promise<Result<HttpResponse, HttpFault>>
  /** Monotonic milliseconds. */
  readonly clock: () => number
  readonly locale: string
  /** Told after each answer: the server's own time, and how long until there is a new allowance when this one is used up. */
  readonly observe?: (seen: { readonly serverTime: number | null; readonly allowanceInMs: number | null }) => void
}

/** A provider's entry in the registry: its module exports one of these as `provider`. */
export interface ProviderModule<P extends Provider = Provider> {
  readonly id: ProviderId
  readonly name: string
  readonly defaultBaseUrl: string | null
  readonly signIn: SignIn
  readonly capabilities: readonly ProviderCapability[]
  connect(account: ProviderAccount): P
  /**
   * Turns what a person filled in (`password`) into the secret that is kept. Where it is missing, the key that was typed is
   * the secret.
   */
  exchange?(account: ProviderAccount, fields: Readonly<Record<string, string>>, cancel: Cancel | null): Answer<string>
  /** For `browser`: the address to open; the provider comes back to the loopback address with the secret as `token`. */
  signInAddress?(baseUrl: string, redirectUri: string): string
  /** Tells the server that the secret is not used any more, where it wants to know. */
  signOut?(account: ProviderAccount, cancel: Cancel | null): Answer<null>
}
