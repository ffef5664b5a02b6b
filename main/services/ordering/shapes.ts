import type { MessageShape, OfferShape, PlacedOrderShape } from '#core/ipc/order-shapes.ts'
import type { Offer } from '#core/provider/ordering.ts'
import type { ProductionState } from '#core/provider/provider.ts'
import { moneyText } from '#core/sync/judge-offer.ts'
import type { Message } from '#core/sync/message.ts'
import type { PlacedOrder } from '#main/store/placed-orders.repo.ts'

const STATES: Readonly<Record<string, ProductionState>> = {
  accepted: 'accepted',
  in_production: 'in-production',
  shipped: 'shipped',
  delivered: 'delivered',
  on_hold: 'waiting',
  cancelled: 'cancelled',
}

/** @returns a provider's word in the one vocabulary */
export const productionState = (status: string): ProductionState => STATES[status] ?? 'unknown'

/** @param clockAhead the server's clock minus ours, ms */
export const offerShapeOf = (offer: Offer, clockAhead: number): OfferShape => ({
  ...offer,
  createdAt: offer.createdAt - clockAhead,
  expiresAt: offer.expiresAt - clockAhead,
  obstacles: [...offer.obstacles],
  warnings: [...offer.warnings],
  lines: offer.lines.map((line) => ({ ...line })),
})

const titleOf = (message: Message): string => {
  if (!message.request) return `Send ${message.boardName}`
  const { form, ceiling, currency } = message.request
  return `Order ${form.quantity} ${form.quantity === 1 ? 'board' : 'boards'} of ${message.boardName}, up to ${moneyText(ceiling, currency)}`
}

export interface MessageContext {
  readonly accountName: string
  readonly isSending: boolean
  readonly progress: { readonly sent: number; readonly total: number } | null
  /** The oldest open message of the board. */
  readonly head: string | null
  readonly now: number
  readonly mayStillArrive: number
}

const stateOf = (message: Message, isSending: boolean): MessageShape['state'] => {
  if (message.state !== 'waiting') return message.state
  if (isSending) return 'sending'
  if (message.paused) return 'paused'
  return message.inFlight ? 'unclear' : 'waiting'
}

/** @returns whether cancelling is sure to mean that nothing is ordered */
export const canCancel = (message: Message, now: number, mayStillArrive: number): boolean =>
  (message.state === 'waiting' || message.state === 'needs-you') &&
  message.step !== 'confirm' &&
  !(message.step === 'submit' && message.inFlight) &&
  (message.refs.submitSentAt ?? 0) <= now - mayStillArrive

export const messageShapeOf = (message: Message, context: MessageContext): MessageShape => ({
  id: message.id,
  kind: message.kind,
  board: message.boardId,
  boardName: message.boardName,
  account: message.accountId,
  accountName: context.accountName,
  title: titleOf(message),
  state: stateOf(message, context.isSending),
  step: message.step,
  createdAt: message.createdAt,
  nextAt: message.state === 'waiting' && !message.paused ? message.dueAt : null,
  attempts: message.attempts,
  says: message.says,
  conflict: message.conflict,
  canCancel: canCancel(message, context.now, context.mayStillArrive),
  behind: context.head !== null && context.head !== message.id && message.state === 'waiting' ? context.head : null,
  packageSha256: message.packageSha256,
  ceiling: message.request
    ? { total: message.request.ceiling, currency: message.request.currency, expiresAt: message.request.expiresAt }
    : null,
  progress: context.progress,
  orderId: message.refs.orderId ?? null,
})

export const placedShapeOf = (
  { message, order, offer, placedAt, changedAt, checkedAt }: PlacedOrder,
  accountName: string,
): PlacedOrderShape => ({
  id: message.id,
  board: message.boardId,
  boardName: message.boardName,
  account: message.accountId,
  accountName,
  orderId: order.orderId,
  quoteId: order.quoteId,
  status: order.status,
  state: productionState(order.status),
  tracking: order.tracking,
  placedAt,
  changedAt,
  checkedAt,
  quantity: message.request!.form.quantity,
  total: offer?.pricing.total ?? message.request!.ceiling,
  currency: offer?.pricing.currency ?? message.request!.currency,
  packageSha256: message.packageSha256,
  poNumber: message.request!.form.poNumber,
})
