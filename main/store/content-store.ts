import { createHash, randomBytes, type Hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const HASH = /^[0-9a-f]{64}$/

/** Writes one content piece by piece. */
export interface ContentWriter {
  write(chunk: Uint8Array): void
  /** Makes it durable. @returns its SHA-256, under which it can be read */
  finish(): string
  /** Drops what was written. */
  abandon(): void
}

/**
 * Bytes under their own SHA-256 (`blobs/ab/cdef…`). A content is on disk, synced and in place before anything refers to
 * it; what nothing refers to is removed by `collect`.
 */
export interface ContentStore {
  begin(): ContentWriter
  put(bytes: Uint8Array): string
  has(sha256: string): boolean
  /** @returns the bytes, or null when they are not there or no longer what they were */
  get(sha256: string): Uint8Array | null
  /** Looks at everything that lies there. */
  list(): readonly { readonly sha256: string; readonly bytes: number }[]
  /** Removes contents that `isUsed` does not know and that are older than `before` (ms since 1970). @returns how many */
  collect(isUsed: (sha256: string) => boolean, before: number): number
}

const syncFolder = (folder: string): void => {
  // Windows cannot open folders; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

const writeAll = (fd: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at)
}

export const contentStore = (root: string): ContentStore => {
  const incoming = join(root, 'incoming')
  mkdirSync(incoming, { recursive: true, mode: 0o700 })
  const folderOf = (sha256: string): string => join(root, sha256.slice(0, 2))
  const fileOf = (sha256: string): string => join(folderOf(sha256), sha256.slice(2))

  const place = (temporary: string, sha256: string): void => {
    const isNew = mkdirSync(folderOf(sha256), { recursive: true }) !== undefined
    renameSync(temporary, fileOf(sha256))
    syncFolder(folderOf(sha256))
    if (isNew) syncFolder(root)
  }

  const begin = (): ContentWriter => {
    const temporary = join(incoming, randomBytes(16).toString('hex'))
    const fd = openSync(temporary, 'wx', 0o600)
    const hash: Hash = createHash('sha256')
    let open = true
    const close = (): void => {
      if (open) closeSync(fd)
      open = false
    }
    return {
      write(chunk) {
        hash.update(chunk)
        writeAll(fd, chunk)
      },
      finish() {
        fsyncSync(fd)
        close()
        const sha256 = hash.digest('hex')
        place(temporary, sha256)
        return sha256
      },
      abandon() {
        close()
        rmSync(temporary, { force: true })
      },
    }
  }

  const get = (sha256: string): Uint8Array | null => {
    if (!HASH.test(sha256) || !existsSync(fileOf(sha256))) return null
    const bytes = readFileSync(fileOf(sha256))
    return createHash('sha256').update(bytes).digest('hex') === sha256
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : null
  }

  return {
    begin,
    put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      // What lies there may have been damaged since: then it is written anew.
      if (get(sha256)) return sha256
      const writer = begin()
      try {
        writer.write(bytes)
        return writer.finish()
      } catch (error) {
        writer.abandon()
        throw error
      }
    },
    has: (sha256) => HASH.test(sha256) && existsSync(fileOf(sha256)),
    get,
    list: () =>
      readdirSync(root)
        .filter((name) => /^[0-9a-f]{2}$/.test(name))
        .flatMap((prefix) =>
          readdirSync(join(root, prefix)).map((rest) => ({ sha256: prefix + rest, bytes: statSync(join(root, prefix, rest)).size })),
        ),
    collect(isUsed, before) {
      let removed = 0
      const sweep = (file: string): void => {
        if (statSync(file).mtimeMs >= before) return
        rmSync(file)
        removed++
      }
      for (const name of readdirSync(incoming)) sweep(join(incoming, name))
      for (const prefix of readdirSync(root).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        for (const rest of readdirSync(join(root, prefix))) if (!isUsed(prefix + rest)) sweep(join(root, prefix, rest))
      }
      return removed
    },
  }
}
