import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { AppEvent } from '#core/ipc/events.ts'
import { startBrowserShell, type BrowserShell } from '#main/shell/browser-shell.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Ask {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/** Makes a request with exactly these headers; `fetch` would set some by itself. */
export const ask = (port: number, { method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { Host: `127.0.0.1:${port}`, ...headers } }, (reply) => {
      const pieces: Buffer[] = []
      reply.on('data', (piece: Buffer) => pieces.push(piece))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(pieces) }))
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** A page's connection: calls, and the events heard so far. */
export interface TestPage {
  call(name: string, input: unknown): Promise<{ ok: boolean; value?: never; error?: { code: string; message: string } }>
  readonly events: AppEvent[]
  /** Waits for an event, also one heard before. */
  heard(isIt: (event: AppEvent) => boolean, ms?: number): Promise<AppEvent>
  send(text: string): void
  /** Settles with the code when the connection ends. */
  readonly closed: Promise<number>
  close(): void
}

export const connectPage = async (port: number, headers: Readonly<Record<string, string>>): Promise<TestPage> => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers })
  const events: AppEvent[] = []
  const replies = new Map<number, (reply: never) => void>()
  const checks = new Set<() => void>()
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<number>()
  let lastId = 0
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as AppEvent | { id: number; reply: never }
    if ('event' in message) {
      events.push(message)
      for (const check of [...checks]) check()
    } else replies.get(message.id)?.(message.reply)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('unexpected-response', (_, reply) => reject(new Error(`refused with ${reply.statusCode}`)))
    socket.once('error', reject)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', (code) => onClosed(code))
  return {
    call: (call, input) =>
      new Promise((resolve) => {
        const id = ++lastId
        replies.set(id, resolve)
        socket.send(JSON.stringify({ id, call, input }))
      }),
    events,
    heard: (isIt, ms = 50_000) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find(isIt)
          if (!found) return
          clearTimeout(timer)
          checks.delete(look)
          resolve(found)
        }
        const timer = setTimeout(() => reject(new Error(`never heard; there were ${events.map((e) => e.event).join(', ')}`)), ms)
        checks.add(look)
        look()
      }),
    send: (text) => socket.send(text),
    closed,
    close: () => socket.close(),
  }
}

export interface RunningShell {
  readonly port: number
  readonly shell: BrowserShell
  readonly data: string
  /** Enters with a fresh invitation. @returns the headers of a page that was let in */
  letIn(): Promise<{ Cookie: string; Origin: string }>
  page(): Promise<TestPage>
  close(): Promise<void>
}

/** A folder that looks like a built page. */
const fakePage = (root: string): string => {
  const page = join(root, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(page, 'assets', 'main.js'), 'export const one = 1')
  writeFileSync(join(page, 'secret.key'), 'never served')
  writeFileSync(join(root, 'outside.html'), 'never served')
  return page
}

/** Starts a real shell on a fresh data folder and a free port. */
export const startTestShell = async (): Promise<RunningShell> => {
  const root = mkdtempSync(join(tmpdir(), 'boardproof-shell-'))
  const data = join(root, 'data')
  const started = await startBrowserShell({ data, page: fakePage(root), port: 0, paths: [] })
  if (!started.ok) throw new Error(started.error.message)
  if ('running' in started.value) throw new Error('a fresh folder is in use')
  const shell = started.value
  const { port } = shell
  const letIn = async () => {
    const entered = await ask(port, { path: new URL(shell.address()).pathname })
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0]
    if (!cookie) throw new Error(`not let in: ${entered.status}`)
    return { Cookie: cookie, Origin: `http://127.0.0.1:${port}` }
  }
  return {
    port,
    shell,
    data,
    letIn,
    page: async () => connectPage(port, await letIn()),
    async close() {
      await shell.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
