import { describe, expect, it } from 'vitest'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { authentiseServer } from '#test/support/contract-server/servers/authentise.ts'

const contract = contractPath('authentise')

describe.skipIf(!contract)(`production out of reach${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  const begin = async () => {
    const server = await authentiseServer(contract!)
    const order = server.add('/order/', { name: 'O', status: 'printing' })
    const data = temporaryFolder()
    const running = await runApplication(data)
    const { id: account } = await running.ask('accounts.add', { provider: 'authentise', name: 'Shop', baseUrl: server.url, secret: null })
    await running.ask('providers.signIn', { account, fields: { username: 'ada', password: 'right' } })
    return { server, order, data, running, account }
  }
  const list = async ({ ask }: Running) => (await ask('production.list', { account: null }))[0]!

  it('shows what was read last with its age, also after a new start', async () => {
    const { server, order, data, running, account } = await begin()
    const item = { account, kind: 'order', id: 'o', url: order } as const
    const first = await list(running)
    expect(first).toMatchObject({ failure: null, hasTimeline: true, commented: ['order', 'run'], items: [{ original: 'printing' }] })
    await running.ask('production.timeline', item)
    await server.close()
    expect(await list(running)).toMatchObject({ items: first.items, readAt: first.readAt, failure: { code: 'unreachable' } })
    await running.application.close()
    const again = await runApplication(data)
    expect(await list(again)).toMatchObject({ items: first.items, readAt: first.readAt, failure: { code: 'unreachable' } })
    expect(await again.ask('production.timeline', item)).toMatchObject({ entries: [{ kind: 'order', original: 'printing' }], failure: {} })
    expect(await again.ask('production.timeline', { ...item, url: `${order}x/` })).toMatchObject({ entries: [], readAt: null })
  })

  it('asks nothing while the server wants to be left alone', async () => {
    const { server, running } = await begin()
    await list(running)
    server.fail('GET /order/', { kind: 'status', status: 429, headers: { 'retry-after': '30' } })
    const held = await list(running)
    expect(held).toMatchObject({ items: [{ original: 'printing' }], failure: { code: 'busy' } })
    expect(held.heldUntil! - Date.now()).toBeGreaterThan(25_000)
    const before = server.received.length
    expect(await list(running)).toMatchObject({ heldUntil: held.heldUntil })
    expect(server.received.length).toBe(before)
    await server.close()
  })

  it.each([
    ['a session that ended', { kind: 'status', status: 401 }, 'signed-out'],
    ['a failure of the server', { kind: 'status', status: 503 }, 'unreachable'],
    ['an answer that is none', { kind: 'garbage' }, 'refused'],
  ] as const)('says %s and keeps what it had', async (_, fault, code) => {
    const { server, running } = await begin()
    await list(running)
    server.fail('GET /order/', fault)
    expect(await list(running)).toMatchObject({ items: [{ original: 'printing' }], failure: { code } })
    expect(await list(running)).toMatchObject({ failure: null })
    await server.close()
  })
})
