import type { FastifyReply } from 'fastify'

export interface EventStream {
  send(event: string, data: unknown): void
  end(): void
  onClose(listener: () => void): void
}

/** Proxies and clients give up on silent connections. */
const BEAT_MS = 15_000

/** Answers with server-sent events. @source HTML Living Standard, 9.2 Server-sent events */
export const eventStream = (reply: FastifyReply): EventStream => {
  const headers = reply.getHeaders() as Record<string, string>
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const beat = setInterval(() => raw.write(': still here\n\n'), BEAT_MS)
  beat.unref()
  raw.once('close', () => clearInterval(beat))
  return {
    send: (event, data) => void (raw.writableEnded || raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)),
    end: () => void (raw.writableEnded || raw.end()),
    onClose: (listener) => void raw.once('close', listener),
  }
}
