import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bigGerber } from '#test/main/support/application.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, codeOf, formWith, type TestService } from './support/service.ts'

let service: TestService
let key: string
const zip = await zipOf(orderableBoard(30, 40, 2))
const MB = 1024 * 1024
const REQUEST_MS = 1500

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data, maxUploadBytes: MB, requestTimeoutMs: REQUEST_MS }, (stop) => afterAll(stop))
  key = (await service.key()).key
})

/** Writes pieces to the service's socket, with pauses. @returns all it answered until it closed */
const speak = (pieces: readonly (string | Uint8Array | number)[], { halfClose = false } = {}): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(service.address())
    let heard = ''
    const socket = connect(Number(port), hostname, async () => {
      for (const piece of pieces) {
        if (typeof piece === 'number') await new Promise((next) => setTimeout(next, piece))
        else if (!socket.destroyed) socket.write(piece)
      }
      if (halfClose) socket.end()
    })
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })

const head = (path: string, length: number | null, type = 'multipart/form-data; boundary=x'): string =>
  `POST /api/v1${path} HTTP/1.1\r\nHost: ${new URL(service.address()).host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: ${type}\r\n${
    length === null ? '' : `Content-Length: ${length}\r\n`
  }Connection: close\r\n\r\n`

const FILE_PART = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\nContent-Type: application/zip\r\n\r\n'

const send = (path: string, body: string | Uint8Array, type?: string): Promise<string> =>
  speak([head(path, Buffer.byteLength(body), type), body])

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

it.each([
  ['no boundary', 'PK', 'multipart/form-data'],
  ['another boundary', FILE_PART.replaceAll('--x', '--y') + 'PK\r\n--y--\r\n', undefined],
  ['no end', `${FILE_PART}PK`, undefined],
  ['only an end', '--x--\r\n', undefined],
  ['nothing at all', '', undefined],
  ['a part without headers', '--x\r\n\r\nPK\r\n--x--\r\n', undefined],
  ['a part without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nPK\r\n--x--\r\n', undefined],
  ['broken headers', '--x\r\nContent-Disposition form-data name=file\r\n\r\nPK\r\n--x--\r\n', undefined],
  ['endless headers', `--x\r\n${'A: b\r\n'.repeat(5000)}\r\nPK\r\n--x--\r\n`, undefined],
  ['one endless header', `--x\r\nContent-Disposition: form-data; name="${'n'.repeat(200_000)}"\r\n\r\nPK\r\n--x--\r\n`, undefined],
  ['a prototype for a name', '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nPK\r\n--x--\r\n', undefined],
  ['a hundred texts', '--x\r\nContent-Disposition: form-data; name="t"\r\n\r\n1\r\n'.repeat(100) + '--x--\r\n', undefined],
  ['many files', `${FILE_PART}PK\r\n`.repeat(30) + '--x--\r\n', undefined],
  ['bytes for a form', randomBytes(5000).toString('latin1'), undefined],
  ['a text for a file', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nPK\r\n--x--\r\n', undefined],
  ['JSON named a form', '{"file":"PK"}', undefined],
] as const)('answers a malformed form with a plain refusal: %s', async (_what, body, type) => {
  for (const path of ['/boards', '/dfm', '/dfm-runs', '/quotes']) {
    const answer = await send(path, body, type)
    expect(answer).toMatch(/"code":"\w+"/)
    expect([400, 413, 415]).toContain(statusOf(answer))
  }
})

it.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['endless headers', `GET /health HTTP/1.1\r\nHost: localhost\r\n${'X: y\r\n'.repeat(20_000)}\r\n`, 431],
  ['two lengths', 'POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['length and chunks', 'POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
] as const)('answers what is no request: %s', async (_what, text, status) => {
  expect(statusOf(await speak([text]))).toBe(status)
})

it.each([
  ['an endless id', `/v1/orders/${'a'.repeat(5000)}`],
  ['half an escape', '/v1/orders/%E0%A4%A'],
  ['a zero byte', '/v1/quotes/quo_%00'],
] as const)('answers a path that is none of ours as the contract does: %s', async (_what, path) => {
  const answer = await service.call('GET', path)
  expect([400, 404]).toContain(answer.status)
  expect(codeOf(answer)).toMatch(/^[a-z_]+$/)
})

it('refuses a package that is too large, told beforehand or not, and keeps nothing of it', async () => {
  const big = Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(MB)])
  const told = await service.call('POST', '/v1/boards', { form: formWith(new Uint8Array(big)) })
  expect([told.status, codeOf(told)]).toEqual([413, 'payload_too_large'])
  const much = await service.call('POST', '/v1/boards', { form: formWith(new Uint8Array(randomBytes(5 * MB))) })
  expect([much.status, codeOf(much)]).toEqual([413, 'payload_too_large'])
  const chunked = (bytes: Uint8Array): string => `${bytes.length.toString(16)}\r\n${Buffer.from(bytes).toString('latin1')}\r\n`
  const open = head('/boards', null).replace('Connection', 'Transfer-Encoding: chunked\r\nConnection')
  const body = Buffer.from(
    `${chunked(Buffer.from(FILE_PART))}${chunked(big)}${chunked(big)}${chunked(Buffer.from('\r\n--x--\r\n'))}0\r\n\r\n`,
    'latin1',
  )
  const untold = await speak([open, body])
  expect(untold).toContain('payload_too_large')
  expect(readdirSync(join(service.data, 'service', 'blobs', 'incoming'))).toEqual([])
})

