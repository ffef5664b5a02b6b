import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { LibrepcbClient } from '#core/provider/librepcb/client.ts'
import { withDependencies, type Library } from '#core/provider/librepcb/library.ts'
import type { Answer } from '#core/provider/provider.ts'
import { libraryFileName, writeWhole } from './libraries/kept-libraries.ts'
import type { SavedLibraries } from './libraries/library-desk.ts'

/** Saves a library and all it needs into a folder of the caller's choice, checked by size and hash first. */
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
    const path = join(folder, libraryFileName(library))
    await writeWhole(path, bytes.value)
    saved.push({ uuid: library.uuid, name: library.name, path, bytes: bytes.value.length })
  }
  return ok({ saved, missing: [...needed.missing] })
}
