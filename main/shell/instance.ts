import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { z } from 'zod'

/** What a second start asks of the first: to show itself and to open these paths. */
const askShape = z.strictObject({ paths: z.array(z.string().max(32_000)).max(5000) })
export type Ask = z.infer<typeof askShape>

/** The data folder is ours until `release`. */
export interface Held {
  readonly kind: 'held'
  /** Sets who answers further starts; the answer is a line for the second start to print. */
  answer(reply: (ask: Ask) => Promise<string>): void
  release(): Promise<void>
}

/** Another process holds it; `reply` is its answer, null when it did not answer. */
export interface Taken {
  readonly kind: 'taken'
  readonly reply: string | null
}

const MAX_ASK_CHARACTERS = 4 * 1024 * 1024
const ANSWER_MS = 5000
/** Longer socket paths are cut off by Unix systems. */
const MAX_SOCKET_PATH = 100

const socketPath = (folder: string): string => {
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\boardproof-${short}`
  const path = join(folder, 'instance.sock')
  return path.length <= MAX_SOCKET_PATH ? path : join(tmpdir(), `boardproof-${short}.sock`)
}

/** The lock is the operating system's on a database file: it ends with the process, however that ends. */
const lock = (folder: string): Database | null => {
  const db = new SqliteDatabase(join(folder, 'instance.lock'), { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
}

/** Reads a line from a connection. @returns null when none came within the limits */
const lineFrom = (socket: Socket): Promise<string | null> =>
  new Promise((resolve) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(ANSWER_MS, () => socket.destroy())
    socket.on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > MAX_ASK_CHARACTERS) socket.destroy()
    })
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(null))
  })

const askFirst = async (folder: string, ask: Ask): Promise<string | null> => {
  const socket = createConnection(socketPath(folder))
  socket.on('connect', () => socket.write(`${JSON.stringify(ask)}\n`))
  const reply = await lineFrom(socket)
  socket.destroy()
  return reply === null ? null : z.string().parse(JSON.parse(reply))
}

const parseAsk = (line: string): Ask | null => {
  try {
    const parsed = askShape.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const serve = (folder: string, reply: (ask: Ask) => Promise<string>): Promise<Server> => {
  const path = socketPath(folder)
  // The lock is ours, so a socket that is still there belongs to nobody.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => {
    void lineFrom(socket).then(async (line) => {
      const ask = line === null ? null : parseAsk(line)
      if (!ask) return socket.destroy()
      return socket.end(`${JSON.stringify(await reply(ask))}\n`)
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600)
      server.unref()
      resolve(server)
    })
  })
}

/**
 * Makes this process the only one on a data folder, or hands what it should open to the one that is.
 * @param ask what this start would open
 */
export const holdDataFolder = async (folder: string, ask: Ask): Promise<Held | Taken> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = lock(folder)
  if (!db) return { kind: 'taken', reply: await askFirst(folder, ask) }
  const answering = Promise.withResolvers<(ask: Ask) => Promise<string>>()
  const server = await serve(folder, async (asked) => (await answering.promise)(asked))
  return {
    kind: 'held',
    answer: answering.resolve,
    async release() {
      await new Promise((resolve) => server.close(resolve))
      db.close()
    },
  }
}
