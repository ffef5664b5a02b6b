/** Looks at a zip while it passes, so that what is none is refused before it is kept. */
export interface ZipWatch {
  see(chunk: Uint8Array): void
  /** @returns why it is not a zip with files, or null */
  problem(): { readonly code: 'empty_file' | 'invalid_file'; readonly message: string } | null
}

/** End of central directory record (22 bytes) with the longest comment. @source PKWARE APPNOTE 6.3.10, 4.3.16 */
const END_BYTES = 22
const TAIL_BYTES = END_BYTES + 65_535
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1')
const ENTRIES_AT = 10

export const zipWatch = (): ZipWatch => {
  let bytes = 0
  let head: Buffer = Buffer.alloc(0)
  let tail: Buffer = Buffer.alloc(0)
  return {
    see(chunk) {
      bytes += chunk.length
      if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)])
      tail =
        chunk.length >= TAIL_BYTES
          ? Buffer.from(chunk.subarray(-TAIL_BYTES))
          : Buffer.concat([tail.subarray(-(TAIL_BYTES - chunk.length)), chunk])
    },
    problem() {
      if (bytes === 0) return { code: 'empty_file', message: 'The file is empty (0 bytes).' }
      if (head.subarray(0, 2).toString('latin1') !== 'PK') {
        return { code: 'invalid_file', message: 'The file is not a zip. Send one .zip with the Gerber and drill files.' }
      }
      const end = tail.lastIndexOf(END_SIGNATURE)
      if (end < 0 || end + END_BYTES > tail.length) {
        return { code: 'invalid_file', message: 'The zip ends too early: its directory is missing. Send it again.' }
      }
      if (tail.readUInt16LE(end + ENTRIES_AT) === 0) return { code: 'invalid_file', message: 'The zip holds no files.' }
      return null
    },
  }
}
