import type { Mm } from '#core/base/units.ts'
import type { Landmarks } from './landmarks.ts'

export interface Shift {
  readonly dx: Mm
  readonly dy: Mm
}

/** Pairs that are tried at most; rare sizes say most, so they come first. */
const MOST_PAIRS = 100_000
const CELL_MM = 0.05
const ROW = 2 ** 26
const CANDIDATES = 4

const bySize = (marks: Landmarks, rows: readonly number[]): Map<string, number[]> => {
  const groups = new Map<string, number[]>()
  for (const i of rows) {
    const key = `${marks.kind[i]}:${Math.round(marks.size[i]! * 50)}`
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  }
  return groups
}

/** Every nth, so that no more than `most` are left; spread over the board as the file has them. */
const thinned = (rows: readonly number[], most: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(rows.length / most))
  return step === 1 ? rows : rows.filter((_, i) => i % step === 0)
}

/**
 * Lets every pair of like landmarks vote for the shift between them.
 * @returns the shifts with most votes, most first; at most four
 */
export const votedShifts = (a: Landmarks, rowsA: readonly number[], b: Landmarks, rowsB: readonly number[]): readonly Shift[] => {
  const others = bySize(b, rowsB)
  const groups = [...bySize(a, rowsA)]
    .flatMap(([key, rows]) => (others.has(key) ? [{ rows, others: others.get(key)! }] : []))
    .sort((p, q) => p.rows.length * p.others.length - q.rows.length * q.others.length)
  const votes = new Map<number, { count: number; x: number; y: number }>()
  let room = MOST_PAIRS
  for (const group of groups) {
    // All of one side: a thinned pair of sides might have no pair in common.
    const own = thinned(group.rows, Math.max(1, Math.floor(room / group.others.length)))
    for (const i of own) {
      for (const j of group.others) {
        const [dx, dy] = [b.x[j]! - a.x[i]!, b.y[j]! - a.y[i]!]
        const key = Math.round(dx / CELL_MM) * ROW + Math.round(dy / CELL_MM)
        const vote = votes.get(key)
        if (vote) {
          vote.count++
          vote.x += dx
          vote.y += dy
        } else votes.set(key, { count: 1, x: dx, y: dy })
      }
    }
    room -= own.length * group.others.length
    if (room <= 0) break
  }
  return [...votes.values()]
    .sort((p, q) => q.count - p.count)
    .slice(0, CANDIDATES)
    .map(({ count, x, y }) => ({ dx: x / count, dy: y / count }))
}
