import { matchFindings, type Anchor, type MatchContext } from './match-findings.ts'
import { isWorse } from './worse.ts'

export type FindingChange = 'new' | 'unchanged' | 'moved' | 'worse'

export interface ChangedFinding<A, B> {
  readonly change: FindingChange
  /** Null when new. */
  readonly from: A | null
  readonly to: B
}

export interface FindingComparison<A, B> {
  /** One for each finding of the newer revision, in the order given there. */
  readonly changes: readonly ChangedFinding<A, B>[]
  /** Findings of the older revision that are no longer there, in the order given. */
  readonly fixed: readonly A[]
}

export interface ChangeCounts {
  readonly new: number
  readonly fixed: number
  readonly unchanged: number
  readonly moved: number
  readonly worse: number
}

/** Compares the findings of two revisions. `worse` counts before `moved`; one that measures better is `unchanged`. */
export const compareFindings = <A extends Anchor, B extends Anchor>(
  older: readonly A[],
  newer: readonly B[],
  context: MatchContext,
): FindingComparison<A, B> => {
  const { pairs, gone } = matchFindings(older, newer, context)
  const pairOf = new Map(pairs.map((pair) => [pair.to, pair]))
  return {
    changes: newer.map((to) => {
      const pair = pairOf.get(to)
      if (!pair) return { change: 'new', from: null, to }
      return { change: isWorse(to, pair.from) ? 'worse' : pair.how === 'moved' ? 'moved' : 'unchanged', from: pair.from, to }
    }),
    fixed: gone,
  }
}

/** @returns how many findings changed in which way */
export const countChanges = ({ changes, fixed }: FindingComparison<unknown, unknown>): ChangeCounts => {
  const count = (wanted: FindingChange): number => changes.filter((c) => c.change === wanted).length
  return { new: count('new'), fixed: fixed.length, unchanged: count('unchanged'), moved: count('moved'), worse: count('worse') }
}
