import { orderRequest } from '#core/asap/order.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import { readBody } from '#main/service/http/read-json.ts'
import type { Service } from '#main/service/service.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

/** Orders: made from quotes, moved on by the operator. */
export const orderHandlers = ({ store }: Service): Pick<EndpointHandlers, 'listOrders' | 'createOrder' | 'readOrder'> => {
  const { orders, ids } = store
  return {
    async listOrders({ caller }) {
      return [...orders.list(caller.orgId)]
    },
    async createOrder({ request, caller }) {
      const { quote_id, po_number, contact } = readBody(orderRequest, request.body)
      if (!quote_id.startsWith('quo_')) throw new ApiError('invalid_quote_id', 'A quote id starts with quo_.')
      const ordered = orders.order(quote_id, {
        orgId: caller.orgId,
        poNumber: po_number ?? null,
        contact: { name: contact?.name ?? '', email: contact?.email ?? '' },
      })
      switch (ordered.kind) {
        case 'quote-gone':
          throw new ApiError('quote_not_found', `There is no quote ${quote_id}, or it has expired.`)
        case 'not-approved':
          throw new ApiError('quote_not_approved', 'The quote did not pass its gates and cannot be ordered.')
        case 'ordered-otherwise':
          throw new ApiError('quote_already_ordered', 'The quote was ordered before, with another purchase order or contact.')
        case 'new':
        case 'same': {
          const { po_number: _, contact: __, ...order } = ordered.order
          return { request_id: ids.id('request'), ...order }
        }
      }
    },
    async readOrder({ caller, params }) {
      const order = orders.find(caller.orgId, params['order_id']!)
      if (!order) throw new ApiError('order_not_found', `There is no order ${params['order_id']}.`)
      return order
    },
  }
}
