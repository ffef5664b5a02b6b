import { err, ok } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer } from '#core/provider/provider.ts'
import { serverTime } from '#core/provider/waiting-time.ts'
import { callEndpoint, sendPlain, type Speaker } from '#core/provider/wire/send.ts'
import type { AnswerOf } from '#core/provider/wire/endpoint.ts'
import { postProjectsUploadUrls } from './generated/projects.ts'

export interface UploadFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface UploadedFile {
  readonly objectKey: string
  readonly filename: string
}

type Place = AnswerOf<typeof postProjectsUploadUrls>['uploads'][number]
type Progress = (sent: number, total: number) => void

/** Object storage answers so once an address is too old (or was never good). */
const EXPIRED = [400, 403]

/** A storage that refuses its own address says nothing about the account. */
const hasExpired = (failure: ProviderFailure): boolean =>
  failure.code === 'signed-out' || (failure.code === 'rejected' && EXPIRED.includes(failure.status))

const nameOf = (path: string): string => path.replace(/\\/g, '/').split('/').at(-1) || 'file'

/** Names without folders, each only once: `bom.csv`, `bom-2.csv`. */
export const named = (files: readonly UploadFile[]): readonly { readonly filename: string; readonly bytes: Uint8Array }[] => {
  const taken = new Set<string>()
  return files.map(({ path, bytes }) => {
    const name = nameOf(path)
    const [, stem, ending] = /^(.*?)(\.[^.]*)?$/s.exec(name)!
    let filename = name
    for (let n = 2; taken.has(filename.toLowerCase()); n++) filename = `${stem}-${n}${ending ?? ''}`
    taken.add(filename.toLowerCase())
    return { filename, bytes }
  })
}

/**
 * Sends files to the storage that the server names, with the headers that it gives and no others. An address that has
 * expired meanwhile is asked for once more.
 * @param onStored told of each file once it lies there: what is kept need not be sent again
 * @returns keys in the order of the files
 */
export const uploadFiles = async (
  speaker: Speaker,
  workspace: string,
  files: readonly UploadFile[],
  cancel: Cancel | null,
  onProgress: Progress = () => undefined,
  onStored: (file: UploadedFile) => void = () => undefined,
): Answer<readonly UploadedFile[]> => {
  const pending = named(files)
  const total = pending.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const uploaded: UploadedFile[] = []
  let done = 0

  const placesFor = async (wanted: typeof pending): Answer<ReadonlyMap<string, Place>> => {
    const body = { workspace, files: wanted.map(({ filename, bytes }) => ({ filename, size: bytes.length })) }
    const reply = await callEndpoint(speaker, postProjectsUploadUrls, { body }, cancel)
    return reply.ok ? ok(new Map(reply.value.uploads.map((place) => [place.filename, place]))) : reply
  }

  const put = async ({ uploadUrl, headers }: Place, bytes: Uint8Array) =>
    sendPlain(
      speaker,
      {
        method: 'PUT',
        url: uploadUrl,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body: bytes,
        onSent: (sent) => onProgress(done + sent, total),
      },
      cancel,
    )

  let places = await placesFor(pending)
  let now: number | null = null
  for (const [k, { filename, bytes }] of pending.entries()) {
    const isOver = (place: Place): boolean => now !== null && Date.parse(place.validTill) <= now
    for (let attempt = 0; ; attempt++) {
      if (!places.ok) return places
      const place = places.value.get(filename)
      if (!place)
        return err({ code: 'rejected', reason: 'unexpected-answer', status: 0, message: `CircuitHub gave no place for "${filename}".` })
      const reply = isOver(place) && attempt === 0 ? null : await put(place, bytes)
      if (reply?.ok) {
        now = serverTime(reply.value.headers) ?? now
        uploaded.push({ objectKey: place.objectKey, filename })
        onStored({ objectKey: place.objectKey, filename })
        done += bytes.length
        break
      }
      if (reply !== null && (attempt > 0 || !hasExpired(reply.error))) return reply
      places = await placesFor(pending.slice(k))
    }
  }
  return ok(uploaded)
}
