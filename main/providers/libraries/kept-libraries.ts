import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { KeptLibrary } from '#core/provider/librepcb/kept-library.ts'
import type { Library } from '#core/provider/librepcb/library.ts'

/** The libraries on this computer: each a zip with a small record beside it. */
export interface KeptLibraries {
  readonly folder: string
  /** By name. Looks at every file: one that was changed or cut is not whole. */
  list(): Promise<readonly KeptLibrary[]>
  find(uuid: string): Promise<KeptLibrary | null>
  /** Puts a checked download in place at once; the version before goes. */
  keep(library: Library, bytes: Uint8Array): Promise<string>
  /** Takes a library away, to be restored within a day. @returns false when it is not here */
  remove(uuid: string): Promise<boolean>
  restore(uuid: string): Promise<boolean>
}

const recordSchema = z.object({
  uuid: z.string(),
  name: z.string(),
  version: z.string(),
  format: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  savedAt: z.number(),
  file: z.string().regex(/^[A-Za-z0-9.-]+\.zip$/),
})
type LibraryRecord = z.infer<typeof recordSchema>

const DAY_MS = 24 * 60 * 60 * 1000
const RECORD = '.json'

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** A name that is only a name, whatever the server calls the library. */
const safe = (text: string): string => text.replace(/[^A-Za-z0-9.-]/g, '_').slice(0, 100)
const recordName = (uuid: string): string => (safe(uuid) === uuid ? uuid : `${safe(uuid)}-${hashOf(uuid).slice(0, 8)}`) + RECORD

export const libraryFileName = ({ uuid, version }: Pick<Library, 'uuid' | 'version'>): string =>
  `${uuid}-${version}`.replace(/[^A-Za-z0-9.-]/g, '_') + '.zip'

/** Writes beside and then renames: a file is there as a whole or not at all. */
export const writeWhole = async (path: string, data: Uint8Array | string): Promise<void> => {
  await writeFile(`${path}.part`, data)
  await rename(`${path}.part`, path)
}

const isThere = (path: string): Promise<boolean> => stat(path).then(Boolean, () => false)

export const keptLibraries = (folder: string, now: () => number): KeptLibraries => {
  const removed = join(folder, 'removed')
  /** Hashes of files that did not change since they were read. */
  const known = new Map<string, string>()

  const readRecord = async (at: string, name: string): Promise<LibraryRecord | null> => {
    try {
      const parsed = recordSchema.safeParse(JSON.parse(await readFile(join(at, name), 'utf8')))
      return parsed.success ? parsed.data : null
    } catch {
      // A record that cannot be read says nothing: the library counts as not here and can be downloaded again.
      return null
    }
  }
  const hashOfFile = async (path: string): Promise<string | null> => {
    const facts = await stat(path).catch(() => null)
    if (!facts) return null
    const key = `${path} ${facts.size} ${facts.mtimeMs}`
    const hash = known.get(key) ?? hashOf(await readFile(path))
    known.set(key, hash)
    return hash
  }
  const shown = async ({ file, ...record }: LibraryRecord): Promise<KeptLibrary> => ({
    ...record,
    isWhole: (await hashOfFile(join(folder, file))) === record.sha256,
  })
  const find = async (uuid: string): Promise<LibraryRecord | null> => readRecord(folder, recordName(uuid))
  const move = async (uuid: string, from: string, to: string): Promise<boolean> => {
    const name = recordName(uuid)
    const record = await readRecord(from, name)
    if (!record) return false
    await mkdir(to, { recursive: true })
    if (await isThere(join(from, record.file))) await rename(join(from, record.file), join(to, record.file))
    await rename(join(from, name), join(to, name))
    return true
  }
  const forgetOld = async (): Promise<void> => {
    for (const name of await readdir(removed).catch(() => [])) {
      const facts = await stat(join(removed, name)).catch(() => null)
      if (facts && facts.mtimeMs < now() - DAY_MS) await rm(join(removed, name), { force: true })
    }
  }

  return {
    folder,
    async list() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(RECORD))
      const records = await Promise.all(names.map((name) => readRecord(folder, name)))
      const all = await Promise.all(records.filter((record) => record !== null).map(shown))
      return all.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.uuid < b.uuid ? -1 : 1))
    },
    async find(uuid) {
      const record = await find(uuid)
      return record ? shown(record) : null
    },
    async keep(library, bytes) {
      const { uuid, name, version, format } = library
      await mkdir(folder, { recursive: true })
      const before = await find(uuid)
      const file = libraryFileName(library)
      const record: LibraryRecord = { uuid, name, version, format, bytes: bytes.length, sha256: hashOf(bytes), savedAt: now(), file }
      await writeWhole(join(folder, file), bytes)
      await writeWhole(join(folder, recordName(uuid)), JSON.stringify(record, null, 2))
      if (before && before.file !== file) await rm(join(folder, before.file), { force: true })
      return join(folder, file)
    },
    async remove(uuid) {
      await forgetOld()
      if (!(await move(uuid, folder, removed))) return false
      // The day to restore it begins now, however old the file is.
      const record = (await readRecord(removed, recordName(uuid)))!
      const moment = new Date(now())
      for (const name of [record.file, recordName(uuid)]) await utimes(join(removed, name), moment, moment).catch(() => undefined)
      return true
    },
    async restore(uuid) {
      return (await find(uuid)) === null && move(uuid, removed, folder)
    },
  }
}
