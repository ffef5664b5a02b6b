import type { AnswerOf } from '#core/provider/wire/endpoint.ts'
import type { getLibraries } from './generated/libraries.ts'

type WireLibrary = AnswerOf<typeof getLibraries>['results'][number]

/** A library in the words of one language. */
export interface Library {
  readonly uuid: string
  readonly name: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly author: string
  readonly version: string
  readonly url: string
  readonly isDeprecated: boolean
  readonly isRecommended: boolean
  /** UUIDs; may name libraries that the server does not list. */
  readonly dependencies: readonly string[]
  readonly counts: Readonly<Record<'componentCategories' | 'packageCategories' | 'symbols' | 'packages' | 'components' | 'devices', number>>
  /** ISO 8601. */
  readonly updatedAt: string
  readonly format: string
  readonly iconUrl: string | null
  readonly downloadUrl: string
  /** Bytes and SHA-256 (lower case hex) of the download; null where the server does not say. */
  readonly downloadBytes: number | null
  readonly downloadSha256: string | null
}

/** @returns the text for `de_DE`, else for another country of the language, else the default one */
export const localText = (texts: Readonly<Record<string, string>>, locale: string): string => {
  const wanted = locale.replace('-', '_')
  const language = wanted.split('_')[0]!
  const near = Object.keys(texts)
    .sort()
    .find((name) => name === language || name.startsWith(`${language}_`))
  return texts[wanted] ?? texts[near ?? 'default'] ?? texts['default'] ?? ''
}

export const libraryOf = (wire: WireLibrary, locale: string): Library => ({
  uuid: wire.uuid,
  name: localText(wire.name, locale),
  description: localText(wire.description, locale),
  keywords: localText(wire.keywords, locale)
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
  author: wire.author,
  version: wire.version,
  url: wire.url,
  isDeprecated: wire.deprecated,
  isRecommended: wire.recommended,
  dependencies: wire.dependencies,
  counts: {
    componentCategories: wire.component_categories,
    packageCategories: wire.package_categories,
    symbols: wire.symbols,
    packages: wire.packages,
    components: wire.components,
    devices: wire.devices,
  },
  updatedAt: wire.updated_at,
  format: wire.format_version,
  iconUrl: wire.icon_url,
  downloadUrl: wire.download_url,
  downloadBytes: wire.download_size,
  downloadSha256: wire.download_sha256?.toLowerCase() ?? null,
})

export interface Needed {
  /** Dependencies before what needs them; the asked one last. */
  readonly libraries: readonly Library[]
  /** UUIDs that are needed and not listed. */
  readonly missing: readonly string[]
}

/** @returns a library with everything that it needs; circles are walked once. Empty for an unknown UUID, which is then missing */
export const withDependencies = (all: readonly Library[], uuid: string): Needed => {
  const byUuid = new Map(all.map((library) => [library.uuid, library]))
  const seen = new Set<string>()
  const libraries: Library[] = []
  const missing: string[] = []
  // Depth first without recursion: a chain may be as long as the list.
  const open: { readonly uuid: string; readonly isDone: boolean }[] = [{ uuid, isDone: false }]
  for (let next = open.pop(); next; next = open.pop()) {
    const library = byUuid.get(next.uuid)
    if (next.isDone) libraries.push(library!)
    if (next.isDone || seen.has(next.uuid)) continue
    seen.add(next.uuid)
    if (!library) {
      missing.push(next.uuid)
      continue
    }
    open.push({ uuid: next.uuid, isDone: true })
    for (const needed of [...library.dependencies].reverse()) open.push({ uuid: needed, isDone: false })
  }
  return { libraries, missing }
}
