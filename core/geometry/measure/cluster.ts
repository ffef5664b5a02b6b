import { Hits } from './places.ts'

/** Hits that make up one place. */
export interface Place {
  /** The hit with the smallest distance. */
  readonly hit: number
  /** Diagonal of all joined stretches, nm. */
  readonly length: number
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

/** Joins the hits of one key that lie in touching cells along their stretches. */
const joinNear = (hits: Hits, members: readonly number[], parent: Int32Array): void => {
  const cells = new Map<number, number>()
  for (const hit of members) {
    const x0 = hits.number(hit, 5)
    const y0 = hits.number(hit, 6)
    const dx = hits.number(hit, 7) - x0
    const dy = hits.number(hit, 8) - y0
    const steps = Math.min(MOST_SAMPLES, Math.ceil(Math.sqrt(dx * dx + dy * dy) / CELL))
    for (let k = 0; k <= steps; k++) {
      const t = steps === 0 ? 0 : k / steps
      const c = Math.floor((x0 + t * dx) / CELL)
      const r = Math.floor((y0 + t * dy) / CELL)
      for (let u = -1; u <= 1; u++) {
        for (let v = -1; v <= 1; v++) {
          const near = cells.get((r + v) * 0x4000000 + c + u)
          if (near !== undefined) parent[find(parent, near)] = find(parent, hit)
        }
      }
      cells.set(r * 0x4000000 + c, hit)
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
  for (const group of groups.values()) if (group.length > 1) joinNear(hits, group, parent)
  const best = new Int32Array(hits.count).fill(-1)
  const box = new Float64Array(4 * hits.count)
  const roots: number[] = []
  for (let hit = 0; hit < hits.count; hit++) {
    const root = find(parent, hit)
    if (best[root] < 0) {
      roots.push(root)
      best[root] = hit
      box.set([Infinity, Infinity, -Infinity, -Infinity], 4 * root)
    } else if (before(hits, hit, best[root])) best[root] = hit
    for (let k = 5; k <= 7; k += 2) {
      const [x, y] = [hits.number(hit, k), hits.number(hit, k + 1)]
      box[4 * root] = Math.min(box[4 * root], x)
      box[4 * root + 1] = Math.min(box[4 * root + 1], y)
      box[4 * root + 2] = Math.max(box[4 * root + 2], x)
      box[4 * root + 3] = Math.max(box[4 * root + 3], y)
    }
  }
  const places = roots.map((root) => ({ hit: best[root], length: Math.hypot(box[4 * root + 2] - box[4 * root], box[4 * root + 3] - box[4 * root + 1]) }))
  return places.sort((p, q) => (before(hits, p.hit, q.hit) ? -1 : 1))
}

/** Smaller distance first; equal ones from left to right, then upwards, so that the order of the input doesn't show. */
const before = (hits: Hits, p: number, q: number): boolean => {
  const d = hits.value(p) - hits.value(q)
  if (Math.abs(d) > 1e-3) return d < 0
  const dx = hits.number(p, 5) - hits.number(q, 5)
  if (Math.abs(dx) > 1e-3) return dx < 0
  return hits.number(p, 6) < hits.number(q, 6)
}
