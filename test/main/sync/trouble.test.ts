import { describe, expect, onTestFinished, test } from 'vitest'
import { startContractServer, type ContractServer } from '#test/support/asap/contract-server.ts'
import { deadAddress } from '#test/support/asap/canned-server.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { secretName } from '#main/sync/connections.ts'
import { takeSenderLock } from '#main/sync/sender-lock.ts'
import { watchNetwork } from '#main/sync/network-watch.ts'
import { addAccount, approvedPackage, aRequest, openSender, QUICK, until, type Sender } from './support.ts'

const DAY = 86_400_000

const begin = async (
  change: Parameters<typeof openSender>[1] = {},
): Promise<{ server: ContractServer; sender: Sender; account: string; folder: string }> => {
  const server = await startContractServer()
  onTestFinished(() => server.close())
  const folder = temporaryFolder()
  const sender = await openSender(folder, change)
  onTestFinished(() => sender.close().catch(() => undefined))
  return { server, sender, folder, account: await addAccount(sender, server.baseUrl) }
}
const isDone = (sender: Sender, id: string) => (): boolean => sender.outbox.find(id)!.state === 'done'

describe('nothing is lost, and it is said what is the matter, when', () => {
  test('the account is signed out, until somebody signs in again', async () => {
    const { server, sender, account } = await begin()
    sender.secrets.forget(secretName(account))
    const ids = [1, 2].map(() => sender.outbox.addOrder(approvedPackage(sender, account), aRequest()).id)
    sender.engine.start()
    await until(() => sender.engine.status().needsYou === 2, 'the question')
    expect(sender.outbox.find(ids[0]!)!.conflict).toMatchObject({ kind: 'signed-out', canAccept: false })
    expect(sender.accounts.find(account)!.state).toBe('signed-out')
    await sender.secrets.set(secretName(account), 'key-of-the-test')
    expect(sender.outbox.resumeAccount(account)).toEqual(ids)
    sender.engine.nudge()
    await until(() => ids.every((id) => isDone(sender, id)()), 'the orders')
    expect(server.state.orders.size).toBe(2)
  })

  test('the key is revoked while an order is on its way', async () => {
    const { server, sender, account } = await begin()
    const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest())
    const submit = server.state.submit.bind(server.state)
    server.state.submit = (intent) => {
      server.state.keys.clear()
      return submit(intent)
    }
    sender.engine.start()
    await until(() => sender.outbox.find(id)!.state === 'needs-you', 'the question')
    expect(sender.outbox.find(id)).toMatchObject({ step: 'confirm', conflict: { kind: 'signed-out' } })
    expect(sender.outbox.cancel(id, 0)).toBe(false)
    server.state.keys.add('new-key')
    await sender.secrets.set(secretName(account), 'new-key')
    sender.outbox.resumeAccount(account)
    sender.engine.nudge()
    await until(isDone(sender, id), 'the order')
    expect(server.state.orders.size).toBe(1)
  })

  test('the server is gone for days: few tries, then the order', async () => {
    let days = 0
    const now = (): number => Date.now() + days * DAY
    const { server, sender, account } = await begin({ now })
    sender.accounts.change(account, { name: 'gone', baseUrl: await deadAddress(), syncsApproved: false })
    const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest({ expiresAt: Date.now() + 30 * DAY }))
    sender.engine.start()
    await until(() => sender.engine.status().state === 'offline', 'the word')
    expect(sender.engine.status().says).toBe('Offline, 1 waiting')
    for (; days < 5; days++) await new Promise((resolve) => setTimeout(resolve, 40))
    expect(sender.accounts.find(account)).toMatchObject({ state: 'unreachable', says: expect.stringContaining('ECONNREFUSED') as unknown })
    expect(sender.outbox.find(id)!.state).toBe('waiting')
    // 200 ms at a first retry of 4 ms: doubling and the breaker keep it quiet.
    expect(sender.outbox.log(id).reduce((sum, { times }) => sum + times, 0)).toBeLessThan(30)
    expect(sender.outbox.log(id).length).toBeLessThan(5)
    sender.accounts.change(account, { name: 'back', baseUrl: server.baseUrl, syncsApproved: false })
    sender.connections.drop(account)
    sender.engine.now()
    await until(isDone(sender, id), 'the order')
    expect(server.state.orders.size).toBe(1)
  })

  test.each([
    ['two days behind', -2 * DAY],
    ['two days ahead', 2 * DAY],
  ])('the clock of this computer is %s', async (_, wrong) => {
    const { server, sender, account } = await begin({ now: () => Date.now() + wrong })
    const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest({ expiresAt: Date.now() + wrong + DAY }))
    sender.engine.start()
    await until(isDone(sender, id), 'the order')
    expect(server.calls.get('requoteIntent')).toBe(1)
    expect(Math.abs(sender.accounts.find(account)!.clockAheadMs! + wrong)).toBeLessThan(5000)
  })

  test('the clock jumps back by a year in between: what waits does not wait for a year', async () => {
    let jumped = 0
    const { sender, account } = await begin({ now: () => Date.now() - jumped })
    const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest())
    jumped = 365 * DAY
    sender.engine.start()
    await until(isDone(sender, id), 'the order')
  })

  test('the disk is full: nothing is sent that could not be written down, and it goes on when there is room', async () => {
    const { server, sender, account } = await begin()
    const ids = [1, 2, 3].map(() => sender.outbox.addOrder(approvedPackage(sender, account), aRequest()).id)
    const pages = sender.database.pragma('page_count', { simple: true }) as number
    const submitted = server.state.submit.bind(server.state)
    server.state.submit = (intent) => {
      // Full at the worst moment: it is ordered there, and that cannot be written here.
      sender.database.pragma(`max_page_count = ${pages}`)
      return submitted(intent)
    }
    sender.database.pragma(`max_page_count = ${pages + 1}`)
    sender.engine.start()
    await until(() => sender.engine.status().state === 'disk-full', 'the word')
    expect(sender.engine.status().says).toContain('disk is full')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(ids.map((id) => sender.outbox.find(id)!.state).filter((state) => state !== 'waiting' && state !== 'done')).toEqual([])
    expect(sender.outbox.open().length).toBeGreaterThan(0)
    server.state.submit = submitted
    sender.database.pragma('max_page_count = 1000000')
    await until(() => ids.every((id) => isDone(sender, id)()), 'the orders')
    expect(server.state.orders.size).toBe(3)
    expect(sender.faults.filter((fault) => !fault.includes('disk is full'))).toEqual([])
  })
})

