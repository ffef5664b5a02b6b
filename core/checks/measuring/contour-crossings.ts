import type { Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { PIECE_LINE } from '#core/geometry/image.ts'
import { eachBoxPair } from '#core/geometry/index/box-pairs.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { boxesOf, isOnArc, type Shapes } from '#core/geometry/measure/shapes.ts'
import { ContourWalk } from '#core/checks/measuring/contour-walk.ts'

/** A place where contours cross: nm, and the numbers of the two contours (equal where one crosses itself). */
export interface ContourCrossing {
  readonly at: Point
  readonly one: number
  readonly other: number
}

/** More would tell nothing new. */
const MOST_CROSSINGS = 50
/** Pairs of edges compared before giving up on contours made to be slow. */
const MOST_PAIRS = 4_000_000
/** How far from a meeting point the four branches are looked at, in steps of the file. */
const LOOK = 25

/** Where two lines or arcs meet, ends included; at most two places. Lines on top of each other meet nowhere. */
const meetings = (s: Shapes, i: number, j: number, slack: number): Point[] => {
  if (s.kind[i] === PIECE_LINE) return s.kind[j] === PIECE_LINE ? lineWithLine(s, i, j, slack) : lineWithArc(s, i, j, slack)
  return s.kind[j] === PIECE_LINE ? lineWithArc(s, j, i, slack) : arcWithArc(s, i, j)
}

const lineWithLine = (s: Shapes, i: number, j: number, slack: number): Point[] => {
  const [ux, uy] = [s.x1[i]! - s.x0[i]!, s.y1[i]! - s.y0[i]!]
  const [vx, vy] = [s.x1[j]! - s.x0[j]!, s.y1[j]! - s.y0[j]!]
  const [u, v] = [Math.hypot(ux, uy), Math.hypot(vx, vy)]
  const det = ux * vy - uy * vx
  if (Math.abs(det) <= 1e-9 * u * v) return []
  const [wx, wy] = [s.x0[j]! - s.x0[i]!, s.y0[j]! - s.y0[i]!]
  const t = (wx * vy - wy * vx) / det
  const q = (wx * uy - wy * ux) / det
  const [a, b] = [slack / u, slack / v]
  return t < -a || t > 1 + a || q < -b || q > 1 + b ? [] : [[s.x0[i]! + t * ux, s.y0[i]! + t * uy]]
}

const onArc = (s: Shapes, i: number, x: number, y: number): boolean => isOnArc(s, i, x, y)

const lineWithArc = (s: Shapes, line: number, arc: number, slack: number): Point[] => {
  const [dx, dy] = [s.x1[line]! - s.x0[line]!, s.y1[line]! - s.y0[line]!]
  const length = Math.hypot(dx, dy)
  if (length === 0) return []
  const along = ((s.cx[arc]! - s.x0[line]!) * dx + (s.cy[arc]! - s.y0[line]!) * dy) / length
  const [fx, fy] = [s.x0[line]! + (along * dx) / length, s.y0[line]! + (along * dy) / length]
  const away = Math.hypot(fx - s.cx[arc]!, fy - s.cy[arc]!)
  if (away >= s.r[arc]!) return []
  const half = Math.sqrt(s.r[arc]! ** 2 - away ** 2)
  return [along - half, along + half].flatMap((t): Point[] => {
    const [x, y] = [s.x0[line]! + (t * dx) / length, s.y0[line]! + (t * dy) / length]
    return t >= -slack && t <= length + slack && onArc(s, arc, x, y) ? [[x, y]] : []
  })
}

const arcWithArc = (s: Shapes, i: number, j: number): Point[] => {
  const [dx, dy] = [s.cx[j]! - s.cx[i]!, s.cy[j]! - s.cy[i]!]
  const apart = Math.hypot(dx, dy)
  const [r, q] = [s.r[i]!, s.r[j]!]
  if (apart === 0 || apart >= r + q || apart <= Math.abs(r - q)) return []
  const along = (apart * apart + r * r - q * q) / (2 * apart)
  const across = Math.sqrt(Math.max(0, r * r - along * along))
  return [-across, across].flatMap((h): Point[] => {
    const [x, y] = [s.cx[i]! + (along * dx - h * dy) / apart, s.cy[i]! + (along * dy + h * dx) / apart]
    return onArc(s, i, x, y) && onArc(s, j, x, y) ? [[x, y]] : []
  })
}

/** Whether one pair of branches lies in both halves that the other pair leaves; branches within the margin decide nothing. */
const areSeparated = (one: readonly [number, number], other: readonly [number, number], margin: number): boolean => {
  const turn = 2 * Math.PI
  const ahead = (angle: number): number => (((angle - one[0]) % turn) + turn) % turn
  const opening = ahead(one[1])
  const side = (angle: number): number => {
    const a = ahead(angle)
    if (Math.min(a, turn - a, Math.abs(a - opening)) < margin) return 0
    return a < opening ? 1 : -1
  }
  return side(other[0]) * side(other[1]) < 0
}

/**
 * Places where contours cross themselves or each other properly, arcs as arcs. What merely touches, in a corner or along an
 * edge, is no crossing; nor is a crossing by less than the file's own rounding.
 * @param step how far two descriptions of one point may lie apart, nm
 * @returns at most 50, each place once
 */
export const contourCrossings = (contours: readonly Contour[], step: number): readonly ContourCrossing[] => {
  const shapes = contourShapes(contours)
  const walks: ContourWalk[] = []
  const owner = new Uint32Array(shapes.count)
  let first = 0
  contours.forEach((contour, c) => {
    walks.push(new ContourWalk(shapes, first, contour.x.length))
    owner.fill(c, first, first + contour.x.length)
    first += contour.x.length
  })
  const found: ContourCrossing[] = []
  const look = LOOK * step
  const seen = (at: Point): boolean => found.some((f) => Math.hypot(f.at[0] - at[0], f.at[1] - at[1]) <= look)
  let pairs = 0
  eachBoxPair(boxesOf(shapes), step, (i, j) => {
    if (found.length >= MOST_CROSSINGS || ++pairs > MOST_PAIRS) return
    for (const at of meetings(shapes, i, j, step)) {
      if (seen(at)) continue
      const [one, other] = [walks[owner[i]!]!, walks[owner[j]!]!]
      // Neighbours meet at the corner between them.
      if (one === other && one.isNear(i, j, at, step)) continue
      if (areSeparated(one.branches(i, at, look), other.branches(j, at, look), 2 / LOOK))
        found.push({ at, one: owner[i]!, other: owner[j]! })
    }
  })
  return found
}
