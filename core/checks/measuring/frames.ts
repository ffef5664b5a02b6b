import type { Layer } from '#core/board/board.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

/** Points as flat coordinates, nm. */
export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
}

export type Placement = 'shifted' | 'mirrored-x' | 'mirrored-y' | 'turned' | 'scaled'

/** How one set of features lies against another. */
export interface Frame {
  /** Share of the reference points that have a feature where it belongs, as the files stand. */
  readonly fit: number
  /** There are about as many features as reference points: a poor fit then means that they do not belong together. */
  readonly comparable: boolean
  /** A placement that fits decisively better than the files as they stand; null when they fit or nothing does. */
  readonly better: {
    readonly placement: Placement
    readonly scale: number
    /** Where the features lie against the reference, nm. */
    readonly dx: number
    readonly dy: number
    readonly fit: number
  } | null
}

/** Features this near count as the same place: half the limit of the registration check. */
const SAME_NM = 30_000
const CELL_NM = 50_000
/** A shift larger than this is not looked for: the layer would not overlap its board. */
const FURTHEST_NM = 60_000_000
/** Below this share of matches other placements are tried. */
const POOR_FIT = 0.4
/** A layer at another scale matches almost nowhere: above this share the costly search is left out. */
const NO_FIT = 0.2
const DECISIVE = 0.6
const QUORUM = 4
const COMPARABLE = 0.8
const MANY = 20
const SAMPLE = 400
const SCALE_SAMPLE = 120
const RUNAWAY = 0.01

/** Units mixed up, digits lost, doubled: then a fine search for what a photo plotter or an export setting does. */
const SCALES: readonly number[] = [25.4, 1 / 25.4, 10, 0.1, 1000 / 25.4, 25.4 / 1000, 2, 0.5]

/** @returns the centres of a layer's dark flashes, each place once */
export const flashCentres = (layer: Layer): Points => {
  const { objects } = layer.plotted
  const seen = new Set<string>()
  const [x, y]: [number[], number[]] = [[], []]
  for (let o = 0; o < objects.count; o++) {
    if (objects.kind[o] !== OBJECT_FLASH || !objects.dark[o]) continue
    const key = `${Math.round(objects.x0[o]! / 1000)},${Math.round(objects.y0[o]! / 1000)}`
    if (seen.has(key)) continue
    seen.add(key)
    x.push(objects.x0[o]!)
    y.push(objects.y0[o]!)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}

const cellKey = (x: number, y: number): number => x * 1_000_003 + y

/** Answers which feature lies within `SAME_NM` of a place; -1 for none. */
const placeIndex = (features: Points): ((x: number, y: number) => number) => {
  const cells = new Map<number, number[]>()
  for (let i = 0; i < features.x.length; i++) {
    const key = cellKey(Math.floor(features.x[i]! / CELL_NM), Math.floor(features.y[i]! / CELL_NM))
    const cell = cells.get(key)
    if (cell) cell.push(i)
    else cells.set(key, [i])
  }
  return (x, y) => {
    const [cx, cy] = [Math.floor(x / CELL_NM), Math.floor(y / CELL_NM)]
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const k of cells.get(cellKey(cx + i, cy + j)) ?? [])
          if (Math.hypot(features.x[k]! - x, features.y[k]! - y) <= SAME_NM) return k
    return -1
  }
}

const sampled = (points: Points, most: number): Points => {
  const n = points.x.length
  if (n <= most) return points
  const pick = (column: Float64Array): Float64Array => Float64Array.from({ length: most }, (_, i) => column[Math.floor((i * n) / most)]!)
  return { x: pick(points.x), y: pick(points.y) }
}

/** Mirrors, turns and scales about the middle of the reference, so that the offset left over stays small. */
const mapped = (points: Points, sx: number, sy: number, [cx, cy]: readonly [number, number]): Points => ({
  x: points.x.map((v) => cx + (v - cx) * sx),
  y: points.y.map((v) => cy + (v - cy) * sy),
})

const extent = (column: Float64Array): readonly [number, number] =>
  column.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)] as const, [Infinity, -Infinity] as const)

const middleOf = ({ x, y }: Points): readonly [number, number] => {
  const [[x0, x1], [y0, y1]] = [extent(x), extent(y)]
  return [(x0 + x1) / 2, (y0 + y1) / 2]
}

/** The offset that most pairs agree on: mode of all differences, refined by the mean of its neighbours. */
const bestOffset = (reference: Points, features: Points): { dx: number; dy: number; share: number } => {
  const votes = new Map<number, number>()
  let best = 0
  let bestKey = 0
  const at = new Map<number, [number, number]>()
  for (let i = 0; i < reference.x.length; i++) {
    for (let j = 0; j < features.x.length; j++) {
      const dx = features.x[j]! - reference.x[i]!
      const dy = features.y[j]! - reference.y[i]!
      if (Math.abs(dx) > FURTHEST_NM || Math.abs(dy) > FURTHEST_NM) continue
      const [cx, cy] = [Math.round(dx / CELL_NM), Math.round(dy / CELL_NM)]
      const key = cellKey(cx, cy)
      const n = (votes.get(key) ?? 0) + 1
      votes.set(key, n)
      if (n > best) {
        best = n
        bestKey = key
        at.set(key, [cx, cy])
      }
    }
  }
  const cell = at.get(bestKey)
  if (!cell) return { dx: 0, dy: 0, share: 0 }
  let [sumX, sumY, n] = [0, 0, 0]
  for (let i = 0; i < reference.x.length; i++) {
    for (let j = 0; j < features.x.length; j++) {
      const dx = features.x[j]! - reference.x[i]!
      const dy = features.y[j]! - reference.y[i]!
      if (Math.abs(dx - cell[0] * CELL_NM) > CELL_NM || Math.abs(dy - cell[1] * CELL_NM) > CELL_NM) continue
      sumX += dx
      sumY += dy
      n++
    }
  }
  return { dx: sumX / n, dy: sumY / n, share: Math.min(1, n / reference.x.length) }
}

