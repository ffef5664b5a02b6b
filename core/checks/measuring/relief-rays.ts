import type { Image } from '#core/geometry/image.ts'
import { shapeOfPart, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { Rays } from '#core/geometry/measure/rays.ts'

/** What lies beyond the edge of a pad in one direction. */
export type Beyond =
  /** Clear, and copper of the same component behind it. */
  | 'relief'
  /** Clear, with foreign copper or nothing behind it. */
  | 'clear'
  /** Copper on and on. */
  | 'open'
  /** Copper that ends before it has passed the relief. */
  | 'blocked'

export interface RayResult {
  readonly beyond: Beyond
  /** Edge of the pad and far edge of the gap, nm from the centre; NaN where there is no gap. */
  readonly near: number
  readonly far: number
}

/** A relief is no wider than this, nm. */
const WIDEST_GAP = 1_000_000
/** Copper has to go on for this far beyond the relief, nm. */
const BEYOND = 500_000
/** The gap begins at the edge of the pad, as far as rounding lets it, nm. */
const AT_EDGE = 60_000

const NO_GAP = { near: NaN, far: NaN }

/** Directions are turned a little, so that none hits a corner of an upright board. */
const TURN = 0.3737

/** @returns the crossings of `count` rays in the directions of `direction` */
export const fanOf = (rays: Rays, count: number): ReturnType<Rays['fan']> => rays.fan(count, TURN)

/** @returns the direction of a ray among `count` */
export const direction = (k: number, count: number): readonly [number, number] => {
  const angle = ((k + TURN) * 2 * Math.PI) / count
  return [Math.cos(angle), Math.sin(angle)]
}

/**
 * Looks outwards from a pad on all sides.
 * @param edge distance of the pad's edge from the centre per ray, nm
 * @returns one result a ray
 */
export const lookAround = (
  image: Image,
  grid: PieceGrid,
  { x, y, component, edge }: { readonly x: number; readonly y: number; readonly component: number; readonly edge: readonly number[] },
): readonly RayResult[] => {
  const count = edge.length
  const reach = Math.max(...edge) + WIDEST_GAP + BEYOND + AT_EDGE
  const crossings = fanOf(new Rays(grid, x, y, reach), count)
  const owner = (part: number): number => image.rings.component[image.pieces.ring[shapeOfPart(grid, part)]!]!
  const first = edge.map((from, k): RayResult & { readonly firstClear: number } => {
    const after = crossings[k]!.filter(({ at }) => at >= from - AT_EDGE / 6)
    const [one, two] = after
    if (!one || one.at > from + AT_EDGE) return { beyond: 'open', ...NO_GAP, firstClear: one?.at ?? Infinity }
    const isRelief = two !== undefined && two.at - one.at <= WIDEST_GAP && owner(two.part) === component
    return { beyond: isRelief ? 'relief' : 'clear', near: one.at, far: two?.at ?? Infinity, firstClear: one.at }
  })
  // Beyond the relief there has to be copper: how wide the relief is, is seen beside.
  const reliefs = first.flatMap((r, k) => (r.beyond === 'relief' ? [r.far - edge[k]!] : [])).sort((a, b) => a - b)
  const gap = reliefs[Math.floor(reliefs.length / 2)] ?? 0
  return first.map(({ firstClear, ...r }, k) =>
    r.beyond === 'open' && firstClear < edge[k]! + gap + BEYOND ? { ...r, beyond: 'blocked' } : r,
  )
}
