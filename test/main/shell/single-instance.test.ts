import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowserShell } from '#main/shell/browser-shell.ts'
import { claimFolder } from '#main/shell/single-instance.ts'
import { ask, startTestShell, type RunningShell } from './running-shell.ts'

let running: RunningShell
beforeAll(async () => void (running = await startTestShell()))
afterAll(() => running.close())

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'boardproof-claim-'))

test('a second start gets an address of the first, which opens its packages', async () => {
  const page = await running.page()
  await page.call('app.host', {})
  const second = await startBrowserShell({ data: running.data, page: '/nowhere', port: 0, paths: ['no-such-package.zip'] })
  expect(second.ok && 'running' in second.value).toBe(true)
  const address = second.ok && 'running' in second.value ? new URL(second.value.running) : null
  expect(address?.port).toBe(String(running.port))
  expect((await ask(running.port, { path: address!.pathname })).status).toBe(200)
  const opened = await page.heard((e) => e.event === 'opened')
  const failed = await page.heard((e) => e.event === 'failed' && 'board' in opened.payload && e.payload.board === opened.payload.board)
  expect(failed.payload).toMatchObject({ refusal: { code: 'not-found' } })
  page.close()
})

test('a page that comes later hears of packages opened before', async () => {
  const second = await startBrowserShell({ data: running.data, page: '/nowhere', port: 0, paths: ['another.zip'] })
  expect(second.ok).toBe(true)
  const page = await running.page()
  await page.call('app.host', {})
  expect(await page.heard((e) => e.event === 'opened')).toMatchObject({ event: 'opened' })
  page.close()
})

test('only this user may read what a second start proves itself with', () => {
  const note = join(running.data, 'instance.json')
  if (process.platform !== 'win32') expect(statSync(note).mode & 0o077).toBe(0)
  expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ port: running.port, pid: process.pid })
})

test('a folder left behind by a process that died is taken over', async () => {
  const folder = emptyFolder()
  const dead = spawnSync(process.execPath, ['-e', '0']).pid
  writeFileSync(join(folder, 'instance.json'), JSON.stringify({ pid: dead, port: 0, key: 'x' }))
  const claimed = await claimFolder(folder, [])
  expect(claimed && 'mine' in claimed).toBe(true)
  if (claimed && 'mine' in claimed) claimed.mine.release()
  expect(existsSync(join(folder, 'instance.json'))).toBe(false)
  rmSync(folder, { recursive: true })
})

test('a folder of a process that lives and does not answer is left alone', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'instance.json'), JSON.stringify({ pid: process.pid, port: 0, key: 'x' }))
  expect(await claimFolder(folder, [])).toBeNull()
  expect(existsSync(join(folder, 'instance.json'))).toBe(true)
  rmSync(folder, { recursive: true })
})

test('releasing does not remove the note of another', async () => {
  const folder = emptyFolder()
  const claimed = await claimFolder(folder, [])
  writeFileSync(join(folder, 'instance.json'), JSON.stringify({ pid: 1, port: 0, key: 'of another' }))
  if (claimed && 'mine' in claimed) claimed.mine.release()
  expect(existsSync(join(folder, 'instance.json'))).toBe(true)
  rmSync(folder, { recursive: true })
})

test('a port that is taken is refused by name, and the folder is free again', async () => {
  const data = emptyFolder()
  const started = await startBrowserShell({ data, page: '/nowhere', port: running.port, paths: [] })
  expect(started).toMatchObject({ ok: false, error: { code: 'port-in-use' } })
  expect(existsSync(join(data, 'instance.json'))).toBe(false)
  rmSync(data, { recursive: true })
})
