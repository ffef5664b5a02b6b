import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#core/ipc/routes.ts'
import { uploadHead } from '#core/ipc/upload.ts'
import { startApplication, type Application } from '#main/services/application.ts'
import { appProtocol, isOwnAddress } from '#main/shell/app-protocol.ts'
import { SECURITY_HEADERS } from '#main/shell/security-headers.ts'

let root: string
let application: Application
let answer: (request: Request) => Promise<Response>
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'boardproof-protocol-'))
  const started = await startApplication(join(root, 'data'), 'electron', { choose: async () => [] })
  if (!started.ok) throw new Error(started.error.message)
  application = started.value
  writeFileSync(join(root, 'index.html'), '<title>page</title>')
  answer = appProtocol(application, root)
})
afterAll(async () => {
  await application.close()
  rmSync(root, { recursive: true, force: true })
})

describe('addresses', () => {
  test.for(['app://boardproof/', 'app://boardproof/data/packages'])('%s is its own', (address) => expect(isOwnAddress(address)).toBe(true))
  test.for([
    'app://boardproof.evil/',
    'app://evil/',
    'http://boardproof/',
    'app:boardproof/',
    'file:///etc/passwd',
    '',
    'app://boardproof@evil/',
  ])('%s is not', (address) => expect(isOwnAddress(address)).toBe(false))
})

test('the page comes with the same headers as over the loopback port', async () => {
  const reply = await answer(new Request('app://boardproof/'))
  expect([reply.status, await reply.text()]).toEqual([200, '<title>page</title>'])
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(reply.headers.get(name)).toBe(value)
})

test.for([
  { name: 'another host', request: ['app://evil/', {}], status: 403 },
  { name: 'a path that leads out', request: ['app://boardproof/..%2f..%2fetc/passwd.html', {}], status: 404 },
  { name: 'writing to the page', request: ['app://boardproof/', { method: 'PUT', body: 'x' }], status: 405 },
  {
    name: 'a board that is not open',
    request: [`app://boardproof${routes.holes('00000000-0000-4000-8000-000000000000')}`, {}],
    status: 404,
  },
] as const)('refuses $name', async ({ request: [address, init], status }) => {
  expect((await answer(new Request(address, init))).status).toBe(status)
})

test('takes an upload', async () => {
  const bytes = new TextEncoder().encode('not a zip')
  const head = uploadHead({ name: 'bad', files: [{ path: 'bad.zip', bytes: bytes.length }] }, (text) => new TextEncoder().encode(text))
  const failed = new Promise((resolve) => application.events.listen((e) => e.event === 'failed' && resolve(e.payload)))
  const reply = await answer(new Request(`app://boardproof${routes.packages()}`, { method: 'POST', body: new Blob([head, bytes]) }))
  const { ok, value } = (await reply.json()) as { ok: boolean; value: { id: string } }
  expect(ok).toBe(true)
  expect(await failed).toMatchObject({ board: value.id, refusal: { code: 'not-a-zip' } })
})