/** Every feature answers for one point: points that fall onto one feature are no match but a collapse. */
const fitAt = (reference: Points, featureAt: (x: number, y: number) => number, dx: number, dy: number): number => {
  const matched = new Set<number>()
  for (let i = 0; i < reference.x.length; i++) matched.add(featureAt(reference.x[i]! + dx, reference.y[i]! + dy))
  matched.delete(-1)
  return matched.size / reference.x.length
}

/** Scales to try: mixed units and digits, what the extents suggest, and 0.9 to 1.1 in steps that keep most of a board together. */
const scalesFor = (reference: Points, features: Points): readonly number[] => {
  const ratio = (a: Float64Array, b: Float64Array): number => {
    const [[a0, a1], [b0, b1]] = [extent(a), extent(b)]
    return a1 > a0 ? (b1 - b0) / (a1 - a0) : 1
  }
  const suggested = [ratio(reference.x, features.x), ratio(reference.y, features.y)].filter((s) => s > 0.01 && s < 100)
  const fine = Array.from({ length: 101 }, (_, i) => 0.9 + i * 0.002)
  return [...new Set([...SCALES, ...suggested, ...fine])].filter((s) => Math.abs(s - 1) > 1e-6)
}

/** Least-squares scale and offset over the pairs that a coarse placement matches. */
const refined = (reference: Points, features: Points, scale: number, dx: number, dy: number): { scale: number; dx: number; dy: number } => {
  let [s, ox, oy] = [scale, dx, dy]
  for (let round = 0; round < 3; round++) {
    const pairs: [number, number, number, number][] = []
    for (let i = 0; i < reference.x.length; i++) {
      const [px, py] = [reference.x[i]! * s + ox, reference.y[i]! * s + oy]
      for (let j = 0; j < features.x.length; j++) {
        if (Math.hypot(features.x[j]! - px, features.y[j]! - py) <= 2 * CELL_NM)
          pairs.push([reference.x[i]!, reference.y[i]!, features.x[j]!, features.y[j]!])
      }
    }
    if (pairs.length < QUORUM) break
    const mean = (k: number): number => pairs.reduce((sum, p) => sum + p[k]!, 0) / pairs.length
    const [mx, my, fx, fy] = [mean(0), mean(1), mean(2), mean(3)]
    let [top, bottom] = [0, 0]
    for (const [rx, ry, qx, qy] of pairs) {
      top += (rx - mx) * (qx - fx) + (ry - my) * (qy - fy)
      bottom += (rx - mx) ** 2 + (ry - my) ** 2
    }
    if (bottom === 0) break
    s = top / bottom
    ox = fx - s * mx
    oy = fy - s * my
  }
  return { scale: s, dx: ox, dy: oy }
}

/**
 * Tries how features lie against reference points: as they stand, shifted, mirrored, turned by 180°, scaled.
 * Symmetric artwork fits several ways; then the files as they stand win.
 * @returns null when there are too few points to tell
 */
export const frameOf = (allReference: Points, features: Points): Frame | null => {
  if (allReference.x.length < QUORUM || features.x.length < QUORUM) return null
  const featureAt = placeIndex(features)
  const fit = fitAt(allReference, featureAt, 0, 0)
  const comparable = features.x.length >= COMPARABLE * allReference.x.length && allReference.x.length >= MANY
  if (fit >= POOR_FIT) return { fit, comparable, better: null }
  const reference = sampled(allReference, SAMPLE)
  const centre = middleOf(allReference)
  const candidates: { placement: Placement; sx: number; sy: number }[] = [
    { placement: 'shifted', sx: 1, sy: 1 },
    { placement: 'mirrored-x', sx: -1, sy: 1 },
    { placement: 'mirrored-y', sx: 1, sy: -1 },
    { placement: 'turned', sx: -1, sy: -1 },
  ]
  let better: Frame['better'] = null as Frame['better']
  const offer = (placement: Placement, sx: number, sy: number, dx: number, dy: number): void => {
    const share = fitAt(mapped(allReference, sx, sy, centre), featureAt, dx, dy)
    if (share > (better?.fit ?? Math.max(DECISIVE, fit * 1.5))) better = { placement, scale: Math.abs(sx), dx, dy, fit: share }
  }
  for (const { placement, sx, sy } of candidates) {
    const { dx, dy } = bestOffset(mapped(reference, sx, sy, centre), sampled(features, SAMPLE * 4))
    offer(placement, sx, sy, dx, dy)
  }
  if (!better && fit < NO_FIT) {
    const few = sampled(allReference, SCALE_SAMPLE)
    const some = sampled(features, SAMPLE * 4)
    const scored = scalesFor(allReference, features).map((scale) => ({ scale, ...bestOffset(mapped(few, scale, scale, centre), some) }))
    scored.sort((a, b) => b.share - a.share)
    for (const { scale, dx, dy } of scored.slice(0, 3)) {
      // The least-squares fit works on plain coordinates: p' = s p + offset.
      const plain = refined(reference, features, scale, dx + centre[0] * (1 - scale), dy + centre[1] * (1 - scale))
      // A fit that runs away from the scale it set out from follows single points.
      if (Math.abs(plain.scale / scale - 1) > RUNAWAY) continue
      offer('scaled', plain.scale, plain.scale, plain.dx - centre[0] * (1 - plain.scale), plain.dy - centre[1] * (1 - plain.scale))
    }
  }
  return { fit, comparable, better }
}
