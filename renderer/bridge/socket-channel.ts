import { err } from '#core/base/result.ts'
import type { Api } from '#core/ipc/contract.ts'
import type { AppEvent } from '#core/ipc/events.ts'
import type { Channel } from './channel.ts'

const CALL_TIMEOUT_MS = 60_000
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5000

type Reply = Awaited<ReturnType<Api>>
type Message = AppEvent | { readonly id: number; readonly reply: Reply }

interface Waiting {
  readonly message: string
  readonly timer: ReturnType<typeof setTimeout>
  sent: boolean
  settle(reply: unknown): void
}

const disconnected = err({ code: 'disconnected', message: 'The connection to Boardproof was lost before it answered.' })
const timedOut = err({ code: 'timed-out', message: 'Boardproof did not answer within a minute.' })

/**
 * Calls and events over one WebSocket that reconnects by itself. Calls made while there is no connection wait for it;
 * calls that were sent when it broke fail, because nobody knows whether they were carried out.
 */
export const socketChannel = (address: string): Channel => {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: AppEvent) => void>()
  const watchers = new Set<(state: 'connected' | 'lost') => void>()
  let socket: WebSocket | null = null
  let retryMs = FIRST_RETRY_MS
  let lastId = 0

  const settle = (id: number, reply: unknown): void => {
    const call = waiting.get(id)
    if (!call) return
    clearTimeout(call.timer)
    waiting.delete(id)
    call.settle(reply)
  }
  const flush = (): void => {
    for (const call of waiting.values()) {
      if (call.sent || socket?.readyState !== WebSocket.OPEN) continue
      call.sent = true
      socket.send(call.message)
    }
  }
  const open = (): void => {
    const current = new WebSocket(address)
    socket = current
    current.onopen = () => {
      retryMs = FIRST_RETRY_MS
      for (const watch of watchers) watch('connected')
      flush()
    }
    current.onmessage = ({ data }: MessageEvent<string>) => {
      // Only the server that served this page can send: it checked what it says against the contract.
      const message = JSON.parse(data) as Message
      if ('id' in message) settle(message.id, message.reply)
      else for (const listener of listeners) listener(message)
    }
    current.onclose = () => {
      for (const [id, call] of [...waiting]) if (call.sent) settle(id, disconnected)
      for (const watch of watchers) watch('lost')
      setTimeout(open, retryMs)
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2)
    }
  }
  open()

  const api = (call: string, input: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++lastId
      const timer = setTimeout(() => settle(id, timedOut), CALL_TIMEOUT_MS)
      waiting.set(id, { message: JSON.stringify({ id, call, input }), timer, sent: false, settle: resolve })
      flush()
    })

  return {
    api: api as Api,
    subscribe(onEvent, onConnection) {
      listeners.add(onEvent)
      watchers.add(onConnection)
      return () => {
        listeners.delete(onEvent)
        watchers.delete(onConnection)
      }
    },
  }
}
