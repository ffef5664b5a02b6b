import type { Mm } from '#core/base/units.ts'
import { LANDMARK_HOLE, type Landmarks } from './landmarks.ts'
import { PointGrid } from './point-grid.ts'
import { votedShifts, type Shift } from './vote-shift.ts'

/** How one revision lies on another: `newer = older + (dx, dy)`, mm. */
export interface Alignment extends Shift {
  /** `none`: nothing fits; then the shift is 0. */
  readonly from: 'holes' | 'outline' | 'pads' | 'none'
  /** Landmarks of the older one that lie on one of the newer one, of those looked at. */
  readonly matched: number
  readonly of: number
}

export const AS_THEY_LIE: Alignment = { dx: 0, dy: 0, from: 'none', matched: 0, of: 0 }

/** Two exports of one place differ by the rounding of their files. */
const SAME_PLACE_MM = 0.02
/** A fab drills larger than asked for: the hole is still the same. */
const SAME_SIZE_MM = 0.25
/** Fewer common landmarks are chance. */
const ENOUGH_SHARE = 0.5
const MOST_SCORED = 4000
const SAME_OUTLINE_MM = 0.1
/** Below this a shift is the rounding of the files. */
const NO_SHIFT_MM = 0.0035

interface Scored {
  readonly shift: Shift
  readonly matched: number
  readonly of: number
}

const rowsOf = (marks: Landmarks, isHole: boolean): number[] => {
  const rows: number[] = []
  for (let i = 0; i < marks.count; i++) if ((marks.kind[i] === LANDMARK_HOLE) === isHole) rows.push(i)
  return rows
}

const median = (values: number[]): number => {
  values.sort((a, b) => a - b)
  return values[values.length >> 1] ?? 0
}

/** Counts the landmarks that fall on one of the other board, and refines the shift by how they miss. */
const scoreOf = (a: Landmarks, rows: readonly number[], b: Landmarks, grid: PointGrid, { dx, dy }: Shift): Scored => {
  const step = Math.max(1, Math.ceil(rows.length / MOST_SCORED))
  const [missX, missY]: [number[], number[]] = [[], []]
  let of = 0
  for (let r = 0; r < rows.length; r += step) {
    const i = rows[r]!
    of++
    let best = -1
    let bestDistance = Infinity
    grid.near(a.x[i]! + dx, a.y[i]! + dy, SAME_PLACE_MM, (row, distance) => {
      if (distance >= bestDistance || Math.abs(b.size[row]! - a.size[i]!) > SAME_SIZE_MM || a.kind[i] !== b.kind[row]) return
      best = row
      bestDistance = distance
    })
    if (best < 0) continue
    missX.push(b.x[best]! - a.x[i]!)
    missY.push(b.y[best]! - a.y[i]!)
  }
  return { shift: missX.length ? { dx: median(missX), dy: median(missY) } : { dx, dy }, matched: missX.length, of }
}

const settle = (d: Mm): Mm => (Math.abs(d) < NO_SHIFT_MM ? 0 : Math.round(d * 1e5) / 1e5)

const outlineShifts = (a: Landmarks, b: Landmarks): readonly Shift[] => {
  if (!a.outline || !b.outline) return []
  const [p, q] = [a.outline, b.outline]
  return [
    { dx: q[0] - p[0], dy: q[1] - p[1] },
    { dx: (q[0] + q[2] - p[0] - p[2]) / 2, dy: (q[1] + q[3] - p[1] - p[3]) / 2 },
  ]
}

/** The shift that brings most landmarks together; null when it brings too few. */
const byLandmarks = (a: Landmarks, b: Landmarks): Alignment | null => {
  const [holesA, holesB, padsA, padsB] = [rowsOf(a, true), rowsOf(b, true), rowsOf(a, false), rowsOf(b, false)]
  const grid = new PointGrid(b.x, b.y, 0.2)
  const candidates = [{ dx: 0, dy: 0 }, ...outlineShifts(a, b), ...votedShifts(a, holesA, b, holesB), ...votedShifts(a, padsA, b, padsB)]
  let best: { holes: Scored; pads: Scored; matched: number } | null = null
  for (const candidate of candidates) {
    const holes = scoreOf(a, holesA, b, grid, candidate)
    // Pads decide where few holes could fall together by chance.
    const pads = scoreOf(a, padsA, b, grid, candidate)
    const matched = holes.matched + pads.matched
    // Of equal ones the first: as they lie, else by the outline.
    if (!best || matched > best.matched) best = { holes, pads, matched }
  }
  const wanted = Math.min(holesA.length, holesB.length) > 0 ? 'holes' : 'pads'
  const scored = best?.[wanted]
  const others = (wanted === 'holes' ? holesB : padsB).length
  if (!best || !scored?.matched || scored.matched < ENOUGH_SHARE * Math.min(scored.of, others)) return null
  return { dx: settle(scored.shift.dx), dy: settle(scored.shift.dy), from: wanted, matched: scored.matched, of: scored.of }
}

/**
 * Works out how a newer revision is shifted against an older one: by the holes and outer
 * pads that fall together, else by an outline of the same size. Turned or mirrored boards do not align.
 */
export const align = (older: Landmarks, newer: Landmarks): Alignment => {
  const found = byLandmarks(older, newer)
  if (found) return found
  const [p, q] = [older.outline, newer.outline]
  const sameSize =
    p && q && Math.abs(q[2] - q[0] - p[2] + p[0]) <= SAME_OUTLINE_MM && Math.abs(q[3] - q[1] - p[3] + p[1]) <= SAME_OUTLINE_MM
  const [corner] = outlineShifts(older, newer)
  return sameSize && corner ? { dx: settle(corner.dx), dy: settle(corner.dy), from: 'outline', matched: 1, of: 1 } : AS_THEY_LIE
}

const mm = (value: Mm): string => (Math.abs(value) < 5e-4 ? '0.000' : value.toFixed(3))

/** @returns "Shifted 2.540, 0.000 mm; not turned (412 of 412 holes)" */
export const alignmentText = ({ dx, dy, from, matched, of }: Alignment, refused = false): string => {
  if (refused) return 'Compared as they lie: the shift that was found was refused'
  if (from === 'none') return 'No shift found that lays one on the other: compared as they lie'
  const by = from === 'outline' ? 'by the outline' : `${matched} of ${of} ${from}`
  return dx === 0 && dy === 0 ? `Not shifted, not turned (${by})` : `Shifted ${mm(dx)}, ${mm(dy)} mm; not turned (${by})`
}
