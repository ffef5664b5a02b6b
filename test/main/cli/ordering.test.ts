import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runApplication, smallPackage } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { startContractServer } from '#test/support/asap/contract-server.ts'

const MAIN = fileURLToPath(new URL('../../../main/cli/main.ts', import.meta.url))
const CAPABILITY = 'ipc_class2_conservative'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const commandLine =
  (data: string, configuration: string) =>
  (args: readonly string[], input = ''): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [MAIN, ...args, '--data', data], { env: { ...process.env, XDG_CONFIG_HOME: configuration } })
      let [out, err] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out, err }))
      child.stdin.end(input)
    })

test('an account is added, a queued order sent, followed and shown from the command line alone', async () => {
  const server = await startContractServer()
  onTestFinished(() => server.close())
  const [data, configuration] = [temporaryFolder(), temporaryFolder()]
  const run = commandLine(data, configuration)
  const json = async (args: readonly string[]): Promise<unknown> => JSON.parse((await run([...args, '--json'])).out)

  expect(await run(['accounts', 'add', 'Fab', '--url', server.baseUrl])).toMatchObject({
    code: 2,
    err: expect.stringContaining('standard input') as unknown,
  })
  expect((await run(['accounts', 'add', 'Fab', '--url', server.baseUrl], 'wrong-key\n')).code).toBe(1)
  const signedIn = await run(['accounts', 'sign-in', 'Fab'], 'key-of-the-test\n')
  expect(signedIn).toMatchObject({ code: 0, out: expect.stringMatching(/Fab .* ok/) as unknown })
  const [account] = (await json(['accounts'])) as { id: string }[]

  const { application, ask, ended, close } = await runApplication(data)
  const { id: board } = application.reviews.openPaths([await smallPackage()])
  await ended(board)
  server.state.areaSqin = (await ask('board.get', { board })).facts.areaMm2! / 645.16
  for (const { fingerprint, severity } of (await ask('board.review', { board, capability: CAPABILITY })).findings) {
    if (severity === 'error') await ask('waivers.add', { board, capability: CAPABILITY, fingerprint, scope: 'check', reason: 'prototype', expiry: { kind: 'none' } }) // prettier-ignore
  }
  const signed = await ask('approval.draft', { board, capability: CAPABILITY })
  await ask('approval.decide', {
    board,
    capability: CAPABILITY,
    decision: 'approved',
    reason: '',
    stateSha256: signed.stateSha256,
    ticked: signed.conditions.map((condition) => condition.id),
  })
  await ask('sync.pause', { paused: true })
  const draft = await ask('order.draft', { board, account: null, from: null })
  const form = { ...draft.form, shipTo: { country: 'US', postalCode: '94107', name: '' } }
  const { id } = await ask('order.place', { board, account: account!.id, form, approval: draft.subject!.approval, agreed: null, ceiling: 200, currency: 'USD', expiresAt: Date.now() + 86_400_000 }) // prettier-ignore
  await ask('outbox.pause', { id, paused: true })
  await ask('sync.pause', { paused: false })
  await close()

  expect(await run(['outbox'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/paused {2}Order 10 boards of .*, up to USD 200\.00/) as unknown,
  })
  expect((await run(['sync', '--seconds', '5'])).code).toBe(1)
  expect(server.state.intents.size).toBe(0)
  expect(await json(['outbox', 'resume', id])).toMatchObject({ state: 'waiting' })
  // Changing the queue sends nothing.
  expect(server.state.boards.size).toBe(0)
  const stopped = await run(['sync', '--seconds', '60'])
  expect(stopped).toMatchObject({ code: 1, out: expect.stringMatching(/agreed: up to USD 200\.00\n {2}now: {4}USD 217\.00\n {2}conflict price:USD:21700/) as unknown }) // prettier-ignore
  expect((await run(['outbox', 'accept', id, 'price:USD:1'])).code).toBe(2)
  expect((await run(['outbox', 'accept', id, 'price:USD:21700'])).code).toBe(0)
  expect(await run(['sync', '--seconds', '60'])).toMatchObject({ code: 0, err: expect.stringContaining('Up to date') as unknown })
  expect(server.state.orders.size).toBe(1)
  const [order] = server.state.orders.keys()
  server.state.move(order!, 'in_production')
  expect(await json(['orders', 'refresh'])).toMatchObject({
    total: 1,
    orders: [{ id, orderId: order, status: 'in_production', total: 217 }],
  })
  expect((await run(['orders', 'show', id])).out).toMatch(/accepted\n.*in_production/)
  expect((await run(['outbox', 'show', id])).out).toContain('The price is above what was agreed.')
  expect((await run(['outbox', 'cancel', id])).code).toBe(2)
})

test.each([
  ['accounts', 'explode'],
  ['outbox', 'show', 'nothing'],
  ['orders', 'show', 'nothing'],
  ['orders', '--limit', '0'],
  ['sync', '--seconds', 'long'],
])('boardproof %s %s is a wrong call in one sentence', async (...args) => {
  const { code, out, err } = await commandLine(temporaryFolder(), temporaryFolder())(args)
  expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
})
