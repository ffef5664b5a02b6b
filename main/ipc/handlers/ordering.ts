import { err, ok } from '#core/base/result.ts'
import type { accountCalls } from '#core/ipc/accounts.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { orderCalls } from '#core/ipc/order.ipc.ts'
import type { outboxCalls } from '#core/ipc/outbox.ipc.ts'
import { allProviders } from '#core/provider/index.ts'
import type { OrderingServices } from '#main/services/ordering/ordering-services.ts'

const goneOrder = { code: 'gone', message: 'There is no such order.' } as const

export const accountHandlers = ({ accounts }: OrderingServices): Handlers<typeof accountCalls> => ({
  'accounts.providers': () =>
    ok(
      allProviders.map(({ id, name, defaultBaseUrl, signIn, capabilities }) => ({
        id,
        name,
        defaultBaseUrl,
        signIn: signIn.kind,
        fields: signIn.kind === 'password' ? [...signIn.fields] : [],
        capabilities: [...capabilities],
      })),
    ),
  'accounts.list': async () => ok(await accounts.list()),
  'accounts.add': (wanted) => accounts.add(wanted),
  'accounts.change': ({ id, ...change }) => accounts.change(id, change),
  'accounts.signIn': ({ id, secret }) => accounts.signIn(id, secret),
  'accounts.test': ({ id }) => accounts.test(id),
  'accounts.signOut': ({ id }) => accounts.signOut(id),
  'accounts.remove': ({ id }) => accounts.remove(id),
})

export const orderHandlers = ({ orders }: OrderingServices): Handlers<typeof orderCalls> => ({
  'order.draft': (input) => orders.draft(input),
  'order.check': (input) => orders.check(input),
  'order.price': (input) => orders.price(input),
  'order.place': (input) => orders.place(input),
  'orders.list': (input) => ok(orders.list(input)),
  'orders.get': ({ id }) => {
    const found = orders.get(id)
    return found ? ok(found) : err(goneOrder)
  },
  'orders.refresh': ({ id }) => (orders.refresh(id) ? ok(null) : err(goneOrder)),
})

export const outboxHandlers = ({ outbox, engine, orders }: OrderingServices): Handlers<typeof outboxCalls> => ({
  'outbox.list': ({ all }) => ok(outbox.list(all)),
  'outbox.get': ({ id }) => outbox.get(id),
  'outbox.retry': ({ id }) => outbox.retry(id),
  'outbox.pause': ({ id, paused }) => outbox.pause(id, paused),
  'outbox.cancel': ({ id }) => outbox.cancel(id),
  'outbox.resolve': ({ id, conflict, answer }) => outbox.resolve(id, conflict, answer),
  'outbox.edit': ({ id, ceiling, expiresAt }) => outbox.edit(id, ceiling, expiresAt),
  'sync.status': () => ok(engine.status()),
  'sync.pause': ({ paused }) => {
    engine.setPaused(paused)
    return ok(engine.status())
  },
  'sync.now': () => {
    engine.now()
    return ok(engine.status())
  },
  'sync.push': async ({ board, account }) => {
    const pushed = await orders.push(board, account)
    if (!pushed.ok) return pushed
    const found = outbox.get(pushed.value)
    return found.ok ? ok(found.value.message) : found
  },
})
