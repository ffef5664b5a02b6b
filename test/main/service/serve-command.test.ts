import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runServe } from '#main/service/commands/serve.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { zipOf } from './support/orderable-board.ts'
import { runCommand } from './support/run-command.ts'

const MAIN = fileURLToPath(new URL('../../../main/cli/main.ts', import.meta.url))
const README = fileURLToPath(new URL('../../../README.md', import.meta.url))
const PAGE = fileURLToPath(new URL('../../../out/renderer/index.html', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
const data = join(folder, 'data')
let key = ''

beforeAll(async () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'board.zip'), await zipOf(smallBoard()))
  key = (await runCommand('keys', 'create', '--org', 'acme', '--user', 'ada', '--data', data)).out.trim()
})

interface Serving {
  readonly address: string
  readonly child: ChildProcess
  readonly log: () => string
  readonly ended: Promise<number | null>
  /** Only with --ui. */
  readonly pageAddress: Promise<string>
}

const serve = (...args: readonly string[]): Promise<Serving> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--data', data, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let log = ''
    const page = Promise.withResolvers<string>()
    const ended = new Promise<number | null>((end) => child.on('close', end))
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const opened = /^open (http:\S+)$/m.exec(out)?.[1]
      if (opened) page.resolve(opened)
      const address = /^serving (http:\S+)\/api /m.exec(out)?.[1]
      if (address) resolve({ address, child, log: () => log, ended, pageAddress: page.promise })
    })
    child.on('error', reject)
    void ended.then((code) => reject(new Error(`ended with ${code}: ${log}`)))
  })

/** @returns the lines of the README that are marked as tested */
const curlLines = (): readonly string[] => {
  const block = /<!-- tested: curl -->\s*```sh\n([^]*?)```/.exec(readFileSync(README, 'utf8'))
  return block![1]!.split('\n').filter((line) => line.trim() !== '')
}

const shell = (script: string, env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-ceu', script], { cwd: folder, env: { ...process.env, ...env } })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${script}\nended with ${code}: ${out}`))))
  })

it('answers the lines of the README as they are printed, keeps the key out of its log, and stops gracefully', async () => {
  const lines = curlLines()
  expect(lines.length).toBeGreaterThan(10)
  const serving = await serve('--port', '0')
  const here = (line: string): string => line.replaceAll('http://127.0.0.1:8000', serving.address)
  const calls = lines.filter((line) => line.startsWith('curl '))
  const setup = lines.filter((line) => !line.startsWith('curl ')).map(here)
  expect(calls.length + setup.length).toBe(lines.length)
  for (const call of calls) {
    const asked = `${here(call)} -w '\\n%{http_code}'`
    const said = await shell([...setup, asked].join('\n'), { KEY: key })
    const [status, ...body] = said.trimEnd().split('\n').reverse()
    expect(['200', '202'], `${call}\n${said}`).toContain(status)
    expect(() => JSON.parse(body.reverse().join('\n')) as unknown, said).not.toThrow()
  }
  expect(serving.log()).toContain('"msg":"call"')
  expect(serving.log()).not.toContain(key)
  serving.child.kill('SIGTERM')
  expect(await serving.ended).toBe(0)
  expect(serving.log()).toContain('"msg":"stopped"')
})

it('goes on after it was killed in the middle of a run', async () => {
  const first = await serve('--port', '0')
  const form = new FormData()
  form.set('file', new Blob([readFileSync(join(folder, 'board.zip'))]), 'board.zip')
  const headers = { authorization: `Bearer ${key}`, prefer: 'respond-async' }
  const made = (await (await fetch(`${first.address}/api/v1/dfm-runs`, { method: 'POST', body: form, headers })).json()) as Record<
    string,
    string
  >
  first.child.kill('SIGKILL')
  await first.ended
  const second = await serve('--port', '0')
  const read = (): Promise<Response> => fetch(`${second.address}/api/v1/dfm-runs/${made['dfm_run_id']}`, { headers })
  let answer = await read()
  while (answer.status === 202) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer = await read()
  }
  expect(answer.status).toBe(200)
  const twice = await runCommand('serve', '--data', data, '--port', '0')
  expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('already running') as unknown })
  // As a terminal and a launcher do.
  second.child.kill('SIGINT')
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
  expect(second.log()).toContain('"msg":"stopped"')
})

it.skipIf(!existsSync(PAGE))('serves the page too when asked to (skipped where it is not built)', async () => {
  const serving = await serve('--port', '0', '--ui')
  const address = await serving.pageAddress
  expect(new URL(address).hostname).toBe('127.0.0.1')
  const page = await fetch(address, { redirect: 'manual' })
  expect(page.headers.get('set-cookie')).toBeTruthy()
  expect((await fetch(`${serving.address}/health`)).status).toBe(200)
  serving.child.kill('SIGTERM')
  expect(await serving.ended).toBe(0)
})

describe('a wrong call', () => {
  it.each([
    ['another address without the flag', ['--host', '0.0.0.0'], /--allow-network/],
    ['another address without a key', ['--host', '0.0.0.0', '--allow-network', '--data', join(folder, 'fresh')], /keys create/],
    ['a port that is none', ['--port', '80000'], /--port/],
    ['a rate of nothing', ['--rate-minute', '0'], /--rate-minute/],
    ['a fab that is none', ['--capability', 'nobody'], /no capability/],
    ['a folder that is none', ['--libraries', join(folder, 'gone')], /no folder/],
    ['an unknown part', ['everything'], /orders, move and webhooks/],
    ['an order that is none', ['move', 'ord_0', 'shipped'], /no order/],
    ['a state that is none', ['move', 'ord_0', 'lost'], /new state/],
    ['a webhook without an address', ['webhooks', 'add', 'ftp://x'], /http/],
    ['an unknown event', ['webhooks', 'add', 'http://x/', '--events', 'all'], /unknown event/],
    ['an unknown webhook', ['webhooks', 'remove', 'whk_0'], /no webhook/],
  ])('is refused with a sentence: %s', async (_what, args, says) => {
    await expect(async () => runServe(args.includes('--data') ? args : [...args, '--data', data])).rejects.toThrow(says)
  })

  it('ends with 2 for a port that is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const ran = await runCommand('serve', '--data', data, '--port', String(port))
    server.close()
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('Cannot listen') as unknown })
  })
})
