import { describe, expect, it } from 'vitest'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { circuithubServer, type CircuithubServer } from '#test/support/contract-server/servers/circuithub.ts'
import { approveBoard } from './approved-board.ts'

const contract = contractPath('circuithub')

/** The application with an account at a server; signed in where a token is given. */
const withAccount = async (server: CircuithubServer, secret: string | null = 'jwt-1') => {
  const running = await runApplication(temporaryFolder())
  const { id: account } = await running.ask('accounts.add', { provider: 'circuithub', name: 'hub', baseUrl: server.url, secret })
  const fails = async (name: Parameters<Running['ask']>[0], input: unknown): Promise<string> => {
    const reply = await running.application.dispatch(name, input)
    return reply.ok ? 'ok' : reply.error.code
  }
  return { ...running, account, fails }
}

describe.skipIf(!contract)(`CircuitHub as the page calls it${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  it('browser sign-in, push, production; announced calls not offered', async () => {
    const server = await circuithubServer(contract!)
    const running = await withAccount(server, null)
    const { ask, account, heard, fails } = running
    const begun = await ask('providers.beginSignIn', { account })
    await fetch(begun.address)
    await expect.poll(async () => (await ask('accounts.list', {}))[0]!.who).toBe('North Lab')
    expect(heard.some(({ event }) => event === 'accounts')).toBe(true)
    const board = await approveBoard(running)
    expect(await fails('providers.find', { account, board: account })).toBe('gone')
    const pushed = await ask('providers.push', { account, board, options: { workspace: 'north-lab' } })
    expect(pushed).toMatchObject({ id: '401', state: 'importing' })
    expect(await ask('providers.find', { account, board })).toMatchObject({ id: '401' })
    expect(await ask('production.list', { account: null })).toMatchObject([
      { provider: 'circuithub', failure: null, items: [{ state: 'in-production', original: 'in_progress' }] },
    ])
    expect(await ask('bom.projects', { account })).toMatchObject([{ id: 321, workspace: 'north-lab' }, { id: 401 }])
    expect(await ask('bom.revisions', { account, project: 321 })).toMatchObject([{ id: 9001, number: 2, tool: 'kicad' }])
    const place = { account, workspace: 'north-lab' }
    expect(await fails('billing.balance', place)).toBe('not-offered')
    expect(await fails('billing.invoices', { ...place, status: null, from: null, to: null })).toBe('not-offered')
    expect(await fails('quotes.get', { account, project: 321, revision: null })).toBe('not-offered')
    expect(await fails('issues.list', { ...place, order: null, status: null })).toBe('not-offered')
    expect(await fails('libraries.list', { account, format: '1' })).toBe('other-provider')
    server.state.tokens.clear()
    expect(await ask('production.list', { account })).toMatchObject([{ failure: { code: 'signed-out' } }])
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('parts are assigned and placements marked, and both are taken back in order', async () => {
    const server = await circuithubServer(contract!)
    server.state.parts.set(90, { id: 90, mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic', description: '10k', available: 5, moq: null })
    const { ask, account, fails } = await withAccount(server)
    const { lines, revision, undo } = await ask('bom.remote', { account, project: 321, revision: null })
    expect([lines[0]!.refs, lines[0]!.mpn, undo]).toEqual([['R1', 'R2'], 'RC0603FR-0710KL', null])
    const place = { account, project: 321, revision }
    const { exact } = await ask('bom.searchParts', { account, words: 'ERJ-3EKF1002V' })
    const before = { mpn: lines[0]!.mpn!, manufacturer: lines[0]!.manufacturer! }
    expect(await ask('bom.assignPart', { ...place, line: 55, part: exact[0]!.id, before })).toMatchObject({ mpn: 'ERJ-3EKF1002V' })
    await ask('bom.doNotPlace', { ...place, line: 55, ref: 'R2', dnp: true })
    const changed = await ask('bom.remote', place)
    expect(changed).toMatchObject({ lines: [{ mpn: 'ERJ-3EKF1002V' }], notPlaced: [{ line: 55, ref: 'R2' }], undo: 'R2 not placed' })
    expect(await ask('bom.undo', place)).toBe('R2 not placed')
    expect(server.state.dnp.get('55/R2')).toBe(false)
    expect(await ask('bom.undo', place)).toBe('ERJ-3EKF1002V assigned')
    expect(await ask('bom.remote', place)).toMatchObject({ lines: [{ mpn: 'RC0603FR-0710KL' }], notPlaced: [], undo: null })
    expect(await ask('bom.undo', place)).toBeNull()
    // A line that had no part cannot go back to having none.
    await ask('bom.assignPart', { ...place, line: 55, part: 90, before: null })
    expect((await ask('bom.remote', place)).undo).toBeNull()
    expect(await fails('bom.undo', place)).toBe('cannot-undo')
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('announced calls where a server has them: quotes, issues, billing, an order in its own words', async () => {
    const server = await circuithubServer(contract!, true)
    const { ask, account } = await withAccount(server)
    const place = { account, workspace: 'north-lab' }
    expect(await ask('billing.balance', place)).toEqual({ balance: 500, limit: 5000 })
    expect(await ask('billing.invoices', { ...place, status: 'open', from: '2026-01-01', to: null })).toMatchObject([
      { name: 'INV-5001', unpaid: 108, order: 710 },
    ])
    const { fileName, base64 } = await ask('billing.invoicePdf', { ...place, invoice: 60010 })
    expect([fileName, Buffer.from(base64, 'base64').toString().slice(0, 5)]).toEqual(['INV-5001.pdf', '%PDF-'])
    const statement = await ask('billing.statement', { ...place, from: '2026-01-01', to: '2026-02-01' })
    expect(statement.fileName).toBe('statement-north-lab-2026-01-01-2026-02-01.pdf')
    expect(await ask('billing.payments', place)).toMatchObject([{ invoices: ['INV-5001'] }])
    expect((await ask('billing.methods', place)).map(({ says }) => says)).toEqual(['visa ending in 1111', 'net_30'])
    const quote = await ask('quotes.get', { account, project: 321, revision: null })
    const [offer] = quote.offers
    const { quantity, leadTimeDays } = offer!
    expect(await ask('quotes.breakdown', { account, quote: quote.id, quantity, leadTimeDays })).toMatchObject({
      total: 1240,
      currency: 'USD',
    })
    const chosen = { ...offer!, quote: quote.id, expiresAt: quote.expiresAt }
    await ask('quotes.choose', { account, project: 321, revision: quote.revision, offer: chosen })
    expect((await ask('quotes.get', { account, project: 321, revision: quote.revision })).chosen).toEqual(chosen)
    expect(await ask('issues.list', { ...place, order: 710, status: 'open' })).toMatchObject([
      { title: 'U3 rotated', by: 'ada@example.com' },
    ])
    server.fail('POST /orders/{orderId}/issues', { kind: 'cut', acted: true })
    expect(await ask('issues.file', { ...place, order: 710, title: 'Scratch', comment: '' })).toHaveProperty('id')
    expect(server.calls('POST /orders/{orderId}/issues')).toHaveLength(1)
    expect(await ask('orders.remote', { account, order: 710 })).toMatchObject({
      status: 'in_progress',
      paymentStatus: 'paid',
      poNumber: 'PO-77',
    })
    await server.close()
    expect(server.violations).toEqual([])
  })
})
