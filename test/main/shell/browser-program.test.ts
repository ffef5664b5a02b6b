import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { ask } from './running-shell.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const isBuilt = existsSync(join(root, 'out/renderer/index.html'))
const data = mkdtempSync(join(tmpdir(), 'boardproof-program-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

interface Program {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  output(): string
}

const start = (...args: readonly string[]): Program => {
  const child = spawn(process.execPath, [join(root, 'main/shell/browser.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache/compile') },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return { child, ended: new Promise((resolve) => child.on('exit', resolve)), output: () => output }
}

const address = async ({ child, output }: Program): Promise<URL> => {
  for (;;) {
    const found = /^open (http:\S+)$/m.exec(output())
    if (found) return new URL(found[1]!)
    if (child.exitCode !== null) throw new Error(`ended: ${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

describe.skipIf(!isBuilt)(`the browser shell as a program${isBuilt ? '' : ' (skipped: the page is not built)'}`, () => {
  test('prints its address, serves, hands over a second start, and ends tidily', { timeout: 120_000 }, async () => {
    const first = start('--data', data, '--no-open')
    const url = await address(first)
    expect(url.hostname).toBe('127.0.0.1')
    const entered = await ask(Number(url.port), { path: url.pathname })
    const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
    const page = await ask(Number(url.port), { path: '/', headers: { Cookie: cookie } })
    expect(page.body.toString()).toContain('<div id="root">')

    const second = start('--data', data, '--no-open')
    expect((await address(second)).port).toBe(url.port)
    expect(await second.ended).toBe(0)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(existsSync(join(data, 'instance.json'))).toBe(false)
    // The secrets of pages and second starts are nowhere in what is kept or printed.
    const log = join(data, 'logs', 'boardproof.log')
    const kept = (existsSync(log) ? readFileSync(log, 'utf8') : '') + first.output()
    expect(kept).not.toContain(cookie.split('=')[1])
  })

  test('starts on a folder that a killed one left behind', { timeout: 120_000 }, async () => {
    const killed = start('--data', data, '--no-open')
    await address(killed)
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(existsSync(join(data, 'instance.json'))).toBe(true)
    const next = start('--data', data, '--no-open')
    await address(next)
    next.child.kill('SIGINT')
    expect(await next.ended).toBe(0)
  })
})

test.for([
  { name: 'a port that is none', args: ['--port', 'x'], says: '--port must be a number' },
  { name: 'an unknown option', args: ['--colour'], says: '--colour' },
])('$name ends with a sentence and code 2', async ({ args, says }) => {
  const program = start('--data', data, ...args)
  expect(await program.ended).toBe(2)
  expect(program.output()).toContain(says)
})
