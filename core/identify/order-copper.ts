import type { Claim } from '#core/identify/claim.ts'
import type { Side } from '#core/identify/identified-file.ts'

export interface CopperFile {
  readonly path: string
  readonly side: Side
  readonly claims: readonly Claim[]
}

export interface CopperOrder {
  readonly order: number | null
  readonly side: Side
  /** Sentences why the order is doubtful; empty when it is plain. */
  readonly doubts: readonly string[]
}

interface Rank {
  readonly value: number
  readonly from: 'absolute' | 'relative'
  readonly says: string
}

const strongestRank = (claims: readonly Claim[]): Rank | null => {
  const ranked = claims.filter((c) => c.rank !== null && c.rankFrom !== null && (c.role === 'copper' || c.role === 'plane'))
  if (ranked.length === 0) return null
  const best = ranked.reduce((a, b) => (b.weight > a.weight ? b : a))
  return { value: best.rank!, from: best.rankFrom!, says: best.says }
}

/** Claims that count layers absolutely and contradict each other. */
const disagreement = (claims: readonly Claim[]): string | null => {
  const absolute = claims.filter((c) => c.rankFrom === 'absolute' && c.weight >= 0.6)
  const other = absolute.find((c) => c.rank !== absolute[0]!.rank)
  return other ? `the position in the stack is told twice: ${absolute[0]!.says}, but ${other.says}` : null
}

const byText = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : 1)

/**
 * Puts the copper files in order from top to bottom.
 * Statements that count from the top are taken as they are, also when files are missing in between; numbers of inner
 * layers alone give the sequence; where neither tells, the order of the names is used and the doubt is told.
 * @param stack copper layer names top to bottom as a report lists them, lower case, or null
 * @param shared what files with a name in the stack are called: path to name
 * @returns by path
 */
export const orderCopper = (
  files: readonly CopperFile[],
  stack: readonly string[] | null,
  nameOf: (path: string) => string,
): ReadonlyMap<string, CopperOrder> => {
  const result = new Map<string, CopperOrder>()
  const ranked = files.map((file) => {
    const listed = stack ? stackPosition(stack, nameOf(file.path)) : -1
    const own = strongestRank(file.claims)
    const rank: Rank | null =
      own && own.from === 'absolute'
        ? own
        : listed >= 0
          ? { value: listed + 1, from: 'absolute', says: 'the drill report lists the stackup' }
          : own
    return { file, rank, doubt: disagreement(file.claims) }
  })
  const bottomOrder = Math.max(0, ...files.flatMap((f) => f.claims.map((c) => c.bottomOrder ?? 0)), stack?.length ?? 0)
  const highest = Math.max(0, ...ranked.map((r) => (r.rank?.from === 'absolute' ? r.rank.value : 0)))
  const absoluteTop = ranked.some((r) => r.rank?.from === 'absolute' && r.rank.value === 1)
  const withSides = ranked.map((r): (typeof ranked)[number] & { side: Side } => {
    const { rank, file } = r
    if (file.side !== null) return { ...r, side: file.side }
    if (rank?.from === 'absolute') {
      const side: Side =
        rank.value === 1
          ? 'top'
          : rank.value === highest && rank.value > 1 && absoluteTop && !files.some((f) => f.side === 'bottom')
            ? 'bottom'
            : 'inner'
      return { ...r, side }
    }
    return { ...r, side: rank ? 'inner' : null }
  })
  const inner = withSides.filter((r) => r.side === 'inner')
  const mixed =
    inner.length > 1 &&
    (inner.some((r) => r.rank === null) ||
      new Set(inner.map((r) => r.rank?.from)).size > 1 ||
      new Set(inner.map((r) => r.rank?.value)).size < inner.length)
  const absolute = !mixed && inner.every((r) => r.rank?.from === 'absolute' && r.rank.value > 1)
  const depth = (r: (typeof inner)[number]): number =>
    r.rank ? r.rank.value + (r.rank.from === 'relative' ? 1 : 0) : Number.MAX_SAFE_INTEGER
  const sorted = [...inner].sort((a, b) => depth(a) - depth(b) || byText(a.file.path, b.file.path))
  const orders = new Map(sorted.map((r, k) => [r, absolute ? r.rank!.value : k + 2]))
  const deepest = Math.max(1, ...orders.values())
  const bottom = Math.max(deepest + 1, bottomOrder)
  for (const r of withSides) {
    const order = r.side === 'top' ? 1 : r.side === 'bottom' ? bottom : r.side === 'inner' ? orders.get(r)! : null
    const doubts = r.doubt === null ? [] : [r.doubt]
    if (mixed && r.side === 'inner')
      doubts.push(`nothing in the package says in which order the ${inner.length} inner layers lie; their names were sorted`)
    if (r.side === null) doubts.push('nothing says on which side of the board this copper lies')
    result.set(r.file.path, { order, side: r.side, doubts })
  }
  return result
}

/** The position of the layer name that a file name ends with, the longest match first; -1 for none. */
const stackPosition = (stack: readonly string[], name: string): number => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const own = plain(name)
  let best = -1
  for (const [k, layer] of stack.entries()) {
    if (own.endsWith(plain(layer)) && (best < 0 || plain(layer).length > plain(stack[best]!).length)) best = k
  }
  return best
}
