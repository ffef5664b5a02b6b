import { err, ok, type Result } from '#core/base/result.ts'
import { routes } from '#core/ipc/routes.ts'
import { UPLOAD_TYPE, uploadHead } from '#core/ipc/upload.ts'
import { z } from 'zod'
import type { NamedFile } from './backend.ts'
import type { Refusal } from './model.ts'

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

/** @returns the name under which a board is listed: the archive's, the folder's or the only file's, without its ending */
export const packageName = (files: readonly NamedFile[]): string => {
  const first = files[0]?.path ?? 'package'
  const folder = first.includes('/') ? first.slice(0, first.indexOf('/')) : null
  if (folder && files.every((f) => f.path.startsWith(`${folder}/`))) return folder
  return files.length === 1 ? first.replace(/\.(zip|gbrjob|tgz|rar|7z)$/i, '') : 'package'
}

/**
 * Sends a package's files to the application. `onSent` hears the share sent, 0..1.
 * @param revisionOf the board that they are the next revision of
 */
export const sendPackage = (
  files: readonly NamedFile[],
  revisionOf: string | undefined,
  onSent: (share: number) => void,
): Promise<Result<{ id: string; name: string }, Refusal>> =>
  new Promise((resolve) => {
    const list = { name: packageName(files), revisionOf, files: files.map(({ path, file }) => ({ path, bytes: file.size })) }
    const encoder = new TextEncoder()
    const body = new Blob([uploadHead(list, (text) => encoder.encode(text)), ...files.map((f) => f.file)])
    // `fetch` cannot tell how far an upload is.
    const request = new XMLHttpRequest()
    request.open('POST', routes.packages())
    request.setRequestHeader('Content-Type', UPLOAD_TYPE)
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.onerror = () =>
      resolve(
        err({ code: 'disconnected', message: 'The files could not be handed over: a file has gone or the application is not reachable.' }),
      )
    request.onload = () => {
      const parsed = replySchema.safeParse(parseJson(request.responseText))
      if (!parsed.success) resolve(err({ code: 'internal', message: `The application gave no usable answer (${request.status}).` }))
      else resolve(parsed.data.ok ? ok(parsed.data.value) : err(parsed.data.error))
    }
    request.send(body)
  })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
