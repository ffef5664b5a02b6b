import { z } from 'zod'
import { err, ok, type Result } from '#core/base/result.ts'
import { refuseDuplicates, refuseEntry, refuseTotals, type Refusal } from '#core/archive/limits.ts'

/**
 * Form of an upload: 4 bytes length (little endian) of the list, the list as UTF-8 JSON, then the files' bytes one after
 * another. The list comes first, so that a package beyond the limits is refused before it is sent.
 */
export const UPLOAD_TYPE = 'application/x-boardproof-files'
export const MAX_LIST_BYTES = 32 * 1024 * 1024

const uploadList = z.strictObject({
  name: z.string().min(1).max(1024),
  /** The board that the package is to be the next revision of; absent = a board of its own. */
  revisionOf: z.uuid().optional(),
  files: z.array(z.strictObject({ path: z.string().min(1).max(4096), bytes: z.int().min(0) })).min(1),
})
export type UploadList = z.infer<typeof uploadList>

/** Reads and judges the list of an upload. A single file may be an archive; the limits for its inside come later. */
export const parseUploadList = (text: string): Result<UploadList, Refusal | { code: 'bad-request'; message: string }> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err({ code: 'bad-request', message: 'The list of files is not JSON.' })
  }
  const parsed = uploadList.safeParse(value)
  if (!parsed.success) return err({ code: 'bad-request', message: 'The list of files is not as agreed.' })
  const { files } = parsed.data
  let total = 0
  for (const [i, { path, bytes }] of files.entries()) {
    total += bytes
    const refusal =
      refuseEntry({ path, packedBytes: bytes, unpackedBytes: files.length === 1 ? 0 : bytes, encrypted: false, link: false, method: 0 }) ??
      refuseTotals(i + 1, total)
    if (refusal) return err(refusal)
  }
  const twice = refuseDuplicates(files.map((f) => f.path))
  return twice ? err(twice) : ok(parsed.data)
}

/** @returns what precedes the files' bytes in an upload */
export const uploadHead = (list: UploadList, encode: (text: string) => Uint8Array): Uint8Array<ArrayBuffer> => {
  const json = encode(JSON.stringify(list))
  const head = new Uint8Array(4 + json.length)
  new DataView(head.buffer).setUint32(0, json.length, true)
  head.set(json, 4)
  return head
}
