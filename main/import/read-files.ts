import { lstat, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Problem } from '#core/base/problem.ts'
import { isJunk } from '#core/archive/entry-names.ts'
import { PACKAGE_LIMITS, refuseEntry, refuseTotals } from '#core/archive/limits.ts'
import { fail, ImportFailure, stopIfAborted } from '#main/import/import-error.ts'
import type { RawFile } from '#main/import/read-zip.ts'

const failureOf = (error: NodeJS.ErrnoException, path: string): ImportFailure => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return fail('not-found', `There is no file or folder "${path}".`)
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return fail('not-readable', `"${path}" may not be read: its permissions forbid it.`)
  return fail('not-readable', `"${path}" could not be read (${error.code ?? error.message}).`)
}

/** @returns what the path is; a link given by the user is followed, links inside a folder are not */
export const kindOf = async (path: string): Promise<'file' | 'folder'> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw failureOf(error, path)
  })
  if (found.isDirectory()) return 'folder'
  if (found.isFile()) return 'file'
  throw fail('not-readable', `"${path}" is neither a file nor a folder.`)
}

/** Reads one file, at most `limit` bytes: it may grow while it is read. */
export const readFileWithin = async (path: string, limit: number): Promise<Uint8Array> => {
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > limit)
        throw fail(
          'file-too-large',
          `"${basename(path)}" has ${Math.round(size / 1048576)} MB; at most ${Math.round(limit / 1048576)} MB are read.`,
        )
      const bytes = new Uint8Array(size)
      let filled = 0
      while (filled < size) {
        const { bytesRead } = await handle.read(bytes, filled, size - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return filled === size ? bytes : bytes.subarray(0, filled)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof ImportFailure ? error : failureOf(error as NodeJS.ErrnoException, path)
  }
}

interface Listed {
  readonly path: string
  readonly file: string
}

const listFolder = async (root: string, problems: Problem[], signal: AbortSignal | undefined): Promise<Listed[]> => {
  const listed: Listed[] = []
  let total = 0
  const walk = async (folder: string, prefix: string): Promise<void> => {
    stopIfAborted(signal)
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw failureOf(error, folder)
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = prefix + entry.name
      const file = join(folder, entry.name)
      if (isJunk(entry.isDirectory() ? `${path}/x` : path)) continue
      if (entry.isDirectory()) await walk(file, `${path}/`)
      else if (entry.isFile()) {
        const { size } = await lstat(file)
        const refusal =
          refuseEntry({ path, packedBytes: size, unpackedBytes: size, encrypted: false, link: false, method: 0 }) ??
          refuseTotals(listed.length + 1, (total += size))
        if (refusal) throw new ImportFailure(refusal)
        listed.push({ path, file })
      } else {
        problems.push({
          level: 'warning',
          code: 'link-skipped',
          line: 0,
          message: `"${path}" is a link or a device and was not followed. Copy the file itself into the folder.`,
        })
      }
    }
  }
  await walk(root, '')
  return listed
}

const readListed = async (
  listed: readonly Listed[],
  signal: AbortSignal | undefined,
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<RawFile[]> => {
  const files: RawFile[] = []
  for (const { path, file } of listed) {
    stopIfAborted(signal)
    files.push({ path, bytes: await readFileWithin(file, PACKAGE_LIMITS.fileBytes) })
    onProgress?.(files.length, listed.length)
  }
  return files
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Folder of the board to be plotted, where the package is a LibrePCB project with several. */
  readonly projectBoard?: string | undefined
}

/** Reads a folder with its subfolders; links inside are named in `problems` and not followed. */
export const readFolder = async (root: string, problems: Problem[], { signal, onProgress }: ReadOptions): Promise<RawFile[]> =>
  readListed(await listFolder(root, problems, signal), signal, onProgress)

/** Reads files and folders given one by one; paths in the package are relative to the folder that they have in common. */
export const readSeveral = async (
  paths: readonly string[],
  problems: Problem[],
  { signal, onProgress }: ReadOptions,
): Promise<RawFile[]> => {
  const full = [...new Set(paths.map((p) => resolve(p)))]
  const common = full.map(dirname).reduce(commonFolder)
  const listed: Listed[] = []
  for (const file of full) {
    const path = file.slice(common.length).split(sep).filter(Boolean).join('/')
    if ((await kindOf(file)) === 'file') listed.push({ path, file })
    else for (const inner of await listFolder(file, problems, signal)) listed.push({ path: `${path}/${inner.path}`, file: inner.file })
  }
  const refusal = refuseTotals(listed.length, 0)
  if (refusal) throw new ImportFailure(refusal)
  return readListed(listed, signal, onProgress)
}

const commonFolder = (a: string, b: string): string => {
  const [x, y] = [a.split(sep), b.split(sep)]
  let n = 0
  while (n < x.length && x[n] === y[n]) n++
  return x.slice(0, n).join(sep)
}
