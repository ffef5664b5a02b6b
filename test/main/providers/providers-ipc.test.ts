import { describe, expect, it } from 'vitest'
import { approveBoard } from './approved-board.ts'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { authentiseServer } from '#test/support/contract-server/servers/authentise.ts'
import { batchivoServer } from '#test/support/contract-server/servers/batchivo.ts'

const contract = contractPath('authentise')

/** The application with an account at a server. */
const withAccount = async (provider: 'librepcb' | 'authentise' | 'batchivo', baseUrl: string) => {
  const data = temporaryFolder()
  const running = await runApplication(data)
  const { id: account } = await running.ask('accounts.add', { provider, name: provider, baseUrl, secret: null })
  const fails = async (name: Parameters<Running['ask']>[0], input: unknown): Promise<string> => {
    const reply = await running.application.dispatch(name, input)
    return reply.ok ? 'ok' : reply.error.code
  }
  return { ...running, data, account, fails }
}

describe('the parts of a board', () => {
  it('are read from its package, without network', async () => {
    const running = await runApplication(temporaryFolder())
    const board = await approveBoard(running)
    const bom = await running.ask('bom.get', { board })
    expect(bom.rows.map(({ parts, value, partNumbers, from }) => [parts, value, partNumbers, from])).toEqual([
      [
        [{ ref: 'R1', place: { xMm: 1, yMm: 2, rotation: 90, side: 'top', path: 'assembly/cpl.csv' } }],
        '10k',
        { 'Manufacturer Part Number': 'RC0603FR-0710KL' },
        'bom',
      ],
      [[{ ref: 'R2', place: { xMm: 3, yMm: 4, rotation: 0, side: 'top', path: 'assembly/cpl.csv' } }], null, {}, 'placed'],
    ])
    expect(bom.differences).toEqual([{ kind: 'not-listed', ref: 'R2', says: 'R2 is placed by assembly/cpl.csv and listed nowhere.' }])
    expect(await running.application.dispatch('bom.get', { board: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
      ok: false,
      error: { code: 'gone' },
    })
  })
})

describe.skipIf(!contract)(`providers as the page calls them${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  it('Authentise: sign-in, push, timeline, quote, confirmation, resources', async () => {
    const server = await authentiseServer(contractPath('authentise')!)
    server.add('/bureau/', { name: 'Shop' })
    server.add('/workflow/', { name: 'Two layers' })
    const { ask, account, fails, ...running } = await withAccount('authentise', server.url)
    expect(await fails('providers.signIn', { account, fields: { username: 'ada', password: 'wrong' } })).toBe('refused')
    expect(await ask('providers.signIn', { account, fields: { username: 'ada', password: 'right' } })).toEqual({ who: 'some name' })
    const board = await approveBoard({ ask, ...running } as never)
    const { url } = await ask('providers.push', { account, board, options: { quantity: 3 } })
    Object.assign(server.state.tables.get('/line-item/')![0]!, { order: url })
    expect(await ask('production.acceptQuote', { account, order: url!, purchaseOrder: 'PO-1' })).toBeNull()
    expect(await ask('production.confirm', { account, order: url! })).toBeNull()
    const followed = { account, kind: 'order', id: 'o', url: url! } as const
    await ask('production.comment', { ...followed, text: 'When?' })
    const timeline = await ask('production.timeline', followed)
    expect(timeline).toMatchObject({ failure: null })
    expect(timeline.entries.map(({ kind, original }) => [kind, original])).toContainEqual(['comment', 'When?'])
    expect(timeline.entries.map(({ kind, original }) => [kind, original])).toContainEqual(['line-item', 'confirmed'])
    const entries = await ask('resources.entries', { account })
    expect(entries.some(({ name }) => name === 'order')).toBe(true)
    const listed = { account, name: 'order', places: [], filters: {}, ranges: [], options: [], sort: null, offset: 0, limit: 10 }
    const orders = await ask('resources.list', { ...listed, filters: { status: 'new' } })
    expect(orders).toMatchObject({ total: 1, rows: [{ row: { uri: url }, deviations: [] }] })
    expect(await ask('resources.follow', { account, uri: url! })).toMatchObject({ row: { status: 'new' } })
    expect(await fails('resources.follow', { account, uri: 'https://evil.example.org/order/1/' })).toBe('refused')
    const id = url!.split('/').at(-2)!
    expect(await ask('resources.open', { account, name: 'order', places: [id] })).toMatchObject({ name: 'order', row: { uri: url } })
    const made = await ask('resources.create', { account, name: 'workflow', places: [], input: { name: 'Four layers' } })
    expect(made).toMatchObject({ kind: 'made', needsUpload: false })
    server.fail('POST /workflow/', { kind: 'status', status: 400, body: {} })
    expect(await ask('resources.create', { account, name: 'workflow', places: [], input: { name: 'Six' } })).toMatchObject({
      kind: 'refused',
    })
    expect(await fails('resources.list', { ...listed, name: 'nothing' })).toBe('no-such-resource')
    expect(await fails('resources.open', { account, name: 'nothing', places: [] })).toBe('no-such-resource')
    expect(await fails('resources.create', { account, name: 'nothing', places: [], input: {} })).toBe('no-such-resource')
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('Batchivo: sign-in, push, production; busy when the allowance is used up', async () => {
    const server = await batchivoServer(contractPath('batchivo')!)
    const { ask, account, fails, ...running } = await withAccount('batchivo', server.url)
    await ask('providers.signIn', { account, fields: { email: 'ada@example.com', password: 'right' } })
    const board = await approveBoard({ ask, ...running } as never)
    expect(await ask('providers.push', { account, board, options: {} })).toMatchObject({ id: 'product-1' })
    server.state.runs.push({ id: 1, name: 'r', status: 'queued' })
    expect(await ask('production.list', { account })).toMatchObject([{ items: [{ state: 'waiting', original: 'queued' }] }])
    server.state.remaining = 0
    await ask('production.list', { account })
    expect(await fails('providers.find', { account, board })).toBe('busy')
    await server.close()
    expect(server.violations).toEqual([])
  })
})
