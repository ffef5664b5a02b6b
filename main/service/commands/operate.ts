import { ORDER_STATES, type OrderState } from '#core/asap/order.ts'
import { nextStates } from '#core/order/order-state.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError } from '#main/cli/command.ts'
import { isoTime } from '#main/service/store/ids.ts'
import { WEBHOOK_EVENTS, type WebhookEvent } from '#main/service/store/webhooks.repo.ts'
import { newWebhookSecret } from '#main/service/webhooks/sign.ts'
import { commandSealer } from './command-sealer.ts'
import { withStore } from './open-for-command.ts'

const FORMATS = ['text', 'json'] as const
const SHOWN_DELIVERIES = 200

const isState = (text: string | undefined): text is OrderState => ORDER_STATES.includes(text as OrderState)

/** `boardproof serve orders`: every order, newest first. */
export const listOrders = async (args: readonly string[]): Promise<number> => {
  const { values } = parseCall(args, { data: { type: 'string' }, format: { type: 'string' } })
  const format = oneOf('format', values.format, FORMATS)
  const orders = await withStore(values.data, (store) => store.orders.all())
  const lines = orders.map(
    (o) => `${o.order_id}  ${o.status}  ${o.created_at}  ${o.orgId}  ${o.po_number ?? '-'}  ${o.tracking ?? '-'}  ${o.contact.name}`,
  )
  await deliver(format === 'json' ? JSON.stringify(orders, null, 1) : lines.join('\n') || 'no orders', undefined)
  return EXIT.fine
}

/** `boardproof serve move ORDER STATE [--tracking NUMBER]`: moves an order on; its owner's webhooks are told. */
export const moveOrder = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseCall(args, { data: { type: 'string' }, tracking: { type: 'string' } })
  const [id, state] = positionals
  if (id === undefined || !isState(state)) throw new UsageError(`name an order and its new state: ${ORDER_STATES.join(', ')}`)
  const moved = await withStore(values.data, ({ orders }) => {
    const order = orders.all().find((o) => o.order_id === id)
    if (!order) throw new UsageError(`there is no order "${id}"`)
    const next = nextStates(order.status as OrderState)
    if (!next.includes(state))
      throw new UsageError(`an order that is ${order.status} can become ${next.join(', ') || 'nothing else'}; got ${state}`)
    if (state === 'shipped' && !values.tracking && !order.tracking) throw new UsageError('a shipped order needs its --tracking number')
    return orders.move(id, order.status, state, values.tracking ?? null)
  })
  if (!moved) throw new UsageError('the order was moved by somebody else meanwhile; look again')
  await deliver(`${id} is ${moved.status}${moved.tracking ? `, tracking ${moved.tracking}` : ''}`, undefined)
  return EXIT.fine
}

const eventsOf = (list: string | undefined): readonly WebhookEvent[] => {
  if (list === undefined) return WEBHOOK_EVENTS
  const names = list.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !WEBHOOK_EVENTS.includes(name as WebhookEvent))
  if (unknown.length) throw new UsageError(`unknown event ${unknown.join(', ')}; there are ${WEBHOOK_EVENTS.join(', ')}`)
  return WEBHOOK_EVENTS.filter((event) => names.includes(event))
}

const addWebhook = async (url: string | undefined, values: { data?: string; org?: string; events?: string }): Promise<number> => {
  const parsed = url === undefined ? null : URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    throw new UsageError('name an http or https address without name and password')
  }
  const events = eventsOf(values.events)
  const secret = newWebhookSecret()
  const sealed = await commandSealer().seal(secret)
  const id = await withStore(values.data, ({ webhooks }) => webhooks.add(values.org ?? 'local', parsed.href, sealed, events))
  process.stderr.write(`${id}: keep this secret, it cannot be shown again\n`)
  await deliver(secret, undefined)
  return EXIT.fine
}

/** `boardproof serve webhooks add URL | list | remove ID | log`. */
export const runWebhooks = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseCall(args, { data: { type: 'string' }, org: { type: 'string' }, events: { type: 'string' } })
  const [name, subject] = positionals
  switch (name) {
    case 'add':
      return addWebhook(subject, values)
    case 'list': {
      const rows = await withStore(values.data, ({ webhooks }) => webhooks.list())
      await deliver(rows.map((w) => `${w.id}  ${w.orgId}  ${w.events.join(',')}  ${w.url}`).join('\n') || 'no webhooks', undefined)
      return EXIT.fine
    }
    case 'remove': {
      if (subject === undefined || !(await withStore(values.data, ({ webhooks }) => webhooks.remove(subject)))) {
        throw new UsageError(`there is no webhook "${subject ?? ''}"`)
      }
      await deliver(`removed ${subject}`, undefined)
      return EXIT.fine
    }
    case 'log': {
      const rows = await withStore(values.data, ({ webhooks }) => webhooks.deliveries(SHOWN_DELIVERIES))
      const lines = rows.map(
        (d) => `${isoTime(d.createdAt)}  ${d.id}  ${d.webhookId}  ${d.event}  ${d.state}  ${d.attempts} attempts  ${d.lastAnswer ?? '-'}`,
      )
      await deliver(lines.join('\n') || 'no deliveries', undefined)
      return EXIT.fine
    }
    default:
      throw new UsageError(`boardproof serve webhooks takes add, list, remove or log; got "${name ?? ''}"`)
  }
}
