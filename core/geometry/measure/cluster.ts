import { HIT_NUMBERS, type Hits } from './places.ts'

/** Hits that make up one place. */
export interface Place {
  /** The hit with the smallest distance. */
  readonly hit: number
  /** Diagonal of all joined stretches, nm. */
  readonly length: number
  /** All hits of the place, ascending. */
  readonly members: readonly number[]
}

/** Cells of a quarter millimetre: hits in the same or touching cells, 0.25 to 0.7 mm apart at most, are one place. */
const CELL = 250_000
/** Longer stretches are sampled no finer than this many times. */
const MOST_SAMPLES = 2000

const find = (parent: Int32Array, k: number): number => {
  while (parent[k] !== k) {
    parent[k] = parent[parent[k]]
    k = parent[k]
  }
  return k
}

/** Up to this many hits are compared each with each. */
const FEW = 10

const gapBetween = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.max(0, Math.min(b0, b1) - Math.max(a0, a1), Math.min(a0, a1) - Math.max(b0, b1))

/** Few hits: joins those whose stretches' boxes come within a cell of each other. */
const joinFew = (hits: Hits, members: readonly number[], parent: Int32Array): void => {
  const { numbers: n } = hits
  for (let i = 1; i < members.length; i++) {
    const p = members[i] * HIT_NUMBERS
    for (let j = 0; j < i; j++) {
      const q = members[j] * HIT_NUMBERS
      if (gapBetween(n[p + 5], n[p + 7], n[q + 5], n[q + 7]) > CELL || gapBetween(n[p + 6], n[p + 8], n[q + 6], n[q + 8]) > CELL) continue
      parent[find(parent, members[i])] = find(parent, members[j])
    }
  }
}

/** Cells are numbered from the first hit's, in 15 bits each way: small whole numbers are fast keys. */
const HALF_SPAN = 0x4000

/** Many hits: joins those that lie in touching cells along their stretches. */
const joinMany = (hits: Hits, members: readonly number[], parent: Int32Array): void => {
  const cells = new Map<number, number>()
  const c0 = Math.floor(hits.number(members[0], 5) / CELL) - HALF_SPAN
  const r0 = Math.floor(hits.number(members[0], 6) / CELL) - HALF_SPAN
  for (const hit of members) {
    const x0 = hits.number(hit, 5)
    const y0 = hits.number(hit, 6)
    const dx = hits.number(hit, 7) - x0
    const dy = hits.number(hit, 8) - y0
    const steps = Math.min(MOST_SAMPLES, Math.ceil(Math.sqrt(dx * dx + dy * dy) / CELL))
    for (let k = 0; k <= steps; k++) {
      const t = steps === 0 ? 0 : k / steps
      const key = ((Math.floor((y0 + t * dy) / CELL) - r0) << 15) + Math.floor((x0 + t * dx) / CELL) - c0
      const here = cells.get(key)
      if (here !== undefined) {
        // What touches this cell was joined when the cell was first filled, or has joined it since.
        parent[find(parent, hit)] = find(parent, here)
        continue
      }
      for (let v = -0x8000; v <= 0x8000; v += 0x8000) {
        for (let u = -1; u <= 1; u++) {
          const near = cells.get(key + v + u)
          if (near !== undefined) parent[find(parent, near)] = find(parent, hit)
        }
      }
      cells.set(key, hit)
    }
  }
}

/**
 * Joins hits of the same key that lie along one run or close together.
 * @param keyOf hits with different keys are never joined
 * @returns one place per separate spot, smallest distance first; ties in order of place
 */
export const clusterHits = (hits: Hits, keyOf: (hit: number) => number): readonly Place[] => {
  const groups = new Map<number, number[]>()
  for (let hit = 0; hit < hits.count; hit++) {
    const key = keyOf(hit)
    const group = groups.get(key)
    if (group) group.push(hit)
    else groups.set(key, [hit])
  }
  const parent = Int32Array.from({ length: hits.count }, (_, k) => k)
  for (const group of groups.values()) {
    if (group.length > FEW) joinMany(hits, group, parent)
    else if (group.length > 1) joinFew(hits, group, parent)
  }
  const best = new Int32Array(hits.count).fill(-1)
  const box = new Float64Array(4 * hits.count)
  const { numbers: n } = hits
  const roots: number[] = []
  const members = new Map<number, number[]>()
  for (let hit = 0; hit < hits.count; hit++) {
    const root = find(parent, hit)
    if (best[root] < 0) {
      roots.push(root)
      members.set(root, [])
      best[root] = hit
      box[4 * root] = box[4 * root + 1] = Infinity
      box[4 * root + 2] = box[4 * root + 3] = -Infinity
    } else if (before(hits, hit, best[root])) best[root] = hit
    members.get(root)!.push(hit)
    const at = hit * HIT_NUMBERS
    box[4 * root] = Math.min(box[4 * root], n[at + 5], n[at + 7])
    box[4 * root + 1] = Math.min(box[4 * root + 1], n[at + 6], n[at + 8])
    box[4 * root + 2] = Math.max(box[4 * root + 2], n[at + 5], n[at + 7])
    box[4 * root + 3] = Math.max(box[4 * root + 3], n[at + 6], n[at + 8])
  }
  const places = roots.map((root) => ({
    hit: best[root],
    members: members.get(root)!,
    length: Math.hypot(box[4 * root + 2] - box[4 * root], box[4 * root + 3] - box[4 * root + 1]),
  }))
  return places.sort((p, q) => (before(hits, p.hit, q.hit) ? -1 : 1))
}

/** Distances are compared in steps of a tenth of a nanometre: below that they are rounding. */
const tenths = (nm: number): number => Math.round(nm * 10)

const stretchOf = (hits: Hits, hit: number): number =>
  tenths(Math.abs(hits.number(hit, 7) - hits.number(hit, 5)) + Math.abs(hits.number(hit, 8) - hits.number(hit, 6)))

/** Smaller distance first; of equal ones the longer stretch, then from left to right and upwards, so that the order of the input doesn't show. */
const before = (hits: Hits, p: number, q: number): boolean => {
  const d = tenths(hits.value(p)) - tenths(hits.value(q))
  if (d !== 0) return d < 0
  const longer = stretchOf(hits, p) - stretchOf(hits, q)
  if (longer !== 0) return longer > 0
  const x = tenths(hits.number(p, 5)) - tenths(hits.number(q, 5))
  return x !== 0 ? x < 0 : hits.number(p, 6) < hits.number(q, 6)
}
