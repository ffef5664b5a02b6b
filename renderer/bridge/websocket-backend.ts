import { err, type Result } from '#core/base/result.ts'
import type { Api } from '#core/ipc/contract.ts'
import type { AppEvent } from '#core/ipc/events.ts'
import type { Backend } from './backend.ts'
import { backendOver } from './backend-over.ts'
import type { Refusal } from './model.ts'

type Reply = Result<unknown, Refusal>

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 4000
/** A call that finds no connection waits this long for one. */
const PATIENCE_MS = 8000

const lost: Reply = err({ code: 'disconnected', message: 'The connection to Boardproof was lost. Is it still running?' })

interface Waiting {
  readonly message: string
  readonly resolve: (reply: Reply) => void
  sent: boolean
  timer: ReturnType<typeof setTimeout> | null
}

/** One connection to the application, made again when it is lost. Calls wait for it a while. */
class Connection {
  readonly #address: string
  readonly #waiting = new Map<number, Waiting>()
  readonly #events = new Set<(event: AppEvent) => void>()
  readonly #states = new Set<(state: 'connected' | 'lost') => void>()
  #socket: WebSocket | null = null
  #nextId = 1
  #retryMs = FIRST_RETRY_MS

  constructor(address: string) {
    this.#address = address
    this.#connect()
  }

  call(name: string, input: unknown): Promise<Reply> {
    const id = this.#nextId++
    return new Promise((resolve) => {
      const waiting: Waiting = { message: JSON.stringify({ id, call: name, input }), resolve, sent: false, timer: null }
      this.#waiting.set(id, waiting)
      waiting.timer = setTimeout(() => !waiting.sent && this.#settle(id, lost), PATIENCE_MS)
      this.#sendWaiting()
    })
  }

  listen(onEvent: (event: AppEvent) => void, onState: (state: 'connected' | 'lost') => void): () => void {
    this.#events.add(onEvent)
    this.#states.add(onState)
    return () => {
      this.#events.delete(onEvent)
      this.#states.delete(onState)
    }
  }

  #connect(): void {
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    socket.addEventListener('open', () => {
      this.#retryMs = FIRST_RETRY_MS
      this.#states.forEach((on) => on('connected'))
      this.#sendWaiting()
    })
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)))
    // An error is always followed by a close.
    socket.addEventListener('close', () => this.#lose())
  }

  #lose(): void {
    this.#socket = null
    // What was sent may have happened or not: the caller must know.
    for (const [id, { sent }] of [...this.#waiting]) if (sent) this.#settle(id, lost)
    this.#states.forEach((on) => on('lost'))
    setTimeout(() => this.#connect(), this.#retryMs)
    this.#retryMs = Math.min(LAST_RETRY_MS, this.#retryMs * 2)
  }

  #sendWaiting(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    for (const waiting of this.#waiting.values()) {
      if (waiting.sent) continue
      waiting.sent = true
      this.#socket.send(waiting.message)
    }
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as { id: number; reply: Reply } | AppEvent
    if ('event' in message) this.#events.forEach((on) => on(message))
    else this.#settle(message.id, message.reply)
  }

  #settle(id: number, reply: Reply): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    this.#waiting.delete(id)
    if (waiting.timer) clearTimeout(waiting.timer)
    waiting.resolve(reply)
  }
}

/** The application behind a page that a loopback server serves: calls and events over one WebSocket, bytes over HTTP. */
export const websocketBackend = (page: { readonly host: string } = location): Backend => {
  const connection = new Connection(`ws://${page.host}/socket`)
  // The application answers by the contract; it checks every answer before it leaves.
  const api = ((name: string, input: unknown) => connection.call(name, input)) as Api
  return backendOver({ api, listen: (on, onState) => connection.listen(on, onState), chooseNatively: null, pathsOf: null })
}
