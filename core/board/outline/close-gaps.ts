import { contourOf } from '#core/board/outline/contour-geometry.ts'
import type { OpenChain, TracedContour } from '#core/board/outline/trace-contours.ts'
import type { OutlineGap } from '#core/board/board.ts'

/** How far chains may be apart to be joined: a share of the shorter one, for closing a share of the whole. */
const JOIN_SHARE = 0.3
const CLOSE_SHARE = 0.45
/** Where the board is already closed, only a nearly closed figure is taken for a cut-out with a gap. */
const SMALL_GAP = 1_000_000
const SMALL_SHARE = 0.2
const SHORTEST = 3_000_000
const MOST_CHAINS = 300

interface Joined {
  readonly chain: OpenChain
  readonly gaps: readonly OutlineGap[]
}

const reversed = (c: OpenChain): OpenChain => ({ ...c, x: [...c.x].reverse(), y: [...c.y].reverse(), bulge: c.bulge.map((b) => -b).reverse() })

const gapBetween = (a: readonly [number, number], b: readonly [number, number]): OutlineGap => ({ from: a, to: b, width: Math.hypot(a[0] - b[0], a[1] - b[1]) })

const headOf = (c: OpenChain): readonly [number, number] => [c.x[0]!, c.y[0]!]
const tailOf = (c: OpenChain): readonly [number, number] => [c.x.at(-1)!, c.y.at(-1)!]

/** Joins the tail of a with the head of b by a straight stroke; ends that coincide share their point. */
const join = (a: Joined, b: Joined): Joined => {
  const gap = gapBetween(tailOf(a.chain), headOf(b.chain))
  const skip = gap.width === 0 ? 1 : 0
  return {
    chain: {
      ...a.chain,
      x: [...a.chain.x, ...b.chain.x.slice(skip)],
      y: [...a.chain.y, ...b.chain.y.slice(skip)],
      bulge: [...a.chain.bulge, ...(skip ? [] : [0]), ...b.chain.bulge],
      length: a.chain.length + b.chain.length + gap.width,
    },
    gaps: [...a.gaps, ...b.gaps, ...(skip ? [] : [gap])],
  }
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly turnA: boolean
  readonly turnB: boolean
  readonly width: number
}

/** The closest two ends of two chains that are near enough for their lengths. */
const nearestPair = (chains: readonly Joined[]): Pair | null => {
  let best: Pair | null = null
  for (let a = 0; a < chains.length; a++) {
    for (let b = a + 1; b < chains.length; b++) {
      const limit = JOIN_SHARE * Math.min(chains[a]!.chain.length, chains[b]!.chain.length)
      for (const turnA of [false, true]) {
        for (const turnB of [false, true]) {
          const end = turnA ? headOf(chains[a]!.chain) : tailOf(chains[a]!.chain)
          const start = turnB ? tailOf(chains[b]!.chain) : headOf(chains[b]!.chain)
          const width = Math.hypot(end[0] - start[0], end[1] - start[1])
          if (width <= limit && (!best || width < best.width)) best = { a, b, turnA, turnB, width }
        }
      }
    }
  }
  return best
}

const turn = (j: Joined): Joined => ({ chain: reversed(j.chain), gaps: j.gaps })

const closed = ({ chain, gaps }: Joined): TracedContour => {
  const end = gapBetween(tailOf(chain), headOf(chain))
  const same = end.width === 0
  const [x, y] = same ? [chain.x.slice(0, -1), chain.y.slice(0, -1)] : [chain.x, chain.y]
  return {
    contour: contourOf(x, y, same ? chain.bulge : [...chain.bulge, 0]),
    line: chain.line,
    pen: chain.pen,
    doubled: false,
    gaps: same ? gaps : [...gaps, end],
  }
}

/**
 * Closes what the strokes leave open, so that the board can still be measured; every gap stays with the contour.
 * @param whole true when a closed contour bounds the board already: then only figures with one small gap are closed
 * @returns contours closed across gaps, largest first, and the chains left over
 */
export const closeGaps = (chains: readonly OpenChain[], whole: boolean): { contours: readonly TracedContour[]; rest: readonly OpenChain[] } => {
  const longest = chains.reduce((most, c) => Math.max(most, c.length), 0)
  const worth = (c: OpenChain): boolean => c.length >= (whole ? SHORTEST : Math.max(SHORTEST / 10, longest * 0.02))
  const eligible = chains.filter(worth).sort((a, b) => b.length - a.length).slice(0, MOST_CHAINS)
  let joined: Joined[] = eligible.map((chain) => ({ chain, gaps: [] }))
  if (!whole) {
    for (let pair = joinable(joined); pair; pair = joinable(joined)) {
      const { a, b, turnA, turnB } = pair
      const made = join(turnA ? turn(joined[a]!) : joined[a]!, turnB ? turn(joined[b]!) : joined[b]!)
      joined = [...joined.filter((_, k) => k !== a && k !== b), made]
    }
  }
  const width = (j: Joined): number => gapBetween(tailOf(j.chain), headOf(j.chain)).width
  const closes = (j: Joined): boolean => (whole ? width(j) <= Math.min(SMALL_GAP, SMALL_SHARE * j.chain.length) : width(j) <= CLOSE_SHARE * j.chain.length)
  const contours = joined.filter(closes).map(closed).filter((c) => c.contour.area > 0).sort((a, b) => b.contour.area - a.contour.area)
  const taken = new Set(contours.map((c) => c.line))
  return { contours, rest: chains.filter((c) => !eligible.includes(c) || !taken.has(c.line)) }
}

/** A chain whose own ends are closer to each other than to any other chain is complete. */
const joinable = (joined: readonly Joined[]): Pair | null => {
  const pair = nearestPair(joined)
  if (!pair) return null
  const own = (k: number): number => gapBetween(tailOf(joined[k]!.chain), headOf(joined[k]!.chain)).width
  return own(pair.a) < pair.width && own(pair.b) < pair.width ? null : pair
}
