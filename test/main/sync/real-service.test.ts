import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Order } from '#core/asap/order.ts'
import type { OrderIntent, OrderIntentShort } from '#core/asap/order-intent.ts'
import { referenceIn } from '#core/provider/asap/map.ts'
import { referenceOf } from '#core/sync/message.ts'
import { openServiceStore } from '#main/service/store/service-store.ts'
import { aService } from '#test/main/service/support/service.ts'
import { orderableBoard, zipOf } from '#test/main/service/support/orderable-board.ts'
import { runApplication } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { seeded, startChaosProxy } from '#test/support/asap/chaos-proxy.ts'
import { addAccount, approvedPackage, aRequest, openSender, QUICK, until } from './support.ts'

const CAPABILITY = 'ipc_class2_conservative'
const INTENTS = 80

/** The key that seals lies in the test's own folder. */
const ownConfiguration = (): void => {
  const before = process.env['XDG_CONFIG_HOME']
  process.env['XDG_CONFIG_HOME'] = temporaryFolder()
  onTestFinished(() => {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME']
    else process.env['XDG_CONFIG_HOME'] = before
  })
}

test('the real service takes an order from drop to shipped, and reads the same size and findings', async () => {
  ownConfiguration()
  const service = await aService()
  const { key } = await service.key()
  const { application, ask, ended, heard } = await runApplication(temporaryFolder())
  const file = join(temporaryFolder(), 'plain.zip')
  writeFileSync(file, await zipOf(orderableBoard(50, 30, 2)))
  const { id: board } = application.reviews.openPaths([file])
  expect(await ended(board)).toBe('done')
  const account = await ask('accounts.add', { provider: 'asap', name: 'Own', baseUrl: `${service.address()}/api`, secret: key })
  expect(account.state).toBe('ok')
  const signed = await ask('approval.draft', { board, capability: CAPABILITY })
  const ticked = signed.conditions.map((condition) => condition.id)
  await ask('approval.decide', { board, capability: CAPABILITY, decision: 'approved', reason: '', stateSha256: signed.stateSha256, ticked })
  const draft = await ask('order.draft', { board, account: account.id, from: null })
  const form = { ...draft.form, shipTo: { country: 'US', postalCode: '94107', name: 'Lab' } }
  const { offer, gate, differences } = await ask('order.price', { board, account: account.id, form })
  expect(gate.filter(({ ok }) => !ok)).toEqual([])
  expect(differences).toEqual([])
  const { total, currency } = offer.pricing
  const { id } = await ask('order.place', { board, account: account.id, form, approval: draft.subject!.approval, agreed: { quoteId: offer.quoteId, total, currency }, ceiling: total, currency, expiresAt: Date.now() + 86_400_000 }) // prettier-ignore
  await until(() => heard.some(({ event }) => event === 'order'), 'the order', 60_000)
  const placed = await ask('orders.get', { id })
  expect(placed).toMatchObject({ status: 'accepted', total })
  const opened = await openServiceStore(service.data)
  if (!opened.ok) throw new Error(opened.error.message)
  opened.value.orders.move(placed.orderId, 'accepted', 'in_production', null)
  opened.value.orders.move(placed.orderId, 'in_production', 'shipped', '1Z999')
  opened.value.close()
  await ask('orders.refresh', { id })
  await until(() => heard.filter(({ event }) => event === 'order').length === 2, 'the news', 30_000)
  expect(await ask('orders.get', { id })).toMatchObject({ status: 'shipped', tracking: '1Z999', timeline: { length: 3 } })
})

test('the real service behind a harmful network, with crashes, makes exactly one order of each intent', { timeout: 240_000 }, async () => {
  const service = await aService()
  const { key } = await service.key()
  const proxy = await startChaosProxy(Number(new URL(service.address()).port), 11, 0.3)
  onTestFinished(() => proxy.close())
  const chance = seeded(12)
  const folder = temporaryFolder()
  const timing = { ...QUICK, firstRetry: 1, longestRetry: 12, breakerAfter: 8, breakerFirst: 3, breakerLongest: 15 }
  const open = () => openSender(folder, { parts: { timing }, limits: { idleMs: 5000, totalMs: 10_000 } })
  let sender = await open()
  const account = await addAccount(sender, proxy.baseUrl, key)
  const contentSha256 = sender.contents.put(await zipOf(orderableBoard(50, 30, 2)))
  const content = { contentSha256, packageSha256: contentSha256, areaMm2: 1500 }
  const ids = Array.from({ length: INTENTS }, () => sender.outbox.addOrder(approvedPackage(sender, account, content), aRequest({ agreed: null, ceiling: 10_000 })).id) // prettier-ignore
  const end = performance.now() + 200_000
  for (sender.engine.start(); sender.outbox.open().length > 0 && performance.now() < end; sender.engine.start()) {
    const wanted = proxy.requests() + 60 + Math.floor(chance() * 120)
    await until(() => proxy.requests() >= wanted || sender.outbox.open().length === 0, 'requests', 60_000)
    // The database is gone before what is under way can be written.
    sender.database.close()
    await sender.close().catch(() => undefined)
    sender = await open()
  }
  await proxy.settled()
  expect(sender.outbox.open().map(({ says }) => says)).toEqual([])
  const intents = (await service.call('GET', '/v1/order-intents')).body as OrderIntentShort[]
  const orders = (await service.call('GET', '/v1/orders')).body as Order[]
  expect(orders).toHaveLength(INTENTS)
  const references = new Map<string, number>()
  for (const { order_intent_id, status } of intents) {
    const intent = (await service.call('GET', `/v1/order-intents/${order_intent_id}`)).body as OrderIntent
    const reference = referenceIn(intent.notes)!
    if (status === 'submitted') references.set(reference, (references.get(reference) ?? 0) + 1)
  }
  expect(ids.map((id) => references.get(referenceOf(sender.outbox.find(id)!)))).toEqual(ids.map(() => 1))
  expect(new Set(ids.map((id) => sender.orders.find(id)!.order.orderId))).toEqual(new Set(orders.map(({ order_id }) => order_id)))
  await sender.close()
})
