import { describe, expect, onTestFinished, test } from 'vitest'
import { startContractServer, type ContractServer } from '#test/support/asap/contract-server.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { addAccount, approvedPackage, aRequest, openSender, until, type Sender } from './support.ts'

const begin = async (): Promise<{ server: ContractServer; sender: Sender; account: string; folder: string }> => {
  const server = await startContractServer()
  onTestFinished(() => server.close())
  const folder = temporaryFolder()
  const sender = await openSender(folder)
  onTestFinished(() => sender.close())
  const account = await addAccount(sender, server.baseUrl)
  return { server, sender, account, folder }
}

const stateOf = (sender: Sender, id: string): string => {
  const found = sender.outbox.find(id)!
  return `${found.state}:${found.conflict?.kind ?? found.step}`
}

describe('an approved board', () => {
  test('is ordered: package, review, draft, price, order, each step in the log, tracked from then on', async () => {
    const { server, sender, account } = await begin()
    const { id } = sender.outbox.addOrder(
      approvedPackage(sender, account, { ours: [{ checkId: 'min_trace_width', severity: 'error', count: 2 }] }),
      aRequest(),
    )
    sender.engine.start()
    await until(() => stateOf(sender, id) === 'done:done', 'the order')
    expect(server.state.orders.size).toBe(1)
    const [order] = server.state.orders.values()
    const [intent] = server.state.intents.values()
    expect(intent).toMatchObject({ status: 'submitted', quantity: 10, ship_to: { country: 'US', postal_code: '94107' } })
    expect(intent!.notes).toContain('PO: PO-7')
    expect(sender.outbox.find(id)!.refs).toMatchObject({
      orderId: order!.order_id,
      comparison: { differences: ['min_trace_width: 2 here, 1 there'] },
    })
    expect(sender.orders.find(id)).toMatchObject({
      order: { orderId: order!.order_id, status: 'accepted' },
      offer: { pricing: { total: 217 } },
    })
    expect(sender.outbox.log(id).map(({ step }) => step)).toEqual(['upload', 'upload', 'analyse', 'draft', 'price', 'submit', 'confirm'])
    expect(sender.accounts.find(account)!.state).toBe('ok')
    expect(sender.engine.status()).toMatchObject({ state: 'up-to-date', says: 'Up to date' })
    expect(sender.faults).toEqual([])
  })

  test('that was pushed before is not sent and reviewed again for its order', async () => {
    const { server, sender, account } = await begin()
    const approved = approvedPackage(sender, account)
    const push = sender.outbox.addPush(approved)
    expect(sender.outbox.addPush(approved).id).toBe(push.id)
    const order = sender.outbox.addOrder(approved, aRequest())
    sender.engine.start()
    await until(() => stateOf(sender, order.id) === 'done:done', 'the order')
    expect(stateOf(sender, push.id)).toBe('done:done')
    expect([server.calls.get('uploadBoard'), server.calls.get('createDfmRun'), server.state.orders.size]).toEqual([1, 1, 1])
  })

  test('a run that the server no longer knows is made again, once', async () => {
    const { server, sender, account } = await begin()
    const approved = approvedPackage(sender, account)
    sender.outbox.addPush(approved)
    sender.engine.start()
    await until(() => sender.outbox.open().length === 0, 'the push')
    server.state.runs.clear()
    const order = sender.outbox.addOrder(approved, aRequest())
    sender.engine.nudge()
    await until(() => stateOf(sender, order.id) === 'done:done', 'the order')
    expect([server.state.runs.size, server.state.intents.size, server.state.orders.size]).toEqual([1, 1, 1])
    expect(sender.outbox.log(order.id).map(({ says }) => says)).toContain('The server no longer has the package: it is sent again.')
  })

  test('orders of one board go one after the other, of different boards side by side', async () => {
    const { server, sender, account } = await begin()
    const a = approvedPackage(sender, account)
    const ids = [sender.outbox.addOrder(a, aRequest()).id, sender.outbox.addOrder(a, aRequest()).id]
    const other = sender.outbox.addOrder(approvedPackage(sender, account), aRequest()).id
    sender.outbox.pause(ids[0]!, true)
    sender.engine.start()
    await until(() => stateOf(sender, other) === 'done:done', 'the other board')
    expect(stateOf(sender, ids[1]!)).toBe('waiting:upload')
    sender.outbox.pause(ids[0]!, false)
    sender.engine.nudge()
    await until(() => stateOf(sender, ids[1]!) === 'done:done', 'the second order')
    expect(server.state.orders.size).toBe(3)
    expect(sender.orders.list(a.boardId, 0, 10).map(({ message }) => message.id)).toEqual([ids[1], ids[0]])
  })
})
