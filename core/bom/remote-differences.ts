import { compareRefs } from './bom-rows.ts'

/** A line of the package's own list, as far as it is compared. */
export interface OwnLine {
  readonly refs: readonly string[]
  /** Ordering columns by their heading. */
  readonly partNumbers: Readonly<Record<string, string>>
  /** False = not fitted; null = the list does not say. */
  readonly fitted: boolean | null
}

/** A line of a provider's list. */
export interface RemoteLine {
  readonly refs: readonly string[]
  /** The part that is assigned; null = none. */
  readonly mpn: string | null
}

export type RemoteDifference =
  | { readonly kind: 'only-here' | 'only-there'; readonly ref: string }
  | { readonly kind: 'other-part'; readonly refs: readonly string[]; readonly here: string; readonly there: string }
  /** `not-fitted-here`: placed there all the same. `not-placed-there`: fitted by the list. */
  | { readonly kind: 'not-fitted-here' | 'not-placed-there'; readonly ref: string }

/** Columns that name who makes or sells a part, not the part. */
const IS_MAKER = /^(?:manufacturer|mfr|mfg|maker|supplier|vendor|distributor)(?: ?\d| name)?$/i

const tidy = (text: string): string => text.replace(/\s+/g, '').toLowerCase()

const numbersOf = ({ partNumbers }: OwnLine): readonly string[] =>
  Object.entries(partNumbers).flatMap(([heading, value]) => (IS_MAKER.test(heading.trim()) || value.trim() === '' ? [] : [value]))

const refOf = (difference: RemoteDifference): string => ('ref' in difference ? difference.ref : difference.refs[0]!)

/**
 * What the package's list and a provider's list of the same board say differently.
 * @param notPlaced references that are marked there as not placed
 * @returns in natural order of references; empty when they agree
 */
export const remoteDifferences = (
  own: readonly OwnLine[],
  remote: readonly RemoteLine[],
  notPlaced: ReadonlySet<string>,
): readonly RemoteDifference[] => {
  const found: RemoteDifference[] = []
  const there = new Map(remote.flatMap((line) => line.refs.map((ref) => [ref, line] as const)))
  const here = new Set(own.flatMap(({ refs }) => refs))
  for (const line of own) {
    const numbers = numbersOf(line)
    const others = new Map<string, string[]>()
    for (const ref of line.refs) {
      const match = there.get(ref)
      if (!match) {
        if (line.fitted !== false) found.push({ kind: 'only-here', ref })
        continue
      }
      if (line.fitted === false && !notPlaced.has(ref)) found.push({ kind: 'not-fitted-here', ref })
      if (line.fitted !== false && notPlaced.has(ref)) found.push({ kind: 'not-placed-there', ref })
      const isOther = match.mpn !== null && numbers.length > 0 && !numbers.some((number) => tidy(number) === tidy(match.mpn!))
      if (isOther) others.set(match.mpn!, [...(others.get(match.mpn!) ?? []), ref])
    }
    for (const [mpn, refs] of others) found.push({ kind: 'other-part', refs, here: numbers[0]!, there: mpn })
  }
  for (const ref of there.keys()) if (!here.has(ref)) found.push({ kind: 'only-there', ref })
  return found.sort((a, b) => compareRefs(refOf(a), refOf(b)))
}
