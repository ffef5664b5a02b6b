import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What can happen to a request on its way. */
export const FAULTS = [
  'delay', 'cut-before', 'cut-after', 'late', 'twice', 'status-429', 'status-500', 'status-503', 'status-500-after', 'garbage', 'garbage-after',
  'half-answer',
] as const // prettier-ignore
export type Fault = (typeof FAULTS)[number]

export interface ChaosProxy {
  readonly baseUrl: string
  /** How often each thing happened, `pass` for nothing. */
  readonly counts: Map<Fault | 'pass', number>
  /** Requests so far. */
  requests(): number
  /** Settles when nothing is on its way any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const collect = async (stream: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A proxy on loopback that harms `share` of the requests, each in a way that the seed decides. */
export const startChaosProxy = async (target: number, seed: number, share: number): Promise<ChaosProxy> => {
  const chance = seeded(seed)
  const counts = new Map<Fault | 'pass', number>()
  const under = new Set<Promise<unknown>>()
  const note = <T>(work: Promise<T>): Promise<T> => {
    under.add(work)
    void work.catch(() => undefined).finally(() => under.delete(work))
    return work
  }

  const forward = (from: IncomingMessage, body: Buffer): Promise<Answer> =>
    note(
      new Promise((resolve, reject) => {
        const onward = httpRequest(
          { host: '127.0.0.1', port: target, path: from.url, method: from.method, headers: from.headers },
          (answer) => {
            void collect(answer).then((bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes }), reject)
          },
        )
        onward.on('error', reject)
        onward.end(body)
      }),
    )
  const reply = (to: ServerResponse, { status, headers, body }: Answer): void => {
    to.writeHead(status, { ...headers, 'content-length': body.length })
    to.end(body)
  }
  const refuse = (to: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void =>
    reply(to, { status, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify({ detail: { code, message: code, details: {} } })) }) // prettier-ignore

  const handle = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = await collect(from)
    const fault = chance() < share ? FAULTS[Math.floor(chance() * FAULTS.length)]! : 'pass'
    counts.set(fault, (counts.get(fault) ?? 0) + 1)
    switch (fault) {
      case 'pass':
        return reply(to, await forward(from, body))
      case 'delay':
        await pause(chance() * 20)
        return reply(to, await forward(from, body))
      case 'cut-before':
        return void from.socket.destroy()
      case 'cut-after':
        await forward(from, body)
        return void from.socket.destroy()
      case 'late': {
        // It arrives after the sender has given up, and after what the sender does next.
        const wait = 5 + chance() * 120
        from.socket.destroy()
        await note(pause(wait))
        return void (await forward(from, body))
      }
      case 'twice': {
        const [first, second] = await Promise.all([forward(from, body), forward(from, body)])
        return reply(to, chance() < 0.5 ? first : second)
      }
      case 'status-429':
        return refuse(to, 429, 'rate_limited', { 'retry-after': '0' })
      case 'status-500':
        return refuse(to, 500, 'internal_error')
      case 'status-503':
        return refuse(to, 503, 'unavailable', { 'retry-after': '0' })
      case 'status-500-after':
        await forward(from, body)
        return refuse(to, 500, 'internal_error')
      case 'garbage':
        return reply(to, { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>welcome to our wifi</html>') })
      case 'garbage-after':
        await forward(from, body)
        return reply(to, { status: 200, headers: {}, body: Buffer.from('{"ok":tru') })
      case 'half-answer': {
        const answer = await forward(from, body)
        to.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
        to.write(answer.body.subarray(0, answer.body.length >> 1))
        await pause(1)
        return void from.socket.destroy()
      }
    }
  }
  const server = createServer((from, to) => {
    note(handle(from, to)).catch(() => from.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    counts,
    requests: () => [...counts.values()].reduce((sum, n) => sum + n, 0),
    async settled() {
      while (under.size) await Promise.allSettled([...under])
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
