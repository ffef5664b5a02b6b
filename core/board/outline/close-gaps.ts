import type { OutlineGap } from '#core/board/board.ts'
import { contourOf } from '#core/board/outline/contour-geometry.ts'
import type { OpenChain, TracedContour } from '#core/board/outline/trace-contours.ts'

/** How far chains may be apart to be joined: a share of the shorter one; for closing a share of the whole. */
const JOIN_SHARE = 0.3
const CLOSE_SHARE = 0.45
/** Where the board is already closed, only a nearly closed figure is taken for a cut-out with a gap, nm. */
const SMALL_GAP = 1_000_000
const SMALL_SHARE = 0.2
const SHORTEST = 3_000_000
/** All pairs of ends are looked at: only so many of the longest chains take part. */
const MOST_CHAINS = 120

/** Ends are numbered 2 * chain for the head and 2 * chain + 1 for the tail. */
const endX = (chains: readonly OpenChain[], end: number): number => (end & 1 ? chains[end >> 1]!.x.at(-1)! : chains[end >> 1]!.x[0]!)
const endY = (chains: readonly OpenChain[], end: number): number => (end & 1 ? chains[end >> 1]!.y.at(-1)! : chains[end >> 1]!.y[0]!)

interface Pair {
  readonly a: number
  readonly b: number
  readonly width: number
}

const sortedPairs = (chains: readonly OpenChain[]): Pair[] => {
  const pairs: Pair[] = []
  for (let a = 0; a < 2 * chains.length; a++) {
    for (let b = a + 1; b < 2 * chains.length; b++) {
      pairs.push({ a, b, width: Math.hypot(endX(chains, a) - endX(chains, b), endY(chains, a) - endY(chains, b)) })
    }
  }
  return pairs.sort((p, q) => p.width - q.width || p.a - q.a || p.b - q.b)
}

/**
 * Links ends, nearest first: ends of different groups join them, ends of one group close it.
 * @returns the partner of each end, -1 for none
 */
const linkEnds = (chains: readonly OpenChain[], whole: boolean): Int32Array => {
  const link = new Int32Array(2 * chains.length).fill(-1)
  const group = chains.map((_, k) => k)
  const length = chains.map((c) => c.length)
  for (const { a, b, width } of sortedPairs(chains)) {
    if (link[a]! >= 0 || link[b]! >= 0) continue
    const [g, h] = [group[a >> 1]!, group[b >> 1]!]
    const same = g === h
    const limit = same
      ? whole
        ? Math.min(SMALL_GAP, SMALL_SHARE * length[g]!)
        : CLOSE_SHARE * length[g]!
      : whole
        ? 0
        : JOIN_SHARE * Math.min(chains[a >> 1]!.length, chains[b >> 1]!.length)
    if (width > limit) continue
    link[a] = b
    link[b] = a
    if (same) continue
    length[g] = length[g]! + length[h]! + width
    for (let k = 0; k < group.length; k++) if (group[k] === h) group[k] = g
  }
  return link
}

/** Walks from a chain through the links; null when an end is loose. */
const walk = (chains: readonly OpenChain[], link: Int32Array, first: number, seen: Set<number>): TracedContour | null => {
  const [x, y, bulge] = [[] as number[], [] as number[], [] as number[]]
  const gaps: OutlineGap[] = []
  let enter = 2 * first
  do {
    const chain = chains[enter >> 1]!
    seen.add(enter >> 1)
    const forward = (enter & 1) === 0
    const n = chain.x.length
    for (let k = 0; k < n; k++) {
      x.push(chain.x[forward ? k : n - 1 - k]!)
      y.push(chain.y[forward ? k : n - 1 - k]!)
      if (k < n - 1) bulge.push(forward ? chain.bulge[k]! : -chain.bulge[n - 2 - k]!)
    }
    const leave = enter ^ 1
    const next = link[leave]!
    if (next < 0) return null
    const width = Math.hypot(endX(chains, leave) - endX(chains, next), endY(chains, leave) - endY(chains, next))
    if (width === 0) {
      x.pop()
      y.pop()
    } else {
      bulge.push(0)
      gaps.push({ from: [endX(chains, leave), endY(chains, leave)], to: [endX(chains, next), endY(chains, next)], width })
    }
    enter = next
  } while (enter !== 2 * first)
  return { contour: contourOf(x, y, bulge), line: chains[first]!.line, pen: chains[first]!.pen, doubled: false, gaps }
}

/**
 * Closes what the strokes leave open, so that the board can still be measured; every gap stays with the contour.
 * @param whole true when a closed contour bounds the board already: then only figures with one small gap are closed
 * @returns contours closed across gaps, largest first, and the chains left over
 */
export const closeGaps = (
  chains: readonly OpenChain[],
  whole: boolean,
): { contours: readonly TracedContour[]; rest: readonly OpenChain[] } => {
  const longest = chains.reduce((most, c) => Math.max(most, c.length), 0)
  const worth = (c: OpenChain): boolean => c.length >= (whole ? SHORTEST : Math.max(SHORTEST / 10, longest * 0.02))
  const eligible = chains
    .filter(worth)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_CHAINS)
  const link = linkEnds(eligible, whole)
  const contours: TracedContour[] = []
  const taken = new Set<OpenChain>()
  const seen = new Set<number>()
  for (let first = 0; first < eligible.length; first++) {
    if (seen.has(first)) continue
    const own = new Set<number>()
    const contour = walk(eligible, link, first, own)
    for (const k of own) seen.add(k)
    if (!contour || contour.contour.area === 0) continue
    contours.push(contour)
    for (const k of own) taken.add(eligible[k]!)
  }
  return { contours: contours.sort((a, b) => b.contour.area - a.contour.area), rest: chains.filter((c) => !taken.has(c)) }
}
