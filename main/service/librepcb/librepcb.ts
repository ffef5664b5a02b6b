import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Capability } from '#core/capability/capability.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import type { CountCall } from '#main/service/http/rate-limits.ts'
import { readBody } from '#main/service/http/read-json.ts'
import type { ServiceLog } from '#main/service/service-log.ts'
import { openStore, type Store } from '#main/store/store.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import { LIBRARY_PATH, localLibraries } from './libraries.ts'
import { gonePage, infoPage, PAGE_CSP, takenPage, waitingPage } from './pages.ts'
import { projectUpload, type LibraryPage, type orderInfo, type uploadAnswer } from './shapes.ts'
import { takeProject, type Taken } from './take-project.ts'

export interface LibrepcbOptions {
  /** Whether projects are taken; they come without a key, so only from this computer unless the operator says otherwise. */
  readonly takesProjects: boolean
  /** Folder of libraries, or null. */
  readonly libraries: string | null
}

export interface LibrepcbParts {
  /** Counts a call by its address: these have no key. */
  readonly count: CountCall
  readonly data: string
  readonly pool: ReviewPool
  readonly log: ServiceLog
  readonly capability: Capability
  readonly options: LibrepcbOptions
}

export const MOST_PROJECT_BYTES = 50 * 1024 * 1024
/** Base64 and the JSON around it. */
const BODY_BYTES = Math.ceil((MOST_PROJECT_BYTES * 4) / 3) + 64 * 1024
const MOST_AT_ONCE = 4
const REMEMBERED = 200
const PROJECT_PATH = '/librepcb/projects'
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/

const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`

/** @throws ApiError `empty_file`, `invalid_file`, `payload_too_large` */
const decodeProject = (text: string): Buffer => {
  if (!BASE64.test(text)) throw new ApiError('invalid_file', 'The project is not base64.')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0) throw new ApiError('empty_file', 'The project is empty.')
  if (bytes.length > MOST_PROJECT_BYTES) throw new ApiError('payload_too_large', `A project may have up to ${MOST_PROJECT_BYTES} bytes.`)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new ApiError('invalid_file', 'The project is not a .lppz archive.')
  return bytes
}

/** @returns the folder of a board by the path of its file, null when it is no such path */
const folderOf = (path: string | null): string | null => /^boards\/([^/]+)\/board\.lp$/.exec(path ?? '')?.[1] ?? null

/** Serves LibrePCB's server API beside the service. @returns how to end what runs for it */
export const startLibrepcb = async (app: FastifyInstance, parts: LibrepcbParts): Promise<{ close(): Promise<void> }> => {
  const { count, data, pool, log, capability, options } = parts
  const counted = { onRequest: count }
  const libraries = localLibraries(options.libraries, Date.now)
  const taken = new Map<string, Taken | null>()
  const running = new Set<Promise<void>>()
  let store: Promise<Store> | null = null

  // Opened when it is needed: most services never see a project.
  const appStore = (): Promise<Store> =>
    (store ??= openStore(data).then((opened) => {
      if (opened.ok) return opened.value
      store = null
      throw new Error(opened.error.message)
    }))
  const remember = (id: string, what: Taken | null): void => {
    taken.set(id, what)
    for (const old of [...taken.keys()].slice(0, -REMEMBERED)) taken.delete(old)
  }
  const review = async (id: string, project: Buffer, board: string | null): Promise<void> => {
    try {
      const open = await appStore()
      const result = await takeProject({ sha256: open.contents.put(project), board }, { store: open, data, pool, capability })
      if (result.kind === 'broken') log.error({ cause: result.message }, 'the review of a project stopped')
      remember(id, result)
    } catch (error) {
      log.error({ cause: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'a project could not be kept')
      remember(id, { kind: 'broken', message: '' })
    }
  }
  const html = (text: string) => ({ text, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_CSP } })

  app.get('/api/v1/order', counted, async (request): Promise<z.infer<typeof orderInfo>> => ({
    info_url: `${baseOf(request)}/librepcb/info`,
    upload_url: options.takesProjects ? `${baseOf(request)}/api/v1/order/upload` : null,
    max_size: MOST_PROJECT_BYTES,
  }))
  app.post('/api/v1/order/upload', { ...counted, bodyLimit: BODY_BYTES }, async (request): Promise<z.infer<typeof uploadAnswer>> => {
    if (!options.takesProjects) throw new ApiError('unavailable', 'Projects are not taken here.', {}, 3600)
    const { project, board } = readBody(projectUpload, request.body)
    if (running.size >= MOST_AT_ONCE) throw new ApiError('unavailable', 'Too many projects at once.', {}, 5)
    const bytes = decodeProject(project)
    const id = randomBytes(16).toString('hex')
    remember(id, null)
    const work = review(id, bytes, folderOf(board ?? null)).finally(() => running.delete(work))
    running.add(work)
    return { redirect_url: `${baseOf(request)}${PROJECT_PATH}/${id}` }
  })
  app.get('/librepcb/info', async (_request, reply) => {
    const { text, headers } = html(infoPage())
    return reply.headers(headers).send(text)
  })
  app.get<{ Params: { id: string } }>(`${PROJECT_PATH}/:id`, async (request, reply) => {
    const what = taken.get(request.params.id)
    const { text, headers } = html(what === undefined ? gonePage() : what === null ? waitingPage() : takenPage(what))
    return reply
      .code(what === undefined ? 404 : 200)
      .headers(headers)
      .send(text)
  })
  app.get<{ Params: { format: string }; Querystring: { page?: string } }>(
    '/api/v1/libraries/v:format',
    counted,
    async (request): Promise<LibraryPage> => {
      const { format } = request.params
      const page = request.query.page ?? '1'
      if (!/^\d{1,4}(\.\d{1,4}){0,3}$/.test(format)) throw new ApiError('invalid_request', 'The file format is a number such as 0.1.')
      if (!/^[1-9]\d{0,5}$/.test(page)) throw new ApiError('invalid_request', 'page is a number from 1.')
      const found = await libraries.page(format, Number(page), baseOf(request))
      if (!found) throw new ApiError('not_found', `There is no page ${page}.`)
      return found
    },
  )
  app.get<{ Params: { format: string; file: string } }>(`${LIBRARY_PATH}/:format/:file`, counted, async (request, reply) => {
    const { format, file } = request.params
    const [, uuid, kind] = /^([0-9a-f-]{36})\.(zip|png)$/.exec(file) ?? []
    const bytes = uuid && (kind === 'png' ? libraries.icon(uuid, format) : (await libraries.pack(uuid, format))?.bytes)
    if (!bytes) throw new ApiError('not_found', 'There is no such library.')
    return reply.type(kind === 'png' ? 'image/png' : 'application/zip').send(Buffer.from(bytes))
  })
  return {
    async close() {
      await Promise.all(running)
      if (store) (await store).close()
    },
  }
}
