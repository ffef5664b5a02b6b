import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { Application } from '#main/services/application.ts'
import { accessFor, ENTRANCE, SECOND_START, type Access } from './access.ts'
import { dataRoutes } from './data-routes.ts'
import { pageSocket, type PageSocket } from './page-socket.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { jsonAnswer, plainAnswer, type ShellAnswer } from './shell-answer.ts'
import { staticFiles } from './static-files.ts'

export interface PageServer {
  readonly port: number
  /** @returns a fresh address that lets one page in */
  address(): string
  readonly socket: PageSocket
  close(): Promise<void>
}

export interface PageServerOptions {
  readonly application: Application
  /** Folder of the built page. */
  readonly page: string
  /** 0 = any free port. */
  readonly port: number
  /** A second start of the application, which proves itself by the key, asks to open packages; false = not the key. */
  readonly onSecondStart: (key: string, paths: readonly string[]) => boolean
  readonly onConnections: (count: number) => void
}

const MAX_SECOND_START_BYTES = 1024 * 1024
const secondStartShape = z.strictObject({ key: z.string(), paths: z.array(z.string()) })

const parseJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

/** Loads the page by a link of this server's own: a redirect from elsewhere would come without the strict cookie. */
const WELCOME =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/"><title>Boardproof</title><p><a href="/">Open Boardproof</a>'

const used = plainAnswer(403, 'This address was used already. Start Boardproof again: it prints a fresh one.')
const foreign = plainAnswer(403, 'This server answers only to the Boardproof window on this computer.')

const send = (response: ServerResponse, { status, headers, body }: ShellAnswer): void => {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

const enter = (access: Access, request: IncomingMessage, path: string): ShellAnswer => {
  const cookie = access.enter(path.slice(ENTRANCE.length))
  const welcome = { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }, body: WELCOME }
  if (cookie) return { ...welcome, headers: { ...welcome.headers, 'Set-Cookie': cookie } }
  return access.isKnown(request) ? welcome : used
}

const readText = async (request: IncomingMessage, limit: number): Promise<string | null> => {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) {
    text += piece as string
    if (text.length > limit) return null
  }
  return text
}

/** Serves the page, its data and its calls on the loopback interface. */
export const pageServer = async ({ application, page, port, onSecondStart, onConnections }: PageServerOptions): Promise<PageServer> => {
  const { dispatch, events, log } = application
  const files = staticFiles(page)
  const data = dataRoutes(application)
  const socket = pageSocket(dispatch, events, () => onConnections(socket.connections()))
  let bound = 0
  const access = accessFor(() => bound)

  const secondStart = async (request: IncomingMessage): Promise<ShellAnswer> => {
    const text = request.method === 'POST' ? await readText(request, MAX_SECOND_START_BYTES) : null
    const asked = secondStartShape.safeParse(parseJson(text))
    if (!asked.success || !onSecondStart(asked.data.key, asked.data.paths)) return foreign
    return jsonAnswer({ address: address() })
  }
  const answer = async (request: IncomingMessage): Promise<ShellAnswer> => {
    const path = (request.url ?? '/').split('?')[0]!
    if (!access.isOwnHost(request)) return foreign
    if (path.startsWith(ENTRANCE)) return request.method === 'GET' ? enter(access, request, path) : foreign
    if (path === SECOND_START) return secondStart(request)
    if (!access.isKnown(request)) return foreign
    if (!access.isOwnPage(request, request.method !== 'GET' && request.method !== 'HEAD')) return foreign
    const found = await data({ method: request.method ?? 'GET', path, body: request })
    if (found) return found
    if (request.method !== 'GET') return plainAnswer(405, 'Only GET.')
    return (await files(path)) ?? plainAnswer(404, 'There is nothing here.')
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        // A page that went away while it was sending is no fault of ours.
        if (!request.errored) log.fault(`answering ${request.method} failed`, error)
        return plainAnswer(500, 'Something went wrong in Boardproof. The log in the data folder says where.')
      })
      .then((made) => {
        // What is still being sent of a refused upload is read away, so that the answer arrives.
        request.resume()
        send(response, made)
      })
      .catch((error: unknown) => log.fault('an answer could not be sent', error))
  })
  // Uploads may take as long as they move; a connection that says nothing may not.
  server.requestTimeout = 0
  server.headersTimeout = 10_000
  server.on('upgrade', (request, stream, head) => {
    const allowed = request.url === '/socket' && access.isOwnHost(request) && access.isKnown(request) && access.isOwnPage(request, true)
    if (allowed) socket.accept(request, stream, head)
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  bound = (server.address() as AddressInfo).port
  const address = (): string => `http://127.0.0.1:${bound}${access.invite()}`

  return {
    port: bound,
    address,
    socket,
    close: () =>
      new Promise((resolve) => {
        socket.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
