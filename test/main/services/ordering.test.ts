import { describe, expect, onTestFinished, test } from 'vitest'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { OrderFormShape } from '#core/ipc/order-shapes.ts'
import { runApplication, smallPackage, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { startContractServer, type ContractServer } from '#test/support/asap/contract-server.ts'
import { until } from '#test/main/sync/support.ts'

const CAPABILITY = 'ipc_class2_conservative'
const WEEK = 7 * 86_400_000

interface Place {
  readonly server: ContractServer
  readonly running: Running
  readonly folder: string
  readonly board: string
  readonly account: AccountShape
}

/** The key that seals lies in the test's own folder. */
const ownConfiguration = (): void => {
  const before = process.env['XDG_CONFIG_HOME']
  process.env['XDG_CONFIG_HOME'] = temporaryFolder()
  onTestFinished(() => {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME']
    else process.env['XDG_CONFIG_HOME'] = before
  })
}

const approve = async ({ ask }: Running, board: string): Promise<void> => {
  const { findings } = await ask('board.review', { board, capability: CAPABILITY })
  for (const { fingerprint, severity } of findings) {
    if (severity === 'error') await ask('waivers.add', { board, capability: CAPABILITY, fingerprint, scope: 'check', reason: 'prototype', expiry: { kind: 'none' } }) // prettier-ignore
  }
  const draft = await ask('approval.draft', { board, capability: CAPABILITY })
  await ask('approval.decide', { board, capability: CAPABILITY, decision: 'approved', reason: '', stateSha256: draft.stateSha256, ticked: draft.conditions.map(({ id }) => id) }) // prettier-ignore
}

const begin = async (): Promise<Place> => {
  ownConfiguration()
  const server = await startContractServer()
  onTestFinished(() => server.close())
  const folder = temporaryFolder()
  const running = await runApplication(folder)
  const { id } = running.application.reviews.openPaths([await smallPackage()])
  expect(await running.ended(id)).toBe('done')
  const account = await running.ask('accounts.add', { provider: 'asap', name: 'Fab', baseUrl: server.baseUrl, secret: 'key-of-the-test' })
  const facts = (await running.ask('board.get', { board: id })).facts
  server.state.areaSqin = facts.areaMm2! / 645.16
  return { server, running, folder, board: id, account }
}

const filled = (form: OrderFormShape): OrderFormShape => ({
  ...form,
  shipTo: { country: 'us', postalCode: '94107', name: 'Lab' },
  contact: { name: 'A. Buyer', email: 'buyer@example.com' },
})

describe('ordering through the calls of the page', () => {
  test('drop, review, approve, price, order, accepted, tracked', async () => {
    const { server, running, board, account } = await begin()
    const { ask } = running
    expect(account).toMatchObject({ state: 'ok', hasSecret: true, capabilities: expect.arrayContaining(['intents']) as unknown })
    const early = await ask('order.draft', { board, account: null, from: null })
    expect(early.subject).toBeNull()
    expect(early.gate).toEqual([{ id: 'approved', ok: false, says: 'The board is not approved.' }])
    await approve(running, board)
    const draft = await ask('order.draft', { board, account: null, from: null })
    expect(draft).toMatchObject({ account: account.id, subject: { changed: [] }, last: null, form: { build: { layers: 2 } } })
    expect(draft.problems.map(({ field }) => field)).toEqual(['shipTo.country', 'shipTo.postalCode'])
    expect(draft.gate.filter(({ ok }) => !ok)).toEqual([])
    const form = filled(draft.form)
    expect((await ask('order.check', { board, account: account.id, form })).problems).toEqual([])
    const { offer, gate } = await ask('order.price', { board, account: account.id, form })
    expect(offer.pricing.total).toBe(217)
    expect(gate.filter(({ ok }) => !ok)).toEqual([])
    const { total, currency } = offer.pricing
    const wanted = { board, account: account.id, form, approval: draft.subject!.approval, agreed: { quoteId: offer.quoteId, total, currency }, ceiling: total, currency, expiresAt: Date.now() + WEEK } // prettier-ignore
    const message = await ask('order.place', wanted)
    expect(message.title).toMatch(/^Order 10 boards of .*, up to USD 217\.00$/)
    await until(() => server.state.orders.size === 1, 'the order', 30_000)
    await until(() => running.heard.some(({ event }) => event === 'order'), 'the news')
    const detail = await ask('orders.get', { id: message.id })
    expect(detail).toMatchObject({ status: 'accepted', total: 217, quantity: 10, form: { shipTo: { country: 'US' } } })
    expect([...server.state.boards.values()].map(({ sha256 }) => sha256)).toEqual([detail.packageSha256])
    server.state.move(detail.orderId, 'shipped', '1Z999')
    await ask('orders.refresh', { id: message.id })
    await until(() => running.heard.filter(({ event }) => event === 'order').length === 2, 'the change')
    expect(running.heard.findLast(({ event }) => event === 'order')).toMatchObject({ payload: { says: expect.stringContaining('shipped, tracking 1Z999') as unknown } }) // prettier-ignore
    const again = await ask('order.draft', { board, account: null, from: message.id })
    expect(again).toMatchObject({ form: { quantity: 10, shipTo: { country: 'US' } }, ceiling: { total: 217, currency: 'USD' } })
  })

  test('an order that was queued while the server was gone goes after a restart', async () => {
    const { server, running, board, account, folder } = await begin()
    await approve(running, board)
    const draft = await running.ask('order.draft', { board, account: account.id, from: null })
    await server.close()
    const message = await running.ask('order.place', { board, account: account.id, form: filled(draft.form), approval: draft.subject!.approval, agreed: null, ceiling: 250, currency: 'USD', expiresAt: Date.now() + WEEK }) // prettier-ignore
    await until(() => running.application.ordering.outbox.list(false).messages[0]!.attempts > 0, 'a try')
    await running.close()
    const back = await startContractServer(server.state)
    onTestFinished(() => back.close())
    const later = await runApplication(folder)
    await later.ask('accounts.change', { id: account.id, name: 'Fab', baseUrl: back.baseUrl, syncsApproved: false })
    // Another address is another server: the key is asked for again.
    expect((await later.ask('accounts.list', {}))[0]).toMatchObject({ hasSecret: false })
    await later.ask('accounts.signIn', { id: account.id, secret: 'key-of-the-test' })
    await later.ask('sync.now', {})
    await until(() => back.state.orders.size === 1, 'the order', 30_000)
    await until(() => later.application.ordering.orders.get(message.id) !== null, 'its place in the list')
  })

  test('an account that takes every approved board gets it once it is approved', async () => {
    const { server, running, board, account } = await begin()
    await running.ask('accounts.change', { id: account.id, name: 'Fab', baseUrl: server.baseUrl, syncsApproved: true })
    expect(server.state.boards.size).toBe(0)
    await approve(running, board)
    await until(() => server.state.runs.size === 1, 'the review there', 30_000)
    const [push] = (await running.ask('outbox.list', { all: true })).messages
    await until(() => running.application.ordering.outbox.list(true).messages[0]!.state === 'done', 'the end')
    expect(push).toMatchObject({ kind: 'push' })
    expect((await running.ask('outbox.get', { id: push!.id })).comparison).toMatchObject({ theirs: [{ checkId: 'min_trace_width' }] })
  })

  test('a secret never comes out again', async () => {
    const { running, folder, account } = await begin()
    const told = JSON.stringify([await running.ask('accounts.list', {}), account, running.heard, running.application.store.database.prepare('SELECT * FROM account').all()]) // prettier-ignore
    expect(told).not.toContain('key-of-the-test')
    const { readdirSync, readFileSync } = await import('node:fs')
    const { join } = await import('node:path')
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes('key-of-the-test'), entry.name).toBe(false)
    }
  })

  test.each([
    ['http://fab.example.com/api', 'insecure-address'],
    ['fab.example.com', 'bad-address'],
    ['ftp://fab.example.com', 'bad-address'],
  ])('no key goes to %s', async (baseUrl, code) => {
    ownConfiguration()
    const running = await runApplication(temporaryFolder())
    expect(await running.application.dispatch('accounts.add', { provider: 'asap', name: 'x', baseUrl, secret: 'k' })).toMatchObject({ ok: false, error: { code } }) // prettier-ignore
  })
})
