import type { OrderState } from '#core/asap/order.ts'

/** Where an order may go from each state; two states are the end. */
const NEXT: Readonly<Record<OrderState, readonly OrderState[]>> = {
  accepted: ['in_production', 'on_hold', 'cancelled'],
  in_production: ['shipped', 'on_hold', 'cancelled'],
  on_hold: ['accepted', 'in_production', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
}

/** @returns the states that an order may be moved to */
export const nextStates = (state: OrderState): readonly OrderState[] => NEXT[state]
