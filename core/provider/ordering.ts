import type { Cancel } from './http.ts'
import type { Answer } from './provider.ts'

export interface OrderTerms {
  readonly quantity: number
  readonly leadTime: 'standard' | 'expedite'
  readonly shipTo: { readonly country: string; readonly postalCode: string; readonly name: string }
  readonly build: { readonly layers: number; readonly thicknessMm: number | null; readonly finish: string | null }
  readonly policyId: string | null
  readonly poNumber: string
  readonly contact: { readonly name: string; readonly email: string }
}

/** Amounts in the currency's unit. */
export interface Pricing {
  readonly currency: string
  readonly setupFee: number
  readonly unitPrice: number
  readonly quantity: number
  readonly subtotal: number
  readonly shipping: number
  readonly expediteFee: number
  readonly total: number
}

/** A price that can be ordered until it expires. */
export interface Offer {
  readonly quoteId: string
  /** ms since 1970, by the server's clock. */
  readonly createdAt: number
  readonly expiresAt: number
  /** False: the server would not take the order; `obstacles` say why. */
  readonly canBeOrdered: boolean
  readonly obstacles: readonly string[]
  readonly warnings: readonly string[]
  readonly pricing: Pricing
  readonly leadTime: { readonly option: string; readonly shipDate: string; readonly days: number }
  readonly lines: readonly { readonly label: string; readonly amount: number }[]
}

/** The server's own review of the package. */
export interface Analysis {
  readonly runId: string
  readonly score: number
  readonly issues: readonly { readonly checkId: string; readonly severity: string; readonly message: string; readonly location: string }[]
  readonly checksRun: number
  readonly areaSqin: number
  /** mm, where the server says them. */
  readonly widthMm: number | null
  readonly heightMm: number | null
}

/** An order that is being prepared at the provider. */
export interface Draft {
  readonly id: string
  readonly isSubmitted: boolean
  readonly orderId: string | null
  readonly quoteId: string | null
}

export interface TrackedOrder {
  readonly orderId: string
  readonly quoteId: string
  /** The provider's own word. */
  readonly status: string
  readonly createdAt: number
  readonly tracking: string | null
  /** Oldest first; `at` ms since 1970. */
  readonly timeline: readonly { readonly status: string; readonly at: number }[]
}

export interface DraftRequest {
  /** Found again in the draft's notes when the answer was lost. */
  readonly reference: string
  readonly runId: string
  readonly terms: OrderTerms
}

/** Drafts that were read before, so that looking up a lost answer reads each only once. */
export interface LookedAt {
  has(draftId: string): boolean
  /** @param reference the one in its notes, null when it has none */
  add(draftId: string, reference: string | null): void
  /** @returns drafts that are known to bear the reference */
  withReference(reference: string): readonly string[]
}

/**
 * Ordering in steps that can each be repeated or looked up. `upload` and `analyse` are safe to repeat with their key;
 * `createDraft` answered `unclear` is looked up by `findDrafts`; `submit` answered `unclear` is looked up by `readDraft`, and
 * the provider refuses to submit a draft twice.
 */
export interface Ordering {
  upload(
    file: { readonly fileName: string; readonly bytes: Uint8Array },
    key: string,
    cancel: Cancel | null,
    onProgress?: (sent: number, total: number) => void,
  ): Answer<{ readonly boardId: string; readonly sha256: string }>
  /** @returns null while the run is not over; ask again with the same key */
  analyse(boardId: string, checkIds: readonly string[] | null, key: string, cancel: Cancel | null): Answer<Analysis | null>
  /** A price without a draft. */
  price(runId: string, terms: OrderTerms, cancel: Cancel | null): Answer<Offer>
  createDraft(request: DraftRequest, cancel: Cancel | null): Answer<Draft>
  /** @returns drafts that bear the reference, submitted ones first, then oldest first */
  findDrafts(reference: string, lookedAt: LookedAt, cancel: Cancel | null): Answer<readonly Draft[]>
  /** Points a draft to another review of the same package. */
  setRun(draftId: string, runId: string, cancel: Cancel | null): Answer<null>
  /** Prices the draft as it stands. */
  requote(draftId: string, cancel: Cancel | null): Answer<Offer>
  submit(draftId: string, cancel: Cancel | null): Answer<Draft>
  readDraft(draftId: string, cancel: Cancel | null): Answer<Draft>
  readOffer(quoteId: string, cancel: Cancel | null): Answer<Offer>
  readOrder(orderId: string, cancel: Cancel | null): Answer<TrackedOrder>
  /** Newest first. */
  listOrders(cancel: Cancel | null): Answer<readonly TrackedOrder[]>
}
