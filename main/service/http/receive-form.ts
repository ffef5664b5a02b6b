import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { AsapErrorCode } from '#core/asap/errors.ts'
import type { ContentStore } from '#main/store/content-store.ts'
import { ApiError } from './api-error.ts'
import { zipWatch } from './zip-watch.ts'

export interface ReceivedFile {
  readonly filename: string
  readonly sha256: string
  readonly bytes: number
}

export interface ReceivedForm {
  /** The part `file`, in the content store by now; null when there was none. */
  readonly file: ReceivedFile | null
  /** Text parts by name. */
  readonly texts: Readonly<Record<string, string>>
}

export interface FormLimits {
  readonly maxFileBytes: number
  /** Code for a store that cannot take the file. */
  readonly storeFailed: AsapErrorCode
}

const MOST_TEXT_BYTES = 256 * 1024
const MOST_TEXTS = 24
/** Boundaries, headers and texts beside the file. */
const OVERHEAD_BYTES = 1024 * 1024
const LONGEST_NAME = 200

/** @returns the name's last part, without characters that no file name should have */
const safeName = (name: string | undefined): string => {
  const last = (name ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
  return last.slice(-LONGEST_NAME) || 'package.zip'
}

const tooLarge = ({ maxFileBytes }: FormLimits): ApiError =>
  new ApiError('payload_too_large', `A package may have up to ${Math.floor(maxFileBytes / 1024 / 1024)} MB.`, { max_bytes: maxFileBytes })

type FilePart = Extract<Awaited<ReturnType<FastifyRequest['file']>>, object>

/** Takes one file into the store while it arrives; nothing of a refused one stays. */
const receiveFile = async (part: FilePart, contents: ContentStore, limits: FormLimits): Promise<ReceivedFile> => {
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw Object.assign(new ApiError(limits.storeFailed, 'The package could not be stored.'), { cause: error })
    }
  }
  const watch = zipWatch()
  const writer = guard(() => contents.begin())
  let bytes = 0
  try {
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length
      watch.see(chunk)
      guard(() => writer.write(chunk))
    }
    if (part.file.truncated) throw tooLarge(limits)
    const problem = watch.problem()
    if (problem) throw new ApiError(problem.code, problem.message)
    return { filename: safeName(part.filename), sha256: guard(() => writer.finish()), bytes }
  } catch (error) {
    writer.abandon()
    part.file.resume()
    throw error
  }
}

/**
 * Receives a multipart body: the part `file` goes to the content store piece by piece, texts are kept in memory.
 * @throws ApiError `empty_file`, `invalid_file`, `payload_too_large`, `invalid_request` (malformed), and the store's own
 */
export const receiveForm = async (request: FastifyRequest, contents: ContentStore, limits: FormLimits): Promise<ReceivedForm> => {
  if (Number(request.headers['content-length'] ?? 0) > limits.maxFileBytes + OVERHEAD_BYTES) throw tooLarge(limits)
  let file: ReceivedFile | null = null
  const texts: Record<string, string> = {}
  try {
    const parts = request.parts({
      limits: {
        fileSize: limits.maxFileBytes,
        files: 4,
        fields: MOST_TEXTS,
        fieldSize: MOST_TEXT_BYTES,
        fieldNameSize: 100,
        parts: MOST_TEXTS + 4,
        headerPairs: 50,
      },
    })
    for await (const part of parts) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw new ApiError('payload_too_large', `The part "${part.fieldname.slice(0, 40)}" is too long.`)
        texts[part.fieldname] = typeof part.value === 'string' ? part.value : JSON.stringify(part.value)
      } else if (part.fieldname === 'file' && !file) {
        file = await receiveFile(part, contents, limits)
      } else {
        // Not asked for: passes by unread.
        for await (const _ of part.file) void _
      }
    }
  } catch (error) {
    if (error instanceof ApiError || (error as { statusCode?: number }).statusCode !== undefined) throw error
    throw new ApiError('invalid_request', `The multipart body cannot be read (${(error as Error).message}).`)
  }
  return { file, texts }
}
