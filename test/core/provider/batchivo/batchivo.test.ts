import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batchivoClient } from '#core/provider/batchivo/client.ts'
import { getProductionRuns } from '#core/provider/batchivo/generated/production-runs.ts'
import { getProducts } from '#core/provider/batchivo/generated/products.ts'
import { getSpools } from '#core/provider/batchivo/generated/spools.ts'
import { provider } from '#core/provider/batchivo/provider.ts'
import { aPushedBoard } from '#test/support/contract-server/board.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { batchivoServer, type BatchivoServer } from '#test/support/contract-server/servers/batchivo.ts'

const contract = contractPath('batchivo')
const never = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined }

describe.skipIf(!contract)(`Batchivo over HTTP${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: BatchivoServer
  let account: TestAccount

  const signIn = async (): Promise<void> => {
    const secret = await provider.exchange!(account, { email: 'ada@example.com', password: 'right' }, null)
    expect(secret).toMatchObject({ ok: true })
    if (secret.ok) await account.renew(secret.value)
  }

  beforeEach(async () => {
    server = await batchivoServer(contract!)
    account = testAccount(server.url)
    await signIn()
  })
  afterEach(async () => {
    account.close()
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('signs in, says who it is and signs out', async () => {
    expect(await provider.connect(account).whoAmI(never)).toEqual({ ok: true, value: 'Ada Moss' })
    expect(await provider.signOut!(account, null)).toEqual({ ok: true, value: null })
    expect(server.state.refresh.size).toBe(0)
  })

  it('names a wrong password', async () => {
    const reply = await provider.exchange!(account, { email: 'ada@example.com', password: 'wrong' }, null)
    expect(reply).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'INVALID_CREDENTIALS' } })
  })

  it('renews old tokens in mid-session, once for requests that run together', async () => {
    server.state.access.clear()
    const client = batchivoClient(account)
    const replies = await Promise.all([client.me(null), client.page(getSpools, {}, 0, 20, null), client.all(getProducts, {}, null)])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(server.calls('POST /auth/refresh')).toHaveLength(1)
    expect(account.kept.secret).toContain('access-2')
  })

  it('asks a person to sign in when the refresh token is old as well', async () => {
    server.state.access.clear()
    server.state.refresh.clear()
    expect(await provider.connect(account).whoAmI(never)).toMatchObject({ ok: false, error: { code: 'signed-out' } })
  })

  it('follows the pages of a list to its end', async () => {
    for (let k = 0; k < 250; k++) server.state.runs.push({ id: k, status: 'running', created_at: '2026-02-03T09:00:00Z' })
    const runs = await batchivoClient(account).all(getProductionRuns, {}, null)
    expect(runs.ok && runs.value.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, k) => k))
    expect(server.calls('GET /production-runs').map(({ query }) => query.get('skip'))).toEqual(['0', '100', '200'])
  })

  it('filters and sorts spools', async () => {
    server.state.spools.push(
      { material_type: 'PLA', brand: 'A', created_at: '2026-01-01T00:00:00Z', colour: 'red' },
      { material_type: 'PETG', brand: 'B', created_at: '2026-01-02T00:00:00Z' },
      { material_type: 'PLA', brand: 'C', created_at: '2026-01-03T00:00:00Z' },
    )
    const choice = { sortBy: 'created_at', descending: true, filters: { material_type: 'PLA' } }
    const page = await batchivoClient(account).page(getSpools, choice, 0, 20, null)
    expect(page.ok && page.value.rows.map(({ brand }) => brand)).toEqual(['C', 'A'])
    expect(page.ok && page.value.rows[1]).toMatchObject({ colour: 'red' })
  })

  it('registers an approved board once, whatever happens to the answer', async () => {
    const connected = provider.connect(account)
    server.fail('POST /products', { kind: 'cut', acted: true })
    expect(await connected.push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'unclear' } })
    const found = await connected.find(aPushedBoard(), never)
    expect(found).toMatchObject({ ok: true, value: { id: 'product-1' } })
    expect(await connected.push(aPushedBoard(), never)).toEqual(found)
    expect(server.state.products).toHaveLength(1)
    expect(server.state.products[0]).toMatchObject({ name: 'motor-driver C', sku: 'bp-7f3a91' })
  })

  it('finds nothing that never arrived', async () => {
    expect(await provider.connect(account).find(aPushedBoard(), never)).toEqual({ ok: true, value: null })
  })

  it('shows runs newest first with their own words', async () => {
    server.state.runs.push(
      { id: 1, name: 'first', status: 'Completed', updated_at: '2026-02-01T00:00:00Z' },
      { id: 2, product_name: 'second', status: 'in-progress', updated_at: '2026-02-02T00:00:00Z' },
      { id: 3, status: 'curing', created_at: '2026-01-02T00:00:00Z' },
    )
    const runs = await provider.connect(account).production(never)
    expect(runs.ok && runs.value.map(({ title, state, original }) => [title, state, original])).toEqual([
      ['second', 'in-production', 'in-progress'],
      ['first', 'done', 'Completed'],
      ['Run 3', 'unknown', 'curing'],
    ])
  })

  it('sends nothing more once the allowance is used up, until it is renewed', async () => {
    server.state.remaining = 0
    const client = batchivoClient(account)
    expect(await client.me(null)).toMatchObject({ ok: true })
    const before = server.received.length
    expect(await client.me(null)).toMatchObject({ ok: false, error: { code: 'rate-limited' } })
    expect(server.received).toHaveLength(before)
    server.state.remaining = 100
    account.kept.now = 31_000
    expect(await client.me(null)).toMatchObject({ ok: true })
  })

  it.each([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, { code: 'rate-limited', afterMs: 7000 }],
    ['500', { kind: 'status', status: 500, body: { detail: 'broken' } }, { code: 'retry', message: 'broken' }],
    [
      '403',
      { kind: 'status', status: 403, body: { detail: 'no', code: 'FORBIDDEN' } },
      { code: 'rejected', reason: 'FORBIDDEN', status: 403 },
    ],
    ['422', { kind: 'status', status: 422, body: { detail: 'bad field' } }, { code: 'rejected', message: 'bad field' }],
    ['cut connection', { kind: 'cut' }, { code: 'retry' }],
    ['cut answer', { kind: 'cut-answer' }, { code: 'retry' }],
    ['page of a proxy', { kind: 'garbage' }, { code: 'rejected', reason: 'unreadable-answer' }],
    ['answer in another form', { kind: 'status', status: 200, body: { data: {} } }, { code: 'rejected', reason: 'unexpected-answer' }],
  ] as const)('says what follows from: %s', async (_, fault, expected) => {
    server.fail('GET /products', fault)
    expect(await batchivoClient(account).all(getProducts, {}, null)).toMatchObject({ ok: false, error: expected })
  })
})

describe.skipIf(!contract)(
  `Batchivo without registration of products${contract ? '' : ' (skipped: no contract beside the checkout)'}`,
  () => {
    it('says that the server does not offer it', async () => {
      const server = await batchivoServer(contract!, false)
      const account = testAccount(server.url)
      const secret = await provider.exchange!(account, { email: 'ada@example.com', password: 'right' }, null)
      if (secret.ok) await account.renew(secret.value)
      expect(await provider.connect(account).push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { code: 'not-offered' } })
      account.close()
      await server.close()
    })
  },
)