it('refuses a JSON body that is too large or deep', async () => {
  expect(statusOf(await send('/orders', JSON.stringify({ quote_id: 'q'.repeat(3 * MB) }), 'application/json'))).toBe(413)
  expect(statusOf(await send('/orders', '['.repeat(400_000), 'application/json'))).toBe(400)
  expect(statusOf(await send('/orders', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json'))).toBe(400)
})

it('refuses a zip that unpacks to far more than it is', async () => {
  const bomb = new JSZip().file('a.gbr', new Uint8Array((300 * MB) / 2))
  const bytes = await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } })
  const answer = await service.call('POST', '/v1/dfm', { form: formWith(bytes as Uint8Array<ArrayBuffer>) })
  expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid_file'])
})

it('does not wait for ever for clients who are slow, and serves the others meanwhile', async () => {
  const body = `${FILE_PART}${Buffer.from(zip).toString('latin1')}\r\n--x--\r\n`
  const slow = Array.from({ length: 20 }, () => speak([head('/boards', body.length + 1_000_000), body.slice(0, 100), REQUEST_MS + 3000]))
  const idle = Array.from({ length: 20 }, () => speak(['GET /health HTTP/1.1\r\nHost: loc', REQUEST_MS + 3000]))
  expect((await service.call('GET', '/v1/checks')).status).toBe(200)
  expect((await service.call('POST', '/v1/boards', { form: formWith(zip) })).status).toBe(200)
  for (const answer of await Promise.all([...slow, ...idle])) expect([408, NaN]).toContain(statusOf(answer))
  expect(readdirSync(join(service.data, 'service', 'blobs', 'incoming'))).toEqual([])
})

it('is not disturbed by clients who go away in the middle', async () => {
  const cut = Array.from({ length: 20 }, () => speak([head('/boards', 1_000_000), FILE_PART, 'PK\x03\x04', 20], { halfClose: true }))
  await Promise.all(cut)
  expect((await service.call('GET', '/v1/checks')).status).toBe(200)
  expect(readdirSync(join(service.data, 'service', 'blobs', 'incoming'))).toEqual([])
})

it('stops the work on an analysis whose caller has gone', async () => {
  const heavy = (await new JSZip()
    .file('top.gtl', bigGerber(30_000))
    .generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as Uint8Array<ArrayBuffer>
  const leaving = new AbortController()
  const call = fetch(`${service.address()}/api/v1/dfm`, {
    method: 'POST',
    body: formWith(heavy),
    headers: { authorization: `Bearer ${key}` },
    signal: leaving.signal,
  })
  const transient = join(service.data, 'service', 'transient')
  await until(() => readdirSync(transient).length > 0)
  leaving.abort()
  await expect(call).rejects.toThrow()
  await until(() => readdirSync(transient).length === 0)
  expect(service.log.filter((line) => line.includes('"route":"/api/v1/dfm"') && line.includes('"status":200'))).toEqual([])
})

it('takes 200 uploads at once and loses none', async () => {
  const packages = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const pack = new JSZip()
      pack.file('board.gbr', `G04 ${i}*\nM02*\n`)
      return (await pack.generateAsync({ type: 'uint8array' })) as Uint8Array<ArrayBuffer>
    }),
  )
  const answers = await Promise.all(packages.map((bytes) => service.call('POST', '/v1/boards', { form: formWith(bytes), key })))
  expect(answers.map((a) => a.status)).toEqual(Array(200).fill(200))
  const kept = answers.map((a) => a.body as { board_id: string; sha256: string })
  expect(new Set(kept.map((k) => k.board_id)).size).toBe(200)
  expect(kept.map((k) => k.sha256)).toEqual(packages.map((bytes) => createHash('sha256').update(bytes).digest('hex')))
  const blobs = new Set(
    readdirSync(join(service.data, 'service', 'blobs'), { recursive: true }).map((name) => String(name).replace(/[\\/]/, '')),
  )
  for (const { sha256 } of kept) expect(blobs.has(sha256)).toBe(true)
})

it('says which methods a path has', async () => {
  const answer = await service.call('DELETE', '/v1/orders')
  expect([answer.status, codeOf(answer), answer.headers.get('allow')]).toEqual([405, 'method_not_allowed', 'GET, POST'])
})

it('keeps pages of other sites out', async () => {
  const origin = await service.call('GET', '/v1/checks', { headers: { origin: 'http://evil.example' } })
  expect([origin.status, codeOf(origin)]).toEqual([403, 'forbidden'])
  const { port } = new URL(service.address())
  const rebound = await speak([`GET /health HTTP/1.1\r\nHost: evil.example:${port}\r\nConnection: close\r\n\r\n`])
  expect(statusOf(rebound)).toBe(403)
  const own = await service.call('GET', '/v1/checks', { headers: { origin: service.address() } })
  expect(own.status).toBe(200)
})

it('made no mistake of its own in all this', () => {
  expect(service.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
