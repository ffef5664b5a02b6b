import type { Analysis, Offer } from '#core/provider/ordering.ts'
import type { ComparisonShape, ConflictShape, OrderFormShape } from '#core/ipc/order-shapes.ts'

/** The steps of an outgoing message in their order; a push ends after `analyse`. */
export type Step = 'upload' | 'analyse' | 'draft' | 'price' | 'submit' | 'confirm' | 'done'

/** `needs-you` stops until a person answers; `done` and `cancelled` are the end. */
export type MessageState = 'waiting' | 'needs-you' | 'done' | 'cancelled'

/** What the provider called things so far. Written with the step that learned it, in one transaction. */
export interface Refs {
  readonly boardId?: string
  readonly runId?: string
  /** Once known, never another: only this draft is ever submitted. */
  readonly draftId?: string
  readonly offer?: Offer
  /** ms since 1970: when submitting was begun last. */
  readonly submitSentAt?: number
  readonly orderId?: string
  readonly quoteId?: string
  readonly analysis?: Analysis
  readonly comparison?: ComparisonShape
  /** The run was gone there and was made again; only once, so that it cannot go on for ever. */
  readonly hasRunAgain?: boolean
}

/** What was ordered: the decision. */
export interface OrderRequest {
  readonly form: OrderFormShape
  readonly agreed: { readonly quoteId: string; readonly total: number; readonly currency: string } | null
  readonly ceiling: number
  readonly currency: string
  readonly expiresAt: number
}

export interface Message {
  readonly seq: number
  readonly id: string
  readonly kind: 'order' | 'push'
  readonly boardId: string
  readonly boardName: string
  readonly accountId: string
  readonly approvalId: string
  readonly packageName: string
  /** As it was approved. */
  readonly packageSha256: string
  /** Of the bytes that are sent. */
  readonly contentSha256: string
  /** What the approved package measures, mm²; null when it has no outline. */
  readonly areaMm2: number | null
  /** Our findings by check: what the server's are compared with. */
  readonly ours: ComparisonShape['ours']
  readonly checkIds: readonly string[] | null
  /** Made with the row; the same on every try. */
  readonly key: string
  readonly state: MessageState
  readonly paused: boolean
  readonly step: Step
  /** The step's request was begun and its outcome is not known: look it up first. */
  readonly inFlight: boolean
  readonly attempts: number
  readonly dueAt: number
  readonly says: string
  readonly conflict: ConflictShape | null
  /** Conflicts that a person accepted, by id. */
  readonly accepted: readonly string[]
  readonly refs: Refs
  readonly createdAt: number
  readonly updatedAt: number
  /** Null for a push. */
  readonly request: OrderRequest | null
}

/** The client reference under which a lost answer is found again. */
export const referenceOf = ({ key }: Pick<Message, 'key'>): string => `bp-${key}`
