import { err, ok, type Result } from '#core/base/result.ts'
import { routes } from '#core/ipc/routes.ts'
import { z } from 'zod'
import { handOver } from './hand-over.ts'
import type { Refusal } from './model.ts'

/** Where a zip lists what is in it: enough for the parts that an exported board ends with. */
const TAIL_BYTES = 64 * 1024

/** @returns true for a file that an export wrote, whatever it is called */
export const isExportedBoard = async (file: File): Promise<boolean> => {
  if (!/\.zip$/i.test(file.name)) return false
  const tail = new TextDecoder('latin1').decode(await file.slice(-TAIL_BYTES).arrayBuffer())
  return ['manifest.json', 'board.json'].every((name) => tail.includes(name)) && /contents\/[0-9a-f]{64}/.test(tail)
}

const reply = z.union([
  z.object({ ok: z.literal(true), value: z.object({ board: z.string(), name: z.string(), revisions: z.int() }) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

const stopped: Refusal = { code: 'cancelled', message: 'It was stopped.' }

/** Sends an exported board to the application. `onSent` hears the share sent, 0..1. */
export const sendExportedBoard = (
  file: File,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<{ board: string; name: string; revisions: number }, Refusal>> =>
  new Promise((resolve) => {
    // `fetch` cannot tell how far an upload is.
    const request = new XMLHttpRequest()
    request.open('POST', routes.archives())
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.onabort = () => resolve(err(stopped))
    request.onerror = () =>
      resolve(err({ code: 'disconnected', message: 'The file could not be handed over: it has gone or the application is not reachable.' }))
    request.onload = () => {
      const parsed = reply.safeParse(request.response)
      if (!parsed.success) resolve(err({ code: 'internal', message: `The application gave no usable answer (${request.status}).` }))
      else resolve(parsed.data.ok ? ok(parsed.data.value) : err(parsed.data.error))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })

/** Reads an answer piece by piece. `onRead` hears the share read, 0..1, where its length is known. */
const readAll = async (answer: Response, onRead: (share: number) => void): Promise<Blob> => {
  const length = Number(answer.headers.get('Content-Length')) || 0
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  const reader = answer.body!.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    read += next.value.length
    if (length > 0) onRead(read / length)
  }
  return new Blob(pieces, { type: 'application/zip' })
}

const FILE_NAME = /filename\*=UTF-8''([^;]+)/

/** Has a board written with its history and saves it as one file. @returns its name */
export const saveExportedBoard = async (
  board: string,
  onRead: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<{ fileName: string }, Refusal>> => {
  try {
    const answer = await fetch(routes.archive(board), { signal })
    if (!answer.ok) return err({ code: 'not-written', message: await answer.text() })
    const named = FILE_NAME.exec(answer.headers.get('Content-Disposition') ?? '')
    const fileName = named ? decodeURIComponent(named[1]!) : 'board.boardproof.zip'
    handOver(await readAll(answer, onRead), fileName)
    return ok({ fileName })
  } catch (error) {
    if (signal.aborted) return err(stopped)
    return err({ code: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}
