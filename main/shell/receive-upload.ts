import { err, ok, type Result } from '#core/base/result.ts'
import { MAX_LIST_BYTES, parseUploadList, type UploadList } from '#core/ipc/upload.ts'
import type { RefusalShape } from '#core/ipc/board-shapes.ts'
import type { ContentStore, ContentWriter } from '#main/store/content-store.ts'

export interface Received {
  readonly name: string
  readonly revisionOf?: string
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

/** Hands out a stream's bytes in the amounts asked for. */
class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]()
  }

  /** Passes on exactly `bytes` bytes, piece by piece. @returns false when the stream ended before */
  async pass(bytes: number, to: (piece: Uint8Array) => void): Promise<boolean> {
    for (let left = bytes; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next()
        if (next.done) return false
        this.#rest = next.value
      }
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      to(piece)
    }
    return true
  }

  async take(bytes: number): Promise<Uint8Array | null> {
    const all = new Uint8Array(bytes)
    let at = 0
    const complete = await this.pass(bytes, (piece) => {
      all.set(piece, at)
      at += piece.length
    })
    return complete ? all : null
  }

  /** Reads the rest and drops it, so that the sender gets to hear the answer. @returns how much there was */
  async drain(): Promise<number> {
    let dropped = this.#rest.length
    this.#rest = new Uint8Array(0)
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) dropped += next.value.length
    return dropped
  }
}

const bad = (message: string) => err({ code: 'bad-request', message })

const readList = async (source: ByteSource): Promise<Result<UploadList, RefusalShape>> => {
  const head = await source.take(4)
  if (!head) return bad('The upload ended before its list.')
  const length = new DataView(head.buffer).getUint32(0, true)
  if (length > MAX_LIST_BYTES) return bad('The list of files is too long.')
  const list = await source.take(length)
  return list ? parseUploadList(new TextDecoder().decode(list)) : bad('The upload ended in its list.')
}

/**
 * Takes an upload in the form of `core/ipc/upload.ts` into the content store, file by file, without holding it in memory.
 * @fails with the limit named before the bytes are taken; `bad-request` when it is shorter or longer than its list says
 */
export const receiveUpload = async (body: AsyncIterable<Uint8Array>, contents: ContentStore): Promise<Result<Received, RefusalShape>> => {
  const source = new ByteSource(body)
  const list = await readList(source)
  if (!list.ok) {
    await source.drain()
    return list
  }
  const files: { path: string; sha256: string }[] = []
  for (const { path, bytes } of list.value.files) {
    const writer: ContentWriter = contents.begin()
    try {
      if (!(await source.pass(bytes, (piece) => writer.write(piece)))) {
        writer.abandon()
        return bad('The upload ended before its last file.')
      }
      files.push({ path, sha256: writer.finish() })
    } catch (error) {
      writer.abandon()
      throw error
    }
  }
  if ((await source.drain()) > 0) return bad('The upload is longer than its list says.')
  return ok({ name: list.value.name, files, revisionOf: list.value.revisionOf })
}
