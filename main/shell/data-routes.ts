import { err, ok } from '#core/base/result.ts'
import { PACKAGE_LIMITS } from '#core/archive/limits.ts'
import { MAX_PICTURE_BYTES, routes } from '#core/ipc/routes.ts'
import { takeProject } from '#main/providers/projects/take-project.ts'
import type { Application } from '#main/services/application.ts'
import { receiveUpload } from './receive-upload.ts'
import { bytesAnswer, jsonAnswer, plainAnswer, type ShellAnswer, type ShellRequest } from './shell-answer.ts'

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const TABLE = 'application/octet-stream'

const notFound = plainAnswer(404, 'There is nothing here.')
const table = (block: Uint8Array | null): ShellAnswer => (block ? bytesAnswer(TABLE, block) : notFound)

const decode = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** @returns all bytes, or null when there are more than allowed */
const collect = async (body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size <= most) pieces.push(piece)
  }
  return size > most ? null : Buffer.concat(pieces)
}

/** Serves the addresses of `core/ipc/routes.ts`. @returns null for any other address */
export const dataRoutes = ({
  reviews,
  reports,
  records,
  archives,
  comparisons,
  store: { contents },
  log,
}: Pick<Application, 'reviews' | 'reports' | 'records' | 'archives' | 'comparisons' | 'store' | 'log'>) => {
  const takeArchive = async ({ body }: ShellRequest): Promise<ShellAnswer> => {
    const bytes = await collect(body, PACKAGE_LIMITS.archiveBytes)
    if (!bytes) return jsonAnswer(err({ code: 'file-too-large', message: 'The file is larger than a board may be.' }))
    const taken = await archives.take(bytes)
    if (!taken.ok) log.note(`a board was not taken in: ${taken.error.code}`)
    return jsonAnswer(taken)
  }

  const writeArchive = async (id: string): Promise<ShellAnswer> => {
    const written = await archives.write(id)
    if (!written.ok) return plainAnswer(404, written.error.message)
    const { bytes, fileName } = written.value
    const answer = bytesAnswer('application/octet-stream', bytes)
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
    return { ...answer, headers: { ...answer.headers, 'Content-Disposition': name, 'Content-Length': String(bytes.length) } }
  }

  const takePackage = async ({ body }: ShellRequest): Promise<ShellAnswer> => {
    const received = await receiveUpload(body, contents)
    if (!received.ok) log.note(`an upload was refused: ${received.error.code}`)
    if (!received.ok) return jsonAnswer(err(received.error))
    return jsonAnswer(ok(reviews.openContents(received.value.name, received.value.files, received.value.revisionOf)))
  }

  const receiveProject = async (name: string, { body }: ShellRequest): Promise<ShellAnswer> => {
    const bytes = await collect(body, PACKAGE_LIMITS.archiveBytes)
    if (!bytes) return jsonAnswer(err({ code: 'file-too-large', message: 'The file is larger than a project may be.' }))
    return jsonAnswer(await takeProject(bytes, name, contents))
  }

  const takePicture = async (board: string, { body }: ShellRequest): Promise<ShellAnswer> => {
    const png = await collect(body, MAX_PICTURE_BYTES)
    if (!png) return plainAnswer(413, `A picture has at most ${MAX_PICTURE_BYTES} bytes.`)
    if (!PNG_START.every((byte, i) => png[i] === byte)) return plainAnswer(415, 'This is no PNG.')
    return reviews.savePicture(board, png) ? plainAnswer(200, 'saved') : notFound
  }

  const comparedLayer = (comparison: string, side: 'from' | 'to', name: string): ShellAnswer => {
    const layer = decode(name)
    return layer === null ? notFound : table(comparisons.layer(comparison, side, layer))
  }

  const board = async (id: string, rest: string, request: ShellRequest): Promise<ShellAnswer> => {
    const isRead = request.method === 'GET'
    if (rest === 'holes' && isRead) return table(reviews.holes(id))
    if (rest === 'picture' && isRead) {
      const png = reviews.picture(id)
      return png ? bytesAnswer('image/png', png) : notFound
    }
    if (rest === 'archive' && isRead) return writeArchive(id)
    if (rest === 'picture' && request.method === 'PUT') return takePicture(id, request)
    if (rest.startsWith('reports/') && isRead) {
      const made = reports.made(id, rest.slice('reports/'.length))
      // Bytes to be saved: nothing of them may run or show in the page's place.
      return made ? bytesAnswer('application/octet-stream', made.bytes) : notFound
    }
    const layer = rest.startsWith('layers/') && isRead ? decode(rest.slice('layers/'.length)) : null
    return layer === null ? notFound : table(reviews.layer(id, layer))
  }

  return async (request: ShellRequest): Promise<ShellAnswer | null> => {
    if (request.path === routes.packages()) return request.method === 'POST' ? takePackage(request) : notFound
    if (request.path === routes.archives()) return request.method === 'POST' ? takeArchive(request) : notFound
    const project = /^\/data\/projects\/([^/]{1,600})$/.exec(request.path)
    const projectFile = project ? decode(project[1]!) : null
    if (projectFile !== null) return request.method === 'POST' ? receiveProject(projectFile, request) : notFound
    const record = /^\/data\/approvals\/([0-9a-f-]{36})\/([a-z]+)$/.exec(request.path)
    if (record && request.method === 'GET') return table(records.made(record[1]!, record[2]!)?.bytes ?? null)
    const compared = /^\/data\/comparisons\/([0-9a-f-]{36})\/(from|to)\/([^/]+)$/.exec(request.path)
    if (compared) return request.method === 'GET' ? comparedLayer(compared[1]!, compared[2] as 'from' | 'to', compared[3]!) : notFound
    const found = /^\/data\/boards\/([0-9a-f-]{36})\/([^/]+(?:\/[^/]+)?)$/.exec(request.path)
    if (found) return board(found[1]!, found[2]!, request)
    return request.path.startsWith('/data/') ? notFound : null
  }
}
