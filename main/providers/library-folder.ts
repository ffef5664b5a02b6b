import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { LibrepcbClient } from '#core/provider/librepcb/client.ts'
import { withDependencies, type Library } from '#core/provider/librepcb/library.ts'
import type { Answer } from '#core/provider/provider.ts'

export interface SavedLibraries {
  saved: { uuid: string; name: string; path: string; bytes: number }[]
  /** Needed, and not listed by the server. */
  missing: string[]
}

/** Where libraries are kept, and how they get there: checked by size and hash first, in place at once. */
export interface LibraryFolder {
  download(client: LibrepcbClient, all: readonly Library[], uuid: string, cancel: Cancel | null): Answer<SavedLibraries>
  /** @returns a PNG as a `data:` address, null for anything else */
  iconAddress(bytes: Uint8Array | null): string | null
}

/** A name that is only a name, whatever the server calls the library. */
const fileName = ({ uuid, version }: Library): string => `${uuid}-${version}`.replace(/[^A-Za-z0-9.-]/g, '_') + '.zip'

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MOST_ICON_BYTES = 512 * 1024

/** Saves a library and all it needs into a folder. */
export const saveLibraries = async (
  folder: string,
  client: LibrepcbClient,
  all: readonly Library[],
  uuid: string,
  cancel: Cancel | null,
): Answer<SavedLibraries> => {
  const needed = withDependencies(all, uuid)
  const saved: SavedLibraries['saved'] = []
  await mkdir(folder, { recursive: true })
  for (const library of needed.libraries) {
    const bytes = await client.download(library, cancel)
    if (!bytes.ok) return bytes
    const path = join(folder, fileName(library))
    await writeFile(`${path}.part`, bytes.value)
    await rename(`${path}.part`, path)
    saved.push({ uuid: library.uuid, name: library.name, path, bytes: bytes.value.length })
  }
  return ok({ saved, missing: [...needed.missing] })
}

export const libraryFolder = (dataFolder: string): LibraryFolder => ({
  download: (client, all, uuid, cancel) => saveLibraries(join(dataFolder, 'parts-libraries'), client, all, uuid, cancel),
  iconAddress(bytes) {
    const isPng = bytes !== null && bytes.length <= MOST_ICON_BYTES && PNG_START.every((byte, k) => bytes[k] === byte)
    return isPng ? `data:image/png;base64,${Buffer.from(bytes).toString('base64')}` : null
  },
})
