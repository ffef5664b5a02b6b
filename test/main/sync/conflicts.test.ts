import { describe, expect, onTestFinished, test } from 'vitest'
import type { OrderRequest } from '#core/sync/message.ts'
import { startContractServer, type ContractServer } from '#test/support/asap/contract-server.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewMessage } from '#main/store/outbox.repo.ts'
import { addAccount, approvedPackage, aRequest, openSender, until, type Sender } from './support.ts'

interface Case {
  readonly name: string
  /** Something changes between the decision and the sending. */
  readonly change: (place: { server: ContractServer; sender: Sender; message: NewMessage; folder: string }) => void
  readonly request?: Partial<OrderRequest>
  readonly kind: string
  readonly canAccept: boolean
  readonly agreed?: RegExp
  readonly now?: RegExp
}

const CASES: readonly Case[] = [
  { name: 'the price rose', change: ({ server }) => void (server.state.unitCents = 1821), kind: 'price', canAccept: true, agreed: /USD 217\.00/, now: /USD 217\.10/ },
  { name: 'a queued order meets a price above its limit', request: { agreed: null, ceiling: 200 }, change: () => undefined, kind: 'price', canAccept: true, agreed: /up to USD 200\.00/, now: /USD 217\.00/ },
  { name: 'the price is in another currency', request: { currency: 'EUR' }, change: () => undefined, kind: 'price', canAccept: true },
  { name: 'the server reads another size', change: ({ server }) => void (server.state.areaSqin = 8.1), kind: 'size', canAccept: true, agreed: /5000\.0 mm²/, now: /5225\.8 mm²/ },
  { name: 'the files of the board changed', change: ({ sender, message }) => void sender.changed.set(message.approvalId, ['files', 'revision']), kind: 'file', canAccept: true },
  { name: 'the revision was rejected since', change: ({ sender, message }) => void sender.changed.set(message.approvalId, ['withdrawn']), kind: 'file', canAccept: false },
  { name: 'the approval is gone', change: ({ sender, message }) => void sender.changed.set(message.approvalId, null), kind: 'file', canAccept: false },
  { name: 'the capability changed', change: ({ sender, message }) => void sender.changed.set(message.approvalId, ['capability']), kind: 'capability', canAccept: true },
  { name: 'the bytes on the disk are gone', change: ({ folder, message: { contentSha256: h } }) => rmSync(join(folder, 'blobs', h.slice(0, 2), h.slice(2))), kind: 'file', canAccept: false },
  { name: 'the bytes on the disk are damaged', change: ({ folder, message: { contentSha256: h } }) => writeFileSync(join(folder, 'blobs', h.slice(0, 2), h.slice(2)), 'PKother'), kind: 'file', canAccept: false },
  { name: 'the server holds other bytes', change: ({ server }) => {
    const store = server.state.storeBoard.bind(server.state)
    server.state.storeBoard = (name, bytes) => ({ ...store(name, bytes), sha256: '0'.repeat(64) })
  }, kind: 'file', canAccept: false },
  { name: 'the review there does not pass', change: ({ server }) => void (server.state.gates = { dfm: 'fail', policy: 'pass' }), kind: 'refused', canAccept: false },
  { name: 'the policy there does not pass', change: ({ server }) => void (server.state.gates = { dfm: 'pass', policy: 'fail' }), kind: 'refused', canAccept: false, now: /larger than what is made/ },
  { name: 'the time is over', request: { expiresAt: 1 }, change: () => undefined, kind: 'expired', canAccept: false },
  { name: 'the key was revoked', change: ({ server }) => server.state.keys.clear(), kind: 'signed-out', canAccept: false },
] // prettier-ignore

const begin = async () => {
  const server = await startContractServer()
  onTestFinished(() => server.close())
  const folder = temporaryFolder()
  const sender = await openSender(folder)
  onTestFinished(() => sender.close())
  return { server, sender, folder, account: await addAccount(sender, server.baseUrl) }
}

