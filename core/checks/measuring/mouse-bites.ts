import { HOLE_PLATED, type Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { PointIndex } from '#core/checks/measuring/point-index.ts'

/** Perforations of break tabs are no larger, nm. */
const LARGEST_NM = 1_250_000
/** And no further apart than this many of their diameters. */
const PITCH = 2.3
const SAME_SIZE_NM = 50_000
/** How far a hole may lie off the line through two others, in diameters. */
const OFF_LINE = 0.25

/** @returns 1 for every hole that is one of a row of small ones close together, not plated: a perforation to break off */
export const isMouseBite = (board: Board, measures: Measures): Uint8Array =>
  measures.once('mouse-bites', () => {
    const { holes } = board
    const bite = new Uint8Array(holes.count)
    const index = new PointIndex(holes.x0, holes.y0, LARGEST_NM * PITCH)
    const isSmall = (h: number): boolean =>
      holes.plating[h] !== HOLE_PLATED && holes.diameter[h]! <= LARGEST_NM && holes.x0[h] === holes.x1[h] && holes.y0[h] === holes.y1[h]
    const next = (h: number, reach: number): number[] =>
      index
        .near(holes.x0[h]!, holes.y0[h]!, reach)
        .filter((k) => k !== h && isSmall(k) && Math.abs(holes.diameter[k]! - holes.diameter[h]!) <= SAME_SIZE_NM)
    for (let h = 0; h < holes.count; h++) {
      if (!isSmall(h)) continue
      const near = next(h, holes.diameter[h]! * PITCH)
      // The middle one of three in a line.
      for (const [i, p] of near.entries()) {
        for (const q of near.slice(i + 1)) {
          const [ux, uy] = [holes.x0[p]! - holes.x0[h]!, holes.y0[p]! - holes.y0[h]!]
          const [vx, vy] = [holes.x0[q]! - holes.x0[h]!, holes.y0[q]! - holes.y0[h]!]
          const apart = Math.hypot(ux - vx, uy - vy)
          const isOpposite = ux * vx + uy * vy < 0 && Math.abs(ux * vy - uy * vx) <= OFF_LINE * holes.diameter[h]! * apart
          if (isOpposite) for (const k of [p, h, q]) bite[k] = 1
        }
      }
    }
    return bite
  })
