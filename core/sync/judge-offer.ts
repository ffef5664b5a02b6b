import type { ConflictShape } from '#core/ipc/order-shapes.ts'
import type { Analysis, Offer } from '#core/provider/ordering.ts'
import type { OrderRequest } from './message.ts'

const SQIN_MM2 = 645.16
/** Areas are rounded on their way, and outlines are taken at their centre line or not: 1 % is the same board. */
const SAME_AREA = 0.01
const ROUNDING_SQIN = 0.02

/** @returns the amount in hundredths, in which amounts are compared */
export const cents = (amount: number): number => Math.round(amount * 100)

/** @returns "USD 217.00" */
export const moneyText = (amount: number, currency: string): string => `${currency} ${amount.toFixed(2)}`

/**
 * Compares an offer with what was agreed to: anything dearer, in another currency, or for something else is asked about. A
 * lower price is within what was agreed.
 * @returns the conflict, null when it is what was agreed
 */
export const judgeOffer = (offer: Offer, request: OrderRequest): ConflictShape | null => {
  const { pricing } = offer
  if (!offer.canBeOrdered) {
    const now = offer.obstacles.join(' ')
    return {
      id: `refused:${now.slice(0, 80)}`,
      kind: 'refused',
      says: 'The server would not take the order.',
      agreed: '',
      now,
      canAccept: false,
    }
  }
  const { quantity, leadTime } = request.form
  if (pricing.quantity !== quantity || offer.leadTime.option !== leadTime) {
    return {
      id: `refused:other:${pricing.quantity}:${offer.leadTime.option}`,
      kind: 'refused',
      says: 'The price is for something else than what is ordered.',
      agreed: `${quantity} boards, ${leadTime}`,
      now: `${pricing.quantity} boards, ${offer.leadTime.option}`,
      canAccept: false,
    }
  }
  const isDearer = cents(pricing.total) > cents(request.ceiling)
  if (!isDearer && pricing.currency === request.currency) return null
  return {
    id: `price:${pricing.currency}:${cents(pricing.total)}`,
    kind: 'price',
    says: pricing.currency === request.currency ? 'The price is above what was agreed.' : 'The price is in another currency.',
    agreed: request.agreed
      ? `${moneyText(request.agreed.total, request.agreed.currency)} (limit ${moneyText(request.ceiling, request.currency)})`
      : `up to ${moneyText(request.ceiling, request.currency)}`,
    now: moneyText(pricing.total, pricing.currency),
    canAccept: true,
    price: { total: pricing.total, currency: pricing.currency },
  }
}

/** @returns whether both are the same board; true when ours is not known */
export const sameSize = (theirsSqin: number, oursMm2: number | null): boolean => {
  if (oursMm2 === null) return true
  const ours = oursMm2 / SQIN_MM2
  return Math.abs(theirsSqin - ours) <= Math.max(ours * SAME_AREA, ROUNDING_SQIN)
}

/** Compares the size of the board as the server reads it with ours. @returns the conflict, null when they agree or ours is not known */
export const judgeSize = (analysis: Analysis, areaMm2: number | null): ConflictShape | null => {
  if (areaMm2 === null || sameSize(analysis.areaSqin, areaMm2)) return null
  return {
    id: `size:${analysis.areaSqin.toFixed(3)}`,
    kind: 'size',
    says: 'The server reads another board size out of the package.',
    agreed: `${areaMm2.toFixed(1)} mm²`,
    now: `${(analysis.areaSqin * SQIN_MM2).toFixed(1)} mm²`,
    canAccept: true,
  }
}