test('a decision that cannot be written is refused as a whole', async () => {
  const { sender, account } = await begin()
  const approved = approvedPackage(sender, account)
  sender.database.pragma(`max_page_count = ${sender.database.pragma('page_count', { simple: true }) as number}`)
  const long = { ...aRequest(), form: { ...aRequest().form, poNumber: 'x'.repeat(50_000) } }
  expect(() => sender.outbox.addOrder(approved, long)).toThrow(/full/)
  const count = (table: string): unknown => sender.database.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  expect([count('order_request'), count('outbox'), count('outbox_log')]).toEqual([{ n: 0 }, { n: 0 }, { n: 0 }])
})

describe('one sender', () => {
  test('of a data folder at a time; the next one goes on when it ends', async () => {
    const { sender, folder, account, server } = await begin()
    const second = await openSender(folder)
    onTestFinished(() => second.close())
    sender.engine.start()
    const isHeld = (): boolean => {
      const lock = takeSenderLock(folder)
      lock?.release()
      return lock === null
    }
    await until(isHeld, 'the lock')
    const { id } = second.outbox.addOrder(approvedPackage(second, account), aRequest())
    sender.outbox.pause(id, true)
    second.engine.start()
    second.outbox.pause(id, false)
    await until(() => second.engine.status().state === 'elsewhere', 'the word')
    sender.engine.nudge()
    await until(isDone(sender, id), 'the order')
    expect(server.state.orders.size).toBe(1)
  })

  test('pausing holds everything, also after a restart', async () => {
    const { sender, folder, account, server } = await begin()
    sender.engine.start()
    sender.engine.setPaused(true)
    const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest())
    sender.engine.now()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sender.engine.status()).toMatchObject({ state: 'paused', says: 'Paused, 1 waiting' })
    await sender.close()
    const next = await openSender(folder)
    onTestFinished(() => next.close())
    next.engine.start()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.state.boards.size).toBe(0)
    next.engine.setPaused(false)
    await until(isDone(next, id), 'the order')
  })
})

test('an allowance that is used up is waited for', async () => {
  const { server, sender, account } = await begin({ parts: { timing: QUICK } })
  server.headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }
  const ids = [1, 2].map(() => sender.outbox.addPush(approvedPackage(sender, account)).id)
  sender.engine.start()
  await until(() => server.state.boards.size > 0, 'the first')
  const after = performance.now()
  await until(() => ids.every((id) => isDone(sender, id)()), 'both')
  expect(sender.connections.allowedFrom(account)).toBeGreaterThan(after)
})

test('another network is noticed, none is not', async () => {
  const seen = ['10.0.0.1', '10.0.0.1', '', '10.0.0.9', '10.0.0.9']
  let looks = 0
  let changes = 0
  const end = watchNetwork(
    () => changes++,
    () => seen[Math.min(looks++, seen.length - 1)]!,
    2,
  )
  await until(() => looks > 6, 'some looks')
  end()
  expect(changes).toBe(1)
})
