import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { EventHub } from '#main/services/events.ts'
import type { Dispatch } from '#main/ipc/dispatch.ts'

const request = z.strictObject({ id: z.int(), call: z.string(), input: z.unknown().optional() })

const MAX_MESSAGE_BYTES = 4 * 1024 * 1024
const HEARTBEAT_MS = 20_000
/** A page that stops reading is dropped before what waits for it fills the memory. */
const MAX_WAITING_BYTES = 256 * 1024 * 1024

export interface PageSocket {
  /** Takes over a connection that was checked before. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  connections(): number
  close(): void
}

/** Calls and events over one connection a page. Calls: `{id, call, input}` -> `{id, reply}`; events: `{event, payload}`. */
export const pageSocket = (dispatch: Dispatch, events: EventHub, onChange: () => void): PageSocket => {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  const alive = new WeakSet<WebSocket>()

  const send = (socket: WebSocket, message: unknown): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  const answer = async (socket: WebSocket, data: string): Promise<void> => {
    let message: unknown
    try {
      message = JSON.parse(data)
    } catch {
      return socket.close(1007, 'not JSON')
    }
    const parsed = request.safeParse(message)
    if (!parsed.success) return socket.close(1008, 'not a call')
    const { id, call, input } = parsed.data
    send(socket, { id, reply: await dispatch(call, input) })
  }

  server.on('connection', (socket) => {
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(1003, 'text only')
      else void answer(socket, String(data))
    })
    // Broken frames end the connection by themselves; the page connects again.
    socket.on('error', () => socket.terminate())
    socket.on('close', onChange)
    onChange()
  })
  const stopListening = events.listen((event) => server.clients.forEach((socket) => send(socket, event)))
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, HEARTBEAT_MS).unref()

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request)),
    connections: () => server.clients.size,
    close() {
      stopListening()
      clearInterval(heartbeat)
      for (const socket of server.clients) socket.close(1001, 'Boardproof ends')
      server.close()
    },
  }
}