describe('it stops and asks, and nothing is ordered, when', () => {
  for (const { name, change, request, kind, canAccept, agreed, now } of CASES) {
    test(name, async () => {
      const { server, sender, folder, account } = await begin()
      const message = approvedPackage(sender, account)
      const { id } = sender.outbox.addOrder(message, aRequest(request))
      change({ server, sender, message, folder })
      sender.engine.start()
      await until(() => sender.outbox.find(id)!.state === 'needs-you', 'the question')
      const { conflict } = sender.outbox.find(id)!
      expect(conflict).toMatchObject({ kind, canAccept })
      if (agreed) expect(conflict!.agreed).toMatch(agreed)
      if (now) expect(conflict!.now).toMatch(now)
      expect(sender.engine.status()).toMatchObject({ state: 'needs-you', says: '1 needs you' })
      expect(server.state.orders.size).toBe(0)
      expect(sender.outbox.cancel(id, 2000)).toBe(true)
      sender.engine.now()
      await new Promise((resolve) => setTimeout(resolve, 30))
      expect(server.state.orders.size).toBe(0)
      expect(sender.faults).toEqual([])
    })
  }
})

test('what changes between the price and the order is found out before it is ordered', async () => {
  const { server, sender, account } = await begin()
  const message = approvedPackage(sender, account)
  const { id } = sender.outbox.addOrder(message, aRequest())
  const requote = server.state.requote.bind(server.state)
  server.state.requote = (intent) => {
    sender.changed.set(message.approvalId, ['files'])
    return requote(intent)
  }
  sender.engine.start()
  await until(() => sender.outbox.find(id)!.state === 'needs-you', 'the question')
  expect(sender.outbox.find(id)).toMatchObject({ step: 'submit', conflict: { kind: 'file' } })
  expect(server.state.orders.size).toBe(0)
})

test('a price that expires before the order is asked again', async () => {
  const { server, sender, account } = await begin()
  server.state.quoteLifeMs = -10_000
  const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest())
  const requote = server.state.requote.bind(server.state)
  server.state.requote = (intent) => {
    const quote = requote(intent)
    server.state.quoteLifeMs = 3_600_000
    return quote
  }
  sender.engine.start()
  await until(() => sender.outbox.find(id)!.state === 'done', 'the order')
  expect(server.calls.get('requoteIntent')).toBe(2)
})

test('a server that charges more than it offered is said, and the order is kept', async () => {
  const { server, sender, account } = await begin()
  const { id } = sender.outbox.addOrder(approvedPackage(sender, account), aRequest())
  const submit = server.state.submit.bind(server.state)
  server.state.submit = (intent) => {
    server.state.unitCents = 3000
    return submit(intent)
  }
  sender.engine.start()
  await until(() => sender.outbox.find(id)!.state === 'needs-you', 'the question')
  expect(sender.outbox.find(id)!.conflict).toMatchObject({ kind: 'charged', now: 'USD 335.00' })
  expect(sender.orders.find(id)).toMatchObject({ offer: { pricing: { total: 335 } } })
  expect(sender.outbox.cancel(id, 2000)).toBe(false)
  sender.outbox.resume(id, 'Seen.', sender.outbox.find(id)!.conflict!.id)
  sender.engine.nudge()
  await until(() => sender.outbox.find(id)!.state === 'done', 'the end')
  expect(server.state.orders.size).toBe(1)
})

test('accepting what changed goes on with the same draft and one order', async () => {
  const { server, sender, account } = await begin()
  server.state.unitCents = 2000
  const message = approvedPackage(sender, account)
  sender.changed.set(message.approvalId, ['waivers'])
  const { id } = sender.outbox.addOrder(message, aRequest())
  sender.engine.start()
  for (const kind of ['capability', 'price'] as const) {
    await until(() => sender.outbox.find(id)!.conflict?.kind === kind, kind)
    const { conflict, request } = sender.outbox.find(id)!
    if (conflict!.price) sender.outbox.edit(id, conflict!.price.total, conflict!.price.currency, request!.expiresAt)
    sender.outbox.resume(id, 'Accepted.', conflict!.id)
    sender.engine.nudge()
  }
  await until(() => sender.outbox.find(id)!.state === 'done', 'the order')
  expect([server.state.intents.size, server.state.orders.size]).toEqual([1, 1])
})
