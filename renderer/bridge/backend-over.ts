import { unpackHoles, unpackLayer, type BlobError } from '#core/board/layer-blob.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { AppEvent } from '#core/ipc/events.ts'
import type { InputOf } from '#core/ipc/call.ts'
import type { Api, Contract } from '#core/ipc/contract.ts'
import { routes } from '#core/ipc/routes.ts'
import { refuseTotals } from '#core/archive/limits.ts'
import { parseUploadList, UPLOAD_TYPE, uploadHead } from '#core/ipc/upload.ts'
import type { Answer, Backend, BackendEvents, NamedFile } from './backend.ts'
import type { Refusal } from './model.ts'

/** What differs between the shells: how calls and events travel, and which native help there is. */
export interface Carrier {
  readonly api: Api
  listen(on: (event: AppEvent) => void, onConnection: (state: 'connected' | 'lost') => void): () => void
  readonly chooseNatively: Backend['chooseNatively']
  /** Paths of files, where the shell may know them; null sends the bytes instead. */
  readonly pathsOf: ((files: readonly NamedFile[]) => readonly string[] | null) | null
}

const unreached: Refusal = { code: 'disconnected', message: 'Boardproof does not answer. Is it still running?' }

/** Reads a block of bytes; a refusal comes as a sentence. */
const getBytes = async (address: string): Promise<Result<ArrayBuffer, Refusal>> => {
  try {
    const reply = await fetch(address, { credentials: 'same-origin', cache: 'no-store' })
    if (!reply.ok) return err({ code: reply.status === 404 ? 'gone' : 'internal', message: (await reply.text()) || unreached.message })
    return ok(await reply.arrayBuffer())
  } catch {
    return err(unreached)
  }
}

const opened = async <T>(address: string, unpack: (buffer: ArrayBuffer) => Result<T, BlobError>): Promise<Result<{ value: T; buffer: ArrayBuffer }, Refusal>> => {
  const bytes = await getBytes(address)
  if (!bytes.ok) return bytes
  const unpacked = unpack(bytes.value)
  return unpacked.ok ? ok({ value: unpacked.value, buffer: bytes.value }) : err({ code: 'damaged', message: `The data of this layer arrived damaged (${unpacked.error.message}).` })
}

const packageName = (files: readonly NamedFile[]): string => {
  const [first] = files
  if (!first) return 'package'
  if (files.length === 1) return first.path.split('/').at(-1)!
  const folder = first.path.split('/')[0]!
  return first.path.includes('/') && files.every((f) => f.path.startsWith(`${folder}/`)) ? folder : `${first.path} and ${files.length - 1} more`
}

type OpenedReply = Result<{ id: string; name: string }, Refusal>

const post = (body: Blob, onSent: (share: number) => void): Promise<OpenedReply> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', routes.packages())
    request.setRequestHeader('Content-Type', UPLOAD_TYPE)
    request.upload.addEventListener('progress', (e) => e.lengthComputable && onSent(e.loaded / e.total))
    request.addEventListener('load', () => {
      try {
        resolve(request.status === 200 ? (JSON.parse(request.responseText) as OpenedReply) : err({ code: 'internal', message: request.responseText || unreached.message }))
      } catch {
        resolve(err(unreached))
      }
    })
    request.addEventListener('error', () => resolve(err({ code: 'not-sent', message: 'The files could not be read or sent. If they were moved or are still being written, drop them again.' })))
    request.send(body)
  })

/** Sends files to the application; a package beyond the limits is refused before anything is sent. */
const upload = (files: readonly NamedFile[], onSent: (share: number) => void): Promise<OpenedReply> | OpenedReply => {
  if (files.length === 0) return err({ code: 'empty', message: 'No file was given.' })
  const list = { name: packageName(files), files: files.map(({ path, file }) => ({ path: files.length === 1 ? packageName(files) : path, bytes: file.size })) }
  const refusal = refuseTotals(files.length, 0)
  if (refusal) return err(refusal)
  const judged = parseUploadList(JSON.stringify(list))
  if (!judged.ok) return judged
  const head = uploadHead(list, (text) => new TextEncoder().encode(text))
  return post(new Blob([head, ...files.map((f) => f.file)]), onSent)
}

const tell = (on: BackendEvents, { event, payload }: AppEvent): void => {
  switch (event) {
    case 'progress':
      return on.onProgress(payload.board, payload.progress)
    case 'files':
      return on.onFiles(payload.board, payload.files)
    case 'board':
      return on.onBoard(payload.board)
    case 'review':
      return on.onReview(payload.board, payload.final)
    case 'failed':
      return on.onFailed(payload.board, payload.refusal)
    case 'opened':
      return on.onOpened(payload.board)
  }
}

/** The page's port over a shell's way of carrying calls. */
export const backendOver = ({ api, listen, chooseNatively, pathsOf }: Carrier): Backend => ({
  host: () => api('app.host', {}),
  recents: () => api('recents.list', {}),
  forget: (id) => api('recents.forget', { id }),
  capabilities: () => api('app.capabilities', {}),
  async open(source, onSent): Answer<{ id: string; name: string }> {
    switch (source.kind) {
      case 'sample':
        return api('package.openSample', {})
      case 'recent':
        return api('package.openRecent', { id: source.id })
      case 'files': {
        const paths = pathsOf?.(source.files)
        return paths ? api('package.openPaths', { paths: [...paths] }) : upload(source.files, onSent)
      }
    }
  },
  chooseNatively,
  cancel: (board) => api('board.cancel', { board }),
  files: (board) => api('board.files', { board }),
  board: (board) => api('board.get', { board }),
  async layer(board, layer) {
    const reply = await opened(routes.layer(board, layer), unpackLayer)
    return reply.ok ? ok({ layer: reply.value.value, buffers: [reply.value.buffer] }) : reply
  },
  async holes(board) {
    const reply = await opened(routes.holes(board), unpackHoles)
    return reply.ok ? ok(reply.value.value) : reply
  },
  review: (board, capability) => api('board.review', { board, capability }),
  setRole: (board, path, choice) => api('board.setRole', { board, path, choice }),
  async saveThumbnail(board, png) {
    try {
      const reply = await fetch(routes.picture(board), { method: 'PUT', body: png, credentials: 'same-origin' })
      return reply.ok ? ok(null) : err({ code: 'not-saved', message: await reply.text() })
    } catch {
      return err(unreached)
    }
  },
  loadSettings: () => api('settings.load', {}),
  saveSettings: (settings) => api('settings.save', { settings: settings as InputOf<Contract['settings.save']>['settings'] }),
  subscribe: (on) => listen((event) => tell(on, event), (state) => on.onConnection(state)),
})
