import type { Contour, Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { contourOf, middleOf } from '#core/board/outline/contour-geometry.ts'

/** A slot, wherever it is defined: its centre line and width, nm. */
export interface Slot {
  /** `hit`: one slot command; `chain`: round hits in a row that overlap; `contour`: a cut-out on the outline layer. */
  readonly source: 'hit' | 'chain' | 'contour'
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly width: number
  /** Holes it is made of; empty for a contour. */
  readonly holes: readonly number[]
}

/** A contour is a slot when it stays this near to the shape that a bit of its width leaves, as a share of the width. */
const ROUND_SHARE = 0.03
const FEWEST_IN_CHAIN = 3
/** Hits of a chain stray from its line by this share of their diameter at most. */
const STRAIGHT_SHARE = 0.1

const fromAxis = (x: number, y: number, s: Pick<Slot, 'x0' | 'y0' | 'x1' | 'y1'>): number => {
  const [dx, dy] = [s.x1 - s.x0, s.y1 - s.y0]
  const length2 = dx * dx + dy * dy
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - s.x0) * dx + (y - s.y0) * dy) / length2)) : 0
  return Math.hypot(x - s.x0 - t * dx, y - s.y0 - t * dy)
}

/** @returns length over all, round ends included, nm */
export const slotLength = (s: Slot): number => Math.hypot(s.x1 - s.x0, s.y1 - s.y0) + s.width

/** @returns the middle of a slot, mm */
export const slotPlace = (s: Slot): readonly [number, number] => [(s.x0 + s.x1) / 2e6, (s.y0 + s.y1) / 2e6]

/** @returns the shape that the slot leaves, as a contour */
export const contourOfSlot = ({ x0, y0, x1, y1, width }: Slot): Contour => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [nx, ny] = length > 0 ? [(-(y1 - y0) / length) * (width / 2), ((x1 - x0) / length) * (width / 2)] : [0, width / 2]
  return contourOf([x0 - nx, x1 - nx, x1 + nx, x0 + nx], [y0 - ny, y1 - ny, y1 + ny, y0 + ny], [0, 1, 0, 1])
}

/** The direction of the longest straight edge: a side, if the contour is a slot. */
const sideOf = ({ x, y, bulge }: Contour): readonly [number, number] | null => {
  let best = 0
  let side: readonly [number, number] | null = null
  for (let v = 0; v < x.length; v++) {
    const w = (v + 1) % x.length
    const length = Math.hypot(x[w]! - x[v]!, y[w]! - y[v]!)
    if (bulge[v] !== 0 || length <= best) continue
    best = length
    side = [(x[w]! - x[v]!) / length, (y[w]! - y[v]!) / length]
  }
  return side
}

/** @returns the slot that a closed contour is: two parallel sides and round ends; null for any other shape */
export const slotOfContour = (contour: Contour): Slot | null => {
  const side = sideOf(contour)
  if (!side) return null
  const [ux, uy] = side
  const { x, y, bulge } = contour
  const marks = Array.from(x, (_, v): readonly (readonly [number, number])[] => {
    const w = (v + 1) % x.length
    return [[x[v]!, y[v]!], middleOf(x[v]!, y[v]!, x[w]!, y[w]!, bulge[v]!)]
  }).flat()
  const along = marks.map(([px, py]) => px * ux + py * uy)
  const across = marks.map(([px, py]) => py * ux - px * uy)
  const [s0, s1, t0, t1] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)]
  const width = t1 - t0
  if (s1 - s0 <= width) return null
  const t = (t0 + t1) / 2
  const at = (s: number): readonly [number, number] => [s * ux - t * uy, s * uy + t * ux]
  const [[x0, y0], [x1, y1]] = [at(s0 + width / 2), at(s1 - width / 2)]
  const slot: Slot = { source: 'contour', x0, y0, x1, y1, width, holes: [] }
  return marks.every(([px, py]) => Math.abs(fromAxis(px, py, slot) - width / 2) <= ROUND_SHARE * width) ? slot : null
}

const chainOf = ({ holes }: Board, members: readonly number[]): Slot | null => {
  if (members.length < FEWEST_IN_CHAIN) return null
  const far = (from: number): number =>
    members.reduce((a, b) => {
      const distance = (h: number): number => Math.hypot(holes.x0[h]! - holes.x0[from]!, holes.y0[h]! - holes.y0[from]!)
      return distance(b) > distance(a) ? b : a
    })
  const one = far(members[0]!)
  const other = far(one)
  const ends = { x0: holes.x0[one]!, y0: holes.y0[one]!, x1: holes.x0[other]!, y1: holes.y0[other]! }
  const width = holes.diameter[one]!
  const straight = members.every((h) => fromAxis(holes.x0[h]!, holes.y0[h]!, ends) <= STRAIGHT_SHARE * width)
  return straight ? { source: 'chain', ...ends, width, holes: members } : null
}

/** Groups of round hits of one tool that overlap one another. */
const chains = (board: Board, measures: Measures): readonly Slot[] => {
  const { holes } = board
  const parent = Array.from({ length: holes.count }, (_, h) => h)
  const root = (h: number): number => {
    let at = h
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  const isRound = (h: number): boolean => holes.x0[h] === holes.x1[h] && holes.y0[h] === holes.y1[h]
  for (const { holeA, holeB, value } of measures.holeGaps(0)) {
    const same = holes.file[holeA] === holes.file[holeB] && holes.tool[holeA] === holes.tool[holeB]
    if (value < 0 && same && isRound(holeA) && isRound(holeB)) parent[root(holeA)] = root(holeB)
  }
  const groups = new Map<number, number[]>()
  for (let h = 0; h < holes.count; h++) {
    const group = groups.get(root(h))
    if (group) group.push(h)
    else groups.set(root(h), [h])
  }
  return [...groups.values()].flatMap((members) => chainOf(board, members) ?? [])
}

/** @returns all slots of the drill files: slot commands, then chains of round hits */
export const drilledSlots = (board: Board, measures: Measures): readonly Slot[] =>
  measures.once('drilled-slots', () => {
    const { holes } = board
    const hits: Slot[] = []
    for (let h = 0; h < holes.count; h++) {
      const [x0, y0, x1, y1] = [holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!]
      if (x0 !== x1 || y0 !== y1) hits.push({ source: 'hit', x0, y0, x1, y1, width: holes.diameter[h]!, holes: [h] })
    }
    return [...hits, ...chains(board, measures)]
  })
