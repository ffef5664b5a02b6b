import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { SCOPES } from '#core/asap/endpoints.ts'
import { createKey } from '#main/service/keys/api-key.ts'
import { openServiceStore } from '#main/service/store/service-store.ts'
import { mb, ms, table } from '#test/bench/table.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { zipOf } from '#test/main/service/support/orderable-board.ts'

const MAIN = fileURLToPath(new URL('../../main/cli/main.ts', import.meta.url))

/** How one kind of call went: calls in a second, times in ms, and the service's memory afterwards. */
export interface ServeFigures {
  readonly what: string
  readonly calls: number
  readonly atOnce: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Resident memory of the service, bytes; null where the system does not say. */
  readonly memory: number | null
}

interface Kind {
  readonly what: string
  readonly calls: number
  readonly atOnce: number
  call(i: number): Promise<Response>
}

const startServe = (data: string): Promise<{ child: ChildProcess; base: string }> =>
  new Promise((resolve, reject) => {
    const limits = ['--rate-minute', '100000000', '--rate-hour', '100000000']
    const child = spawn(process.execPath, [MAIN, 'serve', '--data', data, '--port', '0', ...limits], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child.stdout.on('data', (chunk: Buffer) => {
      const base = /^serving (http:\S+\/api) /.exec(chunk.toString())?.[1]
      if (base) resolve({ child, base })
    })
    child.on('exit', (code) => reject(new Error(`the service ended with ${code}`)))
  })

const memoryOf = (pid: number): number | null => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024
  } catch {
    return null
  }
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!

const measure = async (kind: Kind, pid: number): Promise<ServeFigures> => {
  const times: number[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < kind.calls; i = next++) {
      const begun = performance.now()
      const reply = await kind.call(i)
      await reply.arrayBuffer()
      if (!reply.ok) throw new Error(`${kind.what} was answered with ${reply.status}`)
      times.push(performance.now() - begun)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: kind.atOnce }, worker))
  const seconds = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  const { what, calls, atOnce } = kind
  return {
    what,
    calls,
    atOnce,
    perSecond: calls / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    memory: memoryOf(pid),
  }
}

const formWith = (bytes: Uint8Array<ArrayBuffer>): FormData => {
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'board.zip')
  return form
}

const newKey = async (data: string): Promise<string> => {
  const opened = await openServiceStore(data)
  if (!opened.ok) throw new Error(opened.error.message)
  const { key } = createKey(opened.value.keys, { label: 'bench', orgId: 'bench', userId: 'bench', scopes: SCOPES })
  opened.value.close()
  return key
}

/** Starts the service in a process of its own and calls it from this one. */
export const measureServe = async (quick: boolean): Promise<readonly ServeFigures[]> => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-bench-'))
  const headers = { authorization: `Bearer ${await newKey(data)}` }
  const zip = await zipOf(smallBoard())
  const scale = quick ? 1 : 4
  // Each upload has another content: nothing is found to be there already.
  const packages = await Promise.all(
    Array.from({ length: 100 * scale }, async (_, i) => {
      const pack = await JSZip.loadAsync(zip)
      return (await pack.file('note.txt', String(i)).generateAsync({ type: 'uint8array' })) as Uint8Array<ArrayBuffer>
    }),
  )
  const { child, base } = await startServe(data)
  try {
    const post = (path: string, body: FormData): Promise<Response> => fetch(`${base}${path}`, { method: 'POST', headers, body })
    const get = (path: string): Promise<Response> => fetch(`${base}${path}`, { headers })
    // The first runs load and compile the engine.
    const first = (await (await post('/v1/dfm-runs', formWith(zip))).json()) as { dfm_run_id: string }
    for (let i = 0; i < 5; i++) await (await post('/v1/dfm-runs', formWith(zip))).arrayBuffer()
    const kinds: readonly Kind[] = [
      {
        what: 'POST /v1/boards (6 kB, each new)',
        calls: packages.length,
        atOnce: 8,
        call: (i) => post('/v1/boards', formWith(packages[i]!)),
      },
      { what: 'POST /v1/dfm-runs (small board)', calls: 25 * scale, atOnce: 1, call: () => post('/v1/dfm-runs', formWith(zip)) },
      { what: 'POST /v1/dfm-runs (small board), 8 at once', calls: 25 * scale, atOnce: 8, call: () => post('/v1/dfm-runs', formWith(zip)) },
      { what: 'GET /v1/dfm-runs/ID', calls: 500 * scale, atOnce: 8, call: () => get(`/v1/dfm-runs/${first.dfm_run_id}`) },
      { what: 'GET /v1/orders', calls: 500 * scale, atOnce: 8, call: () => get('/v1/orders') },
    ]
    const figures: ServeFigures[] = []
    for (const kind of kinds) figures.push(await measure(kind, child.pid!))
    return figures
  } finally {
    child.removeAllListeners('exit')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}

export const serveTable = (figures: readonly ServeFigures[]): string =>
  table(
    ['call', 'calls', 'at once', 'calls/s', 'p50 ms', 'p99 ms', 'memory MB'],
    figures.map((f) => [
      f.what,
      String(f.calls),
      String(f.atOnce),
      ms(f.perSecond),
      ms(f.p50),
      ms(f.p99),
      f.memory === null ? '-' : mb(f.memory),
    ]),
  )
