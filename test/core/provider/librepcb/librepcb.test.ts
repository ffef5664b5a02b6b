import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '#core/provider/librepcb/library.ts'
import { libraryOf, localText, withDependencies } from '#core/provider/librepcb/library.ts'
import { provider } from '#core/provider/librepcb/provider.ts'
import { aPushedBoard } from '#test/support/contract-server/board.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { iconBytes, libraryBytes, librepcbServer, type LibrepcbServer } from '#test/support/contract-server/servers/librepcb.ts'

const contract = contractPath('librepcb')
const never = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined }
const aProject = (bytes = 5000) => aPushedBoard({ packageName: 'motor.lppz', packageBytes: new Uint8Array(bytes).map((_, k) => k % 253) })

describe.skipIf(!contract)(`LibrePCB over HTTP${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: LibrepcbServer
  let account: TestAccount

  const libraries = async (): Promise<readonly Library[]> => {
    const reply = await provider.connect(account).client.libraries('1', null)
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }

  beforeEach(async () => {
    server = await librepcbServer(contract!)
    account = testAccount(server.url)
  })
  afterEach(async () => {
    account.close()
    await server.close()
    expect(server.violations).toEqual([])
  })

  it('reads all pages in the language that was asked for', async () => {
    const found = await libraries()
    expect(found.map(({ uuid }) => uuid)).toEqual(Array.from({ length: 12 }, (_, k) => `uuid-${k}`))
    expect(found[0]).toMatchObject({
      name: 'Stiftleisten',
      description: 'Pin headers',
      keywords: ['header', 'pin'],
      counts: { devices: 30 },
    })
    const calls = server.calls('GET /api/v1/libraries/v{format}')
    expect(calls.map(({ query }) => query.get('page'))).toEqual([null, '2', '3'])
    expect(calls.map(({ headers }) => headers['accept-language'])).toEqual(['de_DE', 'de_DE', 'de_DE'])
  })

  it('does not follow a list to another server, nor round in circles', async () => {
    const { client } = provider.connect(account)
    const page = (next: string) => ({ kind: 'status', status: 200, body: { count: 9, next, previous: null, results: [] } }) as const
    server.fail('*', page('https://elsewhere.example.org/api/v1/libraries/v1?page=2'))
    expect(await client.libraries('1', null)).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'foreign-page' } })
    server.fail('*', page(`${server.url}/api/v1/libraries/v1?page=2`), 3)
    expect(await client.libraries('1', null)).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'endless-list' } })
  })

  it('says which page of the list could not be read', async () => {
    expect(await provider.connect(account).client.libraries('99', null)).toMatchObject({
      ok: false,
      error: { code: 'rejected', status: 404 },
    })
    server.fail('*', { kind: 'status', status: 503 })
    expect(await provider.connect(account).client.libraries('1', null)).toMatchObject({ ok: false, error: { code: 'retry' } })
  })

  it('keeps a download only when size and hash are the promised ones', async () => {
    const { client } = provider.connect(account)
    const [first, second] = await libraries()
    expect(await client.download(first!, null)).toEqual({ ok: true, value: new Uint8Array(libraryBytes('lib-0')) })
    expect(await client.download(second!, null)).toEqual({ ok: true, value: new Uint8Array(libraryBytes('lib-1')) })
    const tampered = Buffer.from(libraryBytes('lib-0'))
    tampered[3]! ^= 1
    server.state.files.set('lib-0.zip', tampered)
    expect(await client.download(first!, null)).toMatchObject({ ok: false, error: { reason: 'wrong-hash' } })
    server.state.files.set('lib-0.zip', libraryBytes('lib-0').subarray(1))
    expect(await client.download(first!, null)).toMatchObject({ ok: false, error: { reason: 'wrong-size' } })
    server.fail('GET files', { kind: 'cut-answer' })
    expect(await client.download(first!, null)).toMatchObject({ ok: false, error: { code: 'retry' } })
  })

  it('follows redirects of a download, not without end and not to open addresses', async () => {
    const { client } = provider.connect(account)
    const first = (await libraries())[0]!
    const at = (downloadUrl: string) => client.download({ ...first, downloadUrl }, null)
    expect(await at(`${server.url}/files/moved`)).toMatchObject({ ok: true })
    expect(await at(`${server.url}/files/circle`)).toMatchObject({ ok: false, error: { reason: 'endless-redirect' } })
    expect(await at('http://open.example.org/x.zip')).toMatchObject({ ok: false, error: { reason: 'insecure-address' } })
    expect(await at('file:///etc/passwd')).toMatchObject({ ok: false, error: { reason: 'bad-address' } })
  })

  it('fetches icons where there are some', async () => {
    const { client } = provider.connect(account)
    const [first, second] = await libraries()
    expect(await client.icon(first!, null)).toEqual({ ok: true, value: new Uint8Array(iconBytes()) })
    expect(await client.icon(second!, null)).toEqual({ ok: true, value: null })
  })

  it('hands a project over and says where the order goes on', async () => {
    const progress: number[] = []
    const pushed = await provider
      .connect(account)
      .push({ ...aProject(), options: { board: 'boards/default/board.lp' } }, never, (sent, total) => {
        progress.push(sent / total)
      })
    expect(pushed).toEqual({ ok: true, value: { id: 'bp-7f3a91', url: 'https://fab.example.org/k3jd82/', state: 'opened-in-browser' } })
    const body = server.calls('POST {upload_url}')[0]!.body as { project: string; board: string }
    expect(Buffer.from(body.project, 'base64').equals(aProject().packageBytes)).toBe(true)
    expect(body.board).toBe('boards/default/board.lp')
    expect(progress.at(-1)).toBe(1)
  })

  it.each([
    ['is too large', { max_size: 4999 }, 'project-too-large'],
    ['meets a service that is down (null)', { upload_url: null }, 'service-down'],
    ['meets a service that is down (empty)', { upload_url: '' }, 'service-down'],
    ['would go over an open connection', { upload_url: 'http://open.example.org/up' }, 'insecure-address'],
  ])('sends nothing when the project %s', async (_, service, reason) => {
    server.state.service = service
    expect(await provider.connect(account).push(aProject(), never)).toMatchObject({ ok: false, error: { code: 'rejected', reason } })
    expect(server.calls('POST {upload_url}')).toHaveLength(0)
  })

  it('takes a project of exactly the largest size', async () => {
    server.state.service = { max_size: 5000 }
    expect(await provider.connect(account).push(aProject(), never)).toMatchObject({ ok: true })
  })

  it('refuses Gerber packages by name', async () => {
    expect(await provider.connect(account).push(aPushedBoard(), never)).toMatchObject({ ok: false, error: { reason: 'not-a-project' } })
  })

  it('does not know what became of an upload whose answer was lost', async () => {
    server.fail('POST {upload_url}', { kind: 'cut' })
    expect(await provider.connect(account).push(aProject(), never)).toMatchObject({ ok: false, error: { code: 'unclear' } })
    expect(await provider.connect(account).find(aProject(), never)).toEqual({ ok: true, value: null })
  })

  it('says what the server offers', async () => {
    const who = () => provider.connect(account).whoAmI(never)
    server.state.service = { max_size: 50_000_000 }
    expect(await who()).toEqual({ ok: true, value: 'no account needed; projects up to 50 MB' })
    server.state.service = { upload_url: null }
    expect(await who()).toEqual({ ok: true, value: 'no account needed; the order service is down' })
    server.fail('GET /api/v1/order', { kind: 'status', status: 404 })
    expect(await who()).toEqual({ ok: true, value: 'no account needed; 12 libraries, no orders' })
  })
})

describe('libraries', () => {
  const library = (uuid: string, ...dependencies: readonly string[]): Library =>
    libraryOf(
      {
        uuid,
        name: {},
        description: {},
        keywords: {},
        author: '',
        version: '',
        deprecated: false,
        url: '',
        dependencies: [...dependencies],
        component_categories: 0,
        package_categories: 0,
        symbols: 0,
        packages: 0,
        components: 0,
        devices: 0,
        recommended: false,
        updated_at: '',
        format_version: '1',
        icon_url: null,
        download_url: '',
        download_size: null,
        download_sha256: null,
      },
      'en',
    )

  it.each([
    ['one without', [library('a')], ['a'], []],
    ['a diamond', [library('a', 'b', 'c'), library('b', 'd'), library('c', 'd'), library('d')], ['d', 'b', 'c', 'a'], []],
    ['a circle', [library('a', 'b'), library('b', 'a')], ['b', 'a'], []],
    ['one that is not listed', [library('a', 'x', 'b'), library('b')], ['b', 'a'], ['x']],
    ['itself', [library('a', 'a')], ['a'], []],
  ])('with dependencies: %s', (_, all, order, missing) => {
    const needed = withDependencies(all, 'a')
    expect(needed.libraries.map(({ uuid }) => uuid)).toEqual(order)
    expect(needed.missing).toEqual(missing)
  })

  it.each([
    [{ default: 'x', de_DE: 'y' }, 'de-DE', 'y'],
    [{ default: 'x', de_AT: 'y' }, 'de_DE', 'y'],
    [{ default: 'x', de: 'y' }, 'de_DE', 'y'],
    [{ default: 'x', de_DE: 'y' }, 'fr', 'x'],
    [{}, 'fr', ''],
  ])('%j in %s is %s', (texts, locale, expected) => expect(localText(texts as Record<string, string>, locale)).toBe(expected))
})
