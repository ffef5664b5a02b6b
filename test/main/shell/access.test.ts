import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, connectPage, startTestShell, type Ask, type RunningShell } from './running-shell.ts'

let running: RunningShell
let known: { Cookie: string; Origin: string }
beforeAll(async () => {
  running = await startTestShell()
  known = await running.letIn()
})
afterAll(() => running.close())

const NOBODY = '00000000-0000-4000-8000-000000000000'

type Make = (known: { Cookie: string; Origin: string }, port: number) => Ask

const REFUSED: readonly { name: string; make: Make }[] = [
  { name: 'no cookie', make: () => ({ path: '/' }) },
  { name: 'no cookie, asking for data', make: () => ({ path: `/data/boards/${NOBODY}/holes` }) },
  { name: 'a made-up cookie', make: (_, port) => ({ path: '/', headers: { Cookie: `boardproof-${port}=${'A'.repeat(43)}` } }) },
  { name: 'an empty cookie', make: (_, port) => ({ path: '/', headers: { Cookie: `boardproof-${port}=` } }) },
  { name: 'the cookie under another name', make: ({ Cookie }) => ({ path: '/', headers: { Cookie: `x${Cookie}` } }) },
  {
    name: 'another host name (DNS rebinding)',
    make: ({ Cookie }, port) => ({ path: '/', headers: { Cookie, Host: `evil.example:${port}` } }),
  },
  { name: 'the right host on another port', make: ({ Cookie }) => ({ path: '/', headers: { Cookie, Host: '127.0.0.1:1' } }) },
  { name: 'another host name at the entrance', make: (_, port) => ({ path: '/enter/x', headers: { Host: `evil.example:${port}` } }) },
  { name: 'a request made by another site', make: ({ Cookie }) => ({ path: '/', headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' } }) },
  {
    name: 'a request made by another port of this computer',
    make: ({ Cookie }) => ({ path: '/', headers: { Cookie, 'Sec-Fetch-Site': 'same-site' } }),
  },
  { name: 'reading with a foreign origin', make: ({ Cookie }) => ({ path: '/', headers: { Cookie, Origin: 'http://evil.example' } }) },
  {
    name: 'an upload without an origin',
    make: ({ Cookie }) => ({ method: 'POST', path: '/data/packages', headers: { Cookie }, body: new Uint8Array(4) }),
  },
  {
    name: 'an upload with a foreign origin',
    make: ({ Cookie }) => ({ method: 'POST', path: '/data/packages', headers: { Cookie, Origin: 'null' }, body: new Uint8Array(4) }),
  },
  { name: 'an invitation that was never given', make: () => ({ path: `/enter/${'A'.repeat(43)}` }) },
  { name: 'an empty invitation', make: () => ({ path: '/enter/' }) },
  {
    name: 'a second start without the key',
    make: () => ({ method: 'POST', path: '/second-start', body: Buffer.from('{"key":"x","paths":["/etc/passwd"]}') }),
  },
  { name: 'a second start that is not JSON', make: () => ({ method: 'POST', path: '/second-start', body: Buffer.from('{') }) },
]

describe('who is let in', () => {
  test.for(REFUSED)('refuses: $name', async ({ make }) => {
    const { status, body } = await ask(running.port, make(known, running.port))
    expect(status).toBe(403)
    expect(body.toString()).not.toContain('<title>page')
  })

  test('serves the page to one that came by a fresh address', async () => {
    const { status, body } = await ask(running.port, { path: '/', headers: known })
    expect(status).toBe(200)
    expect(body.toString()).toContain('<title>page')
  })

  test('an address works once; a page that is in may use it again', async () => {
    const path = new URL(running.shell.address()).pathname
    const first = await ask(running.port, { path })
    expect(first.status).toBe(200)
    expect(first.headers['set-cookie']?.[0]).toMatch(/^boardproof-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await ask(running.port, { path })).status).toBe(403)
    const again = await ask(running.port, { path, headers: { Cookie: known.Cookie } })
    expect([again.status, again.headers['set-cookie']]).toEqual([200, undefined])
  })

  test('the address holds no cookie and differs every time', () => {
    const [a, b] = [running.shell.address(), running.shell.address()]
    expect(a).not.toBe(b)
    expect(a).not.toContain(known.Cookie.split('=')[1])
  })

  const SOCKETS = [
    { name: 'no cookie', headers: ({ Origin }: typeof known) => ({ Origin }) },
    { name: 'no origin', headers: ({ Cookie }: typeof known) => ({ Cookie }) },
    { name: 'another origin', headers: ({ Cookie }: typeof known) => ({ Cookie, Origin: 'http://evil.example' }) },
    { name: 'another host', headers: ({ Cookie, Origin }: typeof known) => ({ Cookie, Origin, Host: 'evil.example' }) },
    { name: 'made by another site', headers: ({ Cookie, Origin }: typeof known) => ({ Cookie, Origin, 'Sec-Fetch-Site': 'cross-site' }) },
  ]
  test.for(SOCKETS)('refuses a connection for calls: $name', async ({ headers }) => {
    await expect(connectPage(running.port, headers(known))).rejects.toThrow('refused with 403')
  })
})

describe('what is served', () => {
  const ABSENT = [
    '/secret.key',
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/../../outside.html',
    '/a%00.html',
    '/%',
    '/nothing.js',
    '/data/x',
    '/data/boards/x/holes',
  ]
  test.for(ABSENT)('not %s', async (path) => {
    const { status, body } = await ask(running.port, { path, headers: known })
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('never served')
  })

  test('scripts come as scripts', async () => {
    const { status, headers } = await ask(running.port, { path: '/assets/main.js', headers: known })
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  const ANYWHERE: readonly { name: string; make: Make }[] = [
    { name: 'the page', make: (headers) => ({ path: '/', headers }) },
    { name: 'a refusal', make: () => ({ path: '/' }) },
    { name: 'the entrance', make: () => ({ path: new URL(running.shell.address()).pathname }) },
    { name: 'an absent file', make: (headers) => ({ path: '/x.js', headers }) },
    { name: 'absent data', make: (headers) => ({ path: `/data/boards/${NOBODY}/holes`, headers }) },
  ]
  test.for(ANYWHERE)('$name carries the security headers', async ({ make }) => {
    const { headers } = await ask(running.port, make(known, running.port))
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test.for(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s of the page is refused', async (method) => {
    expect((await ask(running.port, { method, path: '/', headers: known })).status).toBe(405)
  })
})
