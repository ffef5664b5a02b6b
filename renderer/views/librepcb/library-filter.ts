import type { PartsLibraryShape } from '#core/ipc/parts-libraries.ipc.ts'

export interface LibraryFilter {
  readonly words: string
  readonly onlyRecommended: boolean
  readonly withDeprecated: boolean
  readonly withNewer: boolean
}

export const NO_FILTER: LibraryFilter = { words: '', onlyRecommended: false, withDeprecated: false, withNewer: false }

/** @returns the libraries that have every word somewhere and are of the wanted kinds; recommended ones first, then by name */
export const filterLibraries = (all: readonly PartsLibraryShape[], filter: LibraryFilter): readonly PartsLibraryShape[] => {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const hasWords = ({ name, description, keywords, author }: PartsLibraryShape): boolean => {
    const text = [name, description, author, ...keywords].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return all
    .filter(
      (library) =>
        (!filter.onlyRecommended || library.isRecommended) &&
        (filter.withDeprecated || !library.isDeprecated) &&
        (filter.withNewer || !library.needsNewer) &&
        hasWords(library),
    )
    .sort((a, b) => Number(b.isRecommended) - Number(a.isRecommended) || a.name.localeCompare(b.name, undefined, { numeric: true }))
}

const COUNTS: readonly (readonly [key: string, one: string, many: string])[] = [
  ['devices', 'device', 'devices'],
  ['components', 'component', 'components'],
  ['packages', 'package', 'packages'],
  ['symbols', 'symbol', 'symbols'],
  ['componentCategories', 'component category', 'component categories'],
  ['packageCategories', 'package category', 'package categories'],
]

/** @returns what is in a library, in words; what it has none of is left out */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  COUNTS.flatMap(([key, one, many]) => {
    const n = counts[key] ?? 0
    return n === 0 ? [] : [`${n.toLocaleString('en')} ${n === 1 ? one : many}`]
  }).join(' · ') || 'empty'
