import type { Mm } from '#core/base/units.ts'
import { LANDMARK_HOLE, type Landmarks } from './landmarks.ts'
import { IN_PLACE, isUpright, placeBox, placeColumns, POSES, type Placement, type Pose } from './placement.ts'
import { PointGrid } from './point-grid.ts'
import { votedShifts, type Shift } from './vote-shift.ts'

/** How an older revision lies on a newer one, mm. */
export interface Alignment extends Placement {
  /** `none`: nothing fits; then nothing is moved. */
  readonly from: 'holes' | 'outline' | 'pads' | 'none'
  /** Landmarks of the older one that lie on one of the newer one, of those looked at. */
  readonly matched: number
  readonly of: number
}

export const AS_THEY_LIE: Alignment = { ...IN_PLACE, from: 'none', matched: 0, of: 0 }

/** Two exports of one place differ by the rounding of their files. */
const SAME_PLACE_MM = 0.02
/** A fab drills larger than asked for: the hole is still the same. */
const SAME_SIZE_MM = 0.25
/** Fewer common landmarks are chance. */
const ENOUGH_SHARE = 0.5
const MOST_SCORED = 4000
/** With no more than this share left unexplained no turn is looked for. */
const SURELY_UPRIGHT = 0.02
/** Regular rows of holes fall on each other in any pose: another pose must leave at most this share of what the upright one leaves. */
const CLEARLY_LESS = 0.5
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

/** What was found in one pose, with the share of holes and pads that fall on nothing. */
interface Fit {
  readonly alignment: Alignment
  readonly unexplained: number
}

/** The shift that brings most landmarks together; null when it brings too few. */
const byLandmarks = (a: Landmarks, b: Landmarks, grid: PointGrid, pose: Pose): Fit | null => {
  const [holesA, holesB, padsA, padsB] = [rowsOf(a, true), rowsOf(b, true), rowsOf(a, false), rowsOf(b, false)]
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
  const { dx, dy } = scored.shift
  const alignment = { ...pose, dx: settle(dx), dy: settle(dy), from: wanted, matched: scored.matched, of: scored.of } as const
  return { alignment, unexplained: 1 - best.matched / (best.holes.of + best.pads.of) }
}

/** @returns the landmarks as they lie after mirroring and turning */
const posed = (marks: Landmarks, pose: Pose): Landmarks => {
  const placement: Placement = { ...IN_PLACE, ...pose }
  const [x, y] = placeColumns(placement, marks.x, marks.y)
  return { ...marks, x, y, outline: marks.outline && placeBox(placement, marks.outline) }
}

/** The pose that explains most; a turned or mirrored one only when it explains clearly more than the upright one. */
const bestFit = (older: Landmarks, newer: Landmarks): Alignment | null => {
  const grid = new PointGrid(newer.x, newer.y, 0.2)
  let best: Fit | null = null
  for (const pose of POSES) {
    const fit = byLandmarks(posed(older, pose), newer, grid, pose)
    if (!fit || (best && fit.unexplained > best.unexplained * CLEARLY_LESS)) continue
    best = fit
    if (isUpright(pose) && fit.unexplained <= SURELY_UPRIGHT) break
  }
  return best?.alignment ?? null
}

/**
 * Works out how an older revision lies on a newer one: by the holes and outer pads that fall together after a shift, a
 * turn by quarters or mirroring, else by an outline of the same size.
 */
export const align = (older: Landmarks, newer: Landmarks): Alignment => {
  const found = bestFit(older, newer)
  if (found) return found
  const [p, q] = [older.outline, newer.outline]
  const sameSize =
    p && q && Math.abs(q[2] - q[0] - p[2] + p[0]) <= SAME_OUTLINE_MM && Math.abs(q[3] - q[1] - p[3] + p[1]) <= SAME_OUTLINE_MM
  const [corner] = outlineShifts(older, newer)
  return sameSize && corner
    ? { ...AS_THEY_LIE, dx: settle(corner.dx), dy: settle(corner.dy), from: 'outline', matched: 1, of: 1 }
    : AS_THEY_LIE
}

const mm = (value: Mm): string => (Math.abs(value) < 5e-4 ? '0.000' : value.toFixed(3))

/** @returns "mirrored", "turned by 90°", both, or null when upright; turns are counterclockwise */
export const poseText = ({ turns, mirrored }: Pose): string | null => {
  const words = [...(mirrored ? ['mirrored'] : []), ...(turns ? [`turned by ${turns * 90} degrees`] : [])]
  return words.length ? words.join(', ') : null
}

const refusedText = ({ mirrored, turns }: Pose): string => `the ${mirrored ? 'mirroring' : turns ? 'turn' : 'shift'} that was found`

/** @returns "Shifted 2.540, 0.000 mm; not turned (412 of 412 holes)", "Turned by 90 degrees, shifted 38.000, 0.000 mm (…)" */
export const alignmentText = (alignment: Alignment, refused = false): string => {
  const { dx, dy, from, matched, of } = alignment
  if (refused) return `Compared as they lie: ${refusedText(alignment)} was refused`
  if (from === 'none') return 'No shift found that lays one on the other: compared as they lie'
  const by = from === 'outline' ? 'by the outline' : `${matched} of ${of} ${from}`
  const shift = dx === 0 && dy === 0 ? 'not shifted' : `shifted ${mm(dx)}, ${mm(dy)} mm`
  const pose = poseText(alignment)
  const said = pose ? `${pose}, ${shift}` : dx === 0 && dy === 0 ? 'not shifted, not turned' : `${shift}; not turned`
  return `${said[0]!.toUpperCase()}${said.slice(1)} (${by})`
}
