import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import JSZip from 'jszip'

/** Folder of reference packages beside the project; tests that need it are skipped where it is missing. */
export const SHARED = resolve(import.meta.dirname, '../../../../../shared')
export const hasShared = existsSync(SHARED)

/** @returns the files of a reference package by path */
export const packageFiles = async (folder: 'boards' | 'truth', name: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const zip = await JSZip.loadAsync(readFileSync(resolve(SHARED, folder, `${name}.zip`)))
  const files = new Map<string, Uint8Array>()
  for (const entry of Object.values(zip.files)) if (!entry.dir) files.set(entry.name, await entry.async('uint8array'))
  return files
}

export const sharedFile = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(SHARED, path)))
