import type { PlacedOrderShape } from '#core/ipc/order-shapes.ts'
import { moneyText } from '#core/sync/judge-offer.ts'
import { UsageError } from '#main/cli/command.ts'
import type { OpenOrdering } from './open-ordering.ts'
import type { OrderingAnswer, OrderingCall } from './run-ordering-command.ts'

const line = (order: PlacedOrderShape): string =>
  [
    order.id,
    order.orderId,
    order.status,
    ...(order.tracking ? [`tracking ${order.tracking}`] : []),
    `${order.quantity} of ${order.boardName}`,
    moneyText(order.total, order.currency),
    order.accountName,
  ].join('  ')

export const runOrders = async ({ positionals, limit }: OrderingCall, { ordering }: OpenOrdering): Promise<OrderingAnswer> => {
  const [action = 'list', id = ''] = positionals
  switch (action) {
    case 'refresh':
      await ordering.followOrders()
      break
    case 'list':
      break
    case 'show': {
      const detail = ordering.orders.get(id)
      if (!detail) throw new UsageError(`there is no order "${id}"`)
      const timeline = detail.timeline.map(({ status, at }) => `  ${new Date(at).toISOString()}  ${status}`)
      return { json: detail, text: [line(detail), ...timeline].join('\n') }
    }
    default:
      throw new UsageError(`unknown action "${action}"; boardproof orders --help shows them`)
  }
  const listed = ordering.orders.list({ board: null, offset: 0, limit })
  return { json: listed, text: listed.orders.map(line).join('\n') || 'no orders' }
}
