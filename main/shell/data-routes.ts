import { err, ok } from '#core/base/result.ts'
import { MAX_PICTURE_BYTES, routes } from '#core/ipc/routes.ts'
import { UPLOAD_TYPE } from '#core/ipc/upload.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { ContentStore } from '#main/store/content-store.ts'
import { receiveUpload } from './receive-upload.ts'

/** A request for what travels as bytes, as either shell brings it. */
export interface DataRequest {
  readonly method: string
  /** Address path, as sent (percent-encoded), without the query. */
  readonly path: string
  readonly type: string | null
  readonly body: AsyncIterable<Uint8Array>
}

export interface DataReply {
  readonly status: number
  readonly type: string
  readonly body: Uint8Array | string
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const TABLE = 'application/octet-stream'

const text = (status: number, body: string): DataReply => ({ status, type: 'text/plain; charset=utf-8', body })
const notFound = text(404, 'There is nothing here.')
const json = (status: number, body: unknown): DataReply => ({ status, type: 'application/json', body: JSON.stringify(body) })
const table = (block: Uint8Array | null): DataReply => (block ? { status: 200, type: TABLE, body: block } : notFound)

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
export const dataRoutes = (reviews: ReviewService, contents: ContentStore) => {
  const takePackage = async ({ type, body }: DataRequest): Promise<DataReply> => {
    if (type !== UPLOAD_TYPE) return text(415, `Send packages as ${UPLOAD_TYPE}.`)
    const received = await receiveUpload(body, contents)
    if (!received.ok) return json(400, err(received.error))
    return json(200, ok(reviews.openContents(received.value.name, received.value.files)))
  }

  const takePicture = async (board: string, { type, body }: DataRequest): Promise<DataReply> => {
    if (type !== 'image/png') return text(415, 'Send pictures as image/png.')
    const png = await collect(body, MAX_PICTURE_BYTES)
    if (!png) return text(413, `A picture has at most ${MAX_PICTURE_BYTES} bytes.`)
    if (!PNG_START.every((byte, i) => png[i] === byte)) return text(415, 'This is no PNG.')
    return reviews.savePicture(board, png) ? text(200, 'saved') : notFound
  }

  const board = async (id: string, rest: string, request: DataRequest): Promise<DataReply> => {
    const isRead = request.method === 'GET'
    if (rest === 'holes' && isRead) return table(reviews.holes(id))
    if (rest === 'picture' && isRead) {
      const png = reviews.picture(id)
      return png ? { status: 200, type: 'image/png', body: png } : notFound
    }
    if (rest === 'picture' && request.method === 'PUT') return takePicture(id, request)
    const layer = rest.startsWith('layers/') && isRead ? decode(rest.slice('layers/'.length)) : null
    return layer === null ? notFound : table(reviews.layer(id, layer))
  }

  return async (request: DataRequest): Promise<DataReply | null> => {
    if (request.path === routes.packages()) return request.method === 'POST' ? takePackage(request) : notFound
    const found = /^\/data\/boards\/([0-9a-f-]{36})\/([^/]+(?:\/[^/]+)?)$/.exec(request.path)
    if (found) return board(found[1]!, found[2]!, request)
    return request.path.startsWith('/data/') ? notFound : null
  }
}

export type DataRoutes = ReturnType<typeof dataRoutes>
