/** What tells one board from another at a glance. */
export interface BoardTraits {
  readonly name: string
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly copperLayers: number
  /** Paths inside the package. */
  readonly paths: readonly string[]
}

export interface Likeness {
  /** 0 = nothing in common. */
  readonly score: number
  /** Why, in a few words each; empty when nothing is alike. */
  readonly says: readonly string[]
}

/** Two boards of this likeness are offered as revisions of each other. */
export const ALIKE_ENOUGH = 4

const SAME_SIZE_MM = 0.05
const NEAR_SIZE_MM = 2

/** A name without its ending, version, date and counters: "Amp_v2 (1).zip" and "amp-rev3-2026-01-05.zip" are both "amp". */
export const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(zip|tgz|rar|7z|gbrjob)$/, '')
    .replace(/\d{4}[-_.]?\d{2}[-_.]?\d{2}/g, ' ')
    .replace(/\(\d+\)/g, ' ')
    .replace(/(?<![\p{L}])(?:v|r|rev|ver|version|revision)[-_. ]*\d+(?:[._]\d+)*[a-z]?(?![\p{L}])/gu, ' ')
    .replace(/[\s_.-]+/g, ' ')
    .replace(/(?: (?:gerber|gerbers|fab|fabrication|plot|copy|new|final|\d+))+$/, '')
    .trim()

const baseNames = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase()))

const sizeLikeness = (a: BoardTraits, b: BoardTraits): Likeness => {
  if (a.widthMm === null || a.heightMm === null || b.widthMm === null || b.heightMm === null) return { score: 0, says: [] }
  const off = Math.max(Math.abs(a.widthMm - b.widthMm), Math.abs(a.heightMm - b.heightMm))
  if (off <= SAME_SIZE_MM) return { score: 2, says: ['the same size'] }
  return off <= NEAR_SIZE_MM ? { score: 1, says: ['nearly the same size'] } : { score: -1, says: [] }
}

const fileLikeness = (a: BoardTraits, b: BoardTraits): Likeness => {
  const [mine, theirs] = [baseNames(a.paths), baseNames(b.paths)]
  const shared = [...mine].filter((name) => theirs.has(name)).length
  const share = shared / Math.max(mine.size, theirs.size, 1)
  if (share < 0.5) return { score: 0, says: [] }
  return { score: share >= 0.8 ? 2 : 1, says: [`${shared} of ${mine.size} file names`] }
}

const nameLikeness = (a: BoardTraits, b: BoardTraits): Likeness => {
  const [mine, theirs] = [stemOf(a.name), stemOf(b.name)]
  return mine !== '' && mine === theirs ? { score: 2, says: ['the same name'] } : { score: 0, says: [] }
}

/** @returns how much two packages look like one board; the more of name, size, layers and files agree the more */
export const likenessOf = (a: BoardTraits, b: BoardTraits): Likeness => {
  const parts = [nameLikeness(a, b), sizeLikeness(a, b), fileLikeness(a, b)]
  const layers = a.copperLayers === b.copperLayers ? 1 : -2
  return {
    score: Math.max(
      0,
      parts.reduce((sum, part) => sum + part.score, layers),
    ),
    says: parts.flatMap((part) => part.says),
  }
}
