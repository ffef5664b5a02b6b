import type { Claim } from '#core/identify/claim.ts'
import { claim, roleText } from '#core/identify/claim.ts'
import { roleOfExtension } from '#core/identify/extensions.ts'
import type { NameWord } from '#core/identify/layer-words.ts'
import { layerWords } from '#core/identify/layer-words.ts'
import { roleOfWords } from '#core/identify/role-of-words.ts'

export interface NameParts {
  readonly path: string
  readonly folders: string
  readonly stem: string
  readonly extension: string
}

/** Splits `a/b/name.ext`; the extension is the part after the last dot when it is short and no layer name ("F.Cu" has none). */
export const nameParts = (path: string): NameParts => {
  const slash = path.lastIndexOf('/')
  const file = path.slice(slash + 1)
  const match = /^(.+)\.([A-Za-z0-9_]{1,8})$/.exec(file)
  const isLayerName =
    match !== null && /^(cu|mask|paste|silks|silkscreen|cuts|adhes|crtyd|fab|user)$/i.test(match[2]!) && !/^fab$/i.test(match[2]!)
  const cut = match !== null && !isLayerName
  return { path, folders: path.slice(0, Math.max(0, slash)), stem: cut ? match[1]! : file, extension: cut ? match[2]! : '' }
}

/** KiCad writes the side as one letter: `-F_Cu`, `-B.Mask`, `F.Paste`; inner layers as `In1.Cu`. */
const KICAD = /(?:^|[-_. ])([FB])[._]((?:Cu|Mask|SilkS|Silkscreen|Paste|Adhes|Adhesive|CrtYd|Courtyard|Fab))$/i

/** One letter for the side elsewhere: `T_Silk`, `B-Mask`. */
const ONE_LETTER = /(?:^|[-_. ])([TB])[-_. ](cu|copper|mask|smask|soldermask|silk|silkscreen|legend|paste)$/i

/** KiCad's numbered user layers. */
const KICAD_USER = /(?:^|[-_.])User[_.](?:\d+|Eco\d)$/i

const kicadWords = (stem: string): string =>
  stem
    .replace(KICAD, (_, side: string, what: string) => ` ${side.toUpperCase() === 'F' ? 'top' : 'bottom'} ${what}`)
    .replace(ONE_LETTER, (_, side: string, what: string) => ` ${side.toUpperCase() === 'T' ? 'top' : 'bottom'} ${what}`)
    .replace(KICAD_USER, ' drawing')

/** Zuken CR-8000 puts the side behind: `Conductor-A`, `Resist_B`. */
const ZUKEN = /\b(conductor|resist|symbol(?:mark)?|metalmask|silk)[-_ ]?([AB])$/i

const zukenWords = (stem: string): string =>
  stem.replace(ZUKEN, (_, what: string, side: string) => `${what} ${side.toUpperCase() === 'A' ? 'top' : 'bottom'}`)

/**
 * How many leading words all names share: the design's name, which says nothing about a layer even when it holds "top"
 * or "drill". Only believed with four files or more.
 */
export const sharedWordCount = (stems: readonly string[]): number => {
  if (stems.length < 4) return 0
  const lists = stems.map((s) => layerWords(kicadWords(s)).map((w) => `${w.text}${w.number ?? ''}`))
  let n = 0
  while (lists.every((l) => l[n] !== undefined && l[n] === lists[0]![n])) n++
  return n
}

/**
 * What a file's name says: its extension and its words, as two claims, either of which may be missing.
 * @param shared leading words that all files of the package have in common
 */
export const nameClaims = (parts: NameParts, shared: number): Claim[] => {
  const claims: Claim[] = []
  const extension = roleOfExtension(parts.extension)
  if (extension) {
    const { role, side, weight, rank, rankFrom, family } = extension
    const says = `.${parts.extension} is ${roleText(role, side)} in ${family} names`
    claims.push(claim('name', weight, role, side, says, { rank, rankFrom }))
  }
  const words = layerWords(zukenWords(kicadWords(parts.stem))).slice(shared)
  const found = roleOfWords(words) ?? roleOfWords(folderWords(parts.folders, words))
  if (found) {
    const says = `the name "${parts.stem}" reads as ${roleText(found.role, found.side)}`
    claims.push(claim('name', found.strength, found.role, found.side, says, { rank: found.rank, rankFrom: found.rankFrom }))
  }
  return claims
}

/** The last folder helps where the name alone says nothing ("inner/1.gbr"). */
const folderWords = (folders: string, own: readonly NameWord[]): NameWord[] => {
  const last = folders.split('/').at(-1) ?? ''
  const words = layerWords(last).filter((w) => w.meanings.some((m) => m !== 'board' && m !== 'drill' && m !== 'document'))
  return words.length > 0 ? [...words, ...own] : []
}
