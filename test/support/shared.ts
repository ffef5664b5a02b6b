import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The reference material beside the checkout; tests that use it are skipped, visibly, where it is absent. */
export const SHARED = join(root, 'shared')

/** @returns the path of a folder or file of the reference material, or null where it is absent */
export const sharedPath = (...parts: readonly string[]): string | null => {
  const path = join(SHARED, ...parts)
  return existsSync(path) ? path : null
}

/** @returns the file names in a folder of the reference material that end so, sorted; empty where it is absent */
export const sharedNames = (folder: string, ending: string): readonly string[] => {
  const path = sharedPath(folder)
  return path
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .sort()
    : []
}

/** @returns a JSON file of the reference material */
export const sharedJson = <T>(...parts: readonly string[]): T => JSON.parse(readFileSync(join(SHARED, ...parts), 'utf8')) as T
