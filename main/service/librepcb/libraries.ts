import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packLibrary, type PackedLibrary } from './pack-library.ts'
import { readLibrary, type LibraryFacts } from './read-library.ts'
import type { LibraryEntry, LibraryPage } from './shapes.ts'

export interface Libraries {
  /**
   * @param format the newest file format that the client reads
   * @param page from 1
   * @param base the service's address as the client sees it
   * @returns null for a page that does not exist
   */
  page(format: string, page: number, base: string): Promise<LibraryPage | null>
  /** @returns the library as a zip, or null when there is none */
  pack(uuid: string, format: string): Promise<PackedLibrary | null>
  icon(uuid: string, format: string): Uint8Array | null
}

const PAGE = 50
/** How long the folder is not looked at again. */
const FRESH_MS = 5000

interface Found {
  readonly folder: string
  readonly facts: LibraryFacts
}

/** Compares dotted numbers: 0.1 < 1 < 1.10. */
const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference) return difference
  }
  return 0
}

export const LIBRARY_PATH = '/librepcb/libraries'

/** The libraries in a local folder: each is a folder `Name.lplib`. A folder of none gives an empty list. */
export const localLibraries = (root: string | null, now: () => number): Libraries => {
  let found: readonly Found[] = []
  let readAt = Number.NEGATIVE_INFINITY
  const packed = new Map<string, Promise<PackedLibrary | null>>()

  const all = (): readonly Found[] => {
    if (root === null || now() - readAt < FRESH_MS) return found
    readAt = now()
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.endsWith('.lplib'))
    found = folders.flatMap((entry) => {
      const folder = join(root, entry.name)
      const read = readLibrary(folder)
      return read.ok ? [{ folder, facts: read.value }] : []
    })
    return found
  }
  /** Of a library in several formats or versions, the newest that the client reads. */
  const readableBy = (format: string): readonly Found[] => {
    const best = new Map<string, Found>()
    for (const library of all()) {
      const { uuid, format_version, version } = library.facts
      if (compareVersions(format_version, format) > 0) continue
      const other = best.get(uuid)?.facts
      const isNewer = !other || compareVersions(format_version, other.format_version) || compareVersions(version, other.version)
      if (isNewer === true || Number(isNewer) > 0) best.set(uuid, library)
    }
    return [...best.values()].sort((a, b) => (a.facts.name['default']! < b.facts.name['default']! ? -1 : 1))
  }
  const find = (uuid: string, format: string): Found | undefined => readableBy(format).find(({ facts }) => facts.uuid === uuid)
  const packOf = ({ folder, facts }: Found): Promise<PackedLibrary | null> => {
    const key = `${folder} ${facts.updated_at}`
    const known = packed.get(key)
    if (known) return known
    if (packed.size > PAGE) packed.clear()
    const made = packLibrary(folder)
    packed.set(key, made)
    made.catch(() => packed.delete(key))
    return made
  }
  const entryOf = async (library: Found, format: string, base: string): Promise<LibraryEntry> => {
    const { hasIcon, ...facts } = library.facts
    const pack = await packOf(library)
    const address = `${base}${LIBRARY_PATH}/${format}/${facts.uuid}`
    return {
      ...facts,
      recommended: false,
      icon_url: hasIcon ? `${address}.png` : null,
      download_url: `${address}.zip`,
      download_size: pack?.bytes.length ?? null,
      download_sha256: pack?.sha256 ?? null,
    }
  }

  return {
    async page(format, page, base) {
      const libraries = readableBy(format)
      const pages = Math.max(1, Math.ceil(libraries.length / PAGE))
      if (page > pages) return null
      const address = (n: number): string => `${base}/api/v1/libraries/v${format}?page=${n}`
      const shown = libraries.slice((page - 1) * PAGE, page * PAGE)
      return {
        count: libraries.length,
        next: page < pages ? address(page + 1) : null,
        previous: page > 1 ? address(page - 1) : null,
        results: await Promise.all(shown.map((library) => entryOf(library, format, base))),
      }
    },
    async pack(uuid, format) {
      const library = find(uuid, format)
      return library ? packOf(library) : null
    },
    icon(uuid, format) {
      const library = find(uuid, format)
      return library?.facts.hasIcon ? readFileSync(join(library.folder, 'library.png')) : null
    },
  }
}
