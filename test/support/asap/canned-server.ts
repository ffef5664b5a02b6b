import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What one connection gets: raw bytes, then kept open, closed or cut. */
export interface Canned {
  readonly bytes: string
  readonly then: 'close' | 'cut' | 'hang'
}

export const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Canned => ({
  bytes: [
    `HTTP/1.1 ${status} Status`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n'),
  then: 'close',
})

/** A server that answers every request with the same bytes. @returns the base address, closed after the test */
export const cannedServer = async (canned: Canned): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      if (canned.then === 'hang') return void socket.write(canned.bytes)
      if (canned.then === 'close') return void socket.end(canned.bytes)
      socket.write(canned.bytes, () => socket.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
}

/** @returns an address at which nothing listens */
export const deadAddress = async (): Promise<string> => {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return `http://127.0.0.1:${port}/api`
}
