import type { Nm } from '#core/base/units.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Holes } from '#core/board/board.ts'
import type { NetlistPoint } from '#core/read/ipc356/netlist.ts'
import { PlaceIndex } from './place-index.ts'

/** How netlist places become board places: mirrored first, then shifted. */
export interface Registration {
  readonly mirrored: 'no' | 'x' | 'y'
  readonly dx: Nm
  readonly dy: Nm
  /** Share of the netlist's drilled points that meet a hole, 0 to 1. */
  readonly share: number
}

export type NetlistRefused = { readonly code: 'no-drilled-points' } | { readonly code: 'not-registered'; readonly share: number }

/** Netlists that meet fewer holes than this are of another board or another revision. */
export const SHARE_NEEDED = 0.95
/** A point meets a hole within this, nm: netlist coordinates may be whole thousandths of an inch. */
const MEETS = 26_000
/** Points and holes used for guessing the shift. */
const MOST_TRIED = 300
const MOST_HOLES = 4000
const MIRRORS = ['no', 'x', 'y'] as const

/** Moves a netlist place onto the board. */
export const registered = ({ mirrored, dx, dy }: Registration, x: Nm, y: Nm): readonly [Nm, Nm] => [
  (mirrored === 'x' ? -x : x) + dx,
  (mirrored === 'y' ? -y : y) + dy,
]

interface Places {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** Every n-th place, so that at most `most` are left. */
const thinned = ({ x, y }: Places, most: number): Places => {
  const step = Math.ceil(x.length / most)
  return { x: x.filter((_, k) => k % step === 0), y: y.filter((_, k) => k % step === 0) }
}

/** Votes for the commonest difference between holes and points. */
const commonestShift = (points: Places, holes: Places): readonly [number, number] => {
  const votes = new Map<string, { count: number; dx: number; dy: number }>()
  let best = { count: 0, dx: 0, dy: 0 }
  for (let p = 0; p < points.x.length; p++) {
    for (let h = 0; h < holes.x.length; h++) {
      const [dx, dy] = [holes.x[h] - points.x[p], holes.y[h] - points.y[p]]
      const key = `${Math.round(dx / MEETS)},${Math.round(dy / MEETS)}`
      const vote = votes.get(key) ?? { count: 0, dx: 0, dy: 0 }
      vote.count++
      vote.dx += dx
      vote.dy += dy
      votes.set(key, vote)
      if (vote.count > best.count) best = vote
    }
  }
  return [best.dx / best.count, best.dy / best.count]
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]

/** Takes the middle of the differences of those that meet, and counts them. */
const refined = (
  points: Places,
  holes: Places,
  index: PlaceIndex,
  mirrored: Registration['mirrored'],
  dx: number,
  dy: number,
): Registration => {
  const found: { u: number; v: number }[] = []
  for (let p = 0; p < points.x.length; p++) {
    const h = index.nearest(points.x[p] + dx, points.y[p] + dy)
    if (h >= 0) found.push({ u: holes.x[h] - points.x[p], v: holes.y[h] - points.y[p] })
  }
  if (found.length === 0) return { mirrored, dx, dy, share: 0 }
  return { mirrored, dx: median(found.map(({ u }) => u)), dy: median(found.map(({ v }) => v)), share: found.length / points.x.length }
}

/**
 * Finds how a netlist lies on the board, by its drilled points and the board's holes: as it is, shifted, or mirrored and shifted.
 * @returns the way with the largest share
 * @fails `no-drilled-points` when there is nothing to compare; `not-registered` below 95 %, with the best share found
 */
export const registerNetlist = (points: readonly NetlistPoint[], holes: Holes): Result<Registration, NetlistRefused> => {
  const drilled = points.filter((point) => point.hole !== null && point.kind !== 'tooling')
  if (drilled.length === 0 || holes.count === 0) return err({ code: 'no-drilled-points' })
  const centres: Places = {
    x: Array.from({ length: holes.count }, (_, h) => (holes.x0[h] + holes.x1[h]) / 2),
    y: Array.from({ length: holes.count }, (_, h) => (holes.y0[h] + holes.y1[h]) / 2),
  }
  const index = new PlaceIndex(centres.x, centres.y, MEETS)
  let best: Registration | null = null
  for (const mirrored of MIRRORS) {
    const places: Places = {
      x: drilled.map(({ x }) => (mirrored === 'x' ? -x : x)),
      y: drilled.map(({ y }) => (mirrored === 'y' ? -y : y)),
    }
    const shifts = mirrored === 'no' ? [[0, 0] as const] : []
    for (const [dx, dy] of shifts) best = better(best, refined(places, centres, index, mirrored, dx, dy))
    if (best && best.share >= SHARE_NEEDED) continue
    const [dx, dy] = commonestShift(thinned(places, MOST_TRIED), thinned(centres, MOST_HOLES))
    best = better(best, refined(places, centres, index, mirrored, dx, dy))
  }
  return best !== null && best.share >= SHARE_NEEDED ? ok(best) : err({ code: 'not-registered', share: best?.share ?? 0 })
}

const better = (one: Registration | null, other: Registration): Registration => (one !== null && one.share >= other.share ? one : other)
