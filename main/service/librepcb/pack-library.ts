import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'

export interface PackedLibrary {
  readonly bytes: Uint8Array
  readonly sha256: string
}

const MOST_FILES = 50_000
const MOST_BYTES = 512 * 1024 * 1024
/** The same folder gives the same zip: times do not count. */
const DATE = new Date(Date.UTC(2000, 0, 1))

const filesIn = (folder: string): readonly string[] => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git'))
    .sort()
}

/** @returns the library's folder as a zip, or null when it is larger than any library */
export const packLibrary = async (folder: string): Promise<PackedLibrary | null> => {
  const paths = filesIn(folder)
  const total = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
  if (paths.length > MOST_FILES || total > MOST_BYTES) return null
  const zip = new JSZip()
  for (const path of paths) zip.file(path.replaceAll('\\', '/'), readFileSync(join(folder, path)), { date: DATE, createFolders: false })
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
